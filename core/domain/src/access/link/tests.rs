use proptest::{collection::vec, prelude::*, sample::select};
use url::Url;

use super::*;

fn look(of: &str) -> Verdict {
    Verdict::Suspicious(Trick::LookAlike { of: of.to_owned() })
}

fn foreign(host: &str) -> Verdict {
    Verdict::Foreign { host: host.to_owned() }
}

const fn letter(position: usize, letter: char) -> Verdict {
    Verdict::Suspicious(Trick::Homoglyph { position, letter })
}

fn assert_each<'a>(hosts: &Hosts, table: impl IntoIterator<Item = (&'a str, Verdict)>) {
    for (text, verdict) in table {
        assert_eq!(judge(text, hosts), verdict, "{text:?}");
    }
}

fn assert_all(verdict: &Verdict, texts: &[&str]) {
    assert_each(&Hosts::default(), texts.iter().map(|text| (*text, verdict.clone())));
}

#[test]
fn the_service_and_gosuslugi() {
    assert_all(
        &Verdict::Service,
        &[
            "https://nalog.ru",
            "https://nalog.gov.ru/",
            "https://www.nalog.gov.ru/rn77/",
            "HTTPS://LKFL2.NALOG.RU/lkfl",
            "https://lkfl2.nalog.ru/lkfl?next=https://evil.com/@x#%2e",
            "https://lkfl2.nalog.ru:443/lkfl",
            "https://lkfl2.nalog.ru:/lkfl",
            "https://lkfl2.nalog.ru./lkfl",
            "https://nalog.ru?x",
            "https://nalog.ru#x",
            " \nhttps://nalog.ru/\r\n",
            "//nalog.ru/lkfl",
            "lkfl2.nalog.ru/lkfl",
            "NALOG.RU",
            "nalog.ru:443",
            "https://nalog.ru/наш путь".split(' ').next().unwrap(),
        ],
    );
    assert_all(
        &Verdict::Esia,
        &["https://esia.gosuslugi.ru/aas/oauth2/ac?client_id=X", "gosuslugi.ru", "https://www.gosuslugi.ru"],
    );
}

#[test]
fn known_fakes() {
    assert_all(
        &Verdict::Suspicious(Trick::KnownFake),
        &[
            "https://nalog-ru.com",
            "http://lk.nalog-ru.com/login",
            "tax.ru",
            "https://WWW.TAX.RU./",
            "https://tax.ru:8080",
            "tax.ru - вход в кабинет",
        ],
    );
    assert_all(&foreign("mytax.ru"), &["https://mytax.ru"]);
}

#[test]
fn hosts_that_look_like_trusted_ones() {
    let table = [
        ("https://nalog.ru.evil.com", "nalog.ru"),
        ("https://nalog.gov.ru.com/lkfl", "nalog.gov.ru"),
        ("https://nalog-gov.ru", "nalog.gov.ru"),
        ("https://lkfl2-nalog.ru/lkfl", "nalog.ru"),
        ("http://na1og.ru", "nalog.ru"),
        ("https://naloq.ru", "nalog.ru"),
        ("https://nalgo.ru", "nalog.ru"),
        ("https://nalogg.ru", "nalog.ru"),
        ("https://nal0g.gov.ru", "nalog.gov.ru"),
        ("https://nalog.com", "nalog.ru"),
        ("https://nalog24.example.test", "nalog.ru"),
        ("https://lknalog.ru", "nalog.ru"),
        ("nalog.ru.evil.com/lkfl", "nalog.ru"),
        ("https://.nalog.ru", "nalog.ru"),
        ("https://nalog..ru", "nalog.ru"),
        ("https://nalog.ru..", "nalog.ru"),
        ("https://nalog_.ru", "nalog.ru"),
        ("https://nalog.ru%2eevil.com", "nalog.ru"),
        ("https://nalog.ru%2Eevil.com", "nalog.ru"),
        ("https://gosuslugi.ru.login.xyz", "gosuslugi.ru"),
        ("https://gosus1ugi.ru", "gosuslugi.ru"),
        ("https://gosusulgii.ru", "gosuslugi.ru"),
        ("https://esia-gosuslugi.ru", "gosuslugi.ru"),
        ("https://gosuslugl.example.test", "gosuslugi.ru"),
        ("https://naloq.ru/ зайдите", "nalog.ru"),
    ];
    assert_each(&Hosts::default(), table.map(|(text, of)| (text, look(of))));
}

