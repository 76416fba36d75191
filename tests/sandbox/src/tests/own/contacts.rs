//! Contacts and sign-ins.

use super::*;

#[tokio::test]
async fn contacts_are_confirmed_by_what_was_sent() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.card("no-debt").inn;
    let token = caller.tokens("no-debt").await.access;
    let contacts = async || match caller.read(&token, Read::Contacts).await {
        Ok(Reading::Contacts(contacts)) => contacts,
        other => panic!("{other:?}"),
    };
    let ask = async |ask| caller.ask(Some(&token), ask).await;
    assert_eq!(contacts().await, fl_domain::service::Contacts::default());
    assert_eq!(ask(Ask::SetEmail(Email::parse("new@example.test").unwrap())).await, Ok(Told::Done));
    assert_eq!(ask(Ask::SetPhone(Phone::parse("+79000000009").unwrap())).await, Ok(Told::Done));
    assert_eq!(ask(Ask::SetControlWord(secret("Ромашка"))).await, Ok(Told::Done));
    let pending = ContactState { confirmed: None, pending: Some("new@example.test".to_owned()) };
    assert_eq!(contacts().await.email, pending);
    assert!(!contacts().await.can_recover());
    for (contact, letter) in [Contact::Email, Contact::Phone].into_iter().zip(control.letters(&inn)) {
        let confirm = |code: &str| Ask::ConfirmContact { contact, code: secret(code) };
        assert_eq!(ask(confirm("wrong")).await, Ok(Told::WrongCode));
        assert_eq!(ask(confirm(&letter.code.unwrap())).await, Ok(Told::Done));
    }
    assert!(contacts().await.can_recover());
    let info = caller.read(&token, Read::Taxpayer).await;
    assert!(matches!(info, Ok(Reading::Taxpayer(who)) if who.email.as_deref() == Some("new@example.test")));
    let sent = caller.recover(&caller.inn("no-debt"), "new@example.test", "Ромашка").await;
    assert!(matches!(sent, Ok(Told::LetterSent { .. })));
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
        let headers = [("content-type", "application/json"), ("authorization", bearer.as_str())];
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
    let history = async |token: &Secret| match caller.read(token, Read::SignIns).await {
        Ok(Reading::SignIns(rows)) => rows,
        other => panic!("{other:?}"),
    };
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
        let told = caller.ask(Some(&mine.access), Ask::DisownSignIn { id: id.clone() }).await;
        assert_eq!(told, Ok(Told::Done));
        assert!(!control.is_session_open(&inn, id));
    }
    assert_eq!(caller.read(&theirs.access, Read::SignIns).await, Err(Failure::SignInAgain));
    let refresh = caller.gateway.refresh(&theirs.refresh.unwrap());
    let answer = caller.exchange(&refresh, None).await.unwrap();
    assert_eq!(caller.gateway.refresh_answer(&answer), Err(Failure::SignInAgain));
    let open: Vec<_> = history(&mine.access).await.iter().map(|row| row.is_open).collect();
    assert_eq!(open, [false, false, true]);
    // Of another taxpayer.
    let other = caller.tokens("no-debt").await.access;
    let foreign = caller.ask(Some(&other), Ask::DisownSignIn { id: rows[2].id.clone() }).await;
    assert!(matches!(foreign, Err(Failure::Refused { .. })));
    assert_eq!(control.open_sessions(&inn), 1);
}
