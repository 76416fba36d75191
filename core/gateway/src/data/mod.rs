//! The data calls: one question, one answer, each in the session's name.

mod ens;
mod history;
mod taxpayer;

use fl_domain::service::{Failure, Page, Read, Reading};
use serde::Deserialize;
use serde_json::{json, value::RawValue};

use crate::{
    content::Content,
    exchange::{Auth, Body, Request, Response},
    fault::{self, Said},
    gateway::Gateway,
    lenient::{self, Trouble},
};

pub(crate) fn request(gateway: &Gateway, read: Read) -> Request {
    let (path, body) = match read {
        Read::EnsBalance => ("/ens/general", Body::None),
        Read::LiabilityTotals => ("/ens/liabilitiesMeta", Body::None),
        Read::Accruals(page) => ("/ens/accrualsLiabilitySvnz", ens::filter(page)),
        Read::Arrears(page) => ("/ens/arrearsLiabilitySvnz", ens::filter(page)),
        Read::History(page) => ("/ens/historyOperations", history::filter(page)),
        Read::Incomes => ("/taxpayer/2ndfl/v2", Body::None),
        Read::Taxpayer => ("/taxpayer/info/v2", Body::None),
        Read::PaymentTotals => ("/taxes/taxInfo", Body::None),
    };
    let profile = gateway.profile();
    let url = profile.address(profile.data_prefix(), path);
    let request = gateway.request(read.name(), url.into(), Auth::Bearer, body);
    // The POSTs carry a filter and change nothing.
    Request { repeatable: true, ..request }
}

pub(crate) fn answer(read: Read, response: &Response, website: &str) -> Result<Reading, Failure> {
    let operation = read.name();
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    match (response.status, &content) {
        (401, _) => Err(Failure::SignInAgain),
        // An expired token's status is not attested; one refresh too many is harmless.
        (status, _) if said.rejects_token() && status != 503 => Err(Failure::SignInAgain),
        (204 | 404, Content::Empty) if read == Read::PaymentTotals => Ok(Reading::PaymentTotals(None)),
        (200..300, Content::Text(text)) => {
            let result = reading(read, text);
            // A complaint with status 200 is neither an empty answer nor a broken one.
            let may_be_complaint = matches!(result, Ok(Reading::PaymentTotals(None)) | Err(Trouble::Shape));
            match (result, said.words()) {
                (_, Some(words)) if may_be_complaint => Err(Failure::Refused { words: words.to_owned() }),
                (Ok(reading), _) => Ok(reading),
                (Err(trouble), _) => Err(fault::of_content(operation, &content, trouble)),
            }
        }
        (200..300, other) => Err(fault::of_content(operation, other, Trouble::Shape)),
        _ => Err(fault::of_status(operation, response, said, website)),
    }
}

fn reading(read: Read, text: &str) -> Result<Reading, Trouble> {
    Ok(match read {
        Read::EnsBalance => Reading::EnsBalance(ens::balance(text)?),
        Read::LiabilityTotals => Reading::LiabilityTotals(ens::totals(text)?),
        Read::Accruals(_) => Reading::Accruals(ens::accruals(text)?),
        Read::Arrears(_) => Reading::Arrears(ens::arrears(text)?),
        Read::History(_) => Reading::History(history::operations(text)?),
        Read::Incomes => Reading::Incomes(taxpayer::incomes(text)?),
        Read::Taxpayer => Reading::Taxpayer(taxpayer::taxpayer(text)?),
        Read::PaymentTotals => Reading::PaymentTotals(taxpayer::payment_totals(text)?),
    })
}

/// `svnzInfo`: which tax.
#[derive(Default, Deserialize)]
#[serde(default)]
struct WireTax {
    #[serde(deserialize_with = "lenient::text")]
    code: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    title: Option<String>,
}

/// The rows of one page; without the list it is no page.
fn content<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Vec<T>, Trouble> {
    #[derive(Deserialize)]
    struct WirePage<'a> {
        #[serde(borrow)]
        content: Vec<&'a RawValue>,
    }
    let page: WirePage<'a> = lenient::object(text)?;
    rows(&page.content)
}

/// Rows of which every one is wanted: dropping one that cannot be read would make every sum silently short.
fn rows<'a, T: Deserialize<'a>>(raw: &[&'a RawValue]) -> Result<Vec<T>, Trouble> {
    raw.iter().map(|row| lenient::object(row.get())).collect()
}

/// The filter and the window of a paged call.
fn paged(filter: &serde_json::Value, page: Page) -> Body {
    Body::Json(
        json!({ "filter": filter, "pagination": { "page": page.number, "size": page.size } }).to_string(),
    )
}
