//! Getting in and out: four machines side by side, each in its file. Signing in (INN, password, digits of a picture), choosing a PIN,
//! unlocking with it or with a finger or face, and leaving. `README.md` beside this file draws them as one.

mod accounts;
pub(super) mod event;
pub(super) mod leave;
pub(super) mod model;
mod pin;
mod sign_in;
pub(super) mod start;
mod unlock;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::{Secret, Timestamp};

use super::{
    event::Next,
    ground::{Ground, Stage},
};

pub(crate) use event::{Event, Intent};
pub(crate) use leave::forget;
pub(crate) use sign_in::{accepted, after, recovered, typed_login, typed_password};
pub(crate) use start::started;
pub(crate) use view::{forming, path, view};

/// A person did something.
pub(super) fn touched(intent: Intent, ground: &mut Ground) -> Next {
    match intent {
        Intent::SignIn | Intent::SendCaptcha => sign_in::send(ground),
        Intent::AnotherPicture => sign_in::another_picture(ground),
        Intent::SignInAgain => sign_in::again(ground),
        Intent::KeepPin => pin::keep(ground),
        Intent::Unlock => unlock::unlock(ground),
        Intent::UseBiometrics => unlock::use_biometrics(ground),
        Intent::Lock => leave::lock(ground),
        Intent::AskSignOut => leave::ask(ground),
        Intent::SignOut => leave::sign_out(ground),
        Intent::TryAgain => start::look(),
        Intent::ListAccounts => accounts::look(false, ground),
        Intent::AddAccount => accounts::look(true, ground),
        Intent::ChooseAccount(index) => accounts::choose(index, ground),
    }
}

/// Something came back.
pub(super) fn on_event(event: Event, ground: &mut Ground) -> Next {
    match event {
        Event::SignedIn { inn, answer, picture } => {
            ground.now = answer.at;
            sign_in::signed_in(inn, answer.result, picture, ground)
        }
        Event::Picture(answer) => {
            ground.now = answer.at;
            sign_in::picture(answer.result, ground)
        }
        Event::Opened { now, result } => {
            ground.touch(now);
            unlock::opened(result, ground)
        }
        Event::Resumed(result) => sign_in::resumed(&result, ground),
        Event::Looked(result) => started(&result, ground),
        Event::Left(result) => leave::left(&result, ground),
        Event::Wiped(result) => leave::wiped(&result, ground),
        Event::Accounts { add, result } => accounts::looked(add, &result, ground),
    }
}

/// A field was typed into.
pub(super) fn edit(field: &str, text: Secret, ground: &mut Ground) -> Next {
    match &mut ground.stage {
        Stage::SignedOut(form) => form.edit(field, text),
        Stage::Open(account) => {
            // Whose account it is stays as it is: another person's session has no place in it.
            if let Some(form) = account.sign_in_again.as_mut().filter(|_| field != model::INN) {
                form.edit(field, text);
            }
        }
        Stage::ChoosePin(form) => form.edit(field, &text),
        Stage::Locked(form) => form.edit(field, &text),
        Stage::Starting | Stage::Blocked(_) => {}
    }
    Next::done()
}

/// A person looks at something else: a secret that was typed is dropped, since no shell shows it again.
pub(super) fn left(ground: &mut Ground) {
    let revision = ground.next_revision();
    match &mut ground.stage {
        Stage::SignedOut(form) => form.forget_secrets(revision),
        Stage::Locked(form) => form.forget_secrets(revision),
        Stage::ChoosePin(form) => form.forget_secrets(revision),
        Stage::Open(account) => {
            if let Some(form) = &mut account.sign_in_again {
                form.forget_secrets(revision);
            }
        }
        Stage::Starting | Stage::Blocked(_) => {}
    }
}

/// What the sign-in waits for, by the service's clock.
pub(super) fn awaited(ground: &Ground) -> Option<Timestamp> {
    match &ground.stage {
        Stage::SignedOut(form) => sign_in::awaited(form, ground),
        Stage::Open(account) => {
            account.sign_in_again.as_ref().and_then(|form| sign_in::awaited(form, ground))
        }
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => None,
    }
}

/// Going back from a screen that is no page.
pub(super) fn back(ground: &mut Ground) -> Next {
    match &ground.stage {
        Stage::SignedOut(_) => sign_in::back(ground),
        Stage::Locked(_) => unlock::back(ground),
        Stage::ChoosePin(_) => pin::back(ground),
        Stage::Open(_) => leave::back(ground),
        Stage::Starting | Stage::Blocked(_) => Next::done(),
    }
}
