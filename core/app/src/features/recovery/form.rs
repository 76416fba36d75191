//! The form and its attempts. Everything that can be seen to be wrong is named here, and how things stand is asked first: an attempt
//! is only spent where the service would count it for what it is.

use crux_core::Command;
use fl_domain::{
    Inn, Secret,
    access::{Email, check_control_word},
    service::{
        Capability, Failure, RecoveryField, RecoveryForm,
        recovery::{Form, Recover, Recovered},
    },
};

use super::{
    fault::Fault,
    model::{Event, KEY, Recovering, Step},
};
use crate::{
    kit::effects::RecoveryWait,
    open::{Ground, Next, page, session},
};

/// The page; where it is known whose password it is, how things stand is asked, which costs nothing.
pub(super) fn open(ground: &mut Ground) -> Next {
    if ground.is_on_top(KEY) {
        return Command::done();
    }
    let typed = session::typed_login(ground);
    let waited = ground.waiting.recovery.as_ref().map(|wait| Secret::new(wait.inn.as_str()));
    let inn = if typed.is_empty() { waited.unwrap_or_default() } else { typed };
    let page = Recovering::new(inn, ground.next_revision());
    let person = page.person();
    ground.show(page);
    match person {
        Some(inn) if ground.offers(Capability::Recovery) => ask_standing(inn, false, ground),
        Some(_) | None => Command::done(),
    }
}

fn ask_standing(inn: Inn, send: bool, ground: &Ground) -> Next {
    let question = Form { inn: inn.clone() };
    page::ask::<Recovering, _>(KEY, question, ground, move |answer| Event::Standing { inn, send, answer })
}

fn checked(page: &Recovering) -> Result<Recover, Fault> {
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
    Ok(Recover { inn, email, control_word })
}

pub(super) fn send(page: &mut Recovering, ground: &Ground) -> Next {
    if page.busy || !ground.offers(Capability::Recovery) {
        return Command::done();
    }
    match checked(page) {
        Ok(Recover { inn, .. }) => {
            (page.busy, page.fault) = (true, None);
            ask_standing(inn, true, ground)
        }
        Err(fault) => {
            page.fault = Some(fault);
            Command::done()
        }
    }
}

/// How it stands; the attempt follows where nothing is against it. What was dropped or typed meanwhile is looked at once more.
pub(super) fn standing_told(
    page: &mut Recovering,
    inn: Inn,
    send: bool,
    result: Result<RecoveryForm, Failure>,
    ground: &mut Ground,
) -> Next {
    let RecoveryForm { fields, attempts_left, blocked_seconds } = match result {
        Ok(form) => form,
        Err(failure) => {
            // Where it was only looked at, the form is there all the same, and sending it will say what is wrong.
            if send {
                page.failed(failure);
            }
            return Command::done();
        }
    };
    if page.person().as_ref() != Some(&inn) {
        page.busy &= !send;
        return Command::done();
    }
    page.fields = fields;
    page.attempts_left = Some((inn.clone(), attempts_left));
    let attempt = match checked(page) {
        Ok(attempt) => Some(attempt).filter(|_| send && blocked_seconds.is_none()),
        // The form asks for more than was shown: nothing is spent before it is filled in.
        Err(fault) if send => {
            page.fault = Some(fault);
            None
        }
        Err(_) => None,
    };
    remember(inn.clone(), Some(attempts_left), blocked_seconds, ground);
    let keep = ground.keep_waiting();
    let Some(attempt) = attempt else {
        page.busy &= !send;
        return keep;
    };
    keep.and(page::ask::<Recovering, _>(KEY, attempt, ground, move |answer| Event::Sent { inn, answer }))
}

/// An attempt was answered; the page may be gone by now.
pub(super) fn sent(
    page: Option<&mut Recovering>,
    inn: Inn,
    result: Result<Recovered, Failure>,
    ground: &mut Ground,
) -> Next {
    let told = match result {
        Ok(told) => told,
        // The attempt may or may not have counted: the next one asks how things stand first.
        Err(failure) => {
            if let Some(page) = page {
                page.failed(failure);
            }
            return Command::done();
        }
    };
    let (attempts, blocked) = match told {
        Recovered::Mismatch { attempts_left } => (Some(attempts_left), None),
        Recovered::Blocked { seconds } => (Some(0), Some(seconds)),
        Recovered::LetterSent { .. } => (None, None),
    };
    let left = attempts.map(|left| (inn.clone(), left));
    remember(inn, attempts, blocked, ground);
    let now = ground.now.trusted();
    if let (Recovered::LetterSent { .. }, Some(wait)) = (&told, &mut ground.waiting.recovery) {
        wait.letter_at = Some(now);
    }
    if let Some(page) = page {
        (page.busy, page.attempts_left) = (false, left);
        match told {
            Recovered::Mismatch { .. } => page.fault = Some(Fault::Mismatch),
            Recovered::Blocked { .. } => page.go(Step::Form, ground),
            Recovered::LetterSent { minutes } => {
                page.go(Step::Letter { minutes, link: Secret::default() }, ground);
            }
        }
    }
    ground.keep_waiting()
}

/// What the service said of the attempts, for the next start too.
fn remember(inn: Inn, attempts_left: Option<u32>, blocked: Option<u64>, ground: &mut Ground) {
    let before = ground.waiting.recovery.as_ref().filter(|wait| wait.inn == inn);
    let letter_at = before.and_then(|wait| wait.letter_at);
    let blocked_until = blocked.map(|seconds| session::after(ground.now.trusted(), seconds));
    ground.waiting.recovery = Some(RecoveryWait { inn, attempts_left, blocked_until, letter_at });
}
