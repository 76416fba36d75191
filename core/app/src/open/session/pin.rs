use crux_core::Command;
use fl_domain::access::pin_weakness;

use super::{
    leave::forget,
    model::{PinFault, SignInForm},
    unlock::open,
};
use crate::{
    kit::effects::Vault,
    open::{
        event::Next,
        ground::{Ground, Stage},
    },
};

/// Keeps the PIN that was chosen, and with it the account. One easily guessed is warned of once.
pub(super) fn keep(ground: &mut Ground) -> Next {
    let today = ground.today();
    let Stage::ChoosePin(form) = &mut ground.stage else { return Command::done() };
    if form.busy {
        return Command::done();
    }
    let weakness = pin_weakness(form.pin.expose(), today).filter(|_| form.warned.as_ref() != Some(&form.pin));
    form.fault = match (PinFault::check(&form.pin), weakness) {
        (Err(fault), _) => Some(fault),
        (Ok(()), _) if form.pin != form.again => Some(PinFault::Differ),
        (Ok(()), Some(weakness)) => {
            form.warned = Some(form.pin.clone());
            Some(PinFault::Weak(weakness))
        }
        (Ok(()), None) => None,
    };
    if form.fault.is_some() {
        return Command::done();
    }
    form.busy = true;
    open(Vault::Create { inn: form.inn.clone(), pin: form.pin.clone() })
}

/// The session is dropped: nothing was kept yet.
pub(super) fn back(ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    let Stage::ChoosePin(form) = &mut ground.stage else { return Command::done() };
    let beside = std::mem::take(&mut form.beside);
    ground.stage = Stage::SignedOut(SignInForm::beside(beside, revision));
    forget()
}
