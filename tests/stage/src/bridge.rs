//! A story's names for what the sandbox can do.

use std::time::Duration;

use fl_domain::{Money, Timestamp};
use fl_journeys::{FaultName, FaultSpec, Letter, Taxpayer};
use fl_sandbox::{Fault, FaultKind, NewOperation, TaxpayerCard};

/// The sandbox's fault. `now` is the sandbox's time.
pub fn fault(spec: FaultSpec, now: Timestamp) -> Fault {
    let time = spec.time.unwrap_or_default();
    match spec.name {
        FaultName::Offline => Fault::Offline,
        FaultName::Slow => Fault::Slow(time),
        FaultName::ServerError => Fault::ServerError,
        FaultName::Closed => Fault::Closed { until: Some(now.checked_add(time).unwrap_or(Timestamp::MAX)) },
        FaultName::Truncated => Fault::Truncated,
        FaultName::Html => Fault::HtmlInsteadOfJson,
        FaultName::ExpiredInXml => Fault::ExpiredInXml,
        FaultName::RefreshWithoutToken => Fault::RefreshWithoutToken,
        FaultName::RefreshAnswerLost => Fault::RefreshAnswerLost,
        FaultName::AnswerLost => Fault::AnswerLost,
        FaultName::RequestLost => Fault::RequestLost,
        FaultName::AnsweredTwice => Fault::AnsweredTwice,
        FaultName::KeysForgotten => Fault::KeysForgotten,
    }
}

/// The same without its details.
pub const fn kind(name: FaultName) -> FaultKind {
    match name {
        FaultName::Offline => FaultKind::Offline,
        FaultName::Slow => FaultKind::Slow,
        FaultName::ServerError => FaultKind::ServerError,
        FaultName::Closed => FaultKind::Closed,
        FaultName::Truncated => FaultKind::Truncated,
        FaultName::Html => FaultKind::HtmlInsteadOfJson,
        FaultName::ExpiredInXml => FaultKind::ExpiredInXml,
        FaultName::RefreshWithoutToken => FaultKind::RefreshWithoutToken,
        FaultName::RefreshAnswerLost => FaultKind::RefreshAnswerLost,
        FaultName::AnswerLost => FaultKind::AnswerLost,
        FaultName::RequestLost => FaultKind::RequestLost,
        FaultName::AnsweredTwice => FaultKind::AnsweredTwice,
        FaultName::KeysForgotten => FaultKind::KeysForgotten,
    }
}

/// How long a fault takes where one only switches it on.
pub const fn usual_time(name: FaultName) -> Option<Duration> {
    match name {
        FaultName::Slow => Some(Duration::from_secs(3)),
        FaultName::Closed => Some(Duration::from_hours(2)),
        FaultName::Offline
        | FaultName::ServerError
        | FaultName::Truncated
        | FaultName::Html
        | FaultName::ExpiredInXml
        | FaultName::RefreshWithoutToken
        | FaultName::RefreshAnswerLost
        | FaultName::AnswerLost
        | FaultName::RequestLost
        | FaultName::AnsweredTwice
        | FaultName::KeysForgotten => None,
    }
}

/// A new operation; `amount` is in roubles with two places, as the story's parser lets through.
pub fn operation(amount: &str, text: &str) -> Option<NewOperation> {
    let kopecks: i64 = amount.replace('.', "").parse().ok()?;
    Some(NewOperation { description: text.to_owned(), ..NewOperation::payment(Money::from_kopecks(kopecks)) })
}

/// Who a story is about.
pub fn taxpayer(card: &TaxpayerCard) -> Taxpayer {
    let told = |text: &Option<String>| text.clone().unwrap_or_default();
    Taxpayer {
        inn: card.inn.clone(),
        password: card.password.clone(),
        email: told(&card.email),
        phone: told(&card.phone),
        word: told(&card.control_word),
    }
}

/// What was sent, as a story knows it.
pub fn letter(sent: fl_sandbox::Letter) -> Letter {
    Letter { app_link: sent.app_link, web_link: sent.web_link, code: sent.code }
}
