//! What became of things that are done once: of the own contract.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Timestamp,
    service::outbox::{Fate, FateTold},
};
use serde::Deserialize;

use super::{
    codec::{Codec, Path},
    forms::Fields,
};
use crate::{
    content::Content,
    exchange::{Body, Response},
    fault::Said,
    lenient::{self, Trouble},
};

/// The header that carries the key, as a string of RFC 9651 (draft-ietf-httpapi-idempotency-key-header).
pub(super) const KEY: &str = "Idempotency-Key";

/// The thing of this key came before and is still being worked at: there is no answer yet.
const IN_WORK: &str = "outbox.in-work";

/// Whether an answer to something that is done once says that it is not done yet.
pub(super) fn is_in_work(response: &Response) -> bool {
    response.status == 409 && Said::of(&Content::of(&response.body)).code() == Some(IN_WORK)
}

speaks! { outbox: Fate }

impl Codec for Fate {
    const PATH: Path = Path::Own("/outbox/fate");

    fn body(&self) -> Body {
        Fields(&[("key", Some(&self.0.to_string()))]).body()
    }

    /// A state that nobody knows is no answer: that nothing came has to be said outright.
    fn read(text: &str) -> Result<FateTold, Trouble> {
        #[derive(Default, Deserialize)]
        #[serde(default, rename_all = "camelCase")]
        struct WireFate {
            #[serde(deserialize_with = "lenient::text")]
            state: Option<String>,
            #[serde(deserialize_with = "lenient::number")]
            at: Option<Timestamp>,
            #[serde(deserialize_with = "lenient::text")]
            words: Option<String>,
            known_since: Option<serde_json::Value>,
        }
        let wire: WireFate = lenient::object(text)?;
        Ok(match wire.state.as_deref() {
            Some("accepted") => FateTold::Accepted { at: wire.at },
            Some("refused") => FateTold::Refused { words: wire.words },
            Some("in-work") => FateTold::InWork,
            Some("unheard") => FateTold::Unheard {
                // One that cannot be read is no promise that nothing was forgotten.
                known_since: wire
                    .known_since
                    .map(|since| since.as_str().and_then(|text| text.parse().ok()).unwrap_or(Timestamp::MAX)),
            },
            _ => return Err(Trouble::Shape),
        })
    }
}
