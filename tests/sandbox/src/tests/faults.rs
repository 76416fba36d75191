//! Each fault, for everyone and for one.

use super::*;
use crate::{Fault, FaultKind, Scope};

fn only(card: &TaxpayerCard) -> Scope {
    Scope::Taxpayer(card.inn.clone())
}

#[tokio::test]
async fn each_fault_is_what_it_says() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let control = sandbox.control();
    let token = client.tokens(card(&sandbox, "debt")).await.access;
    let until = start().checked_add(Duration::from_hours(1)).unwrap();
    let read = account::EnsBalance;
    let code = |code: &str| Some(unexpected(account::EnsBalance::NAME, code));
    let table = [
        (Fault::Offline, None),
        (Fault::ServerError, code("http-500")),
        (Fault::Closed { until: None }, Some(Failure::Closed { until: None })),
        (Fault::Truncated, code("truncated-json")),
        (Fault::HtmlInsteadOfJson, code("html-instead-of-json")),
    ];
    for (fault, expected) in table {
        control.set(fault, Scope::Everyone);
        let answer = client.exchange(&client.put(read), Some(&token)).await;
        let failure = answer.map(|answer| told(&client.gateway, read, &answer).unwrap_err());
        assert_eq!(failure, expected, "{fault:?}");
        control.clear(fault.kind(), &Scope::Everyone);
        assert!(client.read(&token, read).await.is_ok(), "{fault:?}");
    }
    control.set(Fault::Closed { until: Some(until) }, Scope::Everyone);
    let answer = client.lawful(&client.put(read), Some(&token)).await;
    let Err(Failure::Closed { until: Some(told) }) = told(&client.gateway, read, &answer) else { panic!() };
    // Seconds are rounded up, and the sandbox clock runs on while this client's stands at the start.
    assert!(start() < told && told.as_second() <= until.as_second() + 1, "{told}");
    let page = client.lawful(&client.gateway.probe(), None).await;
    assert!(matches!(client.gateway.probe_answer(&page), Err(Failure::Closed { .. })));
}

#[tokio::test]
async fn a_fault_for_one_taxpayer_hits_their_sign_in_refresh_and_reads_only() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let (hit, spared) = (card(&sandbox, "debt"), card(&sandbox, "no-debt"));
    let mine = client.tokens(hit).await;
    let theirs = client.tokens(spared).await;
    let inn = Inn::parse_person(&hit.inn).unwrap();
    sandbox.control().set(Fault::ServerError, only(hit));
    let gateway = &client.gateway;
    let requests = [
        gateway.sign_in(&inn, &Secret::from(hit.password.as_str()), None),
        gateway.refresh(mine.refresh.as_ref().unwrap()),
        gateway.captcha(&inn),
        client.put(account::Incomes),
    ];
    for request in requests {
        assert_eq!(client.lawful(&request, Some(&mine.access)).await.status, 500, "{request:?}");
    }
    assert!(client.read(&theirs.access, account::Incomes).await.is_ok());
    assert!(client.refresh(&theirs.refresh.unwrap()).await.is_ok());
    client.tokens(spared).await;
}

#[tokio::test]
async fn closed_and_passing_faults_end_by_the_clock() {
    let sandbox = sandbox().await;
    let control = sandbox.control();
    let until = start().checked_add(Duration::from_hours(1)).unwrap();
    control.set(Fault::Closed { until: Some(until) }, Scope::Everyone);
    control.set_for(Fault::Offline, Scope::Everyone, 90 * MINUTE);
    control.set(Fault::Truncated, Scope::Everyone);
    let kinds = || control.active().into_iter().map(|(_, fault)| fault.kind()).collect::<Vec<_>>();
    assert_eq!(kinds(), [FaultKind::Closed, FaultKind::Offline, FaultKind::Truncated]);
    control.advance(61 * MINUTE);
    assert_eq!(kinds(), [FaultKind::Offline, FaultKind::Truncated]);
    control.advance(30 * MINUTE);
    assert_eq!(kinds(), [FaultKind::Truncated]);
    control.clear_all();
    assert_eq!(kinds(), []);
}

#[tokio::test]
async fn a_rejected_token_in_json_and_in_xml() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "debt");
    let token = client.tokens(card).await.access;
    sandbox.control().expire_access(&card.inn);
    for (scope, media) in [(None, "application/json"), (Some(only(card)), "application/xml")] {
        if let Some(scope) = scope {
            sandbox.control().set(Fault::ExpiredInXml, scope);
        }
        let answer = client.lawful(&client.put(account::Taxpayer), Some(&token)).await;
        assert!(answer.content_type.as_deref().unwrap().starts_with(media));
        assert!(String::from_utf8_lossy(&answer.body).contains("error_description"));
        assert_eq!(told(&client.gateway, account::Taxpayer, &answer), Err(Failure::SignInAgain));
    }
}

#[tokio::test]
async fn a_refresh_without_a_token_keeps_the_old_one() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "debt");
    let old = client.tokens(card).await.refresh.unwrap();
    sandbox.control().set(Fault::RefreshWithoutToken, only(card));
    for _ in 0..2 {
        let fresh = client.refresh(&old).await.unwrap();
        assert_eq!(fresh.refresh, None);
        assert!(client.read(&fresh.access, account::Taxpayer).await.is_ok());
    }
    sandbox.control().clear_all();
    assert!(client.refresh(&old).await.unwrap().refresh.is_some());
}

#[tokio::test]
async fn a_lost_refresh_happens_once_and_kills_the_old_token() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "debt");
    let old = client.tokens(card).await.refresh.unwrap();
    sandbox.control().set(Fault::RefreshAnswerLost, only(card));
    assert_eq!(client.exchange(&client.gateway.refresh(&old), None).await, None);
    assert_eq!(client.refresh(&old).await, Err(Failure::SignInAgain));
    let again = client.tokens(card).await.refresh.unwrap();
    assert!(client.refresh(&again).await.is_ok());
}

/// Time is tokio's own and jumps to the next timer, so nothing waits and nothing is measured in real time.
#[tokio::test(start_paused = true)]
async fn slow_answers_come_later() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    sandbox.control().set(Fault::Slow(MINUTE), Scope::Everyone);
    let before = tokio::time::Instant::now();
    assert_eq!(client.lawful(&client.gateway.probe(), None).await.status, 200);
    assert!(before.elapsed() >= MINUTE);
}