#[test]
fn other_hosts_are_only_foreign() {
    let table = [
        ("https://evil.com/nalog.ru", "evil.com"),
        ("https://example.test/?x=nalog.ru", "example.test"),
        ("http://example.test:8080/", "example.test"),
        ("https://Example.TEST./", "example.test"),
        ("example.test/lkfl", "example.test"),
        ("https://analog.com", "analog.com"),
        ("https://catalog.ru", "catalog.ru"),
        ("https://dialog.ru", "dialog.ru"),
        ("https://uslugi.example.test", "uslugi.example.test"),
        ("https://www.fns.example.test", "www.fns.example.test"),
        ("https://evil.com#@nalog.ru", "evil.com"),
        ("https://evil.com?@nalog.ru", "evil.com"),
        ("https://evil.com/@nalog.ru", "evil.com"),
        ("https://evil.com/\\@nalog.ru", "evil.com"),
        ("https://example", "example"),
        // Names of other languages, openly.
        ("https://пример.рф/x", "пример.рф"),
        ("ПРИМЕР.РФ", "пример.рф"),
        ("https://bücher.example.test", "bücher.example.test"),
    ];
    assert_each(&Hosts::default(), table.map(|(text, host)| (text, foreign(host))));
}

#[test]
fn letters_that_look_like_latin_ones() {
    let table = [
        ("https://nаlog.ru", letter(10, 'а')),
        ("nаlog.ru", letter(2, 'а')),
        ("  nаlog.ru", letter(2, 'а')),
        ("https://lkfl2.nalоg.ru/lkfl", letter(18, 'о')),
        ("https://ｎalog.ru", letter(9, 'ｎ')),
        ("https://nalog。ru", letter(14, '。')),
        ("https://nalog.ru／evil.com", letter(17, '／')),
        ("https://nalog.ru＠evil.com", letter(17, '＠')),
        ("https://nalog.рu", letter(15, 'р')),
        ("nalog.рu", letter(7, 'р')),
        ("https://tаx.ru", letter(10, 'а')),
        ("https://gоsuslugi.ru", letter(10, 'о')),
        ("https://nålog.ru", letter(10, 'å')),
        ("https://𝐧alog.ru", letter(9, '𝐧')),
        ("https://еxample.test", letter(9, 'е')),
        ("https://ｅｖｉｌ.example.test", letter(9, 'ｅ')),
        ("https://example.test℀evil.com", letter(21, '℀')),
        ("ｈttps://nalog.ru", letter(1, 'ｈ')),
        ("httрs://nalog.ru", letter(4, 'р')),
    ];
    assert_each(&Hosts::default(), table);
}

#[test]
fn behind_a_backslash_stands_no_host() {
    for text in [
        "https://evil.com\\@nalog.ru",
        "https:\\\\evil.com\\@nalog.ru",
        "https://Evil.com:443\\@lkfl2.nalog.ru/",
        "https://evil.com\\a@nalog.ru@x",
    ] {
        let expected = Verdict::Suspicious(Trick::Backslash { host: "evil.com".to_owned() });
        assert_eq!(
            judge(
                text,
                &Hosts::with(["127.0.0.1", "LOCALHOST", "::1", " sandbox.example.test. ", "", "10.0.0.7"])
            ),
            expected,
            "{text}"
        );
        assert_eq!(
            url::Url::parse(text).unwrap().host_str(),
            Some("evil.com"),
            "where a browser goes: {text}"
        );
    }
    // What stands before an @ that comes first is no host.
    assert_eq!(
        judge(
            "https://nalog.ru@evil.com\\x",
            &Hosts::with(["127.0.0.1", "LOCALHOST", "::1", " sandbox.example.test. ", "", "10.0.0.7"])
        ),
        Verdict::Suspicious(Trick::UserInfo)
    );
}

