//! The account's documents, made up from its ledger: the call of the project's own contract about them.

use std::sync::Arc;

use axum::{Router, body::Bytes, extract::State, http::StatusCode, response::Response, routing::post};
use fl_domain::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::account::paged;
use crate::{
    http::{answer, who::Who},
    ledger::{Entry, Kind},
    world::World,
};

/// More than that nobody made up. A person with 10,000 operations has as many receipts.
const DOCUMENTS_MAX: usize = 2000;
/// What is older than this was read, in days.
const READ_AFTER: i64 = 60;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new().route("/documents", post(documents))
}

#[derive(Serialize)]
struct Document {
    id: String,
    kind: &'static str,
    title: String,
    number: String,
    date: Date,
    year: i16,
    read: bool,
}

/// Nothing is filtered by the service: what is here is filtered on the device.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filter {}

async fn documents(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let paged = match paged::<Filter>(&body) {
        Ok(paged) => paged,
        Err(words) => return answer::invalid(words),
    };
    let content: Vec<Document> = world.with_ledger(who.person(), |ledger, today| {
        // Counted from the oldest, so that a document keeps its name when newer ones come.
        let count = ledger.entries().count();
        let rows =
            ledger.entries().enumerate().filter_map(|(index, entry)| document(count - index, entry, today));
        paged.pagination.of(rows.take(DOCUMENTS_MAX)).collect()
    });
    answer::json(StatusCode::OK, &json!({ "content": content }))
}

/// A notice for what was charged, a demand for a penalty, a receipt for what was paid; nothing for an offset.
fn document(nth: usize, entry: &Entry, today: Date) -> Option<Document> {
    let (kind, title) = match entry.kind {
        Kind::Charge => ("notice", format!("Налоговое уведомление за {} год (выдуманное)", entry.year)),
        Kind::Penalty => ("demand", "Требование об уплате (выдуманное)".to_owned()),
        Kind::Payment => ("receipt", "Квитанция об уплате (выдуманная)".to_owned()),
        Kind::Offset => return None,
    };
    Some(Document {
        id: format!("document-{nth}"),
        kind,
        title,
        number: format!("{}-{nth}", entry.date.year()),
        date: entry.date,
        year: entry.year,
        read: entry.date.days_until(today) > READ_AFTER,
    })
}
