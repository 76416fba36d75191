//! What the pattern book sends: of the own contract, and in no app that ships.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Money,
    service::{Done, pattern::Send},
};
use serde::Serialize;

use super::{
    codec::{Codec, Path},
    forms::done,
};
use crate::{exchange::Body, lenient::Trouble};

speaks! { pattern: Send }

/// As a number with two decimals.
fn roubles(amount: Money) -> String {
    let (roubles, kopecks) = amount.parts();
    format!("{roubles}.{kopecks:02}")
}

impl Codec for Send {
    const PATH: Path = Path::Own("/pattern");

    fn body(&self) -> Body {
        #[derive(Serialize)]
        struct WirePayment {
            amount: String,
            day: String,
        }
        #[derive(Serialize)]
        struct WireFile<'a> {
            id: String,
            name: &'a str,
            kind: &'static str,
        }
        #[derive(Serialize)]
        struct WireForm<'a> {
            subject: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            story: Option<&'a str>,
            wish: &'a str,
            office: &'a str,
            surname: &'a str,
            name: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            address: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            paper: Option<&'a str>,
            day: String,
            month: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            amount: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            bank: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            account: Option<&'a str>,
            payments: Vec<WirePayment>,
            files: Vec<WireFile<'a>>,
        }
        let payment = |(amount, day): &(Money, fl_domain::Date)| WirePayment {
            amount: roubles(*amount),
            day: day.to_string(),
        };
        let form = WireForm {
            subject: &self.subject,
            story: self.story.as_deref(),
            wish: &self.wish,
            office: &self.office,
            surname: &self.surname,
            name: &self.name,
            address: self.address.as_deref(),
            paper: self.paper.as_deref(),
            day: self.day.to_string(),
            month: self.month.to_string(),
            amount: self.amount.map(roubles),
            bank: self.bank.as_ref().map(|bank| bank.as_str()),
            account: self.account.as_ref().map(|account| account.as_str()),
            payments: self.payments.iter().map(payment).collect(),
            files: self
                .files
                .iter()
                .map(|file| WireFile { id: file.id.to_string(), name: &file.name, kind: file.kind.word() })
                .collect(),
        };
        Body::attached(&form, &self.files)
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}
