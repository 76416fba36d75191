//! The service's answers as the cache keeps them: under the question's name, in postcard's form.

use fl_domain::service::Reading;
use serde::de::DeserializeOwned;

/// Name and bytes of an answer; none for the history, which has a shelf.
pub(crate) fn keep(reading: &Reading) -> Option<(&'static str, Vec<u8>)> {
    let (name, bytes) = match reading {
        Reading::EnsBalance(told) => ("ens-balance", postcard::to_stdvec(told)),
        Reading::LiabilityTotals(told) => ("liability-totals", postcard::to_stdvec(told)),
        Reading::Accruals(told) => ("accruals", postcard::to_stdvec(told)),
        Reading::Arrears(told) => ("arrears", postcard::to_stdvec(told)),
        Reading::History(_) => return None,
        Reading::Incomes(told) => ("incomes", postcard::to_stdvec(told)),
        Reading::Taxpayer(told) => ("taxpayer", postcard::to_stdvec(told)),
        Reading::PaymentTotals(told) => ("payment-totals", postcard::to_stdvec(told)),
        Reading::Password(told) => ("password", postcard::to_stdvec(told)),
        Reading::Contacts(told) => ("contacts", postcard::to_stdvec(told)),
        Reading::SignIns(told) => ("sign-ins", postcard::to_stdvec(told)),
    };
    Some((name, bytes.ok()?))
}

/// The answer that was kept; none if nobody knows the name or the form.
pub(crate) fn recall(name: &str, bytes: &[u8]) -> Option<Reading> {
    match name {
        "ens-balance" => told(bytes).map(Reading::EnsBalance),
        "liability-totals" => told(bytes).map(Reading::LiabilityTotals),
        "accruals" => told(bytes).map(Reading::Accruals),
        "arrears" => told(bytes).map(Reading::Arrears),
        "incomes" => told(bytes).map(Reading::Incomes),
        "taxpayer" => told(bytes).map(Reading::Taxpayer),
        "payment-totals" => told(bytes).map(Reading::PaymentTotals),
        "password" => told(bytes).map(Reading::Password),
        "contacts" => told(bytes).map(Reading::Contacts),
        "sign-ins" => told(bytes).map(Reading::SignIns),
        _ => None,
    }
}

/// The whole of the bytes: what is left over is of another form.
fn told<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (told, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(told)
}

#[cfg(test)]
mod tests {
    use fl_domain::account::{EnsBalance, LiabilityTotals, Taxpayer};
    use fl_domain::service::{Contacts, PasswordStatus};
    use fl_domain::{Date, Money};

    use super::*;

    #[test]
    fn every_answer_reads_back_under_its_name_alone() {
        let totals = LiabilityTotals { accruals: Money::from_kopecks(1), arrears: Money::from_kopecks(2) };
        let taxpayer = Taxpayer { inn: None, name: None, email: None, new_letters: Some(1) };
        let answers = [
            Reading::EnsBalance(EnsBalance::default()),
            Reading::LiabilityTotals(totals),
            Reading::Accruals(Vec::new()),
            Reading::Arrears(Vec::new()),
            Reading::Incomes(Vec::new()),
            Reading::Taxpayer(taxpayer),
            Reading::PaymentTotals(None),
            Reading::Password(PasswordStatus::Primary {
                issued: Date::constant(2026, 11, 19),
                confirmed: true,
            }),
            Reading::Contacts(Contacts::default()),
            Reading::SignIns(Vec::new()),
        ];
        for answer in answers {
            let (name, mut bytes) = keep(&answer).unwrap();
            assert_eq!(recall(name, &bytes), Some(answer), "{name}");
            bytes.push(0);
            assert_eq!(recall(name, &bytes), None, "{name}");
            assert_eq!(recall(name, &[]), None, "{name}");
        }
        assert_eq!(keep(&Reading::History(Vec::new())), None);
        assert_eq!(recall("unheard of", &[0]), None);
    }
}
