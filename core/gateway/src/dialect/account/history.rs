//! The account's operations, newest first.

use fl_domain::{Date, account::Operation, service::account};
use serde::Deserialize;
use serde_json::json;

use super::WireTax;
use crate::{
    dialect::{
        codec::{Codec, Path},
        forms::{content, paged},
    },
    exchange::Body,
    lenient::{self, Amount, Trouble},
};

impl Codec for account::History {
    const PATH: Path = Path::Attested("/ens/historyOperations");

    fn body(&self) -> Body {
        paged(&json!({ "actionTypeName": "", "sourceDocCodes": [] }), self.0)
    }

    fn read(text: &str) -> Result<Vec<Operation>, Trouble> {
        let rows: Vec<WireOperation> = content(text)?;
        rows.into_iter()
            .map(|row| {
                Ok(Operation {
                    date: row.date,
                    amount: row.amount.required()?,
                    description: row.operation_description.unwrap_or_default(),
                    kind: row.action_type_info.name.unwrap_or_default(),
                    tax: row.svnz_info.title.unwrap_or_default(),
                    source: row.source_doc_title.unwrap_or_default(),
                })
            })
            .collect()
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireOperation {
    amount: Amount,
    #[serde(deserialize_with = "lenient::date")]
    date: Option<Date>,
    #[serde(deserialize_with = "lenient::text")]
    operation_description: Option<String>,
    #[serde(deserialize_with = "lenient::harmless")]
    action_type_info: WireActionType,
    #[serde(deserialize_with = "lenient::harmless")]
    svnz_info: WireTax,
    #[serde(deserialize_with = "lenient::text")]
    source_doc_title: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireActionType {
    #[serde(deserialize_with = "lenient::text")]
    name: Option<String>,
}

#[cfg(test)]
mod tests {
    use fl_domain::Money;
    use fl_domain::dates::date;

    use super::*;
    use crate::fixtures::answer;

    #[test]
    fn operations_keep_the_services_words_and_order() {
        let operation = |date, kopecks, [description, kind, tax, source]: [&str; 4]| Operation {
            date,
            amount: Money::from_kopecks(kopecks),
            description: description.to_owned(),
            kind: kind.to_owned(),
            tax: tax.to_owned(),
            source: source.to_owned(),
        };
        let paid = ["Единый налоговый платёж", "Уплата", "", "Платёжный документ"];
        let accrued =
            ["Начислен налог за 2025 год", "Начислен налог", "Транспортный налог", "Налоговое уведомление"];
        let expected = vec![
            operation(Some(date(2026, 11, 20)), 500_000, paid),
            operation(Some(date(2026, 11, 19)), -810_000, accrued),
            operation(None, -50, [""; 4]),
        ];
        assert!(account::History::read(answer("history", 0)) == Ok(expected));
    }
}
