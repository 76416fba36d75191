use crux_core::Command;
use fl_domain::service::{
    Ask, Capability, Question, SignInRecord,
    sign_ins::{self, Disown, Read},
};

use super::model::{Intent, List, Step};
use crate::{
    kit::sending::{Sending, SendingState},
    open::{
        Ground, Next,
        account::{Account, read_anew},
        outbox,
    },
};

/// A person did something.
pub(super) fn touched(page: &mut List, intent: Intent, ground: &mut Ground) -> Next {
    match intent {
        Intent::SignIn(id) => {
            page.opened = if page.opened.as_deref() == Some(id.as_str()) { None } else { Some(id) };
            page.step = Step::Looking;
        }
        Intent::NotMe => page.step = Step::Asking,
        Intent::Keep => page.step = Step::Looking,
        Intent::Disown => return disown(page, ground),
    }
    Command::done()
}

/// Only after it was asked whether it is meant, and never for the session in use.
fn disown(page: &mut List, ground: &mut Ground) -> Next {
    let (Step::Asking, Some(id)) = (page.step, page.opened.clone()) else { return Command::done() };
    let can_be = ground
        .account()
        .and_then(|account| account.figures.get::<Read>())
        .is_some_and(|known| known.value.iter().any(|record| record.id == id && can_be_disowned(record)));
    if !can_be || !ground.offers(Capability::SignIns) {
        return Command::done();
    }
    page.step = Step::Looking;
    outbox::submit(Disown { id }, ground)
}

/// The session in use is signed out of instead, and one that has ended cannot be ended.
pub(super) const fn can_be_disowned(record: &SignInRecord) -> bool {
    record.is_open && !record.is_current
}

/// The one that disowns this sign-in.
pub(super) fn disowning(id: &str) -> Ask {
    Disown { id: id.to_owned() }.ask()
}

/// Whose session a question ends, where it is one of this page's.
pub(super) fn disowned(ask: &Ask) -> Option<&str> {
    match ask {
        Ask::SignIns(sign_ins::Ask::Disown(Disown { id })) => Some(id),
        _ => None,
    }
}

/// The outbox is done with one: the list is read anew, whatever became of it, for it was about what the list says.
pub(super) fn settled(sending: &Sending, ground: &mut Ground) -> Next {
    let Some(id) = disowned(&sending.ask) else { return Command::done() };
    let known = match sending.state {
        SendingState::Accepted { .. } => ground.account().and_then(|account| known_after(id, account)),
        SendingState::Refused { .. } | SendingState::Left | SendingState::Forgotten => None,
        SendingState::Waiting(_) => return Command::done(),
    };
    let at = ground.now;
    read_anew(ground, Read, known, &at)
}

/// The list as it is once that session has ended.
fn known_after(id: &str, account: &Account) -> Option<Vec<SignInRecord>> {
    let mut records = account.figures.get::<Read>()?.value.clone();
    for record in records.iter_mut().filter(|record| record.id == id) {
        record.is_open = false;
    }
    Some(records)
}
