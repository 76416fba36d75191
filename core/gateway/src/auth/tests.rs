use proptest::prelude::*;

use super::*;
use crate::{
    exchange::Method,
    fixtures::{answer as fixture, gateway, inn, refused, response, surprises, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("sign-in", 200, include_str!("fixtures/sign-in.accepted.json")),
    ("sign-in", 400, include_str!("fixtures/sign-in.wrong-password.json")),
    ("sign-in", 403, include_str!("fixtures/sign-in.captcha-wanted.json")),
    ("sign-in", 403, include_str!("fixtures/sign-in.captcha-wrong.json")),
    ("sign-in", 400, include_str!("fixtures/sign-in.primary-expired.json")),
    ("sign-in", 400, include_str!("fixtures/sign-in.not-active.json")),
    ("refresh", 200, include_str!("fixtures/refresh.accepted.json")),
    ("refresh", 200, include_str!("fixtures/refresh.without-token.json")),
];

fn sign_in(status: u16, body: impl AsRef<[u8]>) -> Result<SignInAnswer, Failure> {
    gateway().sign_in_answer(&response(status, body))
}

fn refresh(status: u16, body: impl AsRef<[u8]>) -> Result<Tokens, Failure> {
    gateway().refresh_answer(&response(status, body))
}

fn fields(request: &Request) -> Vec<(&'static str, String)> {
    let Body::Multipart(fields) = &request.body else { panic!("{request:?}") };
    fields.iter().map(|(name, text)| (*name, text.expose().to_owned())).collect()
}

#[test]
fn sign_in_and_refresh_send_the_attested_fields_in_order() {
    let gateway = gateway();
    let common = [
        ("username", inn().as_str().to_owned()),
        ("password", "Made-up1".to_owned()),
        ("grant_type", "password".to_owned()),
        ("client_id", "client".to_owned()),
        ("client_secret", "client-secret".to_owned()),
    ];
    let request = gateway.sign_in(&inn(), &Secret::new("Made-up1"), None);
    assert_eq!(fields(&request), common);
    assert_eq!((request.method, request.repeatable), (Method::Post, false));
    assert_eq!(request.url, "https://service.test/api/auth/oauth/token");
    let headers = [
        ("Accept", "application/json, text/plain, */*".to_owned()),
        ("Origin", "https://service.test".to_owned()),
        ("Referer", "https://service.test/lkfl/login".to_owned()),
    ];
    assert_eq!(request.headers, headers);

    let request = gateway.sign_in(&inn(), &Secret::new("Made-up1"), Some("0123"));
    assert_eq!(fields(&request).split_last(), Some((&("captcha", "0123".to_owned()), &common[..])));

    let request = gateway.refresh(&Secret::new("old"));
    let expected = [
        ("grant_type", "refresh_token".to_owned()),
        ("client_id", "client".to_owned()),
        ("client_secret", "client-secret".to_owned()),
        ("refresh_token", "old".to_owned()),
    ];
    assert_eq!((fields(&request), request.repeatable), (expected.to_vec(), false));
}

#[test]
fn every_attested_answer_to_a_sign_in() {
    let tokens = Tokens {
        access: Secret::new("made-up-access"),
        refresh: Some(Secret::new("made-up-refresh")),
        expires_in_seconds: Some(599),
    };
    assert_eq!(sign_in(200, fixture("sign-in", 0)), Ok(SignInAnswer::Accepted(tokens)));
    let table = [
        (fixture("sign-in", 1), SignInAnswer::WrongPassword),
        (fixture("sign-in", 2), SignInAnswer::CaptchaWanted),
        (fixture("sign-in", 3), SignInAnswer::CaptchaWrong),
        ("{\"error_description\":\"user: BAD CREDENTIALS.\"}", SignInAnswer::WrongPassword),
        ("<o><error_description>Bad credentials</error_description></o>", SignInAnswer::WrongPassword),
        ("{\"message\":\"captcha\"}", SignInAnswer::CaptchaWanted),
        ("{\"message\":\"incorrect captcha\",\"status\":\"ERROR\"}", SignInAnswer::CaptchaWrong),
        ("{\"error_description\":\"Bad credentials\",\"message\":\"CAPTCHA\"}", SignInAnswer::CaptchaWanted),
    ];
    for (text, expected) in table {
        // Statuses are not attested.
        for status in [200, 400, 401, 403, 500] {
            assert_eq!(sign_in(status, text), Ok(expected.clone()), "{status} {text}");
        }
    }
}

#[test]
fn other_answers_to_a_sign_in_never_end_a_session_or_blame_the_password() {
    let locked = "{\"error\":\"invalid_grant\",\"error_description\":\"Доступ закрыт\"}";
    let table = [
        (400, locked, refused("Доступ закрыт")),
        (200, locked, refused("Доступ закрыт")),
        (401, "", unexpected("sign-in", "http-401")),
        (401, "{\"error\":\"invalid_client\"}", unexpected("sign-in", "oauth-invalid-client")),
        (200, "{}", unexpected("sign-in", "unexpected-shape")),
        (200, "{\"access_token\":\"\"}", unexpected("sign-in", "unexpected-shape")),
        (200, "{\"access_token\":\"a\\nb\"}", unexpected("sign-in", "unusable-token")),
        (200, "<html>captcha, bad credentials</html>", unexpected("sign-in", "html-instead-of-json")),
        (500, "<html>captcha</html>", unexpected("sign-in", "http-500")),
        (503, "{\"message\":\"CAPTCHA\"}", Failure::Closed { until: None }),
        (500, "{\"access_token\":\"a\"}", unexpected("sign-in", "http-500")),
    ];
    for (status, text, expected) in table {
        assert_eq!(sign_in(status, text), Err(expected), "{status} {text}");
    }
    for (body, code) in surprises() {
        assert_eq!(sign_in(200, &body), Err(unexpected("sign-in", code)), "{} bytes", body.len());
    }
}

#[test]
fn a_refresh_keeps_the_old_token_where_none_comes() {
    let fresh = refresh(200, fixture("refresh", 0)).unwrap();
    assert_eq!(fresh.refresh, Some(Secret::new("made-up-refresh-2")));
    assert_eq!(fresh.expires_in_seconds, Some(599));
    for text in [
        fixture("refresh", 1),
        "{\"access_token\":\"made-up-access-3\",\"refresh_token\":\"\",\"expires_in\":-1}",
    ] {
        let fresh = refresh(200, text).unwrap();
        let expected =
            Tokens { access: Secret::new("made-up-access-3"), refresh: None, expires_in_seconds: None };
        assert_eq!(fresh, expected);
    }
}

#[test]
fn only_the_services_own_verdict_ends_the_session() {
    let grant = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token: x\"}";
    let expired = "<o><error_description>expired</error_description><error>invalid_token</error></o>";
    let bare =
        "<InvalidTokenException><error_description>expired</error_description></InvalidTokenException>";
    let token = "{\"error\":\"invalid_token\"}";
    let verdicts = [
        (400, grant),
        (200, grant),
        (401, grant),
        (429, grant),
        (401, token),
        (200, expired),
        (400, expired),
        (401, bare),
    ];
    for (status, text) in verdicts {
        assert_eq!(refresh(status, text), Err(Failure::SignInAgain), "{status} {text}");
    }
    let temporary = "{\"status\":500,\"message\":\"temporarily unavailable\"}";
    let table = [
        (500, grant, unexpected("refresh", "http-500")),
        (502, "<html>", unexpected("refresh", "http-502")),
        (503, grant, Failure::Closed { until: None }),
        (503, "", Failure::Closed { until: None }),
        (429, "", unexpected("refresh", "http-429")),
        // No verdict on the token: it may still be good.
        (401, "", unexpected("refresh", "http-401")),
        (200, "{}", unexpected("refresh", "unexpected-shape")),
        (403, "{\"message\":\"no\"}", refused("no")),
        (400, temporary, refused("temporarily unavailable")),
        (200, temporary, refused("temporarily unavailable")),
        (401, "{\"error\":\"unauthorized\"}", unexpected("refresh", "http-401")),
        (401, "<html>", unexpected("refresh", "http-401")),
        (403, "<html>blocked</html>", unexpected("refresh", "http-403")),
        (
            404,
            "{\"error\":\"Not Found\"}",
            Failure::NotOffered { website: Some("https://service.test/help".to_owned()) },
        ),
        (302, "", unexpected("refresh", "http-302")),
        (400, "", unexpected("refresh", "http-400")),
        (401, "{\"error\":\"invalid_client\"}", unexpected("refresh", "oauth-invalid-client")),
        (400, "{\"error\":\"invalid_client\",\"error_description\":\"Bad client\"}", refused("Bad client")),
        (200, "{\"error\":\"temporarily_unavailable\"}", unexpected("refresh", "unexpected-shape")),
        (200, "{\"access_token\":\"ы\"}", unexpected("refresh", "unusable-token")),
    ];
    for (status, text, expected) in table {
        assert_eq!(refresh(status, text), Err(expected), "{status} {text}");
    }
    for (body, code) in surprises() {
        assert_eq!(refresh(200, &body), Err(unexpected("refresh", code)), "{} bytes", body.len());
    }
}

#[test]
fn cut_answers_never_end_a_session() {
    for text in [fixture("refresh", 0), fixture("refresh", 1), fixture("sign-in", 1)] {
        for end in 0..text.trim_end().len() {
            let cut = refresh(200, &text[..end]);
            assert!(matches!(cut, Err(Failure::Unexpected { .. })), "cut at {end}: {cut:?}");
            assert!(sign_in(200, &text[..end]).is_err(), "cut at {end}");
        }
    }
}

#[test]
fn a_picture_is_told_by_its_bytes() {
    let request = gateway().captcha(&inn());
    assert_eq!(request.url, format!("https://service.test/api/auth/captcha?username={}", inn().as_str()));
    let basic = Auth::Basic { user: "client".to_owned(), password: Secret::new("client-secret") };
    assert_eq!((request.method, request.auth, request.repeatable), (Method::Get, basic, true));

    let answer = |status, body: &[u8]| gateway().captcha_answer(&response(status, body));
    let table: [(&[u8], &str); 5] = [
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0...", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b"BM\x01\x02\x03\x04\0\0\0\0...", "image/bmp"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"),
    ];
    for (bytes, media_type) in table {
        let expected = Captcha { media_type: media_type.to_owned(), bytes: bytes.to_vec() };
        assert_eq!(answer(200, bytes), Ok(expected));
    }
    // A picture inside JSON, as a data URL.
    let url = "data:image/png;base64,iVBORw0KGgo=";
    for body in [format!("\"{url}\""), format!("{{\"id\":1,\"image\":\"{url}\"}}")] {
        let expected = Captcha { media_type: "image/png".to_owned(), bytes: b"\x89PNG\r\n\x1a\n".to_vec() };
        assert_eq!(answer(200, body.as_bytes()), Ok(expected), "{body}");
    }
    for body in
        ["\"data:image/svg+xml;base64,PHN2Zy8+\"", "\"data:image/png,x\"", "\"data:image/png;base64,%\""]
    {
        assert!(answer(200, body.as_bytes()).is_err(), "{body}");
    }
    let failures: [(u16, &[u8], Failure); 6] = [
        (200, b"<html>", unexpected("captcha", "not-a-picture")),
        (200, b"<svg xmlns='http://www.w3.org/2000/svg'/>", unexpected("captcha", "not-a-picture")),
        (200, b"", unexpected("captcha", "not-a-picture")),
        (200, "\"Попробуйте позже\"".as_bytes(), refused("Попробуйте позже")),
        (401, b"", unexpected("captcha", "http-401")),
        (503, b"", Failure::Closed { until: None }),
    ];
    for (status, body, expected) in failures {
        assert_eq!(answer(status, body), Err(expected), "{status} {body:?}");
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

proptest! {
    #[test]
    fn any_bytes_get_an_answer(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
        let response = response(status, &body);
        let _ = gateway().sign_in_answer(&response);
        let _ = gateway().captcha_answer(&response);
        let refreshed = gateway().refresh_answer(&response);
        prop_assert!(status < 500 || !matches!(refreshed, Err(Failure::SignInAgain)));
    }
}
