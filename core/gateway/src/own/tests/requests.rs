//! What is sent, and what is not.

use super::*;

/// All requests of the own contract, or their refusals.
fn requests(gateway: &Gateway) -> Vec<Result<Request, Failure>> {
    let secret = Secret::new("made-up");
    let mut requests: Vec<_> = asks().iter().map(|ask| gateway.ask(ask)).collect();
    requests.extend([Read::Password, Read::Contacts, Read::SignIns].map(|read| gateway.read(read)));
    requests.push(gateway.esia_url("fltaxes://esia", "state", "challenge"));
    requests.push(gateway.esia("fltaxes://esia", &secret, "state", &secret));
    requests
}

fn offering(offers: &str) -> Gateway {
    let toml = format!(
        "name = \"x\"\nbase_url = \"https://service.test\"\nclient_id = \"c\"\nwebsite = \"{WEBSITE}\"\noffers = [{offers}]"
    );
    Gateway::new(Profile::parse(&toml).unwrap())
}

#[test]
fn requests_are_the_contracts_and_only_looking_is_repeatable() {
    let json = |text: &str| Body::Json(text.into());
    let id = inn().as_str().to_owned();
    let table = [
        ("password/policy", Body::None, Auth::None, true),
        (
            "password/change",
            json("{\"oldPassword\":\"Made-up1\",\"newPassword\":\"Made-up2\"}"),
            Auth::Bearer,
            false,
        ),
        ("password/confirm", json("{}"), Auth::Bearer, false),
        ("recovery/form", json(&format!("{{\"inn\":\"{id}\"}}")), Auth::None, true),
        (
            "recovery",
            json(&format!(
                "{{\"inn\":\"{id}\",\"email\":\"maria@example.test\",\"controlWord\":\"Made-up1\"}}"
            )),
            Auth::None,
            false,
        ),
        ("recovery/link", json("{\"token\":\"Made-up1\"}"), Auth::None, true),
        (
            "recovery/password",
            json("{\"token\":\"Made-up1\",\"newPassword\":\"Made-up2\"}"),
            Auth::None,
            false,
        ),
        ("contacts/email", json("{\"address\":\"maria@example.test\"}"), Auth::Bearer, false),
        ("contacts/phone", json("{\"number\":\"+79000000001\"}"), Auth::Bearer, false),
        ("contacts/control-word", json("{\"word\":\"Made-up1\"}"), Auth::Bearer, false),
        ("contacts/confirm", json("{\"contact\":\"email\",\"code\":\"Made-up1\"}"), Auth::Bearer, false),
        ("sign-ins/disown", json("{\"id\":\"made-up-1\"}"), Auth::Bearer, false),
        // No old password, fields that the form does not ask for, the other contact.
        ("password/change", json("{\"newPassword\":\"Made-up2\"}"), Auth::Bearer, false),
        ("recovery", json(&format!("{{\"inn\":\"{id}\"}}")), Auth::None, false),
        ("contacts/confirm", json("{\"contact\":\"phone\",\"code\":\"Made-up1\"}"), Auth::Bearer, false),
        ("password", Body::None, Auth::Bearer, true),
        ("contacts", Body::None, Auth::Bearer, true),
        ("sign-ins", Body::None, Auth::Bearer, true),
        (
            "esia/url",
            json("{\"redirectUrl\":\"fltaxes://esia\",\"codeChallenge\":\"challenge\",\"state\":\"state\"}"),
            Auth::None,
            false,
        ),
        (
            "esia",
            json(concat!(
                "{\"redirectUrl\":\"fltaxes://esia\",\"code\":\"made-up\",\"state\":\"state\",",
                "\"codeVerifier\":\"made-up\",\"deviceInfo\":{\"appVersion\":\"",
                env!("CARGO_PKG_VERSION"),
                "\"}}"
            )),
            Auth::None,
            false,
        ),
    ];
    let asked = requests(&gateway());
    assert_eq!(asked.len(), table.len());
    for (request, (path, body, auth, repeatable)) in asked.into_iter().zip(table) {
        let request = request.unwrap();
        assert_eq!(request.url, format!("https://service.test/api/fl/v1/{path}"));
        let is_get = body == Body::None;
        assert_eq!(request.method == Method::Get, is_get, "{path}");
        assert_eq!((request.body, request.auth, request.repeatable), (body, auth, repeatable), "{path}");
    }
}

#[test]
fn what_is_not_offered_is_not_asked_and_the_website_is_named() {
    let not_offered = || Err(Failure::NotOffered { website: Some(WEBSITE.to_owned()) });
    let all = requests(&gateway()).len();
    assert!(requests(&offering("")).into_iter().all(|asked| asked == not_offered()));
    let mut sum = 0;
    for (name, count) in [("password", 5), ("recovery", 5), ("contacts", 6), ("esia", 2), ("sign-ins", 2)] {
        let gateway = offering(&format!("\"{name}\""));
        let offered = requests(&gateway).into_iter().flatten().count();
        assert_eq!(offered, count, "{name}");
        sum += offered;
        // What is attested never depends on it.
        assert!(reads().into_iter().take(8).all(|read| gateway.read(read).is_ok()));
    }
    assert_eq!(sum, all);
    assert!(offering("\"esia\"").profile().offers(Capability::Esia));
}

#[test]
fn another_prefix_moves_the_own_contract_alone() {
    let toml = "name = \"x\"\nbase_url = \"https://service.test\"\nclient_id = \"c\"\noffers = [\"password\"]\n\
                own_prefix = \"/fl\"";
    let gateway = Gateway::new(Profile::parse(toml).unwrap());
    assert_eq!(gateway.read(Read::Password).unwrap().url, "https://service.test/fl/password");
    let attested = gateway.read(Read::EnsBalance).unwrap().url;
    assert_eq!(attested, "https://service.test/api/lkfl/api/v1/ens/general");
}
