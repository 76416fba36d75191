//! The account's operations, newest first.

use fl_domain::{Date, account::Operation, service::Page};
use serde::Deserialize;
use serde_json::json;

use super::{WireTax, content, paged};
use crate::{
    exchange::Body,
    lenient::{self, Amount, Trouble},
};

pub(super) fn filter(page: Page) -> Body {
    paged(&json!({ "actionTypeName": "", "sourceDocCodes": [] }), page)
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

pub(super) fn operations(text: &str) -> Result<Vec<Operation>, Trouble> {
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
