use crux_core::Command;

use super::{
    event::Event,
    leave::close,
    model::{Over, SignInForm, UnlockForm},
    start::started,
};
use crate::{
    kit::effects::{Vault, VaultFault, Vaulted},
    open::{
        event::{Event as AppEvent, Next},
        ground::{Ground, Stage},
    },
};

/// Looks at the accounts of this device. An open one is locked first, so that nothing of it is in memory while another is chosen.
pub(super) fn look(add: bool, ground: &mut Ground) -> Next {
    let was_open = ground.stage.is_open();
    if was_open {
        close(ground);
    }
    Command::new(move |ctx| async move {
        if was_open {
            let _ = ctx.request_from_shell(Vault::Lock).await;
        }
        let result = ctx.request_from_shell(Vault::Look).await;
        ctx.send_event(AppEvent::Session(Event::Accounts { add, result }));
    })
}

/// They are here: shown, or one more signs in beside them.
pub(super) fn looked(add: bool, result: &Result<Vaulted, VaultFault>, ground: &mut Ground) -> Next {
    let next = started(result, ground);
    let revision = ground.next_revision();
    if let Stage::Locked(form) = &mut ground.stage {
        if add {
            ground.stage = Stage::SignedOut(SignInForm::beside(form.accounts.clone(), revision));
        } else {
            form.over = Over::Choosing;
        }
    }
    next
}

/// Asks for the PIN of one of them.
pub(super) fn choose(index: u32, ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    let Stage::Locked(form) = &ground.stage else { return Command::done() };
    let accounts = form.accounts.clone();
    let chosen = usize::try_from(index).ok().and_then(|index| accounts.get(index)).map(|a| a.id.clone());
    if let Some(form) = chosen.and_then(|id| UnlockForm::of(accounts, &id, revision)) {
        ground.stage = Stage::Locked(form);
    }
    Command::done()
}
