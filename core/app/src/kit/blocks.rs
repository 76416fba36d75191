//! Blocks as features put them together most often.

use fl_domain::service::{Capability, Failure, OfflineCause};

use crate::{
    app::Intent,
    features::device,
    model::Model,
    screen::{
        Block, Button, ButtonRole, Countdown, Field, FieldId, FieldKind, Icon, Notice, Reveal, Row, Section,
        Text, Tone,
    },
    texts::Texts,
};

/// Something to know.
pub(crate) fn notice(key: &str, tone: Tone, text: String) -> Block {
    Block::Notice(Notice { key: key.to_owned(), tone, text, action: None })
}

/// A paragraph.
pub(crate) fn text(key: &str, tone: Tone, text: String) -> Block {
    Block::Text(Text { key: key.to_owned(), text, tone })
}

/// A heading.
pub(crate) fn section(key: &str, title: String) -> Block {
    Block::Section(Section { key: key.to_owned(), title, detail: None })
}

/// The one thing to do here.
pub(crate) fn primary(key: &str, label: String, enabled: bool, intent: Intent) -> Block {
    Block::Button(Button { key: key.to_owned(), label, role: ButtonRole::Primary, enabled, intent })
}

/// Something else to do.
pub(crate) fn secondary(key: &str, label: String, enabled: bool, intent: Intent) -> Block {
    Block::Button(Button { key: key.to_owned(), label, role: ButtonRole::Secondary, enabled, intent })
}

/// A line that leads somewhere, or only says something.
pub(crate) fn row(
    key: &str,
    icon: Icon,
    title: String,
    detail: Option<String>,
    intent: Option<Intent>,
) -> Block {
    Block::Row(Row {
        key: key.to_owned(),
        icon,
        title,
        detail,
        value: None,
        spoken: None,
        tone: Tone::Plain,
        intent,
    })
}

/// A field that can be typed into, with nothing wrong so far.
pub(crate) fn field(key: &str, field: FieldId, kind: FieldKind, label: String, revision: u32) -> Field {
    Field {
        key: key.to_owned(),
        field,
        label,
        kind,
        value: String::new(),
        revision,
        hint: None,
        error: None,
        enabled: true,
        submit: None,
        reveal: None,
    }
}

/// How a secret is looked at while it is typed.
pub(crate) fn reveal(texts: &Texts) -> Reveal {
    Reveal { show: texts.say("password-show"), hide: texts.say("password-hide") }
}

/// Time until something, by the service's clock.
pub(crate) fn countdown(key: &str, label: String, until: fl_domain::Timestamp, model: &Model) -> Block {
    let remaining = model.texts().remaining(until, model.now.trusted());
    Block::Countdown(Countdown { key: key.to_owned(), label, remaining })
}

/// That this service does not offer something here, and the way to where it is offered; nothing where it does.
pub(crate) fn not_offered(capability: Capability, model: &Model) -> Option<Vec<Block>> {
    if model.facts.offers.contains(&capability) {
        return None;
    }
    let texts = model.texts();
    Some(vec![
        text("not-offered", Tone::Plain, texts.say("not-offered")),
        primary(
            "open-website",
            texts.say("open-website"),
            true,
            Intent::Device(device::Intent::OpenLink(model.facts.website.clone())),
        ),
    ])
}

/// A failure on the way in, said where it happened. No attempt was spent where no answer came.
pub(crate) fn failed(failure: &Failure, model: &Model) -> (Tone, String) {
    let texts = model.texts();
    match failure {
        Failure::Offline(OfflineCause::NoNetwork) => (Tone::Attention, texts.say("sign-in-offline")),
        Failure::Offline(OfflineCause::NoAnswer) => (Tone::Attention, texts.say("sign-in-no-answer")),
        Failure::Offline(OfflineCause::Lost) => (Tone::Attention, texts.say("answer-lost")),
        Failure::Closed { until } => (Tone::Attention, texts.closed(*until, model.now)),
        Failure::Refused { words } => (Tone::Bad, texts.tell("refused", &[("words", words.into())])),
        Failure::Fields(faults) => {
            let words = faults.iter().map(|f| f.words.as_str()).collect::<Vec<_>>().join("; ");
            (Tone::Bad, texts.tell("refused", &[("words", words.into())]))
        }
        Failure::SignInAgain => (Tone::Attention, texts.say("session-ended-here")),
        Failure::NotOffered { website } => (
            Tone::Attention,
            texts.tell("on-the-website", &[("website", website.as_deref().unwrap_or("nalog.gov.ru").into())]),
        ),
        Failure::Unexpected { operation, code } => {
            (Tone::Bad, texts.tell("trouble", &[("code", format!("{operation}/{code}").into())]))
        }
    }
}
