//! The person: who they are, what they earned, what they paid.

use fl_domain::{
    Inn,
    account::{PaymentTotals, Taxpayer, YearIncome},
    service::account,
};
use serde::Deserialize;

use crate::{
    dialect::{
        codec::{Codec, Path},
        forms::rows,
    },
    lenient::{self, Amount, Trouble},
};

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireIncome {
    #[serde(deserialize_with = "lenient::year")]
    year: Option<i16>,
    income: Amount,
    tax: Amount,
}

impl Codec for account::Incomes {
    const PATH: Path = Path::Attested("/taxpayer/2ndfl/v2");

    fn read(text: &str) -> Result<Vec<YearIncome>, Trouble> {
        rows::<WireIncome>(&lenient::list(text)?)?
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
    #[serde(deserialize_with = "lenient::count")]
    new_notifications: Option<u32>,
}

impl Codec for account::Taxpayer {
    const PATH: Path = Path::Attested("/taxpayer/info/v2");

    /// Any field may be missing, but an answer with none of them is about something else.
    fn read(text: &str) -> Result<Taxpayer, Trouble> {
        let wire: WireTaxpayer = lenient::object(text)?;
        let taxpayer = Taxpayer {
            inn: wire.inn.and_then(|inn| Inn::parse_person(&inn).ok()),
            name: wire.name,
            email: wire.email,
            new_letters: wire.new_notifications,
        };
        if taxpayer == Taxpayer::default() { Err(Trouble::Shape) } else { Ok(taxpayer) }
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireTaxInfo {
    enp_sum: Amount,
    confirmed_payments_sum: Amount,
}

impl Codec for account::PaymentTotals {
    const PATH: Path = Path::Attested("/taxes/taxInfo");

    /// An object with neither sum says what an empty 404 says: there is nothing.
    fn read(text: &str) -> Result<Option<PaymentTotals>, Trouble> {
        let wire: WireTaxInfo = lenient::object(text)?;
        let totals = PaymentTotals {
            enp: wire.enp_sum.optional()?,
            confirmed: wire.confirmed_payments_sum.optional()?,
        };
        Ok((totals != PaymentTotals::default()).then_some(totals))
    }

    fn nothing() -> Option<Option<PaymentTotals>> {
        Some(None)
    }
}

#[cfg(test)]
mod tests {
    use fl_domain::Money;

    use super::*;
    use crate::fixtures::answer;

    #[test]
    fn years_with_and_without_sums() {
        let income = |year, income: Option<i64>, tax: Option<i64>| YearIncome {
            year,
            income: income.map(Money::from_kopecks),
            tax: tax.map(Money::from_kopecks),
        };
        let expected = vec![
            income(2025, Some(120_000_000), Some(15_600_000)),
            income(2024, Some(110_000_000), None),
            income(2023, None, None),
        ];
        assert!(account::Incomes::read(answer("incomes", 0)) == Ok(expected));
    }

    #[test]
    fn a_person_and_what_is_left_of_one() {
        let expected = Taxpayer {
            inn: Some(Inn::made_up(7_700_000_001)),
            name: Some("ВЫДУМАННАЯ МАРИЯ ИВАНОВНА".to_owned()),
            email: Some("maria@example.test".to_owned()),
            new_letters: Some(3),
        };
        assert_eq!(account::Taxpayer::read(answer("taxpayer", 0)), Ok(expected));
        // A wrong check digit and wrong types count as missing.
        let rest = Taxpayer { new_letters: Some(0), ..Taxpayer::default() };
        let odd = "{\"inn\":\"770000000157\",\"name\":\" \",\"email\":[],\"newNotifications\":\"0\"}";
        assert_eq!(account::Taxpayer::read(odd), Ok(rest));
    }

    #[test]
    fn payments_as_text_and_with_an_exponent() {
        let expected = PaymentTotals {
            enp: Some(Money::from_kopecks(500_000)),
            confirmed: Some(Money::from_kopecks(1_500_000)),
        };
        assert!(account::PaymentTotals::read(answer("payment-totals", 0)) == Ok(Some(expected)));
    }
}
