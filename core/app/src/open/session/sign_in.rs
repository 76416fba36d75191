use crux_core::Command;
use fl_domain::{
    Inn, Secret, Timestamp,
    service::{Failure, SignIn},
    typed::seen,
};

use super::{
    event::Event,
    leave::forget,
    model::{CaptchaForm, ChoosePin, SignInFault, SignInForm, UnlockForm},
};
use crate::{
    kit::{
        effects::{CaptchaCall, ServiceAnswer, SignInCall, Vault, VaultFault, Vaulted},
        flow,
        policy::PASSWORD_LIMIT,
    },
    open::{
        account,
        device::hint::Hint,
        event::{Event as AppEvent, Next},
        ground::{Ground, Stage},
    },
};

/// What the form waits for, by the service's clock.
pub(super) fn awaited(form: &SignInForm, ground: &Ground) -> Option<Timestamp> {
    match (&form.fault, &ground.waiting.activation) {
        (Some(SignInFault::NotYetActive(until)), _) | (None, Some((_, until))) => Some(*until),
        (Some(_), _) | (None, None) => ground.waiting.forming,
    }
}

/// The form in use.
fn form(ground: &mut Ground) -> Option<&mut SignInForm> {
    match &mut ground.stage {
        Stage::SignedOut(form) => Some(form),
        Stage::Open(account) => account.sign_in_again.as_mut(),
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => None,
    }
}

/// Everything that can be seen to be wrong is named here, before an attempt is spent on it.
fn checked(form: &SignInForm) -> Result<Inn, SignInFault> {
    let inn = Inn::parse_person(form.inn.expose()).map_err(SignInFault::Inn)?;
    match form.password.expose().chars().count() {
        0 => Err(SignInFault::PasswordEmpty),
        n if n > PASSWORD_LIMIT => Err(SignInFault::PasswordTooLong),
        _ => Ok(inn),
    }
}

/// Sends INN and password, and the digits of a picture where they are wanted.
pub(super) fn send(ground: &mut Ground) -> Next {
    let Some(form) = form(ground) else { return Command::done() };
    if form.busy {
        return Command::done();
    }
    let inn = match checked(form) {
        Ok(inn) => inn,
        Err(fault) => {
            form.fault = Some(fault);
            form.captcha = None;
            return Command::done();
        }
    };
    let captcha = match &mut form.captcha {
        None => None,
        Some(captcha) if seen(captcha.digits.expose()).is_empty() => {
            captcha.empty = true;
            return Command::done();
        }
        Some(captcha) => Some(seen(captcha.digits.expose())),
    };
    form.busy = true;
    form.fault = None;
    let call = SignInCall { inn: inn.clone(), password: form.password.clone(), captcha };
    Command::new(|ctx| async move {
        let (answer, picture) = flow::sign_in(&ctx, call).await;
        ctx.send_event(AppEvent::Session(Event::SignedIn { inn, answer, picture }));
    })
}

/// Asks for another picture.
pub(super) fn another_picture(ground: &mut Ground) -> Next {
    let Some(form) = form(ground) else { return Command::done() };
    let Ok(inn) = checked(form) else { return Command::done() };
    if form.busy {
        return Command::done();
    }
    form.busy = true;
    Command::request_from_shell(CaptchaCall { inn }).then_send(|a| AppEvent::Session(Event::Picture(a)))
}

/// It came, or did not.
pub(super) fn picture(result: Result<String, Failure>, ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    if let Some(form) = form(ground) {
        form.busy = false;
        show_picture(form, result, false, revision);
    }
    Command::done()
}

/// The session ended: the password is wanted again.
pub(super) fn again(ground: &mut Ground) -> Next {
    ground.clear();
    let revision = ground.next_revision();
    if let Some(account) = ground.account_mut() {
        account.sign_in_again = Some(SignInForm::again(&account.inn, revision));
    }
    Command::done()
}

/// The session that ended is replaced, or could not be kept.
pub(super) fn resumed(result: &Result<Vaulted, VaultFault>, ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    if let Err(fault) = result {
        account.keep_fault = Some(*fault);
    }
    account.sign_in_again = None;
    account::refresh(ground)
}

