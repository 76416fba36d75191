//! The figures: all of one ledger.

use fl_domain::{
    Money,
    account::{Due, EnsBalance, Liability, Operation},
    service::{Page, Paged},
};

use super::*;
use crate::NewOperation;

async fn balance(client: &Client, token: &Secret) -> EnsBalance {
    client.read(token, account::EnsBalance).await.unwrap()
}

/// All pages of a list, of `size` rows each.
async fn all<Q: Paged>(client: &Client, token: &Secret, size: u32) -> Vec<Q::Row> {
    let mut list = Vec::new();
    for number in 0.. {
        let page = client.read(token, Q::page(Page { number, size })).await.unwrap();
        let is_last = page.len() < size as usize;
        list.extend(page);
        if is_last {
            break;
        }
    }
    list
}

fn sum(rows: &[Liability]) -> Money {
    rows.iter().map(|row| row.amount).sum()
}

/// Adds everything up that the double tells of one taxpayer.
async fn figures_agree(client: &Client, token: &Secret, key: &str) -> Vec<Operation> {
    let ens = balance(client, token).await;
    let accruals = all::<account::Accruals>(client, token, 2).await;
    let arrears = all::<account::Arrears>(client, token, 2).await;
    let history = all::<account::History>(client, token, 1000).await;
    let told = ens.balance.unwrap();
    assert!(history.iter().map(|row| row.amount).sum::<Money>() == told, "{key}: operations");
    assert!(ens.arrears == Some(sum(&arrears)), "{key}: arrears");
    assert!(ens.arrears == Some((-told).max(Money::ZERO)), "{key}: debt");
    let totals = client.read(token, account::LiabilityTotals).await.unwrap();
    assert!(
        totals.accruals == Some(sum(&accruals)) && totals.arrears == Some(sum(&arrears)),
        "{key}: totals"
    );
    assert!(ens.recommended == Some((sum(&accruals) - told).max(Money::ZERO)), "{key}: recommended");

    let dated: Vec<_> = accruals.iter().filter_map(|row| Some((row.due_date()?, row.amount))).collect();
    let nearest_day = dated.iter().map(|(day, _)| *day).min();
    assert_eq!(ens.nearest.as_ref().and_then(|nearest| nearest.date), nearest_day, "{key}: nearest");
    if let Some(nearest) = ens.nearest {
        let due = dated.iter().filter(|(day, _)| Some(*day) == nearest_day).map(|(_, amount)| *amount);
        assert!(nearest.amount == due.sum(), "{key}: nearest amount");
    }
    let days: Vec<_> = history.iter().map(|row| row.date.unwrap()).collect();
    assert!(days.is_sorted_by(|newer, older| newer >= older), "{key}: newest first");
    assert!(arrears.iter().all(|row| matches!(row.due, Due::ForYear(_))), "{key}");
    history
}

#[tokio::test]
async fn figures_agree_for_every_taxpayer() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    for card in sandbox.taxpayers().iter().filter(|card| signs_in(card)) {
        let token = client.tokens(card).await.access;
        let history = figures_agree(&client, &token, card.key).await;
        let standing = balance(&client, &token).await.balance.unwrap();
        match card.key {
            "debt" | "odd-amounts" | "many-taxes" => assert!(standing.is_negative(), "{}", card.key),
            "no-debt" | "no-taxinfo" => assert!(standing.is_zero(), "{}", card.key),
            "overpaid" => assert!(standing.is_positive()),
            "empty" => assert!(history.is_empty()),
            "ops-10k" => assert_eq!(history.len(), 10_000),
            "ops-100k" => assert_eq!(history.len(), 100_000),
            other => assert!(standing.is_negative() == (other == "recovery"), "{other}"),
        }
        let person = client.read(&token, account::Taxpayer).await.unwrap();
        assert_eq!(person.inn.as_ref().map(Inn::as_str), Some(card.inn.as_str()));
        assert!(person.name.is_some() && person.new_letters.is_some());
        assert_eq!(person.email, card.email);

        let incomes = client.read(&token, account::Incomes).await.unwrap();
        assert_eq!(incomes.len(), if history.is_empty() { 0 } else { 3 });
        let totals = client.read(&token, account::PaymentTotals).await.unwrap();
        assert_eq!(totals.is_none(), card.key == "no-taxinfo");
        if let Some(totals) = totals {
            assert!(totals.enp == Some(standing.max(Money::ZERO)));
        }
    }
}

#[tokio::test]
async fn the_debt_is_for_last_year_and_taxes_are_ahead() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let token = client.tokens(card(&sandbox, "debt")).await.access;
    let arrears = all::<account::Arrears>(&client, &token, 10).await;
    let taxes: Vec<_> = arrears.iter().map(|row| (row.tax.code.as_str(), row.due)).collect();
    let year = Due::ForYear(2024);
    assert_eq!(taxes, [("20", year), ("24", year), ("25", year), ("X2", Due::ForYear(2025))]);
    let nearest = balance(&client, &token).await.nearest.unwrap();
    assert_eq!(nearest.date.map(|day| day.to_string()).as_deref(), Some("2026-12-01"));
}

