//! What every service says about the account (attested), each in the name of the access token's owner.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use fl_domain::Money;
use serde::Deserialize;

use super::wire::{
    AccrualSummary, AmountRow, Content, Ens, General, LiabilitiesMeta, LiabilityRow, Nearest, OperationRow,
    PaymentTotals, Pen, Taxpayer, YearIncome,
};
use crate::{
    http::{answer, who::Who},
    ledger::Owed,
    world::World,
};

/// Larger pages are refused, as a service would. In rows.
const PAGE_MAX: usize = 1000;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/ens/general", get(general))
        .route("/ens/liabilitiesMeta", get(liabilities_meta))
        .route("/ens/accrualsLiabilitySvnz", post(accruals))
        .route("/ens/arrearsLiabilitySvnz", post(arrears))
        .route("/ens/historyOperations", post(history))
        .route("/taxpayer/2ndfl/v2", get(incomes))
        .route("/taxpayer/info/v2", get(taxpayer))
        .route("/taxes/taxInfo", get(tax_info))
}

fn pen(who: &Who) -> Pen {
    Pen::new(who.person().amounts)
}

async fn general(State(world): State<Arc<World>>, who: Who) -> Response {
    let mut pen = pen(&who);
    let ens = world.with_ledger(who.person(), |ledger, _| Ens {
        balance_amount: pen.amount(ledger.balance()),
        arrear_amount: pen.amount(ledger.arrears().iter().map(|row| row.amount).sum()),
        recommended_payment_amount: pen.amount(ledger.recommended()),
        accrual: ledger.nearest().map(|(amount, date)| AccrualSummary {
            accrual_nearest: Nearest { amount: pen.amount(amount), date },
        }),
    });
    answer::json(StatusCode::OK, &General { ens })
}

async fn liabilities_meta(State(world): State<Arc<World>>, who: Who) -> Response {
    let (accruals, arrears) =
        world.with_ledger(who.person(), |ledger, _| (ledger.accruals(), ledger.arrears()));
    let mut pen = pen(&who);
    let mut rows =
        |owed: Vec<Owed>| owed.iter().map(|row| AmountRow { amount: pen.amount(row.amount) }).collect();
    let meta = LiabilitiesMeta { accruals: rows(accruals), arrears: rows(arrears) };
    answer::json(StatusCode::OK, &meta)
}

#[derive(Deserialize)]
pub(super) struct Window {
    page: usize,
    size: usize,
}

impl Window {
    pub(super) fn of<T>(&self, rows: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        rows.skip(self.page.saturating_mul(self.size)).take(self.size)
    }
}

#[derive(Deserialize)]
pub(super) struct Paged<F> {
    pub(super) filter: F,
    pub(super) pagination: Window,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LiabilityFilter {
    liability_type: String,
    svnz_codes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HistoryFilter {
    action_type_name: String,
}

/// Reads a filter and its window, or says what is wrong with them.
pub(super) fn paged<F: for<'de> Deserialize<'de>>(body: &Bytes) -> Result<Paged<F>, &'static str> {
    let paged: Paged<F> =
        serde_json::from_slice(body).map_err(|_| "The body is no filter with a pagination")?;
    match paged.pagination.size {
        1..=PAGE_MAX => Ok(paged),
        _ => Err("pagination.size has to be from 1 to 1000"),
    }
}

async fn accruals(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let rows = world.with_ledger(who.person(), |ledger, _| ledger.accruals());
    liabilities(&body, rows, pen(&who), LiabilityRow::accrual)
}

async fn arrears(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let rows = world.with_ledger(who.person(), |ledger, _| ledger.arrears());
    liabilities(&body, rows, pen(&who), LiabilityRow::arrear)
}

fn liabilities(
    body: &Bytes,
    rows: Vec<Owed>,
    mut pen: Pen,
    write: fn(&mut Pen, Owed) -> LiabilityRow,
) -> Response {
    let paged: Paged<LiabilityFilter> = match paged(body) {
        Ok(paged) => paged,
        Err(words) => return answer::invalid(words),
    };
    if paged.filter.liability_type != "FL" {
        return answer::invalid("filter.liabilityType has to be FL");
    }
    let codes = &paged.filter.svnz_codes;
    let wanted = rows.into_iter().filter(|row| codes.is_empty() || codes.contains(&row.code));
    let content = paged.pagination.of(wanted).map(|row| write(&mut pen, row)).collect();
    answer::json(StatusCode::OK, &Content { content })
}

async fn history(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let paged: Paged<HistoryFilter> = match paged(&body) {
        Ok(paged) => paged,
        Err(words) => return answer::invalid(words),
    };
    let mut pen = pen(&who);
    let kind = paged.filter.action_type_name.as_str();
    let content = world.with_ledger(who.person(), |ledger, _| {
        let wanted = ledger.entries().filter(|entry| kind.is_empty() || entry.kind_name() == kind);
        paged.pagination.of(wanted).map(|entry| OperationRow::new(&mut pen, entry)).collect()
    });
    answer::json(StatusCode::OK, &Content { content })
}

async fn incomes(who: Who) -> Response {
    let mut pen = pen(&who);
    let row = |(year, income, tax): &(i16, Money, Money)| YearIncome {
        year: *year,
        income: pen.amount(*income),
        tax: pen.amount(*tax),
    };
    let rows: Vec<_> = who.person().incomes.iter().map(row).collect();
    answer::json(StatusCode::OK, &rows)
}

async fn taxpayer(State(world): State<Arc<World>>, who: Who) -> Response {
    let person = who.person();
    let email = world.lock().entrance.account(who.inn()).and_then(|a| a.contacts.email.confirmed.clone());
    let taxpayer =
        Taxpayer { inn: &person.card.inn, name: person.name, email, new_notifications: person.letters };
    answer::json(StatusCode::OK, &taxpayer)
}

async fn tax_info(State(world): State<Arc<World>>, who: Who) -> Response {
    if !who.person().has_tax_info {
        return StatusCode::NOT_FOUND.into_response();
    }
    let (balance, paid) = world.with_ledger(who.person(), |ledger, _| (ledger.balance(), ledger.paid()));
    let mut pen = pen(&who);
    let totals = PaymentTotals {
        enp_sum: pen.amount(balance.max(Money::ZERO)),
        confirmed_payments_sum: pen.amount(paid),
    };
    answer::json(StatusCode::OK, &totals)
}
