//! The single tax account (ENS): its balance and what is owed.

use fl_domain::{
    Date, Money,
    account::{Due, EnsBalance, Liability, LiabilityTotals, NearestAccrual, Tax},
    service::{Page, account},
};
use serde::Deserialize;
use serde_json::{json, value::RawValue};

use super::WireTax;
use crate::{
    dialect::{
        codec::{Codec, Path},
        forms::{content, paged, rows},
    },
    exchange::Body,
    lenient::{self, Amount, Trouble},
};

impl Codec for account::EnsBalance {
    const PATH: Path = Path::Attested("/ens/general");

    fn read(text: &str) -> Result<EnsBalance, Trouble> {
        let general: WireGeneral<'_> = lenient::object(text)?;
        let ens: WireEns<'_> = lenient::object(general.ens.get())?;
        Ok(EnsBalance {
            balance: ens.balance_amount.optional()?,
            arrears: ens.arrear_amount.optional()?,
            recommended: ens.recommended_payment_amount.optional()?,
            nearest: ens.accrual.map_or(Ok(None), nearest)?,
        })
    }
}

impl Codec for account::LiabilityTotals {
    const PATH: Path = Path::Attested("/ens/liabilitiesMeta");

    /// A list that is null is an empty one; one that is missing was not said, and an answer with neither says nothing.
    fn read(text: &str) -> Result<LiabilityTotals, Trouble> {
        let wire: WireTotals<'_> = lenient::object(text)?;
        if wire.accruals.is_none() && wire.arrears.is_none() {
            return Err(Trouble::Shape);
        }
        let sum = |list: Option<&RawValue>| -> Result<Option<Money>, Trouble> {
            let Some(list) = list else { return Ok(None) };
            let rows = rows::<WireAmount>(&lenient::rows(list)?)?;
            rows.into_iter().map(|row| row.amount.required()).sum::<Result<Money, Trouble>>().map(Some)
        };
        Ok(LiabilityTotals { accruals: sum(wire.accruals)?, arrears: sum(wire.arrears)? })
    }
}

impl Codec for account::Accruals {
    const PATH: Path = Path::Attested("/ens/accrualsLiabilitySvnz");

    fn body(&self) -> Body {
        filter(self.0)
    }

    /// Accruals say a date.
    fn read(text: &str) -> Result<Vec<Liability>, Trouble> {
        liabilities(text, |row| match (row.date, row.period_year) {
            (Some(date), _) => Due::On(date),
            (None, Some(year)) => Due::ForYear(year),
            (None, None) => Due::Unknown,
        })
    }
}

impl Codec for account::Arrears {
    const PATH: Path = Path::Attested("/ens/arrearsLiabilitySvnz");

    fn body(&self) -> Body {
        filter(self.0)
    }

    /// Arrears say the period's year.
    fn read(text: &str) -> Result<Vec<Liability>, Trouble> {
        liabilities(text, |row| match (row.period_year, row.date) {
            (Some(year), _) => Due::ForYear(year),
            (None, Some(date)) => Due::On(date),
            (None, None) => Due::Unknown,
        })
    }
}

fn filter(page: Page) -> Body {
    paged(&json!({ "liabilityType": "FL", "sourceDocCodes": [], "svnzCodes": [] }), page)
}

