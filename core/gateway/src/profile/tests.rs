//! What a profile may say and what it may not.

use fl_domain::dates::date;

use super::*;

const REAL: &str = include_str!("../../profiles/lkfl2.toml");

fn with(lines: &str) -> Result<Profile, ProfileError> {
    Profile::parse(&format!("name = \"x\"\nclient_id = \"c\"\n{lines}"))
}

fn at(url: &str) -> Result<Profile, ProfileError> {
    with(&format!("base_url = \"{url}\""))
}

#[test]
fn the_shipped_profile_is_the_attested_service_without_a_secret() {
    let profile = Profile::parse(REAL).unwrap();
    assert_eq!(profile.host(), "lkfl2.nalog.ru");
    assert_eq!(profile.client_id(), "taxpayer-browser");
    assert!(profile.client_secret().is_empty());
    assert_eq!(profile.website(), "https://lkfl2.nalog.ru/lkfl/login");
    assert!(profile.anchors().is_empty());
    assert!(profile.capabilities().is_empty() && !profile.offers(Capability::Password));
    assert_eq!(profile.hosts(), ["nalog.gov.ru", "nalog.ru", "gosuslugi.ru"]);
    assert_eq!(profile.contact_centre(), ("8-800-222-22-22", date(2026, 11, 24)));
    let token = profile.address(profile.auth_prefix(), "/oauth/token");
    assert_eq!(token.as_str(), "https://lkfl2.nalog.ru/api/auth/oauth/token");
}

#[test]
fn a_byte_order_mark_before_it_is_passed_over() {
    assert_eq!(Profile::parse(&format!("\u{feff}{REAL}")), Profile::parse(REAL));
    let error = with("client_secret = \"hush").unwrap_err();
    assert_eq!(
        Profile::parse("\u{feff}name = \"x\"\nclient_id = \"c\"\nclient_secret = \"hush").unwrap_err(),
        error
    );
    assert!(Profile::parse("\u{feff}\u{feff}name = \"x\"").is_err(), "one, not any number");
}

#[test]
fn plain_http_only_to_this_machine() {
    for url in
        ["http://127.0.0.1:8080", "http://127.9.9.9", "http://[::1]:1", "http://localhost:1/", "https://x.ru"]
    {
        let profile = at(url).unwrap();
        assert_eq!(profile.is_this_machine(), url.starts_with("http:"), "{url}");
    }
    let table = [
        ("http://lkfl2.nalog.ru", AddressFault::NotHttps),
        ("http://128.0.0.1", AddressFault::NotHttps),
        ("http://localhost.evil.ru", AddressFault::NotHttps),
        ("http://localhost.evil", AddressFault::NotHttps),
        ("http://127.0.0.1.evil.test", AddressFault::NotHttps),
        ("http://localhost.", AddressFault::NotHttps),
        ("http://[::ffff:10.0.0.1]", AddressFault::NotHttps),
        ("http://0.0.0.0", AddressFault::NotHttps),
        ("http://evil.ru/localhost", AddressFault::NotHttps),
        ("http://[::2]", AddressFault::NotHttps),
        ("ftp://127.0.0.1", AddressFault::NotHttps),
        ("file:///etc", AddressFault::NotAUrl),
        ("lkfl2.nalog.ru", AddressFault::NotAUrl),
        ("https://", AddressFault::NotAUrl),
        ("http://127.0.0.1@evil.ru", AddressFault::NotHttps),
        ("https://me:you@x.ru", AddressFault::Credentials),
        ("https://x.ru/?a=1", AddressFault::Query),
        ("https://x.ru/#a", AddressFault::Query),
    ];
    for (url, fault) in table {
        assert_eq!(at(url).unwrap_err(), ProfileError::Address { key: "base_url", fault }, "{url}");
    }
    let website = with("base_url = \"https://x.ru\"\nwebsite = \"javascript:alert(1)\"").unwrap_err();
    assert_eq!(website, ProfileError::Address { key: "website", fault: AddressFault::NotAUrl });
}

#[test]
fn odd_prefixes_join_to_plain_addresses() {
    let table = [
        ("https://x.ru", "/api/auth", "https://x.ru/api/auth/t"),
        ("https://x.ru/", "api/auth/", "https://x.ru/api/auth/t"),
        ("https://x.ru/deep//", "//api///auth//", "https://x.ru/deep/api/auth/t"),
        ("https://x.ru:8443/deep", "", "https://x.ru:8443/deep/t"),
        ("https://x.ru", "/", "https://x.ru/t"),
        ("https://X.RU", "v1.2_~-", "https://x.ru/v1.2_~-/t"),
    ];
    for (base, prefix, expected) in table {
        let profile = with(&format!("base_url = \"{base}\"\nauth_prefix = \"{prefix}\"")).unwrap();
        assert_eq!(profile.address(profile.auth_prefix(), "/t").as_str(), expected, "{base} {prefix}");
    }
    for prefix in ["/../x", "a/./b", "a?b", "a#b", "a b", "%2e%2e", "a\\\\b", "путь", "a\\nb"] {
        let wrong = with(&format!("base_url = \"https://x.ru\"\ndata_prefix = \"{prefix}\""));
        assert_eq!(wrong.unwrap_err(), ProfileError::Prefix { key: "data_prefix" }, "{prefix}");
    }
}