#[test]
fn each_other_trick() {
    let table: [(Trick, &[&str]); 7] = [
        (
            Trick::UserInfo,
            &[
                "https://nalog.ru@evil.com",
                "https://nalog.ru:443@evil.com/x",
                "https://user@nalog.ru",
                "https://@nalog.ru",
                "nalog.ru@evil.com",
            ],
        ),
        (
            Trick::NotHttps,
            &["http://nalog.ru", "HTTP://lkfl2.nalog.ru:8080/", "http://gosuslugi.ru", "ftp://nalog.ru"],
        ),
        (
            Trick::OddPort,
            &[
                "https://nalog.ru:8443",
                "nalog.ru:8443/lkfl",
                "https://nalog.ru:0443",
                "https://nalog.ru:x",
                "https://nalog.ru:443.evil.com",
            ],
        ),
        (
            Trick::NumericHost,
            &[
                "https://93.184.216.34/nalog.ru",
                "http://127.0.0.1:8080",
                "127.0.0.1",
                "https://2130706433",
                "https://0x7f.1",
                "https://[::1]:80/",
                "https://nalog.ru.1",
            ],
        ),
        (
            Trick::Punycode,
            &["https://xn--nlog-5cd.ru", "xn--80ak6aa92e.com", "https://XN--e1afmkfd.nalog.ru"],
        ),
        (
            Trick::Script,
            &[
                "javascript:alert(1)",
                "JavaScript: location='https://nalog.ru'",
                "data:text/html,<a>",
                "intent://nalog.ru#Intent;scheme=https;end",
                "file:///etc/passwd",
                "blob:https://nalog.ru/x",
                "view-source:https://nalog.ru",
                "someapp://nalog.ru",
                "nalog.ru://evil.com",
            ],
        ),
        (
            Trick::Hidden,
            &[
                "https://na\tlog.ru",
                "https://nalog.ru\n.evil.com",
                "ht\ntps://nalog.ru",
                "java\nscript:alert(1)",
                "https://nalog\u{200b}.ru",
                "https://nalog.ru/\u{202e}x",
                "https://nalog\u{ad}.ru",
                "\u{feff}https://nalog.ru",
                "https://nalog.ru/\0",
                "https://%6ealog.ru",
                "https://nalog%E3%80%82ru",
                "https://nalog.ru%00",
                "https://evil.com%zz",
                "https:nalog.ru",
                "https:/nalog.ru",
                "https:///nalog.ru",
                "https:\\\\nalog.ru",
                "https://nalog.ru\\lkfl",
                "https://nalog.ru\\.evil.com",
                "https:\\\\evil.com",
            ],
        ),
    ];
    for (trick, texts) in table {
        assert_all(&Verdict::Suspicious(trick), texts);
    }
}

#[test]
fn texts_that_are_no_links() {
    assert_all(
        &Verdict::NotALink,
        &[
            "",
            " \n",
            "nalog",
            "gosuslugi",
            "Зайдите на nalog.ru",
            "https://nalog.ru зайдите",
            "https://nalog.ru https://evil.com",
            "Привет.как дела",
            "и.о.директора",
            "anna@example.test",
            "anna@nalog.ru",
            "mailto:anna@nalog.ru",
            "tel:+78002222222",
            "Note:text",
            "12.50",
            "01.12.2026",
            "https://",
            "https:",
            "://nalog.ru",
            "/lkfl",
            "\\\\server\\nalog.ru",
            ".",
            "..",
            "@",
            "https://?nalog.ru",
            "https://ex<ample.test",
            "https://example..test",
            "Шаг://nalog.ru",
        ],
    );
}