#[derive(Deserialize)]
struct WireGeneral<'a> {
    #[serde(borrow)]
    ens: &'a RawValue,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireEns<'a> {
    balance_amount: Amount,
    arrear_amount: Amount,
    recommended_payment_amount: Amount,
    #[serde(borrow)]
    accrual: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireAccrual<'a> {
    #[serde(borrow)]
    accrual_nearest: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireNearest {
    amount: Amount,
    #[serde(deserialize_with = "lenient::date")]
    date: Option<Date>,
}

/// Passing over an accrual that cannot be read would say that nothing falls due, so only a missing one is `None`.
fn nearest(accrual: &RawValue) -> Result<Option<NearestAccrual>, Trouble> {
    let accrual: WireAccrual<'_> = lenient::object(accrual.get())?;
    let Some(nearest) = accrual.accrual_nearest else { return Ok(None) };
    let nearest: WireNearest = lenient::object(nearest.get())?;
    match (nearest.amount.optional()?, nearest.date) {
        (Some(amount), date) => Ok(Some(NearestAccrual { amount, date })),
        (None, None) => Ok(None),
        (None, Some(_)) => Err(Trouble::Amount),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireTotals<'a> {
    #[serde(borrow, deserialize_with = "lenient::there")]
    accruals: Option<&'a RawValue>,
    #[serde(borrow, deserialize_with = "lenient::there")]
    arrears: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireAmount {
    amount: Amount,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireLiability {
    amount: Amount,
    #[serde(deserialize_with = "lenient::harmless")]
    svnz_info: WireTax,
    #[serde(deserialize_with = "lenient::date")]
    date: Option<Date>,
    #[serde(deserialize_with = "lenient::year")]
    period_year: Option<i16>,
}

fn liabilities(text: &str, due: fn(&WireLiability) -> Due) -> Result<Vec<Liability>, Trouble> {
    let rows: Vec<WireLiability> = content(text)?;
    rows.into_iter()
        .map(|row| {
            let due = due(&row);
            let WireTax { code, title } = row.svnz_info;
            let tax = Tax { code: code.unwrap_or_default(), title: title.unwrap_or_default() };
            Ok(Liability { amount: row.amount.required()?, tax, due })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use fl_domain::dates::date;

    use super::*;
    use crate::fixtures::answer;

    fn money(kopecks: i64) -> Money {
        Money::from_kopecks(kopecks)
    }

    fn liability(kopecks: i64, [code, title]: [&str; 2], due: Due) -> Liability {
        let tax = Tax { code: code.to_owned(), title: title.to_owned() };
        Liability { amount: money(kopecks), tax, due }
    }

    #[test]
    fn a_balance_with_and_without_the_next_accrual() {
        let debt = EnsBalance {
            balance: Some(money(-1_234_560)),
            arrears: Some(money(1_234_560)),
            recommended: Some(money(2_044_560)),
            nearest: Some(NearestAccrual { amount: money(810_000), date: Some(date(2026, 12, 1)) }),
        };
        // `==` here and below: money hides from Debug.
        assert!(account::EnsBalance::read(answer("ens-balance", 0)) == Ok(debt));
        let clear =
            EnsBalance { balance: Some(Money::ZERO), arrears: Some(Money::ZERO), ..EnsBalance::default() };
        assert!(account::EnsBalance::read(answer("ens-balance", 1)) == Ok(clear));
        for text in
            ["{}", "{\"accrual\":null}", "{\"accrual\":{}}", "{\"accrual\":{\"accrualNearest\":null}}"]
        {
            let general = format!("{{\"ens\":{text}}}");
            assert!(account::EnsBalance::read(&general) == Ok(EnsBalance::default()), "{text}");
        }
    }

    #[test]
    fn totals_are_the_sums_of_their_rows() {
        let expected = LiabilityTotals { accruals: Some(money(835_050)), arrears: Some(money(1_234_560)) };
        assert!(account::LiabilityTotals::read(answer("liability-totals", 0)) == Ok(expected));
        let one = LiabilityTotals { accruals: Some(money(1)), arrears: None };
        assert!(
            account::LiabilityTotals::read("{\"accruals\":[{\"amount\":0.01}]}") == Ok(one),
            "not said is no zero"
        );
        let none = LiabilityTotals { accruals: Some(Money::ZERO), arrears: Some(Money::ZERO) };
        assert!(account::LiabilityTotals::read("{\"accruals\":null,\"arrears\":[]}") == Ok(none));
    }

    #[test]
    fn accruals_have_dates_and_arrears_years() {
        let due = Due::On(date(2026, 12, 1));
        let expected = vec![
            liability(810_000, ["20", "Транспортный налог"], due),
            liability(25_050, ["25", "Налог на имущество физических лиц"], due),
            liability(1_000, ["", ""], Due::Unknown),
        ];
        assert!(account::Accruals::read(answer("accruals", 0)) == Ok(expected));
        let expected = vec![
            liability(1_234_560, ["24", "Земельный налог"], Due::ForYear(2024)),
            liability(1, ["X7", "Выдуманный налог"], Due::ForYear(2023)),
        ];
        assert!(account::Arrears::read(answer("arrears", 0)) == Ok(expected));
    }
}
