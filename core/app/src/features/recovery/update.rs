use crux_core::Command;
use fl_domain::{
    Inn, Secret, Timestamp,
    access::{Email, check_control_word, without_line_end},
    service::{Ask, Capability, Failure, OfflineCause, RecoveryField, RecoveryForm, SignIn, Told},
};

use super::{Choose, Event, Fault, Intent, Recovery, Step, link};
use crate::{
    app::Event as AppEvent,
    effects::{AskCall, Effect, Moment, RecoveryWait, ServiceAnswer, SignInCall},
    features::{device::Hint, session},
    flow,
    model::{Model, Stage},
    page::{self, Page},
    policy::PASSWORD_LIMIT,
    screen::FieldId,
};

type Next = Command<Effect, AppEvent>;

/// The page; where it is known whose password it is, how things stand is asked, which costs nothing.
pub(crate) fn open(model: &mut Model) -> Next {
    if matches!(model.pages.last(), Some(Page::Recovery(_))) {
        return Command::done();
    }
    let typed = session::typed_login(model);
    let waited = model.waiting.recovery.as_ref().map(|wait| Secret::new(wait.inn.as_str()));
    let inn = if typed.is_empty() { waited.unwrap_or_default() } else { typed };
    let revision = model.next_revision();
    let recovery = Recovery::new(inn, revision);
    let person = recovery.person();
    page::open(Page::Recovery(Box::new(recovery)), model);
    match person {
        Some(inn) if model.facts.offers.contains(&Capability::Recovery) => standing(inn, false),
        _ => Command::done(),
    }
}

/// What the page waits for.
pub(crate) fn awaited(page: &Recovery, model: &Model) -> Option<Timestamp> {
    page.blocked_until(model)
}

fn standing(inn: Inn, send: bool) -> Next {
    ask(Ask::RecoveryForm { inn: inn.clone() }, move |answer| Event::Standing { inn, send, answer })
}

fn ask(ask: Ask, event: impl FnOnce(ServiceAnswer<Told>) -> Event + Send + 'static) -> Next {
    Command::request_from_shell(AskCall(ask)).then_send(|answer| AppEvent::Recovery(event(answer)))
}

fn here(model: &mut Model) -> Option<&mut Recovery> {
    match model.pages.last_mut() {
        Some(Page::Recovery(page)) => Some(page),
        _ => None,
    }
}

/// A field was typed into. What the service said stays until something is sent; what was seen here goes with its cause.
pub(crate) fn edit(page: &mut Recovery, field: FieldId, text: Secret) {
    let is_of = |fault: &Fault| match field {
        FieldId::Inn => matches!(fault, Fault::Inn(_)),
        FieldId::Email => matches!(fault, Fault::Email(_)),
        FieldId::ControlWord => matches!(fault, Fault::Word(_)),
        FieldId::Link => matches!(fault, Fault::NoLink | Fault::ForeignLink(_)),
        FieldId::NewPassword => matches!(fault, Fault::Weak | Fault::TooLong | Fault::PasswordRefused(_)),
        _ => false,
    };
    if page.fault.as_ref().is_some_and(is_of) {
        page.fault = None;
    }
    match (field, &mut page.step) {
        (FieldId::Inn, Step::Form) => page.inn = text,
        (FieldId::Email, Step::Form) => page.email = text,
        (FieldId::ControlWord, Step::Form) => page.word = text,
        (FieldId::Link, Step::Letter { link, .. }) => *link = text,
        (FieldId::NewPassword, Step::Choose(choose)) => {
            // A copied password brings an end of line along, which nobody means.
            choose.new = Secret::new(without_line_end(text.expose()));
        }
        _ => {}
    }
}

