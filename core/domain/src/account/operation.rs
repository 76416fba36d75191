use serde::{Deserialize, Serialize};

use crate::{Date, Money};

/// One operation of the account's history, as `ens/historyOperations` gives it: newest first, without an identifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
