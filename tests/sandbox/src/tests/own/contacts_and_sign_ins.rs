//! Contacts and sign-ins.

use super::*;

#[tokio::test]
async fn contacts_are_confirmed_by_what_was_sent() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.card("no-debt").inn;
    let token = caller.tokens("no-debt").await.access;
    let contacts = async || caller.ask(Some(&token), contacts::Read).await.unwrap();
    let token = Some(&token);
    assert_eq!(contacts().await, fl_domain::service::Contacts::default());
    let email = contacts::SetEmail(Email::parse("new@example.test").unwrap());
    assert_eq!(caller.ask(token, email).await, Ok(Done));
    let phone = contacts::SetPhone(Phone::parse("+79000000009").unwrap());
    assert_eq!(caller.ask(token, phone).await, Ok(Done));
    let word = contacts::SetControlWord(secret("Ромашка"));
    assert_eq!(caller.ask(token, word).await, Ok(Done));
    let pending = ContactState { confirmed: None, pending: Some("new@example.test".to_owned()) };
    assert_eq!(contacts().await.email, pending);
    assert!(!contacts().await.can_recover());
    for (contact, letter) in [Contact::Email, Contact::Phone].into_iter().zip(control.letters(&inn)) {
        let confirm = |code: &str| contacts::Confirm { contact, code: secret(code) };
        assert_eq!(caller.ask(token, confirm("wrong")).await, Ok(contacts::Confirmed::WrongCode));
        assert_eq!(caller.ask(token, confirm(&letter.code.unwrap())).await, Ok(contacts::Confirmed::Done));
    }
    assert!(contacts().await.can_recover());
    let who = caller.ask(token, account::Taxpayer).await.unwrap();
    assert_eq!(who.email.as_deref(), Some("new@example.test"));
    let sent = caller.recover(&caller.inn("no-debt"), "new@example.test", "Ромашка").await;
    assert!(matches!(sent, Ok(recovery::Recovered::LetterSent { .. })));
}

#[tokio::test]
async fn what_is_no_contact_is_named_by_its_field() {
    let caller = Caller::new();
    let token = caller.tokens("no-debt").await.access;
    let bearer = format!("Bearer {}", token.expose());
    let table = [
        ("contacts/email", "{\"address\":\"nowhere\"}", Some("address")),
        ("contacts/phone", "{\"number\":\"12\"}", Some("number")),
        ("contacts/control-word", "{\"word\":\" \"}", Some("word")),
        ("contacts/email", "{}", None),
        ("contacts/confirm", "{\"contact\":\"pigeon\",\"code\":\"1\"}", None),
        ("sign-ins/disown", "{\"id\":\"sign-in-99\"}", None),
    ];
    for (path, body, field) in table {
        let key = "\"0123456789abcdef0123456789abcdef\"";
        // Each is refused and none is done, so each has the key to itself.
        caller.double.control().set(Fault::KeysForgotten, Scope::Everyone);
        let headers = [
            ("content-type", "application/json"),
            ("authorization", bearer.as_str()),
            ("idempotency-key", key),
        ];
        let path = format!("/api/fl/v1/{path}");
        let (status, _, answer) = caller.double.call("POST", &path, headers, body).await.unwrap();
        let text = String::from_utf8(answer).unwrap();
        assert!(status == 400 && text.contains("validation.failed"), "{path} {text}");
        assert!(field.is_none_or(|field| text.contains(&format!("\"{field}\":"))), "{path} {text}");
    }
    assert!(caller.double.control().letters(&caller.card("no-debt").inn).is_empty());
}

#[tokio::test]
async fn a_sign_in_that_was_somebody_else_is_ended_alone() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.card("debt").inn;
    let mine = caller.tokens("debt").await;
    let theirs = caller.tokens("debt").await;
    control.advance(MINUTE);
    let id = control.sign_in_elsewhere(&inn, "Чужое устройство", "Чужбинск").unwrap();
    assert_eq!(control.open_sessions(&inn), 3);
    let history = async |token: &Secret| caller.ask(Some(token), sign_ins::Read).await.unwrap();
    let rows = history(&mine.access).await;
    let expected = SignInRecord {
        id: id.clone(),
        at: control.now(),
        way: SignInWay::Password,
        device: "Чужое устройство".to_owned(),
        place: "Чужбинск".to_owned(),
        is_current: false,
        is_open: true,
    };
    assert_eq!(rows[0], expected);
    let current: Vec<_> = rows.iter().map(|row| row.is_current).collect();
    assert_eq!(current, [false, false, true]);

    for id in [&id, &rows[1].id] {
        assert!(control.is_session_open(&inn, id));
        let told = caller.ask(Some(&mine.access), sign_ins::Disown { id: id.clone() }).await;
        assert_eq!(told, Ok(Done));
        assert!(!control.is_session_open(&inn, id));
    }
    assert_eq!(caller.ask(Some(&theirs.access), sign_ins::Read).await, Err(Failure::SignInAgain));
    let refresh = caller.gateway.refresh(&theirs.refresh.unwrap());
    let answer = caller.exchange(&refresh, None).await.unwrap();
    assert_eq!(caller.gateway.refresh_answer(&answer), Err(Failure::SignInAgain));
    let open: Vec<_> = history(&mine.access).await.iter().map(|row| row.is_open).collect();
    assert_eq!(open, [false, false, true]);
    // Of another taxpayer.
    let other = caller.tokens("no-debt").await.access;
    let foreign = caller.ask(Some(&other), sign_ins::Disown { id: rows[2].id.clone() }).await;
    assert!(matches!(foreign, Err(Failure::Refused { .. })));
    assert_eq!(control.open_sessions(&inn), 1);
}
