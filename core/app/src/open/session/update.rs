use crux_core::Command;
use fl_domain::{
    Inn, Secret, Timestamp,
    access::{pin_weakness, without_line_end},
    service::{Failure, SignIn},
};

use super::{CaptchaForm, ChoosePin, Event, Intent, Over, PinFault, SignInFault, SignInForm, UnlockForm};
use crate::{
    app::{Event as AppEvent, Place},
    effects::{
        CaptchaCall, Effect, Now, PlatformFault, ServiceAnswer, SignInCall, UnlockFault, Unlocked, Vault,
        VaultFault, VaultStatus, Vaulted, Waiting,
    },
    features::{
        account::{self, Account},
        device,
    },
    flow,
    model::{Model, Stage},
    page,
    policy::PASSWORD_LIMIT,
    screen::FieldId,
};

type Next = Command<Effect, AppEvent>;

/// The device was looked at.
pub(crate) fn started(vault: &Result<Vaulted, VaultFault>, model: &mut Model) -> Next {
    let revision = model.next_revision();
    model.stage = match vault {
        Ok(Vaulted::Status(VaultStatus::Accounts(accounts))) => {
            match UnlockForm::first(accounts.clone(), revision) {
                Ok(form) => Stage::Locked(form),
                Err(Some(lost)) => Stage::SignedOut(SignInForm::after(lost, revision)),
                Err(None) => Stage::SignedOut(SignInForm::new(revision)),
            }
        }
        // A login that is waited for is filled in already.
        Ok(_) => Stage::SignedOut(match &model.waiting.activation {
            Some((inn, _)) => SignInForm::again(inn, revision),
            None => SignInForm::new(revision),
        }),
        Err(fault) => Stage::Blocked(*fault),
    };
    Command::done()
}

/// What the form waits for, by the service's clock.
pub(crate) fn awaited(form: &SignInForm, model: &Model) -> Option<Timestamp> {
    match (&form.fault, &model.waiting.activation) {
        (Some(SignInFault::NotYetActive(until)), _) | (None, Some((_, until))) => Some(*until),
        _ => model.waiting.forming,
    }
}

/// A field was typed into.
pub(crate) fn edit(field: FieldId, text: Secret, model: &mut Model) -> Next {
    match (&mut model.stage, field) {
        (Stage::SignedOut(form), _) => edit_sign_in(form, field, text),
        (Stage::Open(account), _) => {
            // Whose account it is stays as it is: another person's session has no place in it.
            if let Some(form) = account.sign_in_again.as_mut().filter(|_| field != FieldId::Inn) {
                edit_sign_in(form, field, text);
            }
        }
        (Stage::ChoosePin(form), FieldId::Pin) => form.pin = text,
        (Stage::ChoosePin(form), FieldId::PinAgain) => form.again = text,
        (Stage::Locked(form), FieldId::Pin) => form.pin = text,
        (Stage::ChoosePin(_) | Stage::Locked(_) | Stage::Starting | Stage::Blocked(_), _) => {}
    }
    Command::done()
}

fn edit_sign_in(form: &mut SignInForm, field: FieldId, text: Secret) {
    match field {
        FieldId::Inn => {
            if matches!(form.fault, Some(SignInFault::Inn(_))) {
                form.fault = None;
            }
            form.inn = text;
        }
        FieldId::Password => {
            if matches!(form.fault, Some(SignInFault::PasswordEmpty | SignInFault::PasswordTooLong)) {
                form.fault = None;
            }
            // A copied password brings an end of line along, which nobody means.
            form.password = Secret::new(without_line_end(text.expose()));
        }
        FieldId::Captcha => {
            if let Some(captcha) = &mut form.captcha {
                captcha.digits = text;
                captcha.empty = false;
            }
        }
        _ => {}
    }
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    match intent {
        Intent::SignIn | Intent::SendCaptcha => send(model),
        Intent::AnotherPicture => another_picture(model),
        Intent::KeepPin => keep_pin(model),
        Intent::Unlock => unlock(model),
        Intent::UseBiometrics => use_biometrics(model),
        Intent::Lock => lock(model),
        Intent::SignInAgain => {
            model.pages.clear();
            let revision = model.next_revision();
            if let Stage::Open(account) = &mut model.stage {
                account.sign_in_again = Some(SignInForm::again(&account.inn, revision));
            }
            Command::done()
        }
        Intent::AskSignOut => {
            model.pages.clear();
            match &mut model.stage {
                Stage::Open(account) => account.asking_sign_out = true,
                Stage::Locked(form) => form.over = Over::Asking,
                Stage::Starting | Stage::Blocked(_) | Stage::SignedOut(_) | Stage::ChoosePin(_) => {}
            }
            Command::done()
        }
        Intent::SignOut => {
            let which = match &model.stage {
                Stage::Locked(form) => Some(form.account.clone()),
                _ => None,
            };
            Command::request_from_shell(Vault::Wipe(which)).then_send(|r| AppEvent::Session(Event::Wiped(r)))
        }
        Intent::TryAgain => {
            Command::request_from_shell(Vault::Look).then_send(|r| AppEvent::Session(Event::Looked(r)))
        }
    }
}

