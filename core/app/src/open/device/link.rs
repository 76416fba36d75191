use crux_core::Command;
use fl_domain::access::{Hosts, Trick, Verdict, judge};

use super::{event::Event, hint::Hint};
use crate::{
    kit::{
        effects::{Platform, PlatformFault},
        texts::Texts,
    },
    open::{
        event::{Event as AppEvent, Next},
        feature::OwnLink,
        ground::Ground,
        place::Place,
    },
};

/// The scheme is our own: links of the service's hosts cannot be given to an app that is not the service's.
const SCHEME: &str = "fltaxes://";

/// Where Gosuslugi recovers its own passwords: the service's start page, since no other address of it is attested.
pub(crate) const GOSUSLUGI: &str = "https://www.gosuslugi.ru";

/// Follows a link into the app; one that is none of ours is named for what it is and not followed. Before the account is open
/// its place is kept in mind.
pub(crate) fn follow(url: &str, ground: &mut Ground) -> Next {
    match own(url) {
        Some((word, "")) => {
            if let Some(place) = place(word) {
                return lead(place, ground);
            }
        }
        Some((word, query)) => {
            let link = OwnLink { url, word, query };
            let features = ground.features;
            if let Some(next) = features.iter().find_map(|feature| feature.follow(&link, ground)) {
                return next;
            }
        }
        None => {}
    }
    ground.hint = Some(match judge(url, &hosts(ground)) {
        verdict @ Verdict::Suspicious(_) => Hint::Link(verdict),
        _ => Hint::ForeignLink,
    });
    Command::done()
}

fn lead(place: Place, ground: &mut Ground) -> Next {
    if place.needs_account() && ground.account().is_none() {
        ground.wanted = Some(place);
        return Command::done();
    }
    ground.go(place)
}

/// Where a link without anything behind it leads.
fn place(word: &str) -> Option<Place> {
    let place = if word.is_empty() { Some(Place::Home) } else { Place::of(word) };
    place.filter(|place| place.is_linked())
}

/// Our own link, taken apart: its word and its query.
pub(crate) fn own(url: &str) -> Option<(&str, &str)> {
    let rest = url.get(..SCHEME.len()).filter(|s| s.eq_ignore_ascii_case(SCHEME)).map(|s| &url[s.len()..])?;
    let (word, query) = rest.split_once('?').unwrap_or((rest, ""));
    Some((word.trim_end_matches('/'), query))
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
pub(crate) fn hosts(ground: &Ground) -> Hosts {
    Hosts::with(&ground.facts.hosts)
}

/// Opens a link in the browser if it leads to the service or to Gosuslugi; else it is named and not opened.
pub(crate) fn open_link(url: String, ground: &mut Ground) -> Next {
    match judge(&url, &hosts(ground)) {
        Verdict::Service | Verdict::Esia => {
            let url = if url.contains("://") { url } else { format!("https://{url}") };
            Command::request_from_shell(Platform::OpenLink(url))
                .then_send(|r: Result<(), PlatformFault>| AppEvent::Device(Event::Done(r)))
        }
        verdict @ (Verdict::NotALink | Verdict::Foreign { .. } | Verdict::Suspicious(_)) => {
            ground.hint = Some(Hint::Link(verdict));
            Command::done()
        }
    }
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
            Trick::Backslash { host } => texts.tell("trick-backslash", &[("host", host.into())]),
            Trick::UserInfo => texts.say("trick-user-info"),
            Trick::NotHttps => texts.say("trick-not-https"),
            Trick::NumericHost => texts.say("trick-numeric-host"),
            Trick::OddPort => texts.say("trick-odd-port"),
            Trick::Script => texts.say("trick-script"),
            Trick::Hidden => texts.say("trick-hidden"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_links_lead_somewhere() {
        let table = [
            ("fltaxes://home", Some(Place::Home)),
            ("FLTAXES://operations/", Some(Place::Operations)),
            ("fltaxes://income", Some(Place::Income)),
            ("fltaxes://settings", Some(Place::Settings)),
            ("fltaxes://", Some(Place::Home)),
            ("fltaxes://profile", Some(Place::Profile)),
            ("fltaxes://recovery", Some(Place::Recovery)),
            // What is begun or chosen by a person alone is no place for a link.
            ("fltaxes://esia", None),
            ("fltaxes://name", None),
            ("fltaxes://contact", None),
            ("fltaxes://operations/../home", None),
            ("fltaxes://user@home", None),
            ("fltaxes:home", None),
            ("https://example.test/home", None),
            ("", None),
            ("фл", None),
            ("fltaxes:/\u{301}/home", None),
        ];
        for (url, expected) in table {
            let led = own(url).filter(|(_, query)| query.is_empty()).and_then(|(word, _)| place(word));
            assert_eq!(led, expected, "{url}");
        }
        assert_eq!(own("fltaxes://contact?code=1&code=2"), Some(("contact", "code=1&code=2")));
        assert_eq!(parameter("code=1&code=2", "code"), None);
        assert_eq!(parameter("code=123456", "code"), Some("123456"));
    }
}
