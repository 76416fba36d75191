//! What goes over the wire, and how.

use reqwest::{StatusCode, Version, header};

use super::*;
use crate::{Fault, Scope};

async fn version(client: &Client) -> Version {
    client.http.get(client.gateway.probe().url).send().await.unwrap().version()
}

#[tokio::test]
async fn tls_with_http_2_for_those_who_trust_the_anchor() {
    let sandbox = Sandbox::start(SandboxConfig { tls: true, ..SandboxConfig::default() }).await.unwrap();
    assert!(sandbox.base_url().starts_with("https://127.0.0.1:"));
    let client = Client::of(&sandbox);
    assert_eq!(version(&client).await, Version::HTTP_2);
    let token = client.tokens(card(&sandbox, "debt")).await.access;
    let (balance, totals) =
        tokio::join!(client.read(&token, account::EnsBalance), client.read(&token, account::LiabilityTotals));
    assert!(balance.is_ok() && totals.is_ok());
    let http1 = Client::with(&sandbox, &[b"http/1.1"], |builder| builder);
    assert_eq!(version(&http1).await, Version::HTTP_11);

    // One reset stream takes no other along.
    sandbox.control().set(Fault::Offline, Scope::Taxpayer(card(&sandbox, "debt").inn.clone()));
    assert_eq!(client.exchange(&client.put(account::Incomes), Some(&token)).await, None);
    assert_eq!(version(&client).await, Version::HTTP_2);

    let stranger = Sandbox::start(SandboxConfig { tls: true, ..SandboxConfig::default() }).await.unwrap();
    let distrusting = Client::of(&stranger);
    let request = client.gateway.probe();
    assert_eq!(distrusting.exchange(&request, None).await, None);
}

#[tokio::test]
async fn plain_connections_speak_both_versions() {
    let sandbox = sandbox().await;
    assert_eq!(version(&Client::of(&sandbox)).await, Version::HTTP_11);
    let client = Client::with(&sandbox, &[], reqwest::ClientBuilder::http2_prior_knowledge);
    assert_eq!(version(&client).await, Version::HTTP_2);
}

#[tokio::test]
async fn long_answers_are_packed_if_that_is_wanted() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let token = client.tokens(card(&sandbox, "ops-10k")).await.access;
    let page = fl_domain::service::Page { number: 0, size: 50 };
    // Without its own unpacking, so that the header is seen.
    let plain = Client::with(&sandbox, &[], reqwest::ClientBuilder::no_gzip);
    for (ask, accepts, packed) in [
        (account::History(page).ask(), "gzip", true),
        (account::History(page).ask(), "identity", false),
        (account::Taxpayer.ask(), "gzip", false),
    ] {
        let mut request = client.gateway.ask(&ask).unwrap();
        request.headers.push(("Accept-Encoding", accepts.to_owned()));
        let mut builder = match &request.body {
            Body::Json(text) => plain.http.post(&request.url).body(text.expose().to_owned()),
            _ => plain.http.get(&request.url),
        };
        builder = builder.bearer_auth(token.expose()).header(header::ACCEPT_ENCODING, accepts);
        let answer = builder.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let encoding = answer.headers().get(header::CONTENT_ENCODING).is_some();
        assert_eq!(encoding, packed, "{ask:?} {accepts}");
    }
    // And with unpacking it reads the same.
    assert!(client.read(&token, account::History(page)).await.is_ok());
}

#[tokio::test]
async fn the_log_has_paths_and_no_personal_data() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "captcha");
    client.lawful(&client.gateway.captcha(&Inn::parse_person(&card.inn).unwrap()), None).await;
    sandbox.control().set(Fault::Offline, Scope::Everyone);
    assert_eq!(client.exchange(&client.gateway.probe(), None).await, None);
    let log = sandbox.control().requests();
    assert_eq!((log[0].path.as_str(), log[0].status), ("/api/auth/captcha", Some(200)));
    // A client may try a dropped connection again.
    assert!(log.len() >= 2 && log[1..].iter().all(|entry| entry.status.is_none()));
    assert!(!format!("{log:?}").contains(&card.inn));
    sandbox.control().clear_requests();
    assert_eq!(sandbox.control().requests(), []);
}

#[tokio::test]
async fn a_stopped_double_answers_nobody() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let request = client.gateway.probe();
    assert!(client.exchange(&request, None).await.is_some());
    sandbox.stop().await;
    assert!(client.exchange(&request, None).await.is_none());
}

#[tokio::test]
async fn without_a_token_and_off_the_map() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let request = client.put(account::EnsBalance);
    let answer = client.http.get(&request.url).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 401);
    let unknown = client.http.get(format!("{}/api/other", sandbox.base_url())).send().await.unwrap();
    assert_eq!(unknown.status().as_u16(), 404);
    let urlencoded =
        client.http.post(client.gateway.refresh(&Secret::new("x")).url).body("grant_type=x").send().await;
    assert_eq!(urlencoded.unwrap().status().as_u16(), 400);
}