/// The form in use, and whether it belongs to an account that is open.
fn form(model: &mut Model) -> Option<&mut SignInForm> {
    match &mut model.stage {
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

fn send(model: &mut Model) -> Next {
    let Some(form) = form(model) else { return Command::done() };
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
        Some(captcha) if captcha.digits.expose().trim().is_empty() => {
            captcha.empty = true;
            return Command::done();
        }
        Some(captcha) => Some(captcha.digits.expose().trim().to_owned()),
    };
    form.busy = true;
    form.fault = None;
    let call = SignInCall { inn: inn.clone(), password: form.password.clone(), captcha };
    Command::new(|ctx| async move {
        let (answer, picture) = flow::sign_in(&ctx, call).await;
        ctx.send_event(AppEvent::Session(Event::SignedIn { inn, answer, picture }));
    })
}

fn another_picture(model: &mut Model) -> Next {
    let Some(form) = form(model) else { return Command::done() };
    let Ok(inn) = checked(form) else { return Command::done() };
    if form.busy {
        return Command::done();
    }
    form.busy = true;
    Command::request_from_shell(CaptchaCall { inn }).then_send(|a| AppEvent::Session(Event::Picture(a)))
}

fn keep_pin(model: &mut Model) -> Next {
    let today = model.today();
    let Stage::ChoosePin(form) = &mut model.stage else { return Command::done() };
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

fn unlock(model: &mut Model) -> Next {
    let Stage::Locked(form) = &mut model.stage else { return Command::done() };
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

/// The PIN can be typed meanwhile; whichever opens first wins.
fn use_biometrics(model: &mut Model) -> Next {
    let prompt = device::prompt(model);
    match &mut model.stage {
        Stage::Locked(form) if form.biometrics && !form.busy => {
            form.fault = None;
            open(Vault::UnlockWithBiometrics { account: form.account.clone(), prompt })
        }
        _ => Command::done(),
    }
}

fn open(operation: Vault) -> Next {
    Command::new(|ctx| async move {
        let result = ctx.request_from_shell(operation).await;
        let now = ctx.request_from_shell(Now).await;
        ctx.send_event(AppEvent::Session(Event::Opened { now, result }));
    })
}

/// Locks the open account; at once on the screen, whatever the vault still does.
pub(crate) fn lock(model: &mut Model) -> Next {
    if !matches!(model.stage, Stage::Open(_)) {
        return Command::done();
    }
    close(model);
    Command::new(|ctx| async move {
        let _ = ctx.request_from_shell(Vault::Lock).await;
        let result = ctx.request_from_shell(Vault::Look).await;
        ctx.send_event(AppEvent::Session(Event::Looked(result)));
    })
}

/// A person looks at something else: a secret that was typed is dropped, since no shell shows it again.
pub(crate) fn left(model: &mut Model) {
    let revision = model.next_revision();
    match &mut model.stage {
        Stage::SignedOut(form) => form.forget_password(revision),
        Stage::Locked(form) => {
            form.pin = Secret::default();
            form.revision = revision;
        }
        Stage::ChoosePin(form) => {
            (form.pin, form.again) = (Secret::default(), Secret::default());
            form.revision = revision;
        }
        Stage::Starting | Stage::Blocked(_) | Stage::Open(_) => {}
    }
}

/// Going back from a screen before the account.
pub(crate) fn back(model: &mut Model) -> Next {
    let revision = model.next_revision();
    match &mut model.stage {
        // The password is typed anew: what a shell still shows of it is never known for sure.
        Stage::SignedOut(form) => {
            if form.captcha.take().is_none() && !form.beside.is_empty() {
                let accounts = std::mem::take(&mut form.beside);
                if let Ok(form) = UnlockForm::first(accounts, revision) {
                    model.stage = Stage::Locked(form);
                }
            } else {
                form.forget_password(revision);
            }
            Command::done()
        }
        Stage::Locked(form) => {
            form.over = Over::Nothing;
            Command::done()
        }
        // The session is dropped: nothing was kept yet.
        Stage::ChoosePin(form) => {
            let beside = std::mem::take(&mut form.beside);
            let revision = model.next_revision();
            model.stage = Stage::SignedOut(SignInForm::beside(beside, revision));
            forget()
        }
        Stage::Starting | Stage::Blocked(_) | Stage::Open(_) => Command::done(),
    }
}

/// Something came back.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    match event {
        Event::SignedIn { inn, answer, picture } => {
            model.now = answer.at;
            signed_in(inn, answer.result, picture, model)
        }
        Event::Picture(answer) => {
            model.now = answer.at;
            let revision = model.next_revision();
            if let Some(form) = form(model) {
                form.busy = false;
                show_picture(form, answer.result, false, revision);
            }
            Command::done()
        }
        Event::Opened { now, result } => {
            model.touch(now);
            opened(result, model)
        }
        Event::Resumed(result) => match (&mut model.stage, result) {
            (Stage::Open(account), Ok(_)) => {
                account.sign_in_again = None;
                account::refresh(account)
            }
            (Stage::Open(account), Err(fault)) => {
                account.keep_fault = Some(fault);
                account.sign_in_again = None;
                account::refresh(account)
            }
            _ => Command::done(),
        },
        Event::Looked(result) => started(&result, model),
        Event::Left(result) => {
            // With the last account the runtime drops what was waited for: nothing of it may be kept anew from here.
            if matches!(result, Ok(Vaulted::Status(VaultStatus::Empty))) {
                model.waiting = Waiting::default();
            }
            started(&result, model)
        }
        // Another account may be here: it is asked for its PIN next.
        Event::Wiped(Ok(_)) => {
            close(model);
            Command::request_from_shell(Vault::Look).then_send(|r| AppEvent::Session(Event::Left(r)))
        }
        Event::Wiped(Err(fault)) => {
            model.epoch += 1;
            model.stage = Stage::Blocked(fault);
            Command::done()
        }
    }
}

fn signed_in(
    inn: Inn,
    result: Result<SignIn, Failure>,
    picture: Option<Result<String, Failure>>,
    model: &mut Model,
) -> Next {
    let (revision, trusted) = (model.next_revision(), model.now.trusted());
    let Some(form) = form(model) else { return Command::done() };
    form.busy = false;
    match result {
        Ok(SignIn::Accepted) => accepted(&inn, model),
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
            model.waiting.activation = Some((inn, until));
            model.keep_waiting()
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
pub(crate) fn typed_login(model: &Model) -> Secret {
    match &model.stage {
        Stage::SignedOut(form) => form.inn.clone(),
        Stage::Open(account) => Secret::new(account.inn.as_str()),
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => Secret::default(),
    }
}

/// What is typed as the password, where one is.
pub(crate) fn typed_password(model: &Model) -> Option<&str> {
    let form = match &model.stage {
        Stage::SignedOut(form) => Some(form),
        Stage::Open(account) => account.sign_in_again.as_ref(),
        Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => None,
    };
    form.map(|form| form.password.expose()).filter(|text| !text.is_empty())
}

/// Signed in some way: a PIN is chosen, or the session of the account that is open goes on.
pub(crate) fn accepted(inn: &Inn, model: &mut Model) -> Next {
    if let Stage::Open(_) = model.stage {
        return Command::request_from_shell(Vault::Resume)
            .then_send(|r| AppEvent::Session(Event::Resumed(r)));
    }
    model.pages.clear();
    let beside = match &model.stage {
        Stage::SignedOut(form) => form.beside.clone(),
        Stage::Locked(form) => form.accounts.clone(),
        _ => Vec::new(),
    };
    let revision = model.next_revision();
    model.stage = Stage::ChoosePin(ChoosePin { beside, ..ChoosePin::new(inn.clone(), revision) });
    // Whatever was waited for before this login has come.
    let activation = model.waiting.activation.take_if(|(whose, _)| whose == inn);
    if activation.is_some() { model.keep_waiting() } else { Command::done() }
}

/// The session of a sign-in that leads nowhere is dropped.
pub(crate) fn forget() -> Next {
    Command::request_from_shell(Vault::Forget).then_send(|r| AppEvent::Session(Event::Resumed(r)))
}

/// A password was recovered and signed in with: what the service said is shown where a sign-in is, both filled in.
pub(crate) fn recovered(
    inn: Inn,
    password: Secret,
    answer: ServiceAnswer<SignIn>,
    picture: Option<Result<String, Failure>>,
    model: &mut Model,
) -> Next {
    let revision = model.next_revision();
    let (beside, forgets) = match &model.stage {
        Stage::Locked(form) => (form.accounts.clone(), false),
        Stage::SignedOut(form) => (form.beside.clone(), false),
        // Whoever was about to choose a PIN is not signed in any more: no account is made with another session than its own.
        Stage::ChoosePin(form) => (form.beside.clone(), true),
        Stage::Starting | Stage::Blocked(_) | Stage::Open(_) => return Command::done(),
    };
    let is_in = answer.result == Ok(SignIn::Accepted);
    if !is_in {
        model.hint = Some(device::Hint::PasswordSet);
    }
    model.stage = Stage::SignedOut(SignInForm { password, beside, ..SignInForm::again(&inn, revision) });
    let next = signed_in(inn, answer.result, picture, model);
    if forgets && !is_in { next.and(forget()) } else { next }
}

/// The open account is left, at once on the screen, whatever the vault still does.
pub(crate) fn close(model: &mut Model) {
    model.epoch += 1;
    page::account_closed(model);
    model.stage = Stage::Starting;
}

/// So many seconds later; the far future where the calendar ends.
pub(crate) fn after(at: Timestamp, seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    Timestamp::from_second(at.as_second().saturating_add(seconds)).unwrap_or(Timestamp::MAX)
}

fn no_picture() -> Result<String, Failure> {
    Err(Failure::Unexpected { operation: "captcha".to_owned(), code: "no-picture".to_owned() })
}

fn show_picture(form: &mut SignInForm, picture: Result<String, Failure>, wrong: bool, revision: u32) {
    form.captcha = Some(CaptchaForm { picture, digits: Secret::default(), revision, wrong, empty: false });
}

fn opened(result: Result<Vaulted, VaultFault>, model: &mut Model) -> Next {
    match result {
        // It was given up meanwhile: what opened is closed again.
        Ok(_) if !matches!(model.stage, Stage::Locked(_) | Stage::ChoosePin(_)) => {
            Command::request_from_shell(Vault::Lock).then_send(|r| AppEvent::Session(Event::Resumed(r)))
        }
        Ok(Vaulted::Opened(unlocked)) => enter(unlocked, model),
        Ok(_) => {
            model.stage = Stage::Blocked(VaultFault::Broken);
            Command::done()
        }
        Err(VaultFault::Unlock(UnlockFault::Lost(lost))) => {
            let revision = model.next_revision();
            model.stage = Stage::SignedOut(SignInForm::after(lost, revision));
            Command::done()
        }
        // The PIN may be on its way meanwhile: nothing of it is touched.
        Err(VaultFault::Biometrics(fault)) => {
            if let Stage::Locked(form) = &mut model.stage
                && fault != PlatformFault::Cancelled
            {
                form.biometrics &= fault != PlatformFault::Invalidated;
                form.fault = Some(PinFault::Biometrics(fault));
            }
            Command::done()
        }
        Err(fault) => {
            let fault_shown = match fault {
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
            let revision = model.next_revision();
            match &mut model.stage {
                Stage::Locked(form) => {
                    if let PinFault::Wrong(left) = fault_shown {
                        form.attempts_left = left;
                    }
                    form.pin = Secret::default();
                    form.revision = revision;
                    form.busy = false;
                    form.fault = Some(fault_shown);
                }
                Stage::ChoosePin(form) => {
                    form.busy = false;
                    form.fault = Some(fault_shown);
                }
                Stage::Starting | Stage::Blocked(_) | Stage::SignedOut(_) | Stage::Open(_) => {}
            }
            Command::done()
        }
    }
}

fn enter(unlocked: Unlocked, model: &mut Model) -> Next {
    model.epoch += 1;
    let mut account = Account::new(model.epoch, unlocked);
    let wanted = model.wanted.take().unwrap_or(Place::Home);
    if matches!(wanted, Place::Operations | Place::Income) {
        account.place = wanted;
    }
    account.operations.search_revision = model.next_revision();
    let load = account::opened(&mut account, model);
    model.stage = Stage::Open(Box::new(account));
    load.and(page::go(wanted, model))
}
