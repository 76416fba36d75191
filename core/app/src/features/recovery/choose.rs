//! A password is chosen by a letter's link, and the person signed in with it.

use crux_core::Command;
use fl_domain::{
    Inn, Secret,
    service::{
        Failure, OfflineCause, SignIn,
        recovery::{PasswordSet, SetPassword},
    },
};

use super::{
    fault::Fault,
    model::{Event, KEY, Recovering, Step},
};
use crate::{
    kit::{
        effects::{ServiceAnswer, SignInCall},
        flow,
        policy::PASSWORD_LIMIT,
    },
    open::{Ground, Next, device::Hint, page, session},
};

/// Nothing that can be seen to be wrong is sent.
pub(super) fn set_password(page: &mut Recovering, ground: &Ground) -> Next {
    let Step::Choose(choose) = &mut page.step else { return Command::done() };
    if page.busy {
        return Command::done();
    }
    choose.tried = true;
    let is_too_long = choose.new.expose().chars().count() > PASSWORD_LIMIT;
    if is_too_long || !choose.policy.is_met(choose.new.expose()) {
        page.fault = Some(if is_too_long { Fault::TooLong } else { Fault::Weak });
        return Command::done();
    }
    let (inn, new) = (choose.inn.clone(), choose.new.clone());
    let question = SetPassword { token: choose.token.clone(), new: new.clone() };
    (page.busy, page.fault) = (true, None);
    page::ask::<Recovering, _>(KEY, question, ground, move |answer| Event::Set { inn, new, answer })
}

/// It was set, or was not; the page may be gone by now.
pub(super) fn told(
    page: Option<&mut Recovering>,
    inn: Inn,
    new: Secret,
    result: Result<PasswordSet, Failure>,
    ground: &mut Ground,
) -> Next {
    let fault = match result {
        Ok(PasswordSet::Done) => return done(page, inn, new, ground),
        Ok(PasswordSet::Stale) => Fault::LinkStale,
        Ok(PasswordSet::Used) => Fault::LinkUsed,
        Ok(PasswordSet::Refused { words }) | Err(Failure::Refused { words }) => Fault::PasswordRefused(words),
        Err(Failure::Offline(OfflineCause::NoAnswer | OfflineCause::Lost)) => Fault::Unknown,
        Err(failure) => Fault::Service(failure),
    };
    if let Some(page) = page {
        page.busy = false;
        if matches!(fault, Fault::LinkStale | Fault::LinkUsed) {
            page.go(Step::letter(), ground);
        }
        page.fault = Some(fault);
    }
    Command::done()
}

/// The new password is in force: where no account is open, the person is signed in with it.
fn done(page: Option<&mut Recovering>, inn: Inn, new: Secret, ground: &mut Ground) -> Next {
    come(&inn, ground);
    let keep = ground.keep_waiting();
    if let Some(page) = page
        && ground.account().is_none()
    {
        page.busy = true;
        return keep.and(sign_in(inn, new));
    }
    ground.remove(KEY);
    ground.hint = Some(Hint::PasswordSet);
    keep
}

/// What was waited for has come; a block goes on, whoever's it is.
fn come(inn: &Inn, ground: &mut Ground) {
    let now = ground.now.trusted();
    if let Some(wait) = ground.waiting.recovery.as_mut().filter(|wait| wait.inn == *inn) {
        wait.letter_at = None;
        if wait.blocked_until.is_none_or(|until| until <= now) {
            ground.waiting.recovery = None;
        }
    }
}

fn sign_in(inn: Inn, new: Secret) -> Next {
    Command::new(|ctx| async move {
        let call = SignInCall { inn: inn.clone(), password: new.clone(), captcha: None };
        let (answer, picture) = flow::sign_in(&ctx, call).await;
        ctx.send_event(page::lasting::<Recovering>(KEY, Event::SignedIn { inn, new, answer, picture }));
    })
}

/// Whatever the sign-in says is said on its own screen, with the INN filled in and the new password, where that is wanted again.
pub(super) fn signed_in(
    inn: Inn,
    new: Secret,
    answer: ServiceAnswer<SignIn>,
    picture: Option<Result<String, Failure>>,
    ground: &mut Ground,
) -> Next {
    ground.now = answer.at;
    ground.clear();
    session::recovered(inn, new, answer, picture, ground)
}