/// The service answered.
pub(super) fn signed_in(
    inn: Inn,
    result: Result<SignIn, Failure>,
    picture: Option<Result<String, Failure>>,
    ground: &mut Ground,
) -> Next {
    let (revision, trusted) = (ground.next_revision(), ground.now.trusted());
    let Some(form) = form(ground) else { return Command::done() };
    form.busy = false;
    match result {
        Ok(SignIn::Accepted) => accepted(&inn, ground),
        Ok(SignIn::WrongPassword) => {
            // Where it stands in view it can be corrected; after the picture it is typed anew.
            if form.captcha.take().is_some() {
                form.forget_password(revision);
            }
            form.fault = Some(SignInFault::WrongPassword);
            Command::done()
        }
        Ok(SignIn::PrimaryExpired) => {
            form.captcha = None;
            form.forget_password(revision);
            form.fault = Some(SignInFault::PrimaryExpired);
            Command::done()
        }
        Ok(SignIn::NotYetActive { seconds }) => {
            form.captcha = None;
            let until = after(trusted, seconds);
            form.fault = Some(SignInFault::NotYetActive(until));
            ground.waiting.activation = Some((inn, until));
            ground.keep_waiting()
        }
        Ok(SignIn::CaptchaWanted) => {
            show_picture(form, picture.unwrap_or_else(no_picture), false, revision);
            Command::done()
        }
        Ok(SignIn::CaptchaWrong) => {
            show_picture(form, picture.unwrap_or_else(no_picture), true, revision);
            Command::done()
        }
        Err(failure) => {
            form.fault = Some(SignInFault::Service(failure));
            Command::done()
        }
    }
}

/// What is typed as the login, where one is asked for.
pub(crate) fn typed_login(ground: &Ground) -> Secret {
    match &ground.stage {
        Stage::SignedOut(form) => form.inn.clone(),
        Stage::Open(account) => Secret::new(account.inn.as_str()),
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => Secret::default(),
    }
}

/// What is typed as the password, where one is.
pub(crate) fn typed_password(ground: &Ground) -> Option<&str> {
    let form = match &ground.stage {
        Stage::SignedOut(form) => Some(form),
        Stage::Open(account) => account.sign_in_again.as_ref(),
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => None,
    };
    form.map(|form| form.password.expose()).filter(|text| !text.is_empty())
}

/// Signed in some way: a PIN is chosen, or the session of the account that is open goes on.
pub(crate) fn accepted(inn: &Inn, ground: &mut Ground) -> Next {
    if ground.stage.is_open() {
        return Command::request_from_shell(Vault::Resume)
            .then_send(|r| AppEvent::Session(Event::Resumed(r)));
    }
    ground.clear();
    let beside = match &ground.stage {
        Stage::SignedOut(form) => form.beside.clone(),
        Stage::Locked(form) => form.accounts.clone(),
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Open(_) => Vec::new(),
    };
    let revision = ground.next_revision();
    ground.stage = Stage::ChoosePin(ChoosePin { beside, ..ChoosePin::new(inn.clone(), revision) });
    // Whatever was waited for before this login has come.
    let activation = ground.waiting.activation.take_if(|(whose, _)| whose == inn);
    if activation.is_some() { ground.keep_waiting() } else { Command::done() }
}

/// A password was recovered and signed in with: what the service said is shown where a sign-in is, both filled in.
pub(crate) fn recovered(
    inn: Inn,
    password: Secret,
    answer: ServiceAnswer<SignIn>,
    picture: Option<Result<String, Failure>>,
    ground: &mut Ground,
) -> Next {
    let revision = ground.next_revision();
    let (beside, forgets) = match &ground.stage {
        Stage::Locked(form) => (form.accounts.clone(), false),
        Stage::SignedOut(form) => (form.beside.clone(), false),
        // Whoever was about to choose a PIN is not signed in any more: no account is made with another session than its own.
        Stage::ChoosePin(form) => (form.beside.clone(), true),
        Stage::Starting | Stage::Blocked(_) | Stage::Open(_) => return Command::done(),
    };
    let is_in = answer.result == Ok(SignIn::Accepted);
    if !is_in {
        ground.hint = Some(Hint::PasswordSet);
    }
    ground.stage = Stage::SignedOut(SignInForm { password, beside, ..SignInForm::again(&inn, revision) });
    let next = signed_in(inn, answer.result, picture, ground);
    if forgets && !is_in { next.and(forget()) } else { next }
}

/// Going back: from the picture to the form; from a form beside other accounts to those.
pub(super) fn back(ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    let Stage::SignedOut(form) = &mut ground.stage else { return Command::done() };
    // The password is typed anew: what a shell still shows of it is never known for sure.
    if form.captcha.take().is_none() && !form.beside.is_empty() {
        let accounts = std::mem::take(&mut form.beside);
        if let Ok(form) = UnlockForm::first(accounts, revision) {
            ground.stage = Stage::Locked(form);
        }
    } else {
        form.forget_password(revision);
    }
    Command::done()
}

/// So many seconds later; the far future where the calendar ends.
pub(crate) fn after(at: Timestamp, seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    Timestamp::from_second(at.as_second().saturating_add(seconds)).unwrap_or(Timestamp::MAX)
}

/// A picture is wanted and none was asked for: a mistake between rooms.
fn no_picture() -> Result<String, Failure> {
    Err(Failure::Unexpected { operation: "captcha".to_owned(), code: "no-picture".to_owned() })
}

fn show_picture(form: &mut SignInForm, picture: Result<String, Failure>, wrong: bool, revision: u32) {
    form.captcha = Some(CaptchaForm { picture, digits: Secret::default(), revision, wrong, empty: false });
}
