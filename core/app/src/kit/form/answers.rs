use std::collections::BTreeMap;

use fl_domain::{
    Date, Money, Secret,
    attachment::Attachment,
    entry::Month,
    payment::bank::{BankAccount, Bic},
};

use super::draft::in_group;

/// What a field was answered by.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Words, digits, a name, an address; or the key of what was chosen.
    Text(String),
    Amount(Money),
    Day(Date),
    Month(Month),
    Bic(Bic),
    Account(BankAccount),
    Files(Vec<Attachment>),
    Agreed,
    Signature(Secret),
}

/// A form that is filled in rightly: of each field that is shown what it was answered by, and of no other.
#[derive(Default)]
pub(crate) struct Answers {
    pub(super) values: BTreeMap<String, Value>,
    pub(super) groups: BTreeMap<String, Vec<u32>>,
}

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident: $variant:ident => $kind:ty;)*) => {$(
        $(#[$doc])*
        pub(crate) fn $name(&self, key: &str) -> Option<$kind> {
            match self.values.get(key) {
                Some(Value::$variant(value)) => Some(value.clone()),
                _ => None,
            }
        }
    )*};
}

impl Answers {
    getters! {
        /// Words, digits, a name, an address; or the key of what was chosen.
        text: Text => String;
        amount: Amount => Money;
        day: Day => Date;
        month: Month => Month;
        bic: Bic => Bic;
        account: Account => BankAccount;
        signature: Signature => Secret;
    }

    /// Files; none where the field is hidden.
    pub(crate) fn files(&self, key: &str) -> Vec<Attachment> {
        match self.values.get(key) {
            Some(Value::Files(files)) => files.clone(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn is_agreed(&self, key: &str) -> bool {
        matches!(self.values.get(key), Some(Value::Agreed))
    }

    /// Of each one in a group, in order, how its field of this key is called.
    pub(crate) fn keys(&self, group: &str, field: &str) -> Vec<String> {
        let numbers = self.groups.get(group).into_iter().flatten();
        numbers.map(|number| in_group(group, *number, field)).collect()
    }
}
