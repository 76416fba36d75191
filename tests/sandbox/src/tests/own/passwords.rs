//! Cards, changes, recovery.

use super::*;

#[tokio::test]
async fn a_card_is_taken_refused_or_not_yet_active() {
    let caller = Caller::new();
    let control = caller.double.control();
    let sign_in = async |key: &str| caller.sign_in(key, &caller.card(key).password).await.unwrap();
    assert_eq!(sign_in("card-expired").await, SignInAnswer::PrimaryExpired);
    assert_eq!(sign_in("not-active").await, SignInAnswer::NotYetActive { seconds: 2400 });
    for key in ["card-expired", "not-active", "esia", "esia-forming", "esia-post", "debt"] {
        assert_eq!(caller.sign_in(key, "Sandbox-99").await, Ok(SignInAnswer::WrongPassword), "{key}");
        assert_eq!(caller.sign_in(key, "").await, Ok(SignInAnswer::WrongPassword), "{key}");
    }
    control.advance(40 * MINUTE);
    assert!(matches!(sign_in("not-active").await, SignInAnswer::Accepted(_)));
    assert!(matches!(sign_in("card-ending").await, SignInAnswer::Accepted(_)));
    control.advance(DAY);
    assert_eq!(sign_in("card-ending").await, SignInAnswer::PrimaryExpired);
    assert!(matches!(sign_in("card-fresh").await, SignInAnswer::Accepted(_)));
}

#[tokio::test]
async fn the_first_password_is_confirmed_or_replaced() {
    let caller = Caller::new();
    let issued = fl_domain::dates::date(2026, 11, 19);
    let primary = |confirmed| Ok(PasswordStatus::Primary { issued, confirmed });
    let token = caller.tokens("card-fresh").await.access;
    assert_eq!(caller.ask(Some(&token), password::Status).await, primary(false));
    assert_eq!(caller.ask(Some(&token), password::Confirm).await, Ok(Done));
    assert_eq!(caller.ask(Some(&token), password::Status).await, primary(true));
    assert_eq!(
        caller.ask(Some(&token), change("Sandbox-11", "New-pass1")).await,
        Ok(password::Changed::Done)
    );
    let changed = Some(fl_domain::dates::date(2026, 11, 22));
    let own = Ok(PasswordStatus::Own { changed });
    assert_eq!(caller.ask(Some(&token), password::Status).await, own);
    let nothing = caller.ask(Some(&token), password::Confirm).await;
    assert!(matches!(nothing, Err(Failure::Refused { .. })), "{nothing:?}");
}

#[tokio::test]
async fn a_refused_change_leaves_the_old_password_and_the_policy_is_data() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.card("debt").inn;
    let token = caller.tokens("debt").await.access;
    let policy = PasswordPolicy::default();
    assert_eq!(caller.ask(None, password::Policy).await, Ok(policy));
    let wrong = caller.ask(Some(&token), change("Sandbox-99", "New-pass1")).await;
    assert_eq!(wrong, Ok(password::Changed::OldWrong));
    let weak = caller.ask(Some(&token), change("Sandbox-02", "weak")).await;
    assert!(matches!(weak, Ok(password::Changed::Refused { words }) if words.contains("цифры")));
    assert!(control.password_is(&inn, "Sandbox-02"));

    let longer = PasswordPolicy { min_length: 12, ..PasswordPolicy::default() };
    control.set_policy(longer.clone());
    assert_eq!(caller.ask(None, password::Policy).await, Ok(longer));
    let short = caller.ask(Some(&token), change("Sandbox-02", "New-pass1")).await;
    assert!(matches!(short, Ok(password::Changed::Refused { .. })));
    control.set_policy(PasswordPolicy::of(1, "", [CharacterClass::Digit]));
    assert_eq!(caller.ask(Some(&token), change("Sandbox-02", "1")).await, Ok(password::Changed::Done));
    assert!(control.password_is(&inn, "1") && !control.password_is(&inn, "Sandbox-02"));
    assert!(!control.password_is("nobody", "1"));
    // The session goes on.
    assert!(caller.ask(Some(&token), password::Status).await.is_ok());
}

