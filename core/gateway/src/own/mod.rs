//! The project's own contract: getting in and staying in. No service is known to have it (`x-provenance: own`), so what
//! follows from the rules of the account and what a client needs is settled here, in the sister service's error form
//! `{code, message, additionalInfo}`. Codes count with 4xx only; what an answer does not say outright is not taken for said.

pub(crate) mod asks;
pub(crate) mod esia;
pub(crate) mod readings;

#[cfg(test)]
mod tests;

use fl_domain::service::Failure;
use serde::{Serialize, Serializer};

use crate::{
    content::Content,
    exchange::{Body, Response},
    fault::{self, Said},
    lenient::Trouble,
};

/// Codes of the contract.
pub(crate) mod code {
    pub(crate) const OLD_WRONG: &str = "password.old-wrong";
    pub(crate) const REFUSED: &str = "password.refused";
    pub(crate) const PRIMARY_EXPIRED: &str = "password.primary-expired";
    pub(crate) const NOT_ACTIVE: &str = "account.not-active";
    pub(crate) const MISMATCH: &str = "recovery.mismatch";
    pub(crate) const BLOCKED: &str = "recovery.blocked";
    pub(crate) const LINK_STALE: &str = "recovery.link-stale";
    pub(crate) const LINK_USED: &str = "recovery.link-used";
    pub(crate) const WRONG_CODE: &str = "contact.wrong-code";
    pub(crate) const ESIA_NOT_CONFIRMED: &str = "esia.not-confirmed";
    pub(crate) const ESIA_FORMING: &str = "esia.forming";
}

/// A flat object of texts; those that are missing are left out.
pub(crate) struct Fields<'a>(pub(crate) &'a [(&'static str, Option<&'a str>)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter_map(|(name, text)| text.map(|text| (name, text))))
    }
}

impl Fields<'_> {
    pub(crate) fn body(&self) -> Body {
        Body::json(self)
    }
}

/// Whose answer is read.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) operation: &'static str,
    pub(crate) website: &'a str,
    pub(crate) in_session: bool,
}

/// Reads one answer: the end of the session, a code of the contract, a whole body, or a failure as everywhere else.
fn answer<T>(
    asked: Asked<'_>,
    response: &Response,
    told: impl FnOnce(&Said) -> Option<T>,
    read: impl FnOnce(&str) -> Result<T, Trouble>,
) -> Result<T, Failure> {
    let Asked { operation, website, in_session } = asked;
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    if in_session && said.ends_session(response.status) {
        return Err(Failure::SignInAgain);
    }
    match (response.status, &content) {
        (200..300, Content::Text(text)) => read(text).map_err(|trouble| match said.words() {
            // A complaint with status 200 is not a broken answer.
            Some(words) if trouble == Trouble::Shape => Failure::Refused { words: words.to_owned() },
            _ => fault::of_content(operation, &content, trouble),
        }),
        (200..300, other) => Err(fault::of_content(operation, other, Trouble::Shape)),
        (400..500, _) => match told(&said) {
            Some(told) => Ok(told),
            None => Err(fault::of_status(operation, response, said, website)),
        },
        _ => Err(fault::of_status(operation, response, said, website)),
    }
}
