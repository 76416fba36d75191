//! What is asked once: passwords, recovery, contacts, disowning a sign-in.

use fl_domain::{
    Inn, Secret,
    access::Email,
    service::{Ask, Contact, Failure, RecoveryField, RecoveryForm, Told},
};
use serde::Deserialize;

use super::{Asked, Fields, answer as read_answer, code, readings::WirePolicy};
use crate::{
    exchange::{Auth, Body, Request, Response},
    fault::{Said, capped},
    gateway::Gateway,
    lenient::{self, Trouble},
    place,
};

/// How long recovery stays shut after the third wrong entry, where the service does not say (account rules, Recovery).
const BLOCKED_SECONDS: u64 = 24 * 60 * 60;
/// More attempts than that nobody counts.
const ATTEMPTS_MAX: u32 = 100;
/// A letter that takes longer than a day is not on its way.
const LETTER_MINUTES_MAX: u32 = 24 * 60;

pub(crate) fn request(gateway: &Gateway, ask: &Ask) -> Result<Request, Failure> {
    let url = gateway.url(place::of_ask(ask))?;
    let auth = if ask.needs_session() { Auth::Bearer } else { Auth::None };
    // Looking changes nothing and costs no attempt.
    let repeatable =
        matches!(ask, Ask::PasswordPolicy | Ask::RecoveryForm { .. } | Ask::OpenRecoveryLink { .. });
    Ok(Request { repeatable, ..gateway.request(ask.name(), url.into(), auth, body(ask)) })
}

fn body(ask: &Ask) -> Body {
    let some = |secret| Some(Secret::expose(secret));
    match ask {
        Ask::PasswordPolicy => Body::None,
        // An account without a password has no old one.
        Ask::ChangePassword { old, new } => {
            Fields(&[("oldPassword", some(old).filter(|t| !t.is_empty())), ("newPassword", some(new))]).body()
        }
        Ask::ConfirmPassword => Fields(&[]).body(),
        Ask::RecoveryForm { inn } => Fields(&[("inn", Some(inn.as_str()))]).body(),
        Ask::Recover { inn, email, control_word } => Fields(&[
            ("inn", Some(inn.as_str())),
            ("email", email.as_ref().map(Email::as_str)),
            ("controlWord", control_word.as_ref().map(Secret::expose)),
        ])
        .body(),
        Ask::OpenRecoveryLink { token } => Fields(&[("token", some(token))]).body(),
        Ask::SetPassword { token, new } => {
            Fields(&[("token", some(token)), ("newPassword", some(new))]).body()
        }
        Ask::SetEmail(email) => Fields(&[("address", Some(email.as_str()))]).body(),
        Ask::SetPhone(phone) => Fields(&[("number", Some(phone.as_str()))]).body(),
        Ask::SetControlWord(word) => Fields(&[("word", some(word))]).body(),
        Ask::ConfirmContact { contact, code } => {
            let name = match contact {
                Contact::Email => "email",
                Contact::Phone => "phone",
            };
            Fields(&[("contact", Some(name)), ("code", some(code))]).body()
        }
        Ask::DisownSignIn { id } => Fields(&[("id", Some(id))]).body(),
    }
}

pub(crate) fn answer(ask: &Ask, response: &Response, website: &str) -> Result<Told, Failure> {
    let asked = Asked { operation: ask.name(), website, in_session: ask.needs_session() };
    read_answer(asked, response, |said| complaint(ask, said), |text| told(ask, text))
}

