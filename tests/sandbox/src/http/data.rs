//! The data calls, each in the name of the access token's owner.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{FromRequestParts, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use fl_domain::Money;
use serde::Deserialize;

use super::{
    answer,
    gate::{Caller, bearer},
    wire::{
        AccrualSummary, AmountRow, Content, Ens, General, LiabilitiesMeta, LiabilityRow, Nearest,
        OperationRow, PaymentTotals, Pen, Taxpayer, YearIncome,
    },
};
use crate::{faults::FaultKind, ledger::Owed, people::Person, sessions::Access, world::World};

/// Larger pages are refused, as a service would. In rows.
const PAGE_MAX: usize = 1000;

/// The taxpayer whose access token came along.
pub(super) struct Who {
    world: Arc<World>,
    index: usize,
}

impl Who {
    fn person(&self) -> &Person {
        &self.world.people[self.index]
    }

    fn pen(&self) -> Pen {
        Pen::new(self.person().amounts)
    }
}

impl FromRequestParts<Arc<World>> for Who {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, world: &Arc<World>) -> Result<Self, Response> {
        let caller = parts.extensions.get::<Caller>().and_then(|caller| caller.0.clone());
        let Some(token) = bearer(&parts.headers) else {
            let description = "Full authentication is required to access this resource";
            return Err(rejected(world, caller.as_deref(), "unauthorized", description));
        };
        let access = {
            let state = world.lock();
            state.sessions.access(token, state.clock.now())
        };
        let inn = match access {
            Access::Valid(inn) => inn,
            Access::Expired(inn) => {
                return Err(rejected(world, Some(&inn), "invalid_token", "Access token expired"));
            }
            Access::Unknown => {
                return Err(rejected(world, caller.as_deref(), "invalid_token", "Invalid access token"));
            }
        };
        match world.people.iter().position(|person| person.card.inn == inn) {
            Some(index) => Ok(Self { world: Arc::clone(world), index }),
            None => Err(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
        }
    }
}

fn rejected(world: &World, inn: Option<&str>, error: &str, description: &str) -> Response {
    let in_xml = {
        let mut state = world.lock();
        let now = state.clock.now();
        state.faults.hitting(FaultKind::ExpiredInXml, inn, now).is_some()
    };
    let form = if in_xml { answer::oauth_error_in_xml } else { answer::oauth_error };
    form(StatusCode::UNAUTHORIZED, error, description)
}

pub(super) async fn general(State(world): State<Arc<World>>, who: Who) -> Response {
    let mut pen = who.pen();
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

pub(super) async fn liabilities_meta(State(world): State<Arc<World>>, who: Who) -> Response {
    let (accruals, arrears) =
        world.with_ledger(who.person(), |ledger, _| (ledger.accruals(), ledger.arrears()));
    let mut pen = who.pen();
    let mut rows =
        |owed: Vec<Owed>| owed.iter().map(|row| AmountRow { amount: pen.amount(row.amount) }).collect();
    let meta = LiabilitiesMeta { accruals: rows(accruals), arrears: rows(arrears) };
    answer::json(StatusCode::OK, &meta)
}

#[derive(Deserialize)]
struct Window {
    page: usize,
    size: usize,
}

impl Window {
    fn of<T>(&self, rows: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        rows.skip(self.page.saturating_mul(self.size)).take(self.size)
    }
}

#[derive(Deserialize)]
struct Paged<F> {
    filter: F,
    pagination: Window,
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
fn paged<F: for<'de> Deserialize<'de>>(body: &Bytes) -> Result<Paged<F>, &'static str> {
    let paged: Paged<F> =
        serde_json::from_slice(body).map_err(|_| "The body is no filter with a pagination")?;
    match paged.pagination.size {
        1..=PAGE_MAX => Ok(paged),
        _ => Err("pagination.size has to be from 1 to 1000"),
    }
}

pub(super) async fn accruals(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let rows = world.with_ledger(who.person(), |ledger, _| ledger.accruals());
    liabilities(&body, rows, who.pen(), LiabilityRow::accrual)
}

pub(super) async fn arrears(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let rows = world.with_ledger(who.person(), |ledger, _| ledger.arrears());
    liabilities(&body, rows, who.pen(), LiabilityRow::arrear)
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

pub(super) async fn history(State(world): State<Arc<World>>, who: Who, body: Bytes) -> Response {
    let paged: Paged<HistoryFilter> = match paged(&body) {
        Ok(paged) => paged,
        Err(words) => return answer::invalid(words),
    };
    let mut pen = who.pen();
    let kind = paged.filter.action_type_name.as_str();
    let content = world.with_ledger(who.person(), |ledger, _| {
        let wanted = ledger.entries().filter(|entry| kind.is_empty() || entry.kind_name() == kind);
        paged.pagination.of(wanted).map(|entry| OperationRow::new(&mut pen, entry)).collect()
    });
    answer::json(StatusCode::OK, &Content { content })
}

pub(super) async fn incomes(who: Who) -> Response {
    let mut pen = who.pen();
    let row = |(year, income, tax): &(i16, Money, Money)| YearIncome {
        year: *year,
        income: pen.amount(*income),
        tax: pen.amount(*tax),
    };
    let rows: Vec<_> = who.person().incomes.iter().map(row).collect();
    answer::json(StatusCode::OK, &rows)
}

pub(super) async fn taxpayer(who: Who) -> Response {
    let person = who.person();
    let taxpayer = Taxpayer {
        inn: &person.card.inn,
        name: person.name,
        email: format!("{}@example.test", person.card.key),
        new_notifications: person.letters,
    };
    answer::json(StatusCode::OK, &taxpayer)
}

pub(super) async fn tax_info(State(world): State<Arc<World>>, who: Who) -> Response {
    if !who.person().has_tax_info {
        return StatusCode::NOT_FOUND.into_response();
    }
    let (balance, paid) = world.with_ledger(who.person(), |ledger, _| (ledger.balance(), ledger.paid()));
    let mut pen = who.pen();
    let totals = PaymentTotals {
        enp_sum: pen.amount(balance.max(Money::ZERO)),
        confirmed_payments_sum: pen.amount(paid),
    };
    answer::json(StatusCode::OK, &totals)
}
