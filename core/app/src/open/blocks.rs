//! Blocks that say something of the service or of the time.

use fl_domain::{
    Timestamp,
    service::{Capability, CertificateFault, Failure, OfflineCause},
};

use super::{device::event::Intent as DeviceIntent, ground::Ground, session::event::Intent as SessionIntent};
use crate::kit::{
    blocks::{primary, text},
    screen::{Block, Button, ButtonRole, Countdown, Icon, Row, Tone},
    texts::Texts,
};

/// Time until something, by the service's clock.
pub(crate) fn countdown(key: &str, label: String, until: Timestamp, ground: &Ground) -> Block {
    let remaining = ground.texts().remaining(until, ground.now.trusted());
    Block::Countdown(Countdown { key: key.to_owned(), label, remaining })
}

/// That this service does not offer something here, and the way to where it is offered; nothing where it does.
pub(crate) fn not_offered(capability: Capability, ground: &Ground) -> Option<Vec<Block>> {
    if ground.offers(capability) {
        return None;
    }
    let texts = ground.texts();
    let website = DeviceIntent::OpenLink(ground.facts.website.clone());
    Some(vec![
        text("not-offered", Tone::Plain, texts.say("not-offered")),
        primary("open-website", texts.say("open-website"), true, website),
    ])
}

/// A part that this service does not offer here, as a line of a list.
pub(crate) fn on_the_website(key: &str, title: String, ground: &Ground) -> Block {
    Row::new(key, Icon::Outside, title)
        .detail(ground.texts().say("not-offered"))
        .touch(DeviceIntent::OpenLink(ground.facts.website.clone()))
        .into()
}

/// Whom to call, as of when.
pub(crate) fn contact_centre(ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let (number, as_of) = ground.facts.contact_centre.as_ref()?;
    let title = texts.tell("contact-centre", &[("number", number.into())]);
    let detail = texts.tell("contact-centre-detail", &[("date", texts.date(*as_of).into())]);
    Some(Row::new("contact-centre", Icon::Phone, title).detail(detail).into())
}

/// Leaving, with this device's copy; it asks first.
pub(crate) fn sign_out(label: String) -> Block {
    Button::new("sign-out", label, ButtonRole::Destructive, SessionIntent::AskSignOut).into()
}

/// That whoever answered is not to be trusted, and where to look for the reason.
pub(crate) fn not_safe(fault: CertificateFault, ground: &Ground) -> String {
    let texts = ground.texts();
    match fault {
        CertificateFault::Untrusted => texts.say("not-safe-untrusted"),
        CertificateFault::OutOfTime => {
            texts.tell("not-safe-time", &[("date", texts.date(ground.today()).into())])
        }
        CertificateFault::OtherHost => texts.say("not-safe-host"),
        CertificateFault::Unusable => texts.say("not-safe-unusable"),
    }
}

/// That the session could not be renewed just now, and why.
pub(crate) fn not_renewed(why: &str, texts: &Texts) -> String {
    texts.tell("not-renewed", &[("why", why.into())])
}

/// Something that only support can make sense of.
pub(crate) fn trouble(operation: &str, code: &str, texts: &Texts) -> String {
    texts.tell("trouble", &[("code", format!("{operation}/{code}").into())])
}

/// A failure on the way in, said where it happened. No attempt was spent where no answer came.
pub(crate) fn failed(failure: &Failure, ground: &Ground) -> (Tone, String) {
    let texts = ground.texts();
    match failure {
        Failure::Offline(OfflineCause::NoNetwork) => (Tone::Attention, texts.say("sign-in-offline")),
        Failure::Offline(OfflineCause::NoAnswer) => (Tone::Attention, texts.say("sign-in-no-answer")),
        Failure::Offline(OfflineCause::Lost) => (Tone::Attention, texts.say("answer-lost")),
        Failure::NotSafe(fault) => (Tone::Bad, not_safe(*fault, ground)),
        Failure::Closed { until } => (Tone::Attention, texts.closed(*until, &ground.now)),
        Failure::Refused { words } => (Tone::Bad, texts.tell("refused", &[("words", words.into())])),
        Failure::Fields(faults) => {
            let words = faults.iter().map(|f| f.words.as_str()).collect::<Vec<_>>().join("; ");
            (Tone::Bad, texts.tell("refused", &[("words", words.into())]))
        }
        Failure::SignInAgain => (Tone::Attention, texts.say("session-ended-here")),
        Failure::Rejected { operation } => (Tone::Bad, trouble(operation, "rejected", texts)),
        Failure::NotRenewed { words, code } => {
            (Tone::Attention, not_renewed(words.as_ref().unwrap_or(code), texts))
        }
        Failure::NotOffered { website } => (
            Tone::Attention,
            texts.tell("on-the-website", &[("website", website.as_deref().unwrap_or("nalog.gov.ru").into())]),
        ),
        Failure::Unexpected { operation, code } => (Tone::Bad, trouble(operation, code, texts)),
        // Nothing that is asked on the way in brings a file along.
        Failure::FileGone { .. } => (Tone::Bad, texts.say("why-some-file-gone")),
    }
}