#[test]
fn listed_hosts_of_this_machine() {
    let hosts = Hosts::with(["127.0.0.1", "LOCALHOST", "::1", " sandbox.example.test. ", "", "10.0.0.7"]);
    let suspicious = Verdict::Suspicious;
    assert_each(
        &hosts,
        [
            ("http://127.0.0.1:41234/lkfl", Verdict::Service),
            ("https://127.0.0.1/", Verdict::Service),
            ("127.0.0.1:8080/x", Verdict::Service),
            ("http://localhost:80", Verdict::Service),
            ("localhost:80/x", Verdict::Service),
            ("http://[::1]:80/", Verdict::Service),
            ("https://lk.sandbox.example.test", Verdict::Service),
            ("https://10.0.0.7/", Verdict::Service),
            ("http://10.0.0.7/", suspicious(Trick::NotHttps)),
            ("https://10.0.0.7:8443/", suspicious(Trick::OddPort)),
            ("http://sandbox.example.test", suspicious(Trick::NotHttps)),
            ("http://127.0.0.1:%/", suspicious(Trick::OddPort)),
            ("http://127.0.0.1:80.evil.com", suspicious(Trick::OddPort)),
            ("http://127.0.0.1:65536", suspicious(Trick::OddPort)),
            ("http://127.1", suspicious(Trick::NumericHost)),
            ("http://127.0.0.2", suspicious(Trick::NumericHost)),
            ("http://x.127.0.0.1", suspicious(Trick::NumericHost)),
            ("http://0x7f000001", suspicious(Trick::NumericHost)),
            ("http://127.0.0.1@evil.com", suspicious(Trick::UserInfo)),
            ("http://evil.localhost", foreign("evil.localhost")),
            ("https://sandbox.example.test.evil.com", look("sandbox.example.test")),
            ("https://nalog.ru", Verdict::Service),
        ],
    );
    // Nothing makes a known fake trusted, and an empty entry trusts nothing.
    let hosts = Hosts { service: vec![String::new(), "tax.ru".to_owned(), "ru".to_owned()], esia: vec![] };
    let table =
        [("https://tax.ru", suspicious(Trick::KnownFake)), ("https://example.ru", foreign("example.ru"))];
    assert_each(&hosts, table);
}

#[test]
fn a_very_long_text_costs_little() {
    let hosts = Hosts::default();
    for text in
        ["nalog.".repeat(20_000), "-".repeat(100_000), "https://a".repeat(20_000), "а.".repeat(50_000)]
    {
        assert_ne!(judge(&text, &hosts), Verdict::Service);
    }
    assert_eq!(judge(&format!("https://nalog.ru/{}", "x".repeat(100_000)), &hosts), Verdict::Service);
    let deep = format!("https://{}nalog.ru", "a.".repeat(200));
    assert_eq!(judge(&deep, &hosts), look("nalog.ru"));
}

fn listed() -> Hosts {
    Hosts::with(["127.0.0.1", "localhost", "sandbox.example.test"])
}

/// Whether the host that a browser would ask is a listed one or under it, told without this module's help.
fn is_listed(url: &Url, list: &[String]) -> bool {
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_suffix('.').unwrap_or(host);
    list.iter().any(|entry| host == entry || host.ends_with(&format!(".{entry}")))
}

