use crux_core::Command;
use fl_domain::{
    Inn,
    service::{
        Capability, Failure, PasswordStatus,
        password::{self, Changed, Policy, Status},
    },
};

use super::{
    gate::Gate,
    model::{Change, Event, KEY, OldFault, Said},
};
use crate::{
    kit::effects::{Moment, ServiceAnswer},
    open::{Ground, Next, account::read_anew, device::Hint, outcome::Outcome, page},
};

/// Opens the page, and asks which passwords the service takes.
pub(super) fn open(ground: &mut Ground) -> Next {
    if ground.is_on_top(KEY) {
        return Command::done();
    }
    let status = ground.account().and_then(|account| account.figures.get::<Status>());
    let is_absent = status.is_some_and(|known| *known.value == PasswordStatus::Absent);
    let revision = ground.next_revision();
    ground.show(Change::new(!is_absent, revision));
    if !ground.offers(Capability::Password) {
        return Command::done();
    }
    page::ask::<Change, _>(KEY, Policy, ground, Event::Policy)
}

/// Nothing that can be seen to be wrong is sent.
pub(super) fn send(form: &mut Change, ground: &Ground) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    if form.busy || !ground.offers(Capability::Password) {
        return Command::done();
    }
    form.tried = true;
    form.faults = form.check();
    if form.faults.is_any() {
        return Command::done();
    }
    form.busy = true;
    // Where there is no password yet, the one in force is empty (our own contract).
    let old = form.old.as_ref().map(|old| old.text.clone()).unwrap_or_default();
    let question = password::Change { old, new: form.new.text.clone() };
    let inn = account.inn.clone();
    // A new password is in force whatever is open when the answer comes.
    page::ask_lasting::<Change, _>(KEY, question, ground, move |answer| Event::Changed { inn, answer })
}

/// The change was done, or was not; another person's account may be open by now, or none.
pub(super) fn changed(
    form: Option<&mut Change>,
    inn: Inn,
    answer: ServiceAnswer<Changed>,
    ground: &mut Ground,
) -> Next {
    let is_open = ground.account().is_some_and(|account| account.inn == inn);
    let waiting = remember_change(inn, &answer.result, ground);
    if !is_open {
        return waiting;
    }
    let ServiceAnswer { at, result } = answer;
    let shown = match (form, result) {
        (_, Ok(Changed::Done)) => done(&at, ground),
        (None, _) => Command::done(),
        (Some(form), result) => {
            form.busy = false;
            match result {
                Ok(Changed::OldWrong) => {
                    // It stands in view and can be corrected. Where none was asked for, there is one after all.
                    form.old.get_or_insert_default();
                    form.faults.old = Some(OldFault::Wrong);
                }
                Ok(Changed::Refused { words }) => form.faults.said = Some(Said::Refused(words)),
                Err(failure) => form.faults.said = Some(Said::Failed(failure)),
                Ok(Changed::Done) => {}
            }
            Command::done()
        }
    };
    waiting.and(shown)
}

/// Where the new password is in force, or may be, the guide to a refused one has to know: a change may have failed unseen, or
/// have been done unseen.
fn remember_change(inn: Inn, result: &Result<Changed, Failure>, ground: &mut Ground) -> Next {
    match result {
        Ok(Changed::Done) => ground.hint = Some(Hint::PasswordSet),
        Ok(Changed::OldWrong | Changed::Refused { .. }) => return Command::done(),
        Err(failure) if Outcome::of(failure) != Outcome::Unknown => return Command::done(),
        Err(_) => {}
    }
    ground.waiting.changed = Some((inn, ground.now.trusted()));
    ground.keep_waiting()
}

/// It is in force: the page goes.
fn done(at: &Moment, ground: &mut Ground) -> Next {
    ground.remove(KEY);
    let day = ground.today();
    if let Some(account) = ground.account_mut() {
        account.change(|gate: &mut Gate| *gate = Gate::default());
    }
    read_anew(ground, Status, Some(PasswordStatus::Own { changed: Some(day) }), at)
}
