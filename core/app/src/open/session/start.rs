use crux_core::Command;

use super::{
    event::Event,
    model::{SignInForm, UnlockForm},
};
use crate::{
    kit::effects::{Vault, VaultFault, VaultStatus, Vaulted},
    open::{
        event::{Event as AppEvent, Next},
        ground::{Ground, Stage},
    },
};

/// The device was looked at.
pub(crate) fn started(vault: &Result<Vaulted, VaultFault>, ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    ground.stage = match vault {
        Ok(Vaulted::Status(VaultStatus::Accounts(accounts))) => {
            match UnlockForm::first(accounts.clone(), revision) {
                Ok(form) => Stage::Locked(form),
                Err(Some(lost)) => Stage::SignedOut(SignInForm::after(lost, revision)),
                Err(None) => Stage::SignedOut(SignInForm::new(revision)),
            }
        }
        // A login that is waited for is filled in already.
        Ok(_) => Stage::SignedOut(match &ground.waiting.activation {
            Some((inn, _)) => SignInForm::again(inn, revision),
            None => SignInForm::new(revision),
        }),
        Err(fault) => Stage::Blocked(*fault),
    };
    Command::done()
}

/// Looks at the device again.
pub(super) fn look() -> Next {
    Command::request_from_shell(Vault::Look).then_send(|r| AppEvent::Session(Event::Looked(r)))
}
