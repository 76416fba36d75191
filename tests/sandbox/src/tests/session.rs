//! Signing in, staying in, being thrown out.

use super::*;

#[tokio::test]
async fn the_page_says_that_it_is_a_double() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let page = client.lawful(&client.gateway.probe(), None).await;
    assert_eq!(client.gateway.probe_answer(&page), Ok(()));
    assert!(String::from_utf8(page.body).unwrap().contains("not the tax service"));
}

#[tokio::test]
async fn everyone_signs_in_with_their_own_password_only() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    for card in sandbox.taxpayers() {
        assert!(Inn::parse_person(&card.inn).is_ok());
        if signs_in(card) {
            let tokens = client.tokens(card).await;
            assert!(tokens.refresh.is_some());
            assert_eq!(tokens.expires_in_seconds, Some(600));
            let wrong = TaxpayerCard { password: "Sandbox-99".to_owned(), ..card.clone() };
            assert_eq!(client.sign_in(&wrong, None).await, Ok(SignInAnswer::WrongPassword));
        }
    }
    let stranger = Inn::made_up(1).as_str().to_owned();
    let stranger = TaxpayerCard { inn: stranger, ..sandbox.taxpayers()[0].clone() };
    assert_eq!(client.sign_in(&stranger, None).await, Ok(SignInAnswer::WrongPassword));
}

#[tokio::test]
async fn digits_are_wanted_until_they_are_right() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "captcha");
    let inn = Inn::parse_person(&card.inn).unwrap();
    let digits = || sandbox.control().captcha_digits(&card.inn);
    assert_eq!(client.sign_in(card, None).await, Ok(SignInAnswer::CaptchaWanted));
    assert_eq!(client.sign_in(card, Some("0")).await, Ok(SignInAnswer::CaptchaWrong));
    assert_eq!(digits(), None);

    let request = client.gateway.captcha(&inn);
    let picture = client.gateway.captcha_answer(&client.lawful(&request, None).await).unwrap();
    assert_eq!(picture.media_type, "image/png");
    let first = digits().unwrap();
    assert_eq!(client.sign_in(card, Some("nonsense")).await, Ok(SignInAnswer::CaptchaWrong));
    // One picture, one try.
    assert_eq!(client.sign_in(card, Some(&first)).await, Ok(SignInAnswer::CaptchaWrong));

    client.lawful(&request, None).await;
    let wrong = TaxpayerCard { password: "Sandbox-99".to_owned(), ..card.clone() };
    assert_eq!(client.sign_in(&wrong, digits().as_deref()).await, Ok(SignInAnswer::WrongPassword));
    client.lawful(&request, None).await;
    assert!(matches!(client.sign_in(card, digits().as_deref()).await, Ok(SignInAnswer::Accepted(_))));
    // From now on without.
    assert!(matches!(client.sign_in(card, None).await, Ok(SignInAnswer::Accepted(_))));
}

#[tokio::test]
async fn another_client_is_refused() {
    let sandbox = sandbox().await;
    let mut client = Client::of(&sandbox);
    let profile = sandbox.profile_toml().replace(sandbox.client_secret(), "another");
    client.gateway = Gateway::new(Profile::parse(&profile).unwrap());
    let card = card(&sandbox, "no-debt");
    let refused = Failure::Refused { words: "Bad client credentials".to_owned() };
    assert_eq!(client.sign_in(card, None).await, Err(refused.clone()));
    let request = client.gateway.captcha(&Inn::parse_person(&card.inn).unwrap());
    assert_eq!(client.gateway.captcha_answer(&client.lawful(&request, None).await), Err(refused));
}

#[tokio::test]
async fn a_refresh_changes_the_token_and_the_old_one_is_dead() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let first = client.tokens(card(&sandbox, "no-debt")).await;
    let old = first.refresh.clone().unwrap();
    let second = client.refresh(&old).await.unwrap();
    assert_ne!(second.refresh.as_ref(), Some(&old));
    assert_eq!(client.refresh(&old).await, Err(Failure::SignInAgain));
    for tokens in [&first, &second] {
        assert!(client.read(&tokens.access, account::EnsBalance).await.is_ok());
    }
    assert!(client.refresh(&second.refresh.unwrap()).await.is_ok());
}

#[tokio::test]
async fn access_ends_by_the_clock_by_hand_and_with_the_session() {
    let sandbox = sandbox().await;
    let client = Client::of(&sandbox);
    let card = card(&sandbox, "no-debt");
    let tokens = client.tokens(card).await;
    assert!(client.read(&tokens.access, account::Taxpayer).await.is_ok());
    sandbox.control().advance(10 * MINUTE);
    assert_eq!(client.read(&tokens.access, account::Taxpayer).await, Err(Failure::SignInAgain));

    let tokens = client.refresh(&tokens.refresh.unwrap()).await.unwrap();
    sandbox.control().expire_access(&card.inn);
    assert_eq!(client.read(&tokens.access, account::Taxpayer).await, Err(Failure::SignInAgain));
    let tokens = client.refresh(&tokens.refresh.unwrap()).await.unwrap();
    assert!(client.read(&tokens.access, account::Taxpayer).await.is_ok());
    sandbox.control().revoke(&card.inn);
    assert_eq!(client.read(&tokens.access, account::Taxpayer).await, Err(Failure::SignInAgain));
    assert_eq!(client.refresh(&tokens.refresh.unwrap()).await, Err(Failure::SignInAgain));
}