/// A step back within the page; `false` where the page itself goes.
pub(crate) fn back(page: &mut Recovery, revision: u32) -> bool {
    if matches!(page.step, Step::Form) {
        return false;
    }
    page.step = Step::Form;
    page.fault = None;
    page.revision = revision;
    true
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    let revision = model.next_revision();
    match intent {
        Intent::Send => send(model),
        Intent::HaveLetter => {
            if let Some(page) = here(model) {
                page.fault = None;
                page.revision = revision;
                page.step = Step::Letter { minutes: None, link: Secret::default() };
            }
            Command::done()
        }
        Intent::OpenLink => {
            let Some(Recovery { step: Step::Letter { link, .. }, busy: false, .. }) = here(model) else {
                return Command::done();
            };
            let text = link.clone();
            follow(text.expose(), model)
        }
        Intent::SetPassword => set_password(model),
    }
}

/// Everything that can be seen to be wrong is named here: no attempt is ever spent on it.
fn checked(page: &Recovery) -> Result<Ask, Fault> {
    let inn = Inn::parse_person(page.inn.expose()).map_err(Fault::Inn)?;
    let asks = |field| page.fields.contains(&field);
    let email = if asks(RecoveryField::Email) {
        Some(Email::parse(page.email.expose()).map_err(Fault::Email)?)
    } else {
        None
    };
    let control_word = if asks(RecoveryField::ControlWord) {
        check_control_word(page.word.expose()).map_err(Fault::Word)?;
        Some(page.word.clone())
    } else {
        None
    };
    Ok(Ask::Recover { inn, email, control_word })
}

/// How things stand is asked first: an attempt is only spent where the service would count it for what it is.
fn send(model: &mut Model) -> Next {
    let Some(page) = here(model).filter(|page| !page.busy) else { return Command::done() };
    match checked(page) {
        Ok(Ask::Recover { inn, .. }) => {
            page.busy = true;
            page.fault = None;
            standing(inn, true)
        }
        Ok(_) => Command::done(),
        Err(fault) => {
            page.fault = Some(fault);
            Command::done()
        }
    }
}

/// A letter's link came, from the system or pasted.
pub(crate) fn follow(text: &str, model: &mut Model) -> Next {
    let revision = model.next_revision();
    let token = link::token(text, model);
    if here(model).is_none() {
        page::open(Page::Recovery(Box::new(Recovery::new(Secret::default(), revision))), model);
    }
    let Some(page) = here(model).filter(|page| !page.busy) else { return Command::done() };
    if !matches!(page.step, Step::Letter { .. }) {
        page.revision = revision;
        page.step = Step::Letter { minutes: None, link: Secret::default() };
    }
    match token {
        Ok(token) => {
            page.fault = None;
            page.busy = true;
            ask(Ask::OpenRecoveryLink { token: token.clone() }, move |answer| Event::Link { token, answer })
        }
        Err(fault) => {
            page.fault = Some(fault);
            Command::done()
        }
    }
}

fn set_password(model: &mut Model) -> Next {
    let Some(page) = here(model).filter(|page| !page.busy) else { return Command::done() };
    let Step::Choose(choose) = &mut page.step else { return Command::done() };
    choose.tried = true;
    let is_too_long = choose.new.expose().chars().count() > PASSWORD_LIMIT;
    if is_too_long || !choose.policy.is_met(choose.new.expose()) {
        page.fault = Some(if is_too_long { Fault::TooLong } else { Fault::Weak });
        return Command::done();
    }
    page.fault = None;
    page.busy = true;
    ask(Ask::SetPassword { token: choose.token.clone(), new: choose.new.clone() }, Event::Set)
}

/// Something came back.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    match event {
        Event::Standing { inn, send, answer } => {
            model.now = answer.at;
            on_standing(inn, send, answer.result, model)
        }
        Event::Sent { inn, answer } => {
            model.now = answer.at;
            on_sent(inn, &answer.result, model)
        }
        Event::Link { token, answer } => {
            model.now = answer.at;
            on_link(token, answer.result, model)
        }
        Event::Set(answer) => {
            model.now = answer.at;
            on_set(answer.result, model)
        }
        Event::SignedIn { inn, answer, picture } => {
            model.now = answer.at;
            signed_in(inn, answer, picture, model)
        }
    }
}

