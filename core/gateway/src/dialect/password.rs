//! The password as the service knows it, and a new one: of the own contract.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Date,
    access::PasswordPolicy,
    service::{
        Done, PasswordStatus,
        password::{Change, Changed, Confirm, Policy, Status},
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
    fault::Said,
    lenient::{self, Trouble},
};

/// The old password is another one.
const OLD_WRONG: &str = "password.old-wrong";

speaks! { password: Status, Policy, Change, Confirm }

impl Codec for Status {
    const PATH: Path = Path::Own("/password");

    fn read(text: &str) -> Result<PasswordStatus, Trouble> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct WireStatus {
            #[serde(deserialize_with = "lenient::text")]
            kind: Option<String>,
            #[serde(deserialize_with = "lenient::date")]
            issued: Option<Date>,
            #[serde(deserialize_with = "lenient::flag")]
            confirmed: Option<bool>,
            #[serde(deserialize_with = "lenient::date")]
            changed: Option<Date>,
        }
        let wire: WireStatus = lenient::object(text)?;
        match wire.kind.as_deref() {
            Some("primary") => Ok(PasswordStatus::Primary {
                // Without it nobody can say when the password ends.
                issued: wire.issued.ok_or(Trouble::Shape)?,
                confirmed: wire.confirmed.unwrap_or(false),
            }),
            Some("own") => Ok(PasswordStatus::Own { changed: wire.changed }),
            Some("absent") => Ok(PasswordStatus::Absent),
            _ => Err(Trouble::Shape),
        }
    }
}

impl Codec for Policy {
    const PATH: Path = Path::Own("/password/policy");

    fn read(text: &str) -> Result<PasswordPolicy, Trouble> {
        match lenient::object::<WirePolicy>(text)? {
            // An answer with none of it is about something else.
            wire if wire == WirePolicy::default() => Err(Trouble::Shape),
            wire => Ok(wire.policy()),
        }
    }
}

impl Codec for Change {
    const PATH: Path = Path::Own("/password/change");

    fn body(&self) -> Body {
        // An account without a password has no old one.
        let old = Some(self.old.expose()).filter(|text| !text.is_empty());
        Fields(&[("oldPassword", old), ("newPassword", Some(self.new.expose()))]).body()
    }

    fn read(text: &str) -> Result<Changed, Trouble> {
        done(text).map(|Done| Changed::Done)
    }

    fn complaint(said: &Said) -> Option<Changed> {
        match refused(said) {
            Some(words) => Some(Changed::Refused { words }),
            None => (said.code()? == OLD_WRONG).then_some(Changed::OldWrong),
        }
    }
}

impl Codec for Confirm {
    const PATH: Path = Path::Own("/password/confirm");

    fn body(&self) -> Body {
        Fields(&[]).body()
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}
