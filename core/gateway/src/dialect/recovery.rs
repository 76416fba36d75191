//! A forgotten password, by a letter: of the own contract.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Inn, Secret,
    access::Email,
    service::{
        Done, RecoveryField, RecoveryForm,
        recovery::{Form, Link, OpenLink, PasswordSet, Recover, Recovered, SetPassword},
    },
};
use serde::Deserialize;

use super::{
    codec::{Codec, Path},
    forms::{Fields, done},
    policy::{WirePolicy, refused},
};
use crate::{
    exchange::Body,
    fault::{Said, capped},
    lenient::{self, Trouble},
};

const MISMATCH: &str = "recovery.mismatch";
const BLOCKED: &str = "recovery.blocked";
const LINK_STALE: &str = "recovery.link-stale";
const LINK_USED: &str = "recovery.link-used";
/// How long recovery stays shut after the third wrong entry, where the service does not say (account rules, Recovery).
const BLOCKED_SECONDS: u64 = 24 * 60 * 60;
/// More attempts than that nobody counts.
const ATTEMPTS_MAX: u32 = 100;
/// A letter that takes longer than a day is not on its way.
const LETTER_MINUTES_MAX: u32 = 24 * 60;

speaks! { recovery: Form, Recover, OpenLink, SetPassword }

impl Codec for Form {
    const PATH: Path = Path::Own("/recovery/form");

    fn body(&self) -> Body {
        Fields(&[("inn", Some(self.inn.as_str()))]).body()
    }

    fn read(text: &str) -> Result<RecoveryForm, Trouble> {
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
        Ok(RecoveryForm { fields, attempts_left, blocked_seconds })
    }
}

impl Codec for Recover {
    const PATH: Path = Path::Own("/recovery");

    fn body(&self) -> Body {
        Fields(&[
            ("inn", Some(self.inn.as_str())),
            ("email", self.email.as_ref().map(Email::as_str)),
            ("controlWord", self.control_word.as_ref().map(Secret::expose)),
        ])
        .body()
    }

    fn read(text: &str) -> Result<Recovered, Trouble> {
        #[derive(Deserialize)]
        struct WireLetter {
            sent: bool,
            #[serde(default, deserialize_with = "lenient::number")]
            minutes: Option<u32>,
        }
        let wire: WireLetter = lenient::object(text)?;
        let minutes = wire.minutes.map(|minutes| minutes.min(LETTER_MINUTES_MAX));
        if wire.sent { Ok(Recovered::LetterSent { minutes }) } else { Err(Trouble::Shape) }
    }

    fn complaint(said: &Said) -> Option<Recovered> {
        match said.code()? {
            MISMATCH => match said.attempts_left()? {
                // What was the last attempt shuts recovery (account rules, Recovery).
                0 => Some(Recovered::Blocked { seconds: BLOCKED_SECONDS }),
                left => Some(Recovered::Mismatch { attempts_left: left.min(ATTEMPTS_MAX) }),
            },
            BLOCKED => Some(Recovered::Blocked { seconds: said.seconds().unwrap_or(BLOCKED_SECONDS) }),
            _ => None,
        }
    }
}

impl Codec for OpenLink {
    const PATH: Path = Path::Own("/recovery/link");

    fn body(&self) -> Body {
        Fields(&[("token", Some(self.token.expose()))]).body()
    }

    fn read(text: &str) -> Result<Link, Trouble> {
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
        Ok(Link::Good { inn, policy: wire.policy.policy() })
    }

    fn complaint(said: &Said) -> Option<Link> {
        match said.code()? {
            LINK_STALE => Some(Link::Stale),
            LINK_USED => Some(Link::Used),
            _ => None,
        }
    }
}

impl Codec for SetPassword {
    const PATH: Path = Path::Own("/recovery/password");

    fn body(&self) -> Body {
        Fields(&[("token", Some(self.token.expose())), ("newPassword", Some(self.new.expose()))]).body()
    }

    fn read(text: &str) -> Result<PasswordSet, Trouble> {
        done(text).map(|Done| PasswordSet::Done)
    }

    fn complaint(said: &Said) -> Option<PasswordSet> {
        if let Some(words) = refused(said) {
            return Some(PasswordSet::Refused { words });
        }
        match said.code()? {
            LINK_STALE => Some(PasswordSet::Stale),
            LINK_USED => Some(PasswordSet::Used),
            _ => None,
        }
    }
}