/// What is trusted leads a browser nowhere else: the text as it stands, and with `https://` before it if it has no scheme.
fn assert_safe(text: &str) -> Result<(), TestCaseError> {
    let hosts = listed();
    let list = match judge(text, &hosts) {
        Verdict::Service => &hosts.service,
        Verdict::Esia => &hosts.esia,
        _ => return Ok(()),
    };
    let trimmed = text.trim();
    let bare = trimmed.strip_prefix("//").unwrap_or(trimmed);
    let has_scheme = bare.to_ascii_lowercase().starts_with("http");
    let opened = Url::parse(&if has_scheme { bare.to_owned() } else { format!("https://{bare}") });
    let opened = opened.map_err(|error| TestCaseError::fail(format!("{text:?}: {error}")))?;
    prop_assert!(is_listed(&opened, list), "{text:?} leads to {opened}");
    prop_assert!(opened.username().is_empty() && opened.password().is_none(), "{text:?}");
    let is_local = matches!(opened.host_str(), Some("127.0.0.1" | "localhost"));
    prop_assert!(is_local || (opened.scheme() == "https" && opened.port().is_none()), "{text:?}");
    if let Ok(raw) = Url::parse(text)
        && raw.has_host()
    {
        prop_assert!(is_listed(&raw, list), "{text:?} leads to {raw}");
    }
    Ok(())
}

const PIECES: [&str; 58] = [
    "https://",
    "http://",
    "https:",
    "HTTPS://",
    "//",
    "/",
    "\\",
    ":",
    "@",
    ".",
    "..",
    "?",
    "#",
    "%",
    "%2e",
    "%2f",
    "%40",
    "%5c",
    "%00",
    "nalog.ru",
    "nalog",
    "ru",
    "gov",
    "NALOG.GOV.RU",
    "lkfl2.",
    "gosuslugi.ru",
    "evil.com",
    "tax.ru",
    "localhost",
    "127.0.0.1",
    "1",
    "0x7f",
    "[::1]",
    "[",
    "]",
    "443",
    ":443",
    ":8443",
    "-",
    "_",
    "xn--",
    "а",
    "ｎ",
    "。",
    "／",
    "＠",
    "\t",
    "\n",
    " ",
    "\u{200b}",
    "\u{202e}",
    "\u{ad}",
    "\0",
    "javascript:",
    "sandbox.example.test",
    "user",
    "!",
    "|",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_text_is_judged_safely(text in any::<String>()) {
        assert_safe(&text)?;
        assert_safe(&format!("https://{text}nalog.ru"))?;
        assert_safe(&format!("https://nalog.ru{text}"))?;
        assert_safe(&format!("https://nalog.ru{text}evil.com"))?;
    }

    #[test]
    fn pieces_of_links_are_judged_safely(pieces in vec(select(PIECES.to_vec()), 1..9)) {
        assert_safe(&pieces.concat())?;
        assert_safe(&format!("https://{}", pieces.concat()))?;
        assert_safe(&format!("https://nalog.ru{}", pieces.concat()))?;
        assert_safe(&format!("https://{}nalog.ru/", pieces.concat()))?;
    }

    #[test]
    fn one_character_anywhere_is_judged_safely(place in 0_usize..30, c: char) {
        for link in ["https://lkfl2.nalog.ru/lkfl", "http://127.0.0.1:8080/x", "gosuslugi.ru"] {
            let mut text = link.to_owned();
            text.insert(place.min(link.len()), c);
            assert_safe(&text)?;
        }
    }

    #[test]
    fn the_service_is_recognised(sub in "([a-z0-9]([a-z0-9-]{0,9}[a-z0-9])?\\.){0,3}", path in "(/[a-zA-Z0-9._~@:%-]{0,20})?") {
        prop_assume!(!sub.contains("xn--"));
        for host in ["nalog.ru", "nalog.gov.ru"] {
            let text = format!("https://{sub}{host}{path}");
            prop_assert_eq!(judge(&text, &Hosts::default()), Verdict::Service);
        }
    }

    /// The generators above do reach trust: a property that is never put to the test proves nothing.
    #[test]
    fn a_trusted_host_with_anything_after_its_path_stays_one(tail in "[!-~]{0,40}") {
        prop_assert_eq!(judge(&format!("https://nalog.ru/{tail}"), &Hosts::default()), Verdict::Service);
        assert_safe(&format!("https://nalog.ru/{tail}"))?;
    }
}
