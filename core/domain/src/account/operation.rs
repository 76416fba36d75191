use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Date, Money};

/// One operation of the account's history, as `ens/historyOperations` gives it: newest first, without an identifier.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Operation {
    /// The day, if the service gave a readable one.
    pub date: Option<Date>,
    /// Positive: money came; negative: an obligation took it.
    pub amount: Money,
    /// What happened, in the service's words.
    pub description: String,
    /// The kind of operation (`actionTypeInfo.name`), the filter's value.
    pub kind: String,
    /// The tax's title (`svnzInfo.title`), empty for money that is not of one tax.
    pub tax: String,
    /// The document it rests on (`sourceDocTitle`).
    pub source: String,
}

/// `Debug` ends up in logs: the service's own words, which may name anybody, are left out.
impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("date", &self.date)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
