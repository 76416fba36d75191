use std::collections::BTreeSet;

use fl_domain::{
    Secret,
    service::{Ask, Once, OnceKey},
};

use super::*;
use crate::{
    dialect::{asks, codec::Path, spoken},
    fixtures::{answers, gateway, inn},
};

fn requests() -> Vec<Request> {
    let gateway = gateway();
    let inn = inn();
    let secret = Secret::new("Made-up1");
    let mut requests = vec![
        gateway.probe(),
        gateway.sign_in(&inn, &secret, None),
        gateway.sign_in(&inn, &secret, Some("123456")),
        gateway.refresh(&secret),
        gateway.captcha(&inn),
    ];
    let key = OnceKey::from_bytes([0xab; 16]);
    requests.extend(asks().iter().map(|ask| match ask.entry().once {
        Once::No => gateway.ask(ask).unwrap(),
        Once::Latest | Once::Each => gateway.ask_once(ask, &key).unwrap(),
    }));
    let (redirect, state, proof) = ("fltaxes://esia", "made-up-state", "a".repeat(43));
    requests.push(gateway.esia_url(redirect, state, &proof).unwrap());
    requests.push(gateway.esia(redirect, &secret, state, &Secret::new(proof)).unwrap());
    requests
}

#[test]
fn every_request_keeps_to_the_contract_and_every_operation_has_one() {
    let contract = Contract::load().unwrap();
    let mut asked = BTreeSet::new();
    for request in requests() {
        assert_eq!(contract.check_request(&request), Ok(()), "{request:?}");
        asked.insert(request.operation);
    }
    assert_eq!(contract.operations().collect::<BTreeSet<_>>(), asked);
}

#[test]
fn the_contract_has_exactly_the_questions_of_the_register_each_with_its_provenance() {
    let contract = Contract::load().unwrap();
    let mut others: BTreeSet<_> = contract.operations().collect();
    for ask in asks() {
        let entry = ask.entry();
        let (provenance, capability) = contract.standing(entry.name).unwrap();
        let offered = entry.capability.map(|capability| serde_json::to_value(capability).unwrap());
        assert_eq!(capability, offered.as_ref().and_then(Value::as_str), "{}", entry.name);
        let expected = match spoken(&ask).path {
            Path::Attested(_) => Provenance::Attested,
            Path::Own(_) => Provenance::Own,
        };
        assert_eq!(provenance, expected, "{}", entry.name);
    }
    for entry in Ask::REGISTER.iter().copied().flatten() {
        assert!(others.remove(entry.name), "{}", entry.name);
    }
    let session = ["captcha", "esia", "esia-url", "probe", "refresh", "sign-in"];
    assert_eq!(others.into_iter().collect::<Vec<_>>(), session, "what makes a session is no question");
}

#[test]
fn the_joined_document_is_one_without_loose_ends() {
    let document = Contract::document().unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    // Every reference leads somewhere inside, and every component is led to.
    let mut references = BTreeSet::new();
    collect(&document, &mut references);
    for reference in &references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    for kind in ["parameters", "requestBodies", "responses", "schemas"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            let reference = format!("#/components/{kind}/{name}");
            assert!(references.contains(&reference), "{reference} is led to by nobody");
        }
    }
    // One name a call (OpenAPI 3.1, 4.8.10), what each has to have, and nothing that the joining left behind.
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap()), "{path}");
            assert!(operation["summary"].is_string() && operation["security"].is_array(), "{path}");
            for scheme in operation["security"].as_array().unwrap() {
                let name = scheme.as_object().unwrap().keys().next().unwrap();
                assert!(document["components"]["securitySchemes"][name].is_object(), "{path}");
            }
            for (status, response) in operation["responses"].as_object().unwrap() {
                assert!(
                    response["$ref"].is_string() || response["description"].is_string(),
                    "{path} {status}"
                );
            }
        }
    }
    let codes = document["components"]["schemas"]["OwnCode"]["enum"].as_array().unwrap();
    assert_eq!(codes.len(), 11);
    assert!(!document.to_string().contains(".yaml#/components"), "a reference out of the document");
}

fn collect(value: &Value, references: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            references.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
            map.values().for_each(|value| collect(value, references));
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, references)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_made_up_answer_keeps_to_the_contract() {
    let contract = Contract::load().unwrap();
    for (operation, status, body) in answers() {
        let media = (!body.is_empty()).then_some("application/json; charset=UTF-8");
        assert_eq!(contract.check_response(operation, status, media, body.as_bytes()), Ok(()), "{body}");
    }
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let contract = Contract::load().unwrap();
    let good = gateway().ask(&asks()[2]).unwrap();
    let spoilt = [
        Request { operation: "unheard-of", ..good.clone() },
        Request { method: Method::Get, ..good.clone() },
        Request { url: "https://service.test/other".to_owned(), ..good.clone() },
        Request { url: "nonsense".to_owned(), ..good.clone() },
        Request { headers: Vec::new(), ..good.clone() },
        Request { auth: Auth::None, ..good.clone() },
        Request { body: Body::None, ..good.clone() },
        Request { body: Body::json(&json!({})), ..good.clone() },
    ];
    for request in spoilt {
        assert!(contract.check_request(&request).is_err(), "{request:?}");
    }
    let json = Some("application/json");
    let answers: [(&str, u16, Option<&str>, &str); 14] = [
        ("unheard-of", 200, json, "{}"),
        ("ens-balance", 302, None, ""),
        ("ens-balance", 200, json, "{}"),
        ("ens-balance", 200, json, "{\"ens\":{\"balanceAmount\":\"many\"}}"),
        ("ens-balance", 200, json, "{"),
        ("ens-balance", 200, Some("text/html"), "{\"ens\":{}}"),
        ("history", 200, json, "{\"content\":[{\"date\":\"2026-01-01\"}]}"),
        ("payment-totals", 404, json, "{}"),
        ("password-confirm", 200, json, "{\"done\":false}"),
        ("password", 200, json, "{\"kind\":\"primary\"}"),
        ("recovery", 400, json, "{\"code\":\"recovery.mismatch\",\"message\":\"\"}"),
        ("recovery", 429, json, "{\"code\":\"recovery.blocked\",\"message\":\"\",\"additionalInfo\":{}}"),
        ("sign-in", 400, json, "{\"error\":\"invalid_grant\",\"code\":\"account.not-active\"}"),
        ("esia", 200, json, "{\"access_token\":\"a\"}"),
    ];
    for (operation, status, media, body) in answers {
        assert!(contract.check_response(operation, status, media, body.as_bytes()).is_err(), "{body}");
    }
}
