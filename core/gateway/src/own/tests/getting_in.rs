//! Getting in: through Gosuslugi, and our own words beside the attested sign-in.

use super::*;

#[test]
fn the_brokers_page_is_an_address_that_may_be_opened() {
    let page = |url: &str| esia_url(200, format!("{{\"url\":\"{url}\"}}"));
    for url in ["https://esia.test/a?b=c#d", "http://127.0.0.1:8088/esia/authorize?x=1", "http://[::1]/"] {
        assert_eq!(page(url), Ok(url.to_owned()));
    }
    for url in [
        "http://esia.test/",
        "javascript:alert(1)",
        "fltaxes://esia",
        "file:///etc/passwd",
        "intent://esia.test#Intent;end",
        "/esia/authorize",
        "https://me:you@esia.test/",
        "https://",
    ] {
        assert_eq!(page(url), Err(unexpected("esia-url", "unusable-address")), "{url}");
    }
    assert_eq!(esia_url(200, "{\"url\":7}").unwrap_err(), unexpected("esia-url", "unusable-address"));
    assert_eq!(esia_url(200, "{}"), Err(unexpected("esia-url", "unexpected-shape")));
}

#[test]
fn the_code_of_a_redirect_brings_tokens_or_says_why_not() {
    let tokens = Tokens {
        access: Secret::new("made-up-access"),
        refresh: Some(Secret::new("made-up-refresh")),
        expires_in_seconds: Some(599),
    };
    assert_eq!(esia(200, fixture("esia", 0)), Ok(EsiaAnswer::Accepted { tokens, inn: inn() }));
    assert_eq!(esia(409, fixture("esia", 1)), Ok(EsiaAnswer::Forming { seconds: Some(86_400) }));
    let soon = "{\"code\":\"esia.forming\",\"message\":\"\"}";
    assert_eq!(esia(409, soon), Ok(EsiaAnswer::Forming { seconds: None }));
    assert_eq!(esia(403, fixture("esia", 2)), Ok(EsiaAnswer::NotConfirmed));
    let table = [
        (200, "{\"access_token\":\"a\"}", unexpected("esia", "unexpected-shape")),
        (200, "{\"access_token\":\"a\",\"inn\":\"770000000157\"}", unexpected("esia", "unexpected-shape")),
        (200, "{\"inn\":\"770000000156\"}", unexpected("esia", "unexpected-shape")),
        (200, "{\"access_token\":\"a b\",\"inn\":\"770000000156\"}", unexpected("esia", "unusable-token")),
        (200, soon, unexpected("esia", "unexpected-shape")),
        (400, "{\"message\":\"The code was used\"}", refused("The code was used")),
        (500, fixture("esia", 1), unexpected("esia", "http-500")),
    ];
    for (status, text, expected) in table {
        assert_eq!(esia(status, text), Err(expected), "{status} {text}");
    }
}

#[test]
fn our_own_words_of_a_sign_in_stand_beside_the_attested_ones() {
    let sign_in = |status, text: &str| gateway().sign_in_answer(&response(status, text));
    let not_active = |extra: &str| format!("{{\"code\":\"account.not-active\",\"message\":\"\"{extra}}}");
    for status in [200, 400, 403, 500] {
        assert_eq!(sign_in(status, fixture("sign-in", 4)), Ok(SignInAnswer::PrimaryExpired));
        let in_40_minutes = SignInAnswer::NotYetActive { seconds: 2400 };
        assert_eq!(sign_in(status, fixture("sign-in", 5)), Ok(in_40_minutes));
    }
    for (extra, seconds) in [("", 3600), (",\"seconds\":\"5\"", 5), (",\"seconds\":99999999999", 34_560_000)]
    {
        assert_eq!(sign_in(400, &not_active(extra)), Ok(SignInAnswer::NotYetActive { seconds }), "{extra}");
    }
    assert_eq!(sign_in(503, fixture("sign-in", 4)), Err(Failure::Closed { until: None }));
    // A picture comes first, and a code that means nothing here changes nothing.
    let both = "{\"code\":\"password.primary-expired\",\"message\":\"CAPTCHA\"}";
    assert_eq!(sign_in(403, both), Ok(SignInAnswer::CaptchaWanted));
    let other = "{\"code\":\"password.refused\",\"error_description\":\"Bad credentials\"}";
    assert_eq!(sign_in(400, other), Ok(SignInAnswer::WrongPassword));
}
