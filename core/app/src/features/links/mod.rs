//! Links that can be trusted: every link is judged before it is opened, and a look-alike is named for what it is. A link from a
//! letter, a text message or a QR code can be looked at here.

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{
    Secret,
    access::{Hosts, Trick, Verdict, judge},
};
use serde::Serialize;

use crate::{
    app::{Event as AppEvent, Intent as AppIntent},
    blocks::{field, notice, primary, secondary, text},
    effects::{Effect, Platform, PlatformFault},
    features::device,
    model::Model,
    page::{self, Page},
    screen::{Block, Field, FieldId, FieldKind, Screen, ScreenId, Tone},
    texts::Texts,
};

type Next = Command<Effect, AppEvent>;

/// The scheme is our own: links of the service's hosts cannot be given to an app that is not the service's.
const SCHEME: &str = "fltaxes://";
/// A longer text is no link (our own limit); what is typed beyond it is not looked at.
const LINK_MAX: usize = 4096;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "LinksIntent"))]
pub enum Intent {
    /// Looks at the link that was pasted.
    Check,
    /// Opens it, once it was found to be the service's.
    Open,
}

/// A link is looked at.
pub(crate) struct Form {
    text: String,
    revision: u32,
    verdict: Option<Verdict>,
}

/// Our own link, taken apart: its place and its query.
pub(crate) fn own(url: &str) -> Option<(&str, &str)> {
    let rest = url.get(..SCHEME.len()).filter(|s| s.eq_ignore_ascii_case(SCHEME)).map(|s| &url[s.len()..])?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    Some((place.trim_end_matches('/'), query))
}

/// One parameter of a query; `None` where it is missing, empty or given twice.
pub(crate) fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let query = query.split('#').next().unwrap_or_default();
    let mut found = query.split('&').filter_map(|pair| pair.split_once('=')).filter(|(key, _)| *key == name);
    match (found.next(), found.next()) {
        (Some((_, value)), None) if !value.is_empty() => Some(value),
        _ => None,
    }
}

/// Whom links may lead to.
pub(crate) fn hosts(model: &Model) -> Hosts {
    Hosts::with(&model.facts.hosts)
}

/// The page.
pub(crate) fn open(model: &mut Model) -> Next {
    if !matches!(model.pages.last(), Some(Page::CheckLink(_))) {
        let revision = model.next_revision();
        page::open(Page::CheckLink(Form { text: String::new(), revision, verdict: None }), model);
    }
    Command::done()
}

/// It was typed or pasted.
pub(crate) fn edit(page: &mut Form, field: FieldId, typed: &Secret) {
    if field == FieldId::Link {
        page.text = typed.expose().chars().take(LINK_MAX + 1).collect();
        page.verdict = None;
    }
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    let hosts = hosts(model);
    let Some(Page::CheckLink(page)) = model.pages.last_mut() else { return Command::done() };
    match intent {
        Intent::Check => {
            let too_long = page.text.chars().count() > LINK_MAX;
            page.verdict = Some(if too_long { Verdict::NotALink } else { judge(&page.text, &hosts) });
            Command::done()
        }
        Intent::Open => {
            let url = page.text.trim().to_owned();
            open_link(url, model)
        }
    }
}

/// Opens a link in the browser if it leads to the service or to Gosuslugi; else it is named and not opened.
pub(crate) fn open_link(url: String, model: &mut Model) -> Next {
    match judge(&url, &hosts(model)) {
        Verdict::Service | Verdict::Esia => {
            let url = if url.contains("://") { url } else { format!("https://{url}") };
            Command::request_from_shell(Platform::OpenLink(url))
                .then_send(|r: Result<(), PlatformFault>| AppEvent::Device(device::Event::Done(r)))
        }
        verdict => {
            model.hint = Some(device::Hint::Link(verdict));
            Command::done()
        }
    }
}

/// The page.
pub(crate) fn view(page: &Form, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::CheckLink, texts.say("check-link-title"));
    screen.blocks = vec![
        text("what", Tone::Plain, texts.say("check-link-what")),
        Block::Field(Field {
            value: String::new(),
            submit: Some(AppIntent::Links(Intent::Check)),
            ..field("link", FieldId::Link, FieldKind::Link, texts.say("check-link-label"), page.revision)
        }),
        primary("check", texts.say("check-link-check"), true, AppIntent::Links(Intent::Check)),
    ];
    if let Some(verdict) = &page.verdict {
        let tone = match verdict {
            Verdict::Service | Verdict::Esia => Tone::Good,
            Verdict::Foreign { .. } | Verdict::NotALink => Tone::Attention,
            Verdict::Suspicious(_) => Tone::Bad,
        };
        screen.blocks.push(notice("verdict", tone, verdict_text(verdict, texts)));
        if matches!(verdict, Verdict::Service | Verdict::Esia) {
            let label = texts.say("check-link-open");
            screen.blocks.push(secondary("open", label, true, AppIntent::Links(Intent::Open)));
        }
    }
    screen
}

/// What a link is, in words. What is foreign is quoted without being a link again.
pub(crate) fn verdict_text(verdict: &Verdict, texts: &Texts) -> String {
    match verdict {
        Verdict::Service => texts.say("verdict-service"),
        Verdict::Esia => texts.say("verdict-esia"),
        Verdict::NotALink => texts.say("verdict-not-a-link"),
        Verdict::Foreign { host } => texts.tell("verdict-foreign", &[("host", host.into())]),
        Verdict::Suspicious(trick) => match trick {
            Trick::LookAlike { of } => texts.tell("trick-look-alike", &[("of", of.into())]),
            Trick::KnownFake => texts.say("trick-known-fake"),
            Trick::Homoglyph { position, letter } => texts.tell(
                "trick-homoglyph",
                &[("letter", letter.to_string().into()), ("position", (*position).into())],
            ),
            Trick::Punycode => texts.say("trick-punycode"),
            Trick::UserInfo => texts.say("trick-user-info"),
            Trick::NotHttps => texts.say("trick-not-https"),
            Trick::NumericHost => texts.say("trick-numeric-host"),
            Trick::OddPort => texts.say("trick-odd-port"),
            Trick::Script => texts.say("trick-script"),
            Trick::Hidden => texts.say("trick-hidden"),
        },
    }
}
