//! What the pattern book sends: of the own contract, and in no app that ships.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Money,
    payment::bank::{BankAccount, Bic},
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
        let filled = &self.0;
        let payment = |(amount, day): &(Money, fl_domain::Date)| WirePayment {
            amount: roubles(*amount),
            day: day.to_string(),
        };
        let form = WireForm {
            subject: &filled.subject,
            story: filled.story.as_deref(),
            wish: &filled.wish,
            office: &filled.office,
            surname: &filled.surname,
            name: &filled.name,
            address: filled.address.as_deref(),
            paper: filled.paper.as_deref(),
            day: filled.day.to_string(),
            month: filled.month.to_string(),
            amount: filled.amount.map(roubles),
            bank: filled.bank.as_ref().map(Bic::as_str),
            account: filled.account.as_ref().map(BankAccount::as_str),
            payments: filled.payments.iter().map(payment).collect(),
            files: filled
                .files
                .iter()
                .map(|file| WireFile { id: file.id.to_string(), name: &file.name, kind: file.kind.word() })
                .collect(),
        };
        Body::attached(&form, &filled.files)
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}
