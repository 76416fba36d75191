//! The person: who they are, what they earned, what they paid.

use fl_domain::{
    Inn,
    account::{PaymentTotals, Taxpayer, YearIncome},
};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::rows;
use crate::lenient::{self, Amount, Trouble};

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireIncome {
    #[serde(deserialize_with = "lenient::number")]
    year: Option<i16>,
    income: Amount,
    tax: Amount,
}

pub(super) fn incomes(text: &str) -> Result<Vec<YearIncome>, Trouble> {
    let list: Vec<&RawValue> = lenient::value(text)?;
    rows::<WireIncome>(&list)?
        .into_iter()
        .map(|row| {
            Ok(YearIncome {
                year: row.year.ok_or(Trouble::Year)?,
                income: row.income.optional()?,
                tax: row.tax.optional()?,
            })
        })
        .collect()
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireTaxpayer {
    #[serde(deserialize_with = "lenient::text")]
    inn: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    email: Option<String>,
    #[serde(deserialize_with = "lenient::number")]
    new_notifications: Option<u32>,
}

/// Any field may be missing, but an answer with none of them is about something else.
pub(super) fn taxpayer(text: &str) -> Result<Taxpayer, Trouble> {
    let wire: WireTaxpayer = lenient::object(text)?;
    let taxpayer = Taxpayer {
        inn: wire.inn.and_then(|inn| Inn::parse_person(&inn).ok()),
        name: wire.name,
        email: wire.email,
        new_letters: wire.new_notifications,
    };
    if taxpayer == Taxpayer::default() { Err(Trouble::Shape) } else { Ok(taxpayer) }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireTaxInfo {
    enp_sum: Amount,
    confirmed_payments_sum: Amount,
}

/// An object with neither sum says what an empty 404 says: there is nothing.
pub(super) fn payment_totals(text: &str) -> Result<Option<PaymentTotals>, Trouble> {
    let wire: WireTaxInfo = lenient::object(text)?;
    let totals =
        PaymentTotals { enp: wire.enp_sum.optional()?, confirmed: wire.confirmed_payments_sum.optional()? };
    Ok((totals != PaymentTotals::default()).then_some(totals))
}