#[tokio::test]
async fn recovery_from_the_form_to_the_new_password() {
    let caller = Caller::new();
    let control = caller.double.control();
    let (card, inn) = (caller.card("recovery"), caller.inn("recovery"));
    let session = caller.tokens("recovery").await;
    let form = |attempts_left, blocked_seconds| {
        let fields = vec![RecoveryField::Email, RecoveryField::ControlWord];
        Ok(RecoveryForm { fields, attempts_left, blocked_seconds })
    };
    let look = async || caller.ask(None, recovery::Form { inn: inn.clone() }).await;
    let (email, word) = (card.email.unwrap(), card.control_word.unwrap());
    assert_eq!(look().await, form(3, None));
    let left = |attempts_left| Ok(recovery::Recovered::Mismatch { attempts_left });
    assert_eq!(caller.recover(&inn, &email, "wrong").await, left(2));
    assert_eq!(caller.recover(&inn, "wrong@example.test", &word).await, left(1));
    assert_eq!(look().await, form(1, None));
    let blocked = |seconds| Ok(recovery::Recovered::Blocked { seconds });
    assert_eq!(caller.recover(&inn, &email, "wrong").await, blocked(86_400));
    control.advance(23 * 60 * MINUTE + 59 * MINUTE);
    assert_eq!(caller.recover(&inn, &email, &word).await, blocked(60));
    assert_eq!(look().await, form(0, Some(60)));
    let standing = control.recovery_standing(&card.inn);
    assert_eq!(standing.blocked_until.unwrap().as_second(), control.now().as_second() + 60);
    control.advance(MINUTE);
    assert_eq!(look().await, form(3, None));
    assert_eq!(
        caller.recover(&inn, &email, &word).await,
        Ok(recovery::Recovered::LetterSent { minutes: Some(5) })
    );

    let letter = control.letters(&card.inn).pop().unwrap();
    assert_eq!((letter.kind, letter.to), (LetterKind::Recovery, email));
    let token = letter.app_link.unwrap().strip_prefix("fltaxes://recovery?token=").unwrap().to_owned();
    let link = || recovery::OpenLink { token: secret(&token) };
    let set = |new: &str| recovery::SetPassword { token: secret(&token), new: secret(new) };
    let good = recovery::Link::Good { inn: inn.clone(), policy: PasswordPolicy::default() };
    assert_eq!(caller.ask(None, link()).await, Ok(good));
    assert!(matches!(caller.ask(None, set("weak")).await, Ok(recovery::PasswordSet::Refused { .. })));
    assert_eq!(caller.ask(None, set("New-pass1")).await, Ok(recovery::PasswordSet::Done));
    assert_eq!(caller.ask(None, set("New-pass2")).await, Ok(recovery::PasswordSet::Used));
    assert_eq!(caller.ask(None, link()).await, Ok(recovery::Link::Used));
    let stale = recovery::OpenLink { token: secret("nonsense") };
    assert_eq!(caller.ask(None, stale).await, Ok(recovery::Link::Stale));
    // Whoever was in is out, and the new password opens.
    assert_eq!(caller.ask(Some(&session.access), password::Status).await, Err(Failure::SignInAgain));
    assert_eq!(control.open_sessions(&card.inn), 0);
    assert!(matches!(caller.sign_in("recovery", "New-pass1").await, Ok(SignInAnswer::Accepted(_))));
}

#[tokio::test]
async fn an_unknown_inn_is_no_oracle_and_a_malformed_one_costs_nothing() {
    let caller = Caller::new();
    let (known, unknown) = (caller.inn("no-debt"), Inn::made_up(1));
    for _ in 0..5 {
        let mut told = Vec::new();
        for inn in [&known, &unknown] {
            let form = recovery::Form { inn: inn.clone() };
            told.push((caller.ask(None, form).await, caller.recover(inn, "a@example.test", "x").await));
        }
        assert_eq!(told[0], told[1]);
    }
    let call = async |body: &str| {
        let headers = [("content-type", "application/json")];
        caller.double.call("POST", "/api/fl/v1/recovery", headers, body).await.unwrap()
    };
    let inn = caller.card("recovery").inn;
    let wrong_check = "{\"inn\":\"770000011404\",\"email\":\"a@example.test\",\"controlWord\":\"x\"}";
    let incomplete = format!("{{\"inn\":\"{inn}\",\"email\":\"a@example.test\"}}");
    for body in [wrong_check, incomplete.as_str(), "{}", "nonsense", ""] {
        let (status, _, answer) = call(body).await;
        assert_eq!(status, 400, "{body}");
        let kept = caller.contract.check_response("recovery", 400, Some("application/json"), &answer);
        assert_eq!(kept, Ok(()), "{body}");
    }
    assert_eq!(caller.double.control().recovery_standing(&inn).attempts_left, 3);
}