fn later(now: Moment, seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    Timestamp::from_second(now.trusted().as_second().saturating_add(seconds)).unwrap_or(Timestamp::MAX)
}

/// Keeps what the service said of the attempts, for the next start too.
fn remember(inn: Inn, attempts: Option<u32>, blocked: Option<u64>, model: &mut Model) -> Next {
    let letter_at =
        model.waiting.recovery.as_ref().filter(|wait| wait.inn == inn).and_then(|wait| wait.letter_at);
    let blocked_until = blocked.map(|seconds| later(model.now, seconds));
    model.waiting.recovery = Some(RecoveryWait { inn, attempts_left: attempts, blocked_until, letter_at });
    model.keep_waiting()
}

fn on_standing(inn: Inn, send: bool, result: Result<Told, Failure>, model: &mut Model) -> Next {
    let Some(page) = here(model) else { return Command::done() };
    let form = match result {
        Ok(Told::RecoveryForm(form)) => form,
        Ok(_) => return failed(unexpected("recovery-form"), model),
        Err(failure) if send => return failed(failure, model),
        // Only looked at: the form is there all the same, and sending it will say what is wrong.
        Err(_) => return Command::done(),
    };
    let RecoveryForm { fields, attempts_left, blocked_seconds } = form;
    if page.person().as_ref() != Some(&inn) {
        page.busy = false;
        return Command::done();
    }
    page.fields = fields;
    page.attempts_left = Some((inn.clone(), attempts_left));
    let next = match checked(page) {
        _ if !send => None,
        // The form asks for more than was shown: nothing is spent before it is filled in.
        Err(fault) => {
            page.fault = Some(fault);
            None
        }
        Ok(recover) if blocked_seconds.is_none() => Some(recover),
        Ok(_) => None,
    };
    if send && next.is_none() {
        page.busy = false;
    }
    let keep = remember(inn.clone(), Some(attempts_left), blocked_seconds, model);
    match next {
        Some(recover) => keep.and(ask(recover, move |answer| Event::Sent { inn, answer })),
        None => keep,
    }
}

fn on_sent(inn: Inn, result: &Result<Told, Failure>, model: &mut Model) -> Next {
    let (revision, now) = (model.next_revision(), model.now.trusted());
    let (attempts, blocked) = match result {
        Ok(Told::RecoveryMismatch { attempts_left }) => (Some(*attempts_left), None),
        Ok(Told::RecoveryBlocked { seconds }) => (Some(0), Some(*seconds)),
        Ok(Told::LetterSent { .. }) => (None, None),
        Ok(_) => return failed(unexpected("recovery"), model),
        // The attempt may or may not have counted: the next one asks how things stand first.
        Err(failure) => return failed(failure.clone(), model),
    };
    let left = attempts.map(|left| (inn.clone(), left));
    let keep = remember(inn, attempts, blocked, model);
    let Some(page) = here(model) else { return keep };
    page.busy = false;
    page.attempts_left = left;
    match result {
        Ok(Told::RecoveryMismatch { .. }) => page.fault = Some(Fault::Mismatch),
        Ok(Told::LetterSent { minutes }) => {
            page.word = Secret::default();
            page.revision = revision;
            page.step = Step::Letter { minutes: *minutes, link: Secret::default() };
            if let Some(wait) = &mut model.waiting.recovery {
                wait.letter_at = Some(now);
            }
            return model.keep_waiting();
        }
        _ => {
            page.word = Secret::default();
            page.revision = revision;
        }
    }
    keep
}

