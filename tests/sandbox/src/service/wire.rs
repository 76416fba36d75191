//! The shapes of data answers, and the ways to write an amount.

use fl_domain::{Date, Money};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::{
    ledger::{Entry, Owed},
    people::Amounts,
};

/// An amount as it stands on the wire.
type Amount = Box<RawValue>;

/// Writes amounts in one person's way.
pub(super) struct Pen {
    amounts: Amounts,
    written: usize,
}

impl Pen {
    pub(super) const fn new(amounts: Amounts) -> Self {
        Self { amounts, written: 0 }
    }

    pub(super) fn amount(&mut self, money: Money) -> Amount {
        let text = match (self.amounts, self.written % 4) {
            (Amounts::Plain, _) | (Amounts::Odd, 3) => money.to_string(),
            (Amounts::Odd, 0) => format!("\"{money}\""),
            (Amounts::Odd, 1) => scientific(money),
            (Amounts::Odd, _) => format!("\"{}\"", scientific(money)),
        };
        self.written += 1;
        // Each of these is JSON.
        RawValue::from_string(text).unwrap_or_else(|_| RawValue::NULL.to_owned())
    }
}

/// Such as `7.591E+5`.
fn scientific(money: Money) -> String {
    let kopecks = money.kopecks().unsigned_abs();
    let digits = kopecks.to_string();
    let (first, rest) = digits.split_at(1);
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if money.is_negative() { "-" } else { "" };
    // Two digits are kopecks.
    let (exponent_sign, exponent) = match digits.len() {
        _ if kopecks == 0 => ('+', 0),
        n @ 3.. => ('+', n - 3),
        n => ('-', 3 - n),
    };
    format!("{sign}{first}{point}{rest}E{exponent_sign}{exponent}")
}

#[derive(Serialize)]
pub(super) struct General {
    pub(super) ens: Ens,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Ens {
    pub(super) balance_amount: Amount,
    pub(super) arrear_amount: Amount,
    pub(super) recommended_payment_amount: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accrual: Option<AccrualSummary>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AccrualSummary {
    pub(super) accrual_nearest: Nearest,
}

#[derive(Serialize)]
pub(super) struct Nearest {
    pub(super) amount: Amount,
    pub(super) date: Date,
}

#[derive(Serialize)]
pub(super) struct LiabilitiesMeta {
    pub(super) accruals: Vec<AmountRow>,
    pub(super) arrears: Vec<AmountRow>,
}

#[derive(Serialize)]
pub(super) struct AmountRow {
    pub(super) amount: Amount,
}

#[derive(Serialize)]
pub(super) struct Content<T> {
    pub(super) content: Vec<T>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LiabilityRow {
    amount: Amount,
    svnz_info: TaxInfo,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_year: Option<i16>,
}

#[derive(Serialize)]
struct TaxInfo {
    code: String,
    title: String,
}

impl LiabilityRow {
    /// With its day.
    pub(super) fn accrual(pen: &mut Pen, owed: Owed) -> Self {
        let date = Some(owed.due);
        Self { date, period_year: None, ..Self::arrear(pen, owed) }
    }

    /// With its period's year.
    pub(super) fn arrear(pen: &mut Pen, owed: Owed) -> Self {
        let amount = pen.amount(owed.amount);
        let svnz_info = TaxInfo { code: owed.code, title: owed.title };
        Self { amount, svnz_info, date: None, period_year: Some(owed.year) }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OperationRow {
    date: Date,
    amount: Amount,
    operation_description: String,
    action_type_info: ActionType,
    svnz_info: Title,
    source_doc_title: String,
}

/// What money that is of no tax stands under. Attested clients read the title without looking whether there is one; its words
/// are ours.
const OF_NO_TAX: &str = "Единый налоговый платёж";

#[derive(Serialize)]
struct ActionType {
    name: String,
}

#[derive(Serialize)]
struct Title {
    title: String,
}

impl OperationRow {
    pub(super) fn new(pen: &mut Pen, entry: &Entry) -> Self {
        Self {
            date: entry.date,
            amount: pen.amount(entry.amount),
            operation_description: entry.description(),
            action_type_info: ActionType { name: entry.kind_name().to_owned() },
            svnz_info: Title { title: entry.tax_title().unwrap_or(OF_NO_TAX).to_owned() },
            source_doc_title: entry.source().to_owned(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct YearIncome {
    pub(super) year: i16,
    pub(super) income: Amount,
    pub(super) tax: Amount,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Taxpayer<'a> {
    pub(super) inn: &'a str,
    pub(super) name: &'a str,
    /// The confirmed one.
    pub(super) email: Option<String>,
    pub(super) new_notifications: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PaymentTotals {
    pub(super) enp_sum: Amount,
    pub(super) confirmed_payments_sum: Amount,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_exact() {
        let table = [
            (75_910_000, "7.591E+5"),
            (-1_234_560, "-1.23456E+4"),
            (100, "1E+0"),
            (10, "1E-1"),
            (-5, "-5E-2"),
            (0, "0E+0"),
            (123_456_789, "1.23456789E+6"),
        ];
        for (kopecks, expected) in table {
            let money = Money::from_kopecks(kopecks);
            assert_eq!(scientific(money), expected);
            assert!(expected.parse() == Ok(money), "{expected}");
        }
    }
}