#[test]
fn a_service_has_what_its_file_says_and_no_more() {
    let base = "base_url = \"https://Lk.X.ru:8443\"\nwebsite = \"https://www.x.ru/help\"\n";
    let plain = with(base).unwrap();
    assert!(plain.capabilities().is_empty());
    assert_eq!(plain.hosts(), ["lk.x.ru", "www.x.ru"]);
    assert_eq!(plain.own_prefix(), "/api/fl/v1");
    assert_eq!(plain.contact_centre(), ("8-800-222-22-22", date(2026, 11, 24)));

    let all = [
        ("password", Capability::Password),
        ("recovery", Capability::Recovery),
        ("contacts", Capability::Contacts),
        ("esia", Capability::Esia),
        ("sign-ins", Capability::SignIns),
    ];
    for (name, capability) in all {
        let profile = with(&format!("{base}offers = [\"{name}\", \"{name}\"]")).unwrap();
        assert_eq!(profile.capabilities(), [capability]);
        assert!(all.iter().all(|(_, other)| profile.offers(*other) == (*other == capability)));
        // As the words of the domain spell it.
        assert_eq!(serde_json::to_value(capability).unwrap(), name);
    }
    let full = "hosts = [\"X.ru\", \"127.0.0.1\", \"[::1]\"]\nown_prefix = \"fl/\"\n\
                contact_centre = \"8 800\"\ncontact_centre_as_of = \"2027-01-02\"";
    let profile = with(&format!("{base}{full}")).unwrap();
    assert_eq!(profile.hosts(), ["x.ru", "127.0.0.1", "[::1]"]);
    assert_eq!(profile.own_prefix(), "/fl");
    assert_eq!(profile.contact_centre(), ("8 800", date(2027, 1, 2)));
    // One host is named once.
    assert_eq!(at("https://x.ru").unwrap().hosts(), ["x.ru"]);
}

#[test]
fn every_slip_is_named() {
    let base = "base_url = \"https://x.ru\"\n";
    let table = [
        ("cleint_secret = \"x\"", ProfileError::UnknownKey { key: "cleint_secret".to_owned() }),
        ("anchors = \"x\"", ProfileError::WrongType { key: "anchors", expected: "a list of texts" }),
        ("anchors = [\"x\"]", ProfileError::Anchor { number: 1 }),
        ("offers = [\"esia\", \"everything\"]", ProfileError::Capability { name: "everything".to_owned() }),
        ("offers = \"esia\"", ProfileError::WrongType { key: "offers", expected: "a list of texts" }),
        ("hosts = [\"x.ru\", \"https://x.ru\"]", ProfileError::Host { number: 2 }),
        ("hosts = [\"x.ru:443\"]", ProfileError::Host { number: 1 }),
        ("hosts = [\"\"]", ProfileError::Host { number: 1 }),
        ("contact_centre = \"8\"", ProfileError::Missing { key: "contact_centre_as_of" }),
        ("contact_centre_as_of = \"2027-01-02\"", ProfileError::Missing { key: "contact_centre" }),
        (
            "contact_centre = \"8\"\ncontact_centre_as_of = \"yesterday\"",
            ProfileError::WrongType {
                key: "contact_centre_as_of",
                expected: "a date such as \"2026-11-24\"",
            },
        ),
        ("client_secret = 5", ProfileError::WrongType { key: "client_secret", expected: "a text" }),
    ];
    for (line, expected) in table {
        assert_eq!(with(&format!("{base}{line}")).unwrap_err(), expected, "{line}");
    }
    assert_eq!(with("").unwrap_err(), ProfileError::Missing { key: "base_url" });
    assert_eq!(Profile::parse("name = \" \"").unwrap_err(), ProfileError::Missing { key: "name" });
}

#[test]
fn a_slip_in_the_secrets_line_does_not_show_the_secret() {
    let error = with("client_secret = \"hush\nbase_url = \"https://x.ru\"").unwrap_err();
    assert!(matches!(error, ProfileError::Syntax { line: 3, .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("hush"));
    let shown = format!("{:?}", with("client_secret = \"hush\"\nbase_url = \"https://x.ru\"").unwrap());
    assert!(!shown.contains("hush"));
}
