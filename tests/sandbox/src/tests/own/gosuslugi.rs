//! Through Gosuslugi.

use super::*;

#[tokio::test]
async fn through_gosuslugi_and_then_with_a_password_as_well() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.inn("esia");
    let Ok(EsiaAnswer::Accepted { tokens, inn: told }) = caller.esia("esia").await else { panic!() };
    assert_eq!(told, inn);
    let status = caller.ask(Some(&tokens.access), password::Status).await;
    assert_eq!(status, Ok(PasswordStatus::Absent));
    let way = control.sign_ins(inn.as_str())[0].way;
    assert_eq!(way, SignInWay::Esia);
    assert_eq!(caller.ask(Some(&tokens.access), change("", "New-pass1")).await, Ok(password::Changed::Done));
    assert!(matches!(caller.sign_in("esia", "New-pass1").await, Ok(SignInAnswer::Accepted(_))));
    assert!(matches!(caller.esia("esia").await, Ok(EsiaAnswer::Accepted { .. })));

    assert_eq!(caller.esia("esia-post").await, Ok(EsiaAnswer::NotConfirmed));
    let forming = |hours: u64| Ok(EsiaAnswer::Forming { seconds: Some(hours * 3600) });
    assert_eq!(caller.esia("esia-forming").await, forming(36));
    control.advance(Duration::from_hours(35));
    assert_eq!(caller.esia("esia-forming").await, forming(1));
    control.advance(Duration::from_hours(1));
    assert!(matches!(caller.esia("esia-forming").await, Ok(EsiaAnswer::Accepted { .. })));
}

#[tokio::test]
async fn a_code_is_good_once_and_a_foreign_verifier_is_refused() {
    let caller = Caller::new();
    let control = caller.double.control();
    let refused = |answer: Result<EsiaAnswer, Failure>| matches!(answer, Err(Failure::Refused { .. }));
    let code = async || {
        let (page, verifier) = caller.page().await;
        (code_of(&control.esia_agree(&page, "debt").unwrap()), verifier)
    };
    let (first, verifier) = code().await;
    assert!(caller.code(&first, &verifier).await.is_ok());
    assert!(refused(caller.code(&first, &verifier).await));
    let (second, verifier) = code().await;
    assert!(refused(caller.code(&second, &secret(&"w".repeat(43))).await));
    assert!(refused(caller.code(&second, &verifier).await));
    let (third, verifier) = code().await;
    control.advance(5 * MINUTE);
    assert!(refused(caller.code(&third, &verifier).await));
    let (page, _) = caller.page().await;
    let denied = "fltaxes://esia?error=access_denied&state=made-up-state";
    assert_eq!(control.esia_deny(&page).as_deref(), Some(denied));
    assert_eq!(control.esia_deny(&page), None);
    let (page, _) = caller.page().await;
    assert_eq!(control.esia_agree(&page, "nobody"), None);
    assert_eq!(control.esia_agree("nonsense", "debt"), None);
}

#[tokio::test]
async fn the_page_says_that_it_is_not_gosuslugi_and_its_links_lead_back() {
    let caller = Caller::new();
    let (page, verifier) = caller.page().await;
    let none: [(&str, &str); 0] = [];
    let get = async |url: &str| caller.double.call("GET", url, none, "").await.unwrap();
    let (status, headers, html) = get(&page).await;
    let html = String::from_utf8(html).unwrap();
    assert_eq!(status, 200);
    assert!(headers.iter().any(|(name, value)| name == "content-type" && value.starts_with("text/html")));
    assert!(html.contains("not Gosuslugi") && html.contains("не Госуслуги"));
    let link = |name: &str| {
        let links = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        links.map(|link| link.replace("&amp;", "&")).find(|link| link.contains(name)).unwrap()
    };
    let (status, headers, _) = get(&link("who=parent")).await;
    let back = &headers.iter().find(|(name, _)| name == "location").unwrap().1;
    assert_eq!(status, 303);
    let accepted = caller.code(&code_of(back), &verifier).await;
    assert!(matches!(accepted, Ok(EsiaAnswer::Accepted { inn, .. }) if inn == caller.inn("parent")));
    // Answered already.
    for url in [page.as_str(), &link("who=parent"), &link("/esia/deny")] {
        assert_eq!(get(url).await.0, 410, "{url}");
    }
    let (page, _) = caller.page().await;
    let (status, headers, _) = get(&page.replace("authorize", "deny")).await;
    assert_eq!(status, 303);
    assert!(headers.iter().any(|(name, value)| name == "location" && value.contains("access_denied")));
}