fn on_link(token: Secret, result: Result<Told, Failure>, model: &mut Model) -> Next {
    let revision = model.next_revision();
    let Some(page) = here(model) else { return Command::done() };
    page.busy = false;
    match result {
        Ok(Told::Link { inn, policy }) => {
            page.inn = Secret::new(inn.as_str());
            page.revision = revision;
            page.step = Step::Choose(Choose { token, inn, policy, new: Secret::default(), tried: false });
        }
        Ok(Told::LinkStale) => page.fault = Some(Fault::LinkStale),
        Ok(Told::LinkUsed) => page.fault = Some(Fault::LinkUsed),
        Ok(_) => return failed(unexpected("recovery-link"), model),
        Err(failure) => return failed(failure, model),
    }
    Command::done()
}

fn on_set(result: Result<Told, Failure>, model: &mut Model) -> Next {
    let revision = model.next_revision();
    let is_open = matches!(model.stage, Stage::Open(_));
    let Some(page) = here(model) else { return Command::done() };
    page.busy = false;
    let Step::Choose(choose) = &mut page.step else { return Command::done() };
    let fault = match result {
        Ok(Told::Done) => {
            let (inn, password) = (choose.inn.clone(), choose.new.clone());
            let keep = recovered(&inn, model);
            if is_open {
                model.pages.pop();
                model.hint = Some(Hint::PasswordSet);
                return keep;
            }
            page_busy(model);
            return keep.and(sign_in(inn, password));
        }
        Ok(Told::LinkStale) => Fault::LinkStale,
        Ok(Told::LinkUsed) => Fault::LinkUsed,
        Ok(Told::PasswordRefused { words }) | Err(Failure::Refused { words }) => {
            Fault::PasswordRefused(words)
        }
        Ok(_) => return failed(unexpected("recovery-password"), model),
        Err(Failure::Offline(OfflineCause::NoAnswer | OfflineCause::Lost)) => Fault::Unknown,
        Err(failure) => Fault::Service(failure),
    };
    if matches!(fault, Fault::LinkStale | Fault::LinkUsed) {
        page.revision = revision;
        page.step = Step::Letter { minutes: None, link: Secret::default() };
    }
    page.fault = Some(fault);
    Command::done()
}

/// What was waited for has come; a block goes on, whoever's it is.
fn recovered(inn: &Inn, model: &mut Model) -> Next {
    let now = model.now.trusted();
    if let Some(wait) = model.waiting.recovery.as_mut().filter(|wait| wait.inn == *inn) {
        wait.letter_at = None;
        if wait.blocked_until.is_none_or(|until| until <= now) {
            model.waiting.recovery = None;
        }
    }
    model.keep_waiting()
}

fn page_busy(model: &mut Model) {
    if let Some(page) = here(model) {
        page.busy = true;
    }
}

/// The new password is in force: the person is signed in with it.
fn sign_in(inn: Inn, password: Secret) -> Next {
    Command::new(|ctx| async move {
        let call = SignInCall { inn: inn.clone(), password, captcha: None };
        let (answer, picture) = flow::sign_in(&ctx, call).await;
        ctx.send_event(AppEvent::Recovery(Event::SignedIn { inn, answer, picture }));
    })
}

/// Whatever the sign-in says is said on its own screen, with the INN filled in and the new password, where that is wanted again.
fn signed_in(
    inn: Inn,
    answer: ServiceAnswer<SignIn>,
    picture: Option<Result<String, Failure>>,
    model: &mut Model,
) -> Next {
    let password = match here(model) {
        Some(Recovery { step: Step::Choose(choose), .. }) => choose.new.clone(),
        _ => Secret::default(),
    };
    model.pages.clear();
    session::recovered(inn, password, answer, picture, model)
}

fn unexpected(operation: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: "mismatched-answer".to_owned() }
}

fn failed(failure: Failure, model: &mut Model) -> Next {
    if let Some(page) = here(model) {
        page.busy = false;
        page.fault = Some(Fault::Service(failure));
    }
    Command::done()
}
