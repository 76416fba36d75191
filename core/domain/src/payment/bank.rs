//! Bank identification codes and accounts (payments page, "Account and BIC").

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::entry::{DigitsError, parse_digits};

/// A bank identification code: nine digits.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bic(String);

/// An account with a bank: twenty digits. Personal, so `Debug` shows none of them.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BankAccount(String);

/// The key digit, the ninth of an account, does not fit the bank: a digit of one of the two is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the account's key digit does not fit the bank")]
pub struct KeyError;

impl Bic {
    /// Reads nine digits.
    ///
    /// # Errors
    /// [`DigitsError`] names what is wrong.
    pub fn parse(text: &str) -> Result<Self, DigitsError> {
        parse_digits(text, 9, 9).map(Self)
    }

    /// Its nine digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl BankAccount {
    /// Reads twenty digits.
    ///
    /// # Errors
    /// [`DigitsError`] names what is wrong.
    pub fn parse(text: &str) -> Result<Self, DigitsError> {
        parse_digits(text, 20, 20).map(Self)
    }

    /// Its twenty digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Accounts of the treasury (03…, 40102…) follow a rule of their own, which is not tested.
    fn is_of_the_treasury(&self) -> bool {
        self.0.starts_with("03") || self.0.starts_with("40102")
    }

    /// Whether the key digit fits: weights 7, 1, 3 over three digits of the bank and the account, the products' last digits add up to a ten.
    /// The three are the last of the code; `0` and its fifth and sixth for a correspondent account and for codes that end in 000 to 002.
    ///
    /// # Errors
    /// [`KeyError`] where it does not.
    pub fn check_key(&self, bank: &Bic) -> Result<(), KeyError> {
        if self.is_of_the_treasury() {
            return Ok(());
        }
        let bic = bank.as_str();
        let is_correspondent = self.0.starts_with("301");
        let short = if is_correspondent || matches!(&bic[6..], "000" | "001" | "002") {
            format!("0{}", &bic[4..6])
        } else {
            bic[6..].to_owned()
        };
        let digits = short.bytes().chain(self.0.bytes()).map(|b| u32::from(b - b'0'));
        let sum: u32 =
            digits.zip([7, 1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight % 10).sum();
        if sum.is_multiple_of(10) { Ok(()) } else { Err(KeyError) }
    }
}

impl TryFrom<String> for Bic {
    type Error = DigitsError;

    fn try_from(text: String) -> Result<Self, DigitsError> {
        Self::parse(&text)
    }
}

impl From<Bic> for String {
    fn from(bic: Bic) -> Self {
        bic.0
    }
}

impl TryFrom<String> for BankAccount {
    type Error = DigitsError;

    fn try_from(text: String) -> Result<Self, DigitsError> {
        Self::parse(&text)
    }
}

impl From<BankAccount> for String {
    fn from(account: BankAccount) -> Self {
        account.0
    }
}

impl fmt::Debug for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bic")
    }
}

impl fmt::Debug for BankAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BankAccount")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An account of made-up digits with the key that fits.
    fn keyed(bic: &str, stem: &str) -> BankAccount {
        let bank = Bic::parse(bic).unwrap();
        (0..10)
            .map(|key| BankAccount::parse(&format!("{}{key}{}", &stem[..8], &stem[9..])).unwrap())
            .find(|account| account.check_key(&bank).is_ok())
            .unwrap()
    }

    #[test]
    fn the_key_of_a_published_correspondent_account_fits() {
        // Sberbank's own, as every payment form of the bank prints it; and the same with two digits changed places.
        let bank = Bic::parse("044525225").unwrap();
        assert_eq!(BankAccount::parse("30101810400000000225").unwrap().check_key(&bank), Ok(()));
        assert_eq!(BankAccount::parse("30101814000000000225").unwrap().check_key(&bank), Err(KeyError));
    }

    #[test]
    fn the_treasury_has_a_rule_of_its_own() {
        let bank = Bic::parse("017003983").unwrap();
        for account in ["03100643000000018500", "40102810445370000059"] {
            assert_eq!(BankAccount::parse(account).unwrap().check_key(&bank), Ok(()), "{account}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_digit_never_fits(stem in "408178100[0-9]{11}", at in 0_usize..20, by in 1_u8..10) {
            let bank = Bic::parse("044525901").unwrap();
            let right = keyed("044525901", &stem);
            let mut digits = right.as_str().as_bytes().to_vec();
            digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
            let wrong = BankAccount::parse(std::str::from_utf8(&digits).unwrap()).unwrap();
            prop_assume!(!wrong.is_of_the_treasury() && !wrong.as_str().starts_with("301"));
            prop_assert_eq!(wrong.check_key(&bank), Err(KeyError));
        }
    }
}
