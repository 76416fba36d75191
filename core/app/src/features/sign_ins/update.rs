use crux_core::Command;
use fl_domain::service::{
    Capability, Done, SignInRecord,
    sign_ins::{Disown, Read},
};

use super::model::{Event, Intent, KEY, List, Step};
use crate::{
    kit::effects::ServiceAnswer,
    open::{
        Ground, Next,
        account::{Account, read_anew},
        outcome::Outcome,
        page,
    },
};

/// A person did something.
pub(super) fn touched(page: &mut List, intent: Intent, ground: &Ground) -> Next {
    if matches!(page.step, Step::Busy) {
        return Command::done();
    }
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
fn disown(page: &mut List, ground: &Ground) -> Next {
    let (Step::Asking, Some(id)) = (&page.step, page.opened.clone()) else { return Command::done() };
    let can_be = ground
        .account()
        .and_then(|account| account.figures.get::<Read>())
        .is_some_and(|known| known.value.iter().any(|record| record.id == id && can_be_disowned(record)));
    if !can_be || !ground.offers(Capability::SignIns) {
        return Command::done();
    }
    page.step = Step::Busy;
    let question = Disown { id: id.clone() };
    page::ask::<List, _>(KEY, question, ground, |answer| Event::Disowned { id, answer })
}

/// The session in use is signed out of instead, and one that has ended cannot be ended.
pub(super) const fn can_be_disowned(record: &SignInRecord) -> bool {
    record.is_open && !record.is_current
}

/// It was disowned, or was not; the list is read anew wherever it may have changed.
pub(super) fn disowned(
    page: Option<&mut List>,
    id: &str,
    answer: ServiceAnswer<Done>,
    ground: &mut Ground,
) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    let (step, known, reads) = match answer.result {
        Ok(Done) => (Step::Done, known_after(id, account), true),
        Err(failure) => {
            let reads = Outcome::of(&failure) == Outcome::Unknown;
            (Step::Failed(failure), None, reads)
        }
    };
    if let Some(page) = page.filter(|page| page.opened.as_deref() == Some(id)) {
        page.step = step;
    }
    if reads { read_anew(ground, Read, known, &answer.at) } else { Command::done() }
}

/// The list as it is once that session has ended.
fn known_after(id: &str, account: &Account) -> Option<Vec<SignInRecord>> {
    let mut records = account.figures.get::<Read>()?.value.clone();
    for record in records.iter_mut().filter(|record| record.id == id) {
        record.is_open = false;
    }
    Some(records)
}
