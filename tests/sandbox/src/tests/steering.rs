//! The strings over HTTP, as a driver in another language pulls them.

use serde_json::{Value, json};

use super::*;
use crate::{Fault, FaultKind, Scope};

struct Driver {
    http: reqwest::Client,
    base: String,
}

impl Driver {
    async fn send(&self, method: &str, path: &str, body: Option<Value>) -> (u16, String) {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn post(&self, path: &str, body: Value) -> (u16, String) {
        self.send("POST", path, Some(body)).await
    }
}

#[tokio::test]
async fn a_driver_can_do_what_control_can() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let control = sandbox.control();
    let driver = Driver { http: client.http.clone(), base: sandbox.base_url().to_owned() };
    let debtor = card(&sandbox, "debt");

    let (_, profile) = driver.send("GET", "/sandbox/profile", None).await;
    assert_eq!(profile, sandbox.profile_toml());

    let (status, _) = driver.post("/sandbox/faults", json!({"fault": "offline", "scope": "debt"})).await;
    assert_eq!(status, 200);
    let slow = json!({"fault": "slow", "milliseconds": 5, "scope": debtor.inn, "for_seconds": 60});
    driver.post("/sandbox/faults", slow).await;
    let (_, text) =
        driver.post("/sandbox/faults", json!({"fault": "closed", "until": "2126-11-22T12:00:00Z"})).await;
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(told["faults"].as_array().map(Vec::len), Some(3));
    let mine = || Scope::Taxpayer(debtor.inn.clone());
    assert_eq!(control.active()[0], (mine(), Fault::Offline));
    assert_eq!(control.active()[1], (mine(), Fault::Slow(Duration::from_millis(5))));
    assert_eq!(control.active()[2].1.kind(), FaultKind::Closed);
    driver.post("/sandbox/clock", json!({"advance_seconds": 60})).await;
    assert_eq!(control.active().len(), 2);
    driver.send("DELETE", "/sandbox/faults", None).await;
    assert_eq!(control.active(), []);

    let tokens = client.tokens(debtor).await;
    let paid = json!({"taxpayer": "debt", "amount": "100.50", "description": "Из проверки"});
    assert_eq!(driver.post("/sandbox/operations", paid).await.0, 204);
    let page = fl_domain::service::Page { number: 0, size: 1 };
    let Ok(Reading::History(rows)) = client.read(&tokens.access, Read::History(page)).await else { panic!() };
    assert_eq!((rows[0].description.as_str(), rows[0].amount.kopecks()), ("Из проверки", 10_050));

    driver.post("/sandbox/expire", json!({"taxpayer": "debt"})).await;
    assert_eq!(client.read(&tokens.access, Read::Incomes).await, Err(Failure::SignInAgain));
    driver.post("/sandbox/revoke", json!({"taxpayer": "debt"})).await;
    assert_eq!(client.refresh(&tokens.refresh.unwrap()).await, Err(Failure::SignInAgain));

    let (_, text) = driver.send("GET", "/sandbox/requests", None).await;
    let log: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(log.last().unwrap()["path"], "/api/auth/oauth/token");
    assert!(log.iter().all(|entry| !entry["path"].as_str().unwrap().starts_with("/sandbox/")));
    driver.send("DELETE", "/sandbox/requests", None).await;
    assert_eq!(control.requests(), []);
}

#[tokio::test]
async fn a_driver_is_told_what_is_wrong() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let driver = Driver { http: client.http, base: sandbox.base_url().to_owned() };
    let table = [
        ("/sandbox/faults", json!({"fault": "earthquake"}), 422),
        ("/sandbox/faults", json!({"fault": "slow"}), 400),
        ("/sandbox/faults", json!({"fault": "slow", "seconds": 5}), 422),
        ("/sandbox/faults", json!({"fault": "offline", "scope": "nobody"}), 404),
        ("/sandbox/operations", json!({"taxpayer": "nobody", "amount": "1"}), 404),
        ("/sandbox/operations", json!({"taxpayer": "debt", "amount": "many"}), 422),
        ("/sandbox/revoke", json!({"taxpayer": "nobody"}), 404),
        ("/sandbox/clock", json!({"advance_seconds": -5}), 422),
    ];
    for (path, body, expected) in table {
        assert_eq!(driver.post(path, body.clone()).await.0, expected, "{path} {body}");
    }
    assert_eq!(sandbox.control().active(), []);
}
