use std::path::Path;

use fl_domain::access::PasswordPolicy;
use fl_journeys::{FaultName, FaultSpec};
use fl_sandbox::{Control, Scope, Script};

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
    /// A line that was typed is taken.
    Taken(String),
    /// A line is to be typed.
    Ask,
    /// The app is given a link.
    Link { said: String, url: String },
    /// The browser comes back with this.
    Redirect { said: String, url: String },
    /// Another folder is to be opened, and these typed into its sign-in fields.
    Reopen { said: String, folder: String, typed: Vec<(&'static str, String)> },
}

/// Does it. `page` is the sign-in page that is open in the browser.
pub(crate) fn steer(
    act: &Act,
    picked: &mut Option<String>,
    page: Option<&str>,
    stage: &Stage,
) -> Result<Steered, Trouble> {
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
        Act::ClockForward(by) => {
            stage.clock_forward(*by);
            return said("this device's clock was set forward");
        }
        Act::Pattern => {
            let said = "the pattern book; it opens where an account is open".to_owned();
            return Ok(Steered::Link { said, url: "fltaxes://pattern?book".to_owned() });
        }
        _ => {}
    }
    let Some(control) = stage.control() else { return said("this needs the sandbox") };
    match act {
        Act::Fault(name) => return said(&toggle(*name, control)),
        Act::Prompt => return Ok(Steered::Ask),
        Act::Script(line) => return Ok(script(line, control)),
        Act::Taxpayer(key) => {
            let Some(card) = stage.taxpayer(key) else { return said("nobody is called that") };
            *picked = Some(key.clone());
            let said = if card.password.is_empty() {
                format!("{key}: INN is typed; there is no password, only Gosuslugi")
            } else {
                format!("{key}: INN and password are typed; press Enter to sign in")
            };
            return Ok(Steered::Reopen {
                said,
                folder: key.clone(),
                typed: vec![("inn", card.inn.clone()), ("password", card.password.clone())],
            });
        }
        Act::Policy(characters) => {
            let usual = PasswordPolicy::default();
            let is_on = control.policy().min_length == *characters;
            let min_length = if is_on { usual.min_length } else { *characters };
            control.set_policy(PasswordPolicy { min_length, ..usual });
            return said(&format!("passwords from {min_length} characters on"));
        }
        Act::Deny => {
            let url = page.and_then(|page| control.esia_deny(page));
            return Ok(back(url, "they said no"));
        }
        _ => {}
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
        Act::Letter => {
            let mut links = control.letters(&inn).into_iter().filter_map(|sent| sent.app_link);
            links.next_back().map_or_else(
                || said("no link was sent to them"),
                |url| Ok(Steered::Link { said: "their newest link was touched".to_owned(), url }),
            )
        }
        Act::Stranger => {
            control.sign_in_elsewhere(&inn, "Somebody's laptop", "Omsk");
            said("somebody else signed in as them")
        }
        Act::Agree => Ok(back(page.and_then(|page| control.esia_agree(page, &inn)), "they agreed")),
        _ => said(""),
    }
}

/// Switches a fault for everyone on or off, and says what holds now.
fn toggle(name: FaultName, control: &Control) -> String {
    let kind = kind(name);
    if control.active().iter().any(|(scope, fault)| *scope == Scope::Everyone && fault.kind() == kind) {
        control.clear(kind, &Scope::Everyone);
        return format!("{} is over", name.word());
    }
    control.set(fault(FaultSpec { name, time: usual_time(name) }, control.now()), Scope::Everyone);
    format!("{} holds for everyone", name.word())
}

/// Requests are answered as a line says; its files stand in the current folder.
fn script(line: &str, control: &Control) -> Steered {
    let script = Script::parse_beside(line, Path::new("."));
    match script.and_then(|script| control.script(script)) {
        Ok(()) => Steered::Taken(format!("from now on: {line}")),
        Err(why) => Steered::Said(why.to_string()),
    }
}

/// The browser comes back, if the sandbox knows its page.
fn back(url: Option<String>, said: &str) -> Steered {
    match url {
        Some(url) => Steered::Redirect { said: said.to_owned(), url },
        None => Steered::Said("the sandbox knows no such page".to_owned()),
    }
}

impl Facts {
    /// Of a stage as it is now.
    pub(crate) fn of(stage: &Stage, picked: Option<&String>, has_page: bool) -> Self {
        let control = stage.control();
        let active = control.map(Control::active).unwrap_or_default();
        let is_on = |name: &FaultName| active.iter().any(|(_, fault)| fault.kind() == kind(*name));
        let now = stage.now();
        let inn = picked.and_then(|key| stage.taxpayer(key)).map(|card| card.inn.as_str());
        Self {
            has_sandbox: control.is_some(),
            active: FaultName::ALL.into_iter().filter(is_on).collect(),
            taxpayers: stage
                .taxpayers()
                .iter()
                .map(|card| {
                    (card.key.to_owned(), card.title_en.to_owned(), card.inn.clone(), card.password.clone())
                })
                .collect(),
            picked: picked.cloned(),
            standing: control.zip(inn).map(|(control, inn)| standing(control, inn)),
            has_page,
            shortest: control.map_or(0, |control| control.policy().min_length),
            scripted: control.map(Control::scripted).unwrap_or_default().into_iter().map(told).collect(),
            script_trouble: control
                .and_then(|control| control.script_troubles().pop())
                .map(|trouble| trouble.why),
            time: format!("{} {}", now.at.utc_day(), time(now.at, now.offset_minutes())),
        }
    }
}

/// A script as a line of the list, and the one that takes it back.
fn told(scripted: fl_sandbox::Scripted) -> (String, String) {
    (scripted.script, scripted.as_before)
}

/// What the service holds of someone, in words.
fn standing(control: &Control, inn: &str) -> String {
    let recovery = control.recovery_standing(inn);
    let blocked = recovery.blocked_until.map(|until| {
        let time = time(until, 0);
        format!(", blocked until {} {} UTC", until.utc_day(), time.get(..5).unwrap_or_default())
    });
    format!(
        "open sessions: {}; letters: {}; recovery: {} attempts left{}",
        control.open_sessions(inn),
        control.letters(inn).len(),
        recovery.attempts_left,
        blocked.unwrap_or_default()
    )
}