#[tokio::test]
async fn an_unknown_code_and_an_odd_amount_are_told_as_they_are() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let token = client.tokens(card(&sandbox, "many-taxes")).await.access;
    let accruals = all::<account::Accruals>(&client, &token, 3).await;
    let known = accruals.iter().filter(|row| row.tax.kind().is_some()).count();
    assert_eq!((known, accruals.len()), (3, 8));

    let token = client.tokens(card(&sandbox, "odd-amounts")).await.access;
    let request = client.put(account::LiabilityTotals);
    let body = client.lawful(&request, Some(&token)).await.body;
    let text = String::from_utf8(body).unwrap();
    assert!(text.contains("E+") && text.contains("\":\""), "{text}");
}

#[tokio::test]
async fn a_payment_moves_every_figure_and_stands_at_the_head() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "debt");
    let token = client.tokens(card).await.access;
    let debt = balance(&client, &token).await.arrears.unwrap();
    let half = Money::from_kopecks(debt.kopecks() / 2);
    assert!(sandbox.control().add_operation(&card.inn, NewOperation::payment(half)));
    let history = figures_agree(&client, &token, "half paid").await;
    assert!(history[0].amount == half && history[0].kind == "Уплата");
    assert!(sandbox.control().add_operation(&card.inn, NewOperation::payment(debt)));
    figures_agree(&client, &token, "overpaid").await;
    assert!(balance(&client, &token).await.balance == Some(half + debt - debt));
    assert!(!sandbox.control().add_operation("nobody", NewOperation::payment(debt)));
}

#[tokio::test]
async fn accruals_turn_into_a_debt_when_their_day_has_passed() {
    let config = SandboxConfig { token_seconds: 100_000_000, ..SandboxConfig::default() };
    let sandbox = Sandbox::start(config).await.unwrap();
    let client = Client::of(&sandbox);
    let token = client.tokens(card(&sandbox, "no-debt")).await.access;
    sandbox.control().advance(9 * 24 * 60 * MINUTE);
    figures_agree(&client, &token, "on the day").await;
    assert!(balance(&client, &token).await.nearest.is_some());
    sandbox.control().advance(24 * 60 * MINUTE);
    figures_agree(&client, &token, "the day after").await;
    let after = balance(&client, &token).await;
    assert!(after.nearest.is_none() && after.balance.unwrap().is_negative());
}

#[tokio::test]
async fn another_start_makes_the_same_cases() {
    for start in ["2026-12-05T00:00:00Z", "2024-02-29T23:59:59Z", "2031-01-01T00:00:00Z"] {
        let config = SandboxConfig { start: start.parse().unwrap(), ..SandboxConfig::default() };
        let sandbox = Sandbox::start(config).await.unwrap();
        let client = Client::of(&sandbox);
        for key in ["no-debt", "debt", "overpaid", "many-taxes"] {
            let token = client.tokens(card(&sandbox, key)).await.access;
            figures_agree(&client, &token, &format!("{key} from {start}")).await;
            let ens = balance(&client, &token).await;
            assert_eq!(
                ens.balance.unwrap().is_negative(),
                matches!(key, "debt" | "many-taxes"),
                "{key} {start}"
            );
            assert!(ens.nearest.is_some(), "{key} {start}");
        }
    }
}

#[tokio::test]
async fn history_is_filtered_by_kind_and_bad_filters_are_refused() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let token = client.tokens(card(&sandbox, "ops-10k")).await.access;
    let read = account::History(Page { number: 1, size: 7 });
    let asked = client.put(read);
    let Body::Json(text) = &asked.body else { panic!() };
    let body =
        Body::Json(text.expose().replace("\"actionTypeName\":\"\"", "\"actionTypeName\":\"Зачёт\"").into());
    let filtered = Request { body, ..asked.clone() };
    let answer = client.lawful(&filtered, Some(&token)).await;
    let rows = told(&client.gateway, read, &answer).unwrap();
    assert_eq!(rows.len(), 7);
    assert!(rows.iter().all(|row| row.kind == "Зачёт"));

    for size in ["0", "1001", "-1", "\"x\""] {
        let body = Body::Json(text.expose().replace("\"size\":7", &format!("\"size\":{size}")).into());
        let spoilt = Request { body, ..asked.clone() };
        // Not a request of ours, so only the answer is held to the contract.
        let Body::Json(body) = &spoilt.body else { panic!() };
        let sent = client
            .http
            .post(&spoilt.url)
            .bearer_auth(token.expose())
            .body(body.expose().to_owned())
            .send()
            .await;
        let sent = sent.unwrap();
        assert_eq!(sent.status().as_u16(), 400, "{size}");
        let bytes = sent.bytes().await.unwrap();
        assert_eq!(client.contract.check_response("history", 400, Some("application/json"), &bytes), Ok(()));
    }
}
