//! Who signed in and when: of the own contract.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Timestamp,
    service::{
        Done, SignInRecord, SignInWay,
        sign_ins::{Disown, Read},
    },
};
use serde::Deserialize;

use super::{
    codec::{Codec, Path},
    forms::{Fields, content, done},
};
use crate::{
    exchange::Body,
    lenient::{self, Trouble},
};

/// More sign-ins than that nobody looks through.
const SIGN_INS_MAX: usize = 500;
/// A name of a sign-in goes back as it came, so a longer one is refused, not cut. In bytes.
const ID_MAX: usize = 200;

speaks! { sign_ins: Read, Disown }

impl Codec for Read {
    const PATH: Path = Path::Own("/sign-ins");

    /// A row that cannot be read fails the list: the one that was dropped would be the stranger's.
    fn read(text: &str) -> Result<Vec<SignInRecord>, Trouble> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct WireSignIn {
            #[serde(deserialize_with = "lenient::as_sent")]
            id: Option<String>,
            #[serde(deserialize_with = "lenient::number")]
            at: Option<Timestamp>,
            #[serde(deserialize_with = "lenient::text")]
            way: Option<String>,
            #[serde(deserialize_with = "lenient::text")]
            device: Option<String>,
            #[serde(deserialize_with = "lenient::text")]
            place: Option<String>,
            #[serde(deserialize_with = "lenient::flag")]
            current: Option<bool>,
            #[serde(deserialize_with = "lenient::flag")]
            open: Option<bool>,
        }
        let rows: Vec<WireSignIn> = content(text)?;
        let shown = |text: Option<String>| text.unwrap_or_default();
        let record = |row: WireSignIn| {
            let is_name = |id: &String| id.len() <= ID_MAX && id.bytes().all(|b| b.is_ascii_graphic());
            Ok(SignInRecord {
                id: row.id.filter(is_name).ok_or(Trouble::Shape)?,
                at: row.at.ok_or(Trouble::Shape)?,
                way: match row.way.as_deref() {
                    Some("password") => SignInWay::Password,
                    Some("esia") => SignInWay::Esia,
                    _ => SignInWay::Other,
                },
                device: shown(row.device),
                place: shown(row.place),
                is_current: row.current.unwrap_or(false),
                is_open: row.open.unwrap_or(false),
            })
        };
        rows.into_iter().take(SIGN_INS_MAX).map(record).collect()
    }
}

impl Codec for Disown {
    const PATH: Path = Path::Own("/sign-ins/disown");

    fn body(&self) -> Body {
        Fields(&[("id", Some(&self.id))]).body()
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}
