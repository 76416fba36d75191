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
    let rows = client.read(&tokens.access, account::History(page)).await.unwrap();
    assert_eq!((rows[0].description.as_str(), rows[0].amount.kopecks()), ("Из проверки", 10_050));

    driver.post("/sandbox/expire", json!({"taxpayer": "debt"})).await;
    assert_eq!(client.read(&tokens.access, account::Incomes).await, Err(Failure::SignInAgain));
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
        ("/sandbox/password", json!({"taxpayer": "nobody", "password": "x"}), 404),
        ("/sandbox/sign-ins", json!({"taxpayer": "nobody"}), 404),
        ("/sandbox/lost-answers", json!({"path": "/recovery"}), 422),
        ("/sandbox/esia/agree", json!({"url": "http://127.0.0.1/esia", "who": "debt"}), 404),
    ];
    for (path, body, expected) in table {
        assert_eq!(driver.post(path, body.clone()).await.0, expected, "{path} {body}");
    }
    assert_eq!(sandbox.control().active(), []);
}

#[tokio::test]
async fn a_driver_reads_letters_answers_gosuslugi_and_changes_the_policy() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let control = sandbox.control();
    let driver = Driver { http: client.http.clone(), base: sandbox.base_url().to_owned() };
    let card = card(&sandbox, "recovery");
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();

    let attempt = |word: &str| json!({"inn": card.inn, "email": card.email, "controlWord": word});
    assert_eq!(driver.post("/api/fl/v1/recovery", attempt("wrong")).await.0, 400);
    let (_, standing) = driver.send("GET", "/sandbox/recovery?taxpayer=recovery", None).await;
    assert_eq!(json(&standing), json!({"attempts_left": 2, "blocked_until": null}));
    let stranger = Inn::made_up(1);
    let path = format!("/sandbox/recovery?taxpayer={}", stranger.as_str());
    let (_, standing) = driver.send("GET", &path, None).await;
    assert_eq!(json(&standing)["attempts_left"], 3);

    let word = card.control_word.as_deref().unwrap();
    driver.post("/sandbox/lost-answers", json!({"path": "/recovery", "times": 1})).await;
    let lost = client.http.post(format!("{}/api/fl/v1/recovery", driver.base));
    assert!(lost.body(attempt(word).to_string()).send().await.is_err());
    let (_, letters) = driver.send("GET", &format!("/sandbox/letters?taxpayer={}", card.inn), None).await;
    let letter = &json(&letters)[0];
    assert_eq!((&letter["kind"], &letter["to"]), (&json!("recovery"), &json!(card.email)));
    let web = letter["web_link"].as_str().unwrap();
    let page = client.http.get(web).send().await.unwrap();
    assert!(page.status().as_u16() == 200 && page.text().await.unwrap().contains("not the tax service"));

    let guess = |text: &str| json!({"taxpayer": "recovery", "password": text});
    assert_eq!(driver.post("/sandbox/password", guess("x")).await.1, "{\"is\":false}");
    assert_eq!(driver.post("/sandbox/password", guess(&card.password)).await.1, "{\"is\":true}");
    let policy = json!({"minLength": 12, "specials": "#", "required": ["digit", "special"]});
    let (_, told) = driver.send("PUT", "/sandbox/policy", Some(policy.clone())).await;
    assert_eq!(json(&told), policy);
    assert_eq!(json(&driver.send("GET", "/api/fl/v1/password/policy", None).await.1), policy);

    let (_, id) = driver.post("/sandbox/sign-ins", json!({"taxpayer": "recovery", "place": "Там"})).await;
    let (_, rows) = driver.send("GET", "/sandbox/sign-ins?taxpayer=recovery", None).await;
    assert_eq!((&json(&rows)[0]["id"], &json(&rows)[0]["place"]), (&json(&id)["id"], &json!("Там")));
    assert_eq!(control.open_sessions(&card.inn), 1);

    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    let begin = json!({"redirectUrl": "fltaxes://esia", "codeChallenge": challenge, "state": "s"});
    for (path, who, expected) in [
        ("/sandbox/esia/agree", json!("debt"), "fltaxes://esia?code="),
        ("/sandbox/esia/deny", Value::Null, "fltaxes://esia?error=access_denied&state=s"),
    ] {
        let (_, url) = driver.post("/api/fl/v1/esia/url", begin.clone()).await;
        let mut order = json!({"url": json(&url)["url"]});
        if !who.is_null() {
            order["who"] = who;
        }
        let (status, told) = driver.post(path, order.clone()).await;
        assert_eq!(status, 200);
        assert!(json(&told)["redirect"].as_str().unwrap().starts_with(expected), "{told}");
        assert_eq!(driver.post(path, order).await.0, 404);
    }
    for path in ["letters", "sign-ins"] {
        assert_eq!(driver.send("GET", &format!("/sandbox/{path}?taxpayer=nobody"), None).await.0, 404);
    }
}
