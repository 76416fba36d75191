use crux_core::Command;
use fl_domain::Secret;

use super::{
    event::Event,
    model::{Over, PinFault, SignInForm},
};
use crate::{
    kit::effects::{Now, PlatformFault, UnlockFault, Unlocked, Vault, VaultFault, Vaulted},
    open::{
        account::{self, model::Account},
        device,
        event::{Event as AppEvent, Next},
        ground::{Ground, Stage},
        place::Place,
    },
};

/// Opens the account with its PIN.
pub(super) fn unlock(ground: &mut Ground) -> Next {
    let Stage::Locked(form) = &mut ground.stage else { return Command::done() };
    if form.busy {
        return Command::done();
    }
    // A PIN of another form was never accepted here, so no attempt is spent on it.
    if let Err(fault) = PinFault::check(&form.pin) {
        form.fault = Some(fault);
        return Command::done();
    }
    form.busy = true;
    form.fault = None;
    open(Vault::Unlock { account: form.account.clone(), pin: form.pin.clone() })
}

/// Opens it with a finger or a face. The PIN can be typed meanwhile; whichever opens first wins.
pub(super) fn use_biometrics(ground: &mut Ground) -> Next {
    let prompt = device::prompt(ground);
    match &mut ground.stage {
        Stage::Locked(form) if form.biometrics && !form.busy => {
            form.fault = None;
            open(Vault::UnlockWithBiometrics { account: form.account.clone(), prompt })
        }
        Stage::Locked(_)
        | Stage::Starting
        | Stage::Blocked(_)
        | Stage::SignedOut(_)
        | Stage::ChoosePin(_)
        | Stage::Open(_) => Command::done(),
    }
}

pub(super) fn open(operation: Vault) -> Next {
    Command::new(|ctx| async move {
        let result = ctx.request_from_shell(operation).await;
        let now = ctx.request_from_shell(Now).await;
        ctx.send_event(AppEvent::Session(Event::Opened { now, result }));
    })
}

/// What lies over the PIN goes.
pub(super) fn back(ground: &mut Ground) -> Next {
    if let Stage::Locked(form) = &mut ground.stage {
        form.over = Over::Nothing;
    }
    Command::done()
}

/// The vault answered.
pub(super) fn opened(result: Result<Vaulted, VaultFault>, ground: &mut Ground) -> Next {
    match result {
        // It was given up meanwhile: what opened is closed again.
        Ok(_) if !matches!(ground.stage, Stage::Locked(_) | Stage::ChoosePin(_)) => {
            Command::request_from_shell(Vault::Lock).then_send(|r| AppEvent::Session(Event::Resumed(r)))
        }
        Ok(Vaulted::Opened(unlocked)) => enter(unlocked, ground),
        Ok(Vaulted::Status(_) | Vaulted::Sizes(_) | Vaulted::Done) => {
            ground.stage = Stage::Blocked(VaultFault::Broken);
            Command::done()
        }
        Err(VaultFault::Unlock(UnlockFault::Lost(lost))) => {
            let revision = ground.next_revision();
            ground.stage = Stage::SignedOut(SignInForm::after(lost, revision));
            Command::done()
        }
        // The PIN may be on its way meanwhile: nothing of it is touched.
        Err(VaultFault::Biometrics(fault)) => {
            if let Stage::Locked(form) = &mut ground.stage
                && fault != PlatformFault::Cancelled
            {
                form.biometrics &= fault != PlatformFault::Invalidated;
                form.fault = Some(PinFault::Biometrics(fault));
            }
            Command::done()
        }
        Err(fault) => {
            refused(fault, ground);
            Command::done()
        }
    }
}

/// It did not open: said where the PIN was typed.
fn refused(fault: VaultFault, ground: &mut Ground) {
    let fault = match fault {
        VaultFault::Unlock(UnlockFault::WrongPin { attempts_left }) => PinFault::Wrong(attempts_left),
        VaultFault::InUse => PinFault::InUse,
        VaultFault::DiskFull => PinFault::DiskFull,
        VaultFault::ReadOnly => PinFault::ReadOnly,
        VaultFault::Platform => PinFault::Platform,
        VaultFault::Biometrics(_)
        | VaultFault::Unlock(UnlockFault::Lost(_))
        | VaultFault::Nothing
        | VaultFault::Broken => PinFault::Broken,
    };
    let revision = ground.next_revision();
    match &mut ground.stage {
        Stage::Locked(form) => {
            if let PinFault::Wrong(left) = fault {
                form.attempts_left = left;
            }
            form.pin = Secret::default();
            form.revision = revision;
            form.busy = false;
            form.fault = Some(fault);
        }
        Stage::ChoosePin(form) => {
            form.busy = false;
            form.fault = Some(fault);
        }
        Stage::Starting | Stage::Blocked(_) | Stage::SignedOut(_) | Stage::Open(_) => {}
    }
}

/// In: to where a link led, or to the first room.
fn enter(unlocked: Unlocked, ground: &mut Ground) -> Next {
    ground.epoch += 1;
    ground.stage = Stage::Open(Box::new(Account::new(ground.epoch, unlocked)));
    let load = account::opened(ground);
    match ground.wanted.take() {
        None | Some(Place::Home) => load,
        Some(wanted) => load.and(ground.go(wanted)),
    }
}
