use fl_journeys::{FaultName, FaultSpec};
use fl_sandbox::Scope;

use super::{Act, Facts, draw::time};
use fl_stage::{
    Stage,
    bridge::{fault, kind, operation, usual_time},
};

use crate::trouble::Trouble;

/// What an act changed beside the stage.
pub(crate) enum Steered {
    /// Nothing; these words say what was done.
    Said(String),
    /// Another folder is to be opened, and these typed into its sign-in fields.
    Reopen { said: String, folder: String, typed: Vec<(&'static str, String)> },
}

/// Does it.
pub(crate) fn steer(act: &Act, picked: &mut Option<String>, stage: &Stage) -> Result<Steered, Trouble> {
    let said = |words: &str| Ok(Steered::Said(words.to_owned()));
    match act {
        Act::Later(by) => {
            stage.later(*by);
            return said("time went on, for the app and the sandbox");
        }
        Act::ClockBack(by) => {
            stage.clock_back(*by);
            return said("this device's clock was set back");
        }
        Act::Fault(_) | Act::Taxpayer(_) | Act::Revoke | Act::Expire | Act::Operation => {}
    }
    let Some(control) = stage.control() else { return said("this needs the sandbox") };
    if let Act::Fault(name) = act {
        let kind = kind(*name);
        if control.active().iter().any(|(scope, fault)| *scope == Scope::Everyone && fault.kind() == kind) {
            control.clear(kind, &Scope::Everyone);
            return said(&format!("{} is over", name.word()));
        }
        let spec = FaultSpec { name: *name, time: usual_time(*name) };
        control.set(fault(spec, control.now()), Scope::Everyone);
        return said(&format!("{} holds for everyone", name.word()));
    }
    if let Act::Taxpayer(key) = act {
        let Some(card) = stage.taxpayer(key) else { return said("nobody is called that") };
        *picked = Some(key.clone());
        return Ok(Steered::Reopen {
            said: format!("{key}: INN and password are typed; press Enter to sign in"),
            folder: key.clone(),
            typed: vec![("inn", card.inn.clone()), ("password", card.password.clone())],
        });
    }
    let Some(inn) = picked.as_ref().and_then(|key| stage.taxpayer(key)).map(|card| card.inn.clone()) else {
        return said("pick a taxpayer first");
    };
    match act {
        Act::Revoke => {
            control.revoke(&inn);
            said("their sessions are ended")
        }
        Act::Expire => {
            control.expire_access(&inn);
            said("their access token has expired")
        }
        Act::Operation => {
            let new = operation("-1234.56", "Added from the console");
            let added = new.is_some_and(|operation| control.add_operation(&inn, operation));
            said(if added { "an operation was added; F5 reads it" } else { "it could not be added" })
        }
        Act::Fault(_) | Act::Later(_) | Act::ClockBack(_) | Act::Taxpayer(_) => said(""),
    }
}

impl Facts {
    /// Of a stage as it is now.
    pub(crate) fn of(stage: &Stage, picked: Option<&String>) -> Self {
        let active = stage.control().map(fl_sandbox::Control::active).unwrap_or_default();
        let is_on = |name: &FaultName| active.iter().any(|(_, fault)| fault.kind() == kind(*name));
        let now = stage.now();
        Self {
            has_sandbox: stage.control().is_some(),
            active: FaultName::ALL.into_iter().filter(is_on).collect(),
            taxpayers: stage
                .taxpayers()
                .iter()
                .map(|card| {
                    (card.key.to_owned(), card.title_en.to_owned(), card.inn.clone(), card.password.clone())
                })
                .collect(),
            picked: picked.cloned(),
            time: format!("{} {}", now.at.strftime("%Y-%m-%d"), time(now.at, now.offset_minutes)),
        }
    }
}