/// A refusal that has a name of its own. Each code means something only where the contract lists it.
fn complaint(ask: &Ask, said: &Said) -> Option<Told> {
    let words = || said.words().unwrap_or_default().to_owned();
    match (ask, said.code()?) {
        (Ask::ChangePassword { .. }, code::OLD_WRONG) => Some(Told::OldPasswordWrong),
        (Ask::ChangePassword { .. } | Ask::SetPassword { .. }, code::REFUSED) => {
            Some(Told::PasswordRefused { words: words() })
        }
        (Ask::Recover { .. }, code::MISMATCH) => match said.attempts_left()? {
            // What was the last attempt shuts recovery (account rules, Recovery).
            0 => Some(Told::RecoveryBlocked { seconds: BLOCKED_SECONDS }),
            left => Some(Told::RecoveryMismatch { attempts_left: left.min(ATTEMPTS_MAX) }),
        },
        (Ask::Recover { .. }, code::BLOCKED) => {
            Some(Told::RecoveryBlocked { seconds: said.seconds().unwrap_or(BLOCKED_SECONDS) })
        }
        (Ask::OpenRecoveryLink { .. } | Ask::SetPassword { .. }, code::LINK_STALE) => Some(Told::LinkStale),
        (Ask::OpenRecoveryLink { .. } | Ask::SetPassword { .. }, code::LINK_USED) => Some(Told::LinkUsed),
        (Ask::ConfirmContact { .. }, code::WRONG_CODE) => Some(Told::WrongCode),
        _ => None,
    }
}

fn told(ask: &Ask, text: &str) -> Result<Told, Trouble> {
    match ask {
        Ask::PasswordPolicy => match lenient::object::<WirePolicy>(text)? {
            // An answer with none of it is about something else.
            wire if wire == WirePolicy::default() => Err(Trouble::Shape),
            wire => Ok(Told::Policy(wire.policy())),
        },
        Ask::RecoveryForm { .. } => recovery_form(text),
        Ask::Recover { .. } => letter(text),
        Ask::OpenRecoveryLink { .. } => link(text),
        Ask::ChangePassword { .. }
        | Ask::ConfirmPassword
        | Ask::SetPassword { .. }
        | Ask::SetEmail(_)
        | Ask::SetPhone(_)
        | Ask::SetControlWord(_)
        | Ask::ConfirmContact { .. }
        | Ask::DisownSignIn { .. } => done(text),
    }
}

/// Done is what says so. A body that is merely there, or none, may be anyone's.
fn done(text: &str) -> Result<Told, Trouble> {
    #[derive(Deserialize)]
    struct WireDone {
        done: bool,
    }
    match lenient::object(text)? {
        WireDone { done: true } => Ok(Told::Done),
        WireDone { done: false } => Err(Trouble::Shape),
    }
}

fn letter(text: &str) -> Result<Told, Trouble> {
    #[derive(Deserialize)]
    struct WireLetter {
        sent: bool,
        #[serde(default, deserialize_with = "lenient::number")]
        minutes: Option<u32>,
    }
    let wire: WireLetter = lenient::object(text)?;
    let minutes = wire.minutes.map(|minutes| minutes.min(LETTER_MINUTES_MAX));
    if wire.sent { Ok(Told::LetterSent { minutes }) } else { Err(Trouble::Shape) }
}

fn recovery_form(text: &str) -> Result<Told, Trouble> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct WireForm {
        fields: Vec<String>,
        #[serde(default, deserialize_with = "lenient::number")]
        attempts_left: Option<u32>,
        #[serde(default, deserialize_with = "lenient::number")]
        blocked_seconds: Option<u64>,
    }
    let wire: WireForm = lenient::object(text)?;
    let mut fields = Vec::new();
    for name in wire.fields {
        let field = match name.as_str() {
            "email" => RecoveryField::Email,
            "control-word" => RecoveryField::ControlWord,
            // It wants something that this client cannot ask for: an attempt without it would be lost.
            _ => return Err(Trouble::Field),
        };
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let blocked_seconds = wire.blocked_seconds.filter(|seconds| *seconds > 0).map(capped);
    let attempts_left = match (wire.attempts_left, blocked_seconds) {
        (_, Some(_)) => 0,
        (Some(left), None) => left.min(ATTEMPTS_MAX),
        (None, None) => return Err(Trouble::Shape),
    };
    Ok(Told::RecoveryForm(RecoveryForm { fields, attempts_left, blocked_seconds }))
}

fn link(text: &str) -> Result<Told, Trouble> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct WireLink {
        #[serde(deserialize_with = "lenient::text")]
        inn: Option<String>,
        #[serde(deserialize_with = "lenient::harmless")]
        policy: WirePolicy,
    }
    let wire: WireLink = lenient::object(text)?;
    let inn = wire.inn.and_then(|inn| Inn::parse_person(&inn).ok()).ok_or(Trouble::Shape)?;
    Ok(Told::Link { inn, policy: wire.policy.policy() })
}
