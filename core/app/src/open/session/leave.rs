use crux_core::Command;

use super::{event::Event, model::Over, start::started};
use crate::{
    kit::effects::{Vault, VaultFault, VaultStatus, Vaulted, Waiting},
    open::{
        event::{Event as AppEvent, Next},
        ground::{Ground, Stage},
        place::Place,
    },
};

/// Locks the open account; at once on the screen, whatever the vault still does.
pub(crate) fn lock(ground: &mut Ground) -> Next {
    if !ground.stage.is_open() {
        return Command::done();
    }
    close(ground);
    Command::new(|ctx| async move {
        let _ = ctx.request_from_shell(Vault::Lock).await;
        let result = ctx.request_from_shell(Vault::Look).await;
        ctx.send_event(AppEvent::Session(Event::Looked(result)));
    })
}

/// The open account is left, at once on the screen, whatever the vault still does.
pub(crate) fn close(ground: &mut Ground) {
    ground.epoch += 1;
    ground.stage = Stage::Starting;
}

/// The session of a sign-in that leads nowhere is dropped.
pub(crate) fn forget() -> Next {
    Command::request_from_shell(Vault::Forget).then_send(|r| AppEvent::Session(Event::Resumed(r)))
}

/// Asks before this device's copy is removed.
pub(super) fn ask(ground: &mut Ground) -> Next {
    ground.clear();
    match &mut ground.stage {
        Stage::Open(account) => account.asking_sign_out = true,
        Stage::Locked(form) => form.over = Over::Asking,
        Stage::Starting | Stage::Blocked(_) | Stage::SignedOut(_) | Stage::ChoosePin(_) => {}
    }
    Command::done()
}

/// Removes it.
pub(super) fn sign_out(ground: &Ground) -> Next {
    let which = match &ground.stage {
        Stage::Locked(form) => Some(form.account.clone()),
        Stage::Starting | Stage::Blocked(_) | Stage::SignedOut(_) | Stage::ChoosePin(_) | Stage::Open(_) => {
            None
        }
    };
    Command::request_from_shell(Vault::Wipe(which)).then_send(|r| AppEvent::Session(Event::Wiped(r)))
}

/// It is removed, or is not. Another account may be here: it is asked for its PIN next.
pub(super) fn wiped(result: &Result<Vaulted, VaultFault>, ground: &mut Ground) -> Next {
    match result {
        Ok(_) => {
            close(ground);
            Command::request_from_shell(Vault::Look).then_send(|r| AppEvent::Session(Event::Left(r)))
        }
        Err(fault) => {
            ground.epoch += 1;
            ground.stage = Stage::Blocked(*fault);
            Command::done()
        }
    }
}

/// What is left on the device after that.
pub(super) fn left(result: &Result<Vaulted, VaultFault>, ground: &mut Ground) -> Next {
    // With the last account the runtime drops what was waited for: nothing of it may be kept anew from here.
    if matches!(result, Ok(Vaulted::Status(VaultStatus::Empty))) {
        ground.waiting = Waiting::default();
    }
    started(result, ground)
}

/// Within the open account: what is asked goes first, then to the first room.
pub(super) fn back(ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    if account.sign_in_again.take().is_none() {
        if account.asking_sign_out {
            account.asking_sign_out = false;
        } else {
            account.place = Place::Home;
        }
    }
    Command::done()
}
