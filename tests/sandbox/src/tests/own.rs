//! The own contract from outside, without a socket: every request and every answer is held to it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_domain::{
    access::{CharacterClass, Email, PasswordPolicy, Phone},
    service::{
        Ask, Capability, Contact, ContactState, PasswordStatus, RecoveryField, RecoveryForm, SignInRecord,
        SignInWay, Told,
    },
};
use fl_gateway::{EsiaAnswer, server_time};
use sha2::{Digest as _, Sha256};

use super::*;
use crate::{Fault, InProcess, LetterKind, Scope};

const REDIRECT: &str = "fltaxes://esia";
const STATE: &str = "made-up-state";
const DAY: Duration = Duration::from_hours(24);

/// A client of a double without a socket.
struct Caller {
    double: InProcess,
    gateway: Gateway,
    contract: Contract,
}

impl Caller {
    fn new() -> Self {
        let double = Sandbox::in_process(SandboxConfig::default());
        let gateway = Gateway::new(Profile::parse(&double.profile_toml()).unwrap());
        Self { double, gateway, contract: Contract::load().unwrap() }
    }

    fn card(&self, key: &str) -> TaxpayerCard {
        self.double.taxpayers().find(|card| card.key == key).unwrap().clone()
    }

    fn inn(&self, key: &str) -> Inn {
        Inn::parse_person(&self.card(key).inn).unwrap()
    }

    /// `None` where the connection is dropped.
    async fn exchange(&self, request: &Request, token: Option<&Secret>) -> Option<Response> {
        assert_eq!(self.contract.check_request(request), Ok(()));
        let mut headers: Vec<_> =
            request.headers.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        if request.auth == Auth::Bearer {
            headers.push((
                "Authorization".to_owned(),
                format!("Bearer {}", token.map_or("none", Secret::expose)),
            ));
        }
        let body = match &request.body {
            Body::None => String::new(),
            Body::Json(text) => text.expose().to_owned(),
            Body::Multipart(fields) => {
                headers.push(("Content-Type".to_owned(), "multipart/form-data; boundary=b".to_owned()));
                let part = |(name, text): &(&str, Secret)| {
                    format!(
                        "--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{}\r\n",
                        text.expose()
                    )
                };
                fields.iter().map(part).collect::<String>() + "--b--\r\n"
            }
        };
        let method = if request.method == Method::Get { "GET" } else { "POST" };
        let (status, headers, body) = self.double.call(method, &request.url, headers, body).await?;
        let header =
            |wanted: &str| headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let answer = Response {
            status,
            content_type: header("content-type"),
            retry_after: header("retry-after"),
            date: header("date"),
            body,
            received_at: start(),
        };
        let kept = self.contract.check_response(
            request.operation,
            answer.status,
            answer.content_type.as_deref(),
            &answer.body,
        );
        assert_eq!(kept, Ok(()), "{request:?}");
        // The clock stands still, so the answer's date is to the second.
        assert_eq!(server_time(&answer).unwrap().as_second(), self.double.control().now().as_second());
        Some(answer)
    }

    async fn ask(&self, token: Option<&Secret>, ask: Ask) -> Result<Told, Failure> {
        let request = self.gateway.ask(&ask).unwrap();
        self.gateway.ask_answer(&ask, &self.exchange(&request, token).await.unwrap())
    }

    async fn read(&self, token: &Secret, read: Read) -> Result<Reading, Failure> {
        let request = self.gateway.read(read).unwrap();
        self.gateway.read_answer(read, &self.exchange(&request, Some(token)).await.unwrap())
    }

    async fn sign_in(&self, key: &str, password: &str) -> Result<SignInAnswer, Failure> {
        let request = self.gateway.sign_in(&self.inn(key), &Secret::from(password), None);
        self.gateway.sign_in_answer(&self.exchange(&request, None).await.unwrap())
    }

    async fn tokens(&self, key: &str) -> Tokens {
        match self.sign_in(key, &self.card(key).password).await {
            Ok(SignInAnswer::Accepted(tokens)) => tokens,
            other => panic!("{key}: {other:?}"),
        }
    }

    async fn recover(&self, inn: &Inn, email: &str, word: &str) -> Result<Told, Failure> {
        let (email, control_word) = (Some(Email::parse(email).unwrap()), Some(Secret::from(word)));
        self.ask(None, Ask::Recover { inn: inn.clone(), email, control_word }).await
    }

    /// The address of the broker's page and the verifier that belongs to it.
    async fn page(&self) -> (String, Secret) {
        let verifier = "v".repeat(43);
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
        let request = self.gateway.esia_url(REDIRECT, STATE, &challenge).unwrap();
        let answer = self.exchange(&request, None).await.unwrap();
        (self.gateway.esia_url_answer(&answer).unwrap(), Secret::new(verifier))
    }

    /// Through Gosuslugi as this person.
    async fn esia(&self, key: &str) -> Result<EsiaAnswer, Failure> {
        let (page, verifier) = self.page().await;
        let back = self.double.control().esia_agree(&page, key).unwrap();
        self.code(&code_of(&back), &verifier).await
    }

    async fn code(&self, code: &Secret, verifier: &Secret) -> Result<EsiaAnswer, Failure> {
        let request = self.gateway.esia(REDIRECT, code, STATE, verifier).unwrap();
        self.gateway.esia_answer(&self.exchange(&request, None).await.unwrap())
    }
}

fn code_of(redirect: &str) -> Secret {
    let code = redirect.strip_prefix("fltaxes://esia?code=").unwrap();
    Secret::from(code.strip_suffix("&state=made-up-state").unwrap())
}

fn secret(text: &str) -> Secret {
    Secret::from(text)
}

fn change(old: &str, new: &str) -> Ask {
    Ask::ChangePassword { old: secret(old), new: secret(new) }
}

#[test]
fn two_profiles_of_one_double() {
    let double = Sandbox::in_process(SandboxConfig::default());
    let whole = Profile::parse(&double.profile_toml()).unwrap();
    let attested = Profile::parse(&double.attested_profile_toml()).unwrap();
    assert_eq!(whole.capabilities().len(), 5);
    assert!(whole.offers(Capability::Esia));
    assert!(attested.capabilities().is_empty());
    assert_eq!(whole.hosts(), ["127.0.0.1"]);
    assert_eq!((whole.host(), attested.host()), ("127.0.0.1", "127.0.0.1"));
}

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
    let issued = jiff::civil::date(2026, 11, 19);
    let primary = |confirmed| Ok(Reading::Password(PasswordStatus::Primary { issued, confirmed }));
    let token = caller.tokens("card-fresh").await.access;
    assert_eq!(caller.read(&token, Read::Password).await, primary(false));
    assert_eq!(caller.ask(Some(&token), Ask::ConfirmPassword).await, Ok(Told::Done));
    assert_eq!(caller.read(&token, Read::Password).await, primary(true));
    assert_eq!(caller.ask(Some(&token), change("Sandbox-11", "New-pass1")).await, Ok(Told::Done));
    let changed = Some(jiff::civil::date(2026, 11, 22));
    let own = Ok(Reading::Password(PasswordStatus::Own { changed }));
    assert_eq!(caller.read(&token, Read::Password).await, own);
    let nothing = caller.ask(Some(&token), Ask::ConfirmPassword).await;
    assert!(matches!(nothing, Err(Failure::Refused { .. })), "{nothing:?}");
}

#[tokio::test]
async fn a_refused_change_leaves_the_old_password_and_the_policy_is_data() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.card("debt").inn;
    let token = caller.tokens("debt").await.access;
    let policy = Told::Policy(PasswordPolicy::default());
    assert_eq!(caller.ask(None, Ask::PasswordPolicy).await, Ok(policy));
    let wrong = caller.ask(Some(&token), change("Sandbox-99", "New-pass1")).await;
    assert_eq!(wrong, Ok(Told::OldPasswordWrong));
    let weak = caller.ask(Some(&token), change("Sandbox-02", "weak")).await;
    assert!(matches!(weak, Ok(Told::PasswordRefused { words }) if words.contains("цифры")));
    assert!(control.password_is(&inn, "Sandbox-02"));

    let longer = PasswordPolicy { min_length: 12, ..PasswordPolicy::default() };
    control.set_policy(longer.clone());
    assert_eq!(caller.ask(None, Ask::PasswordPolicy).await, Ok(Told::Policy(longer)));
    let short = caller.ask(Some(&token), change("Sandbox-02", "New-pass1")).await;
    assert!(matches!(short, Ok(Told::PasswordRefused { .. })));
    control.set_policy(PasswordPolicy::of(1, "", [CharacterClass::Digit]));
    assert_eq!(caller.ask(Some(&token), change("Sandbox-02", "1")).await, Ok(Told::Done));
    assert!(control.password_is(&inn, "1") && !control.password_is(&inn, "Sandbox-02"));
    assert!(!control.password_is("nobody", "1"));
    // The session goes on.
    assert!(caller.read(&token, Read::Password).await.is_ok());
}

#[tokio::test]
async fn recovery_from_the_form_to_the_new_password() {
    let caller = Caller::new();
    let control = caller.double.control();
    let (card, inn) = (caller.card("recovery"), caller.inn("recovery"));
    let session = caller.tokens("recovery").await;
    let form = |attempts_left, blocked_seconds| {
        let fields = vec![RecoveryField::Email, RecoveryField::ControlWord];
        Ok(Told::RecoveryForm(RecoveryForm { fields, attempts_left, blocked_seconds }))
    };
    let look = async || caller.ask(None, Ask::RecoveryForm { inn: inn.clone() }).await;
    let (email, word) = (card.email.unwrap(), card.control_word.unwrap());
    assert_eq!(look().await, form(3, None));
    let left = |attempts_left| Ok(Told::RecoveryMismatch { attempts_left });
    assert_eq!(caller.recover(&inn, &email, "wrong").await, left(2));
    assert_eq!(caller.recover(&inn, "wrong@example.test", &word).await, left(1));
    assert_eq!(look().await, form(1, None));
    let blocked = |seconds| Ok(Told::RecoveryBlocked { seconds });
    assert_eq!(caller.recover(&inn, &email, "wrong").await, blocked(86_400));
    control.advance(23 * 60 * MINUTE + 59 * MINUTE);
    assert_eq!(caller.recover(&inn, &email, &word).await, blocked(60));
    assert_eq!(look().await, form(0, Some(60)));
    let standing = control.recovery_standing(&card.inn);
    assert_eq!(standing.blocked_until.unwrap().as_second(), control.now().as_second() + 60);
    control.advance(MINUTE);
    assert_eq!(look().await, form(3, None));
    assert_eq!(caller.recover(&inn, &email, &word).await, Ok(Told::LetterSent { minutes: Some(5) }));

    let letter = control.letters(&card.inn).pop().unwrap();
    assert_eq!((letter.kind, letter.to), (LetterKind::Recovery, email));
    let token = letter.app_link.unwrap().strip_prefix("fltaxes://recovery?token=").unwrap().to_owned();
    let link = || Ask::OpenRecoveryLink { token: secret(&token) };
    let set = |new: &str| Ask::SetPassword { token: secret(&token), new: secret(new) };
    let good = Told::Link { inn: inn.clone(), policy: PasswordPolicy::default() };
    assert_eq!(caller.ask(None, link()).await, Ok(good));
    assert!(matches!(caller.ask(None, set("weak")).await, Ok(Told::PasswordRefused { .. })));
    assert_eq!(caller.ask(None, set("New-pass1")).await, Ok(Told::Done));
    assert_eq!(caller.ask(None, set("New-pass2")).await, Ok(Told::LinkUsed));
    assert_eq!(caller.ask(None, link()).await, Ok(Told::LinkUsed));
    let stale = Ask::OpenRecoveryLink { token: secret("nonsense") };
    assert_eq!(caller.ask(None, stale).await, Ok(Told::LinkStale));
    // Whoever was in is out, and the new password opens.
    assert_eq!(caller.read(&session.access, Read::Password).await, Err(Failure::SignInAgain));
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
            let form = Ask::RecoveryForm { inn: inn.clone() };
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

#[tokio::test]
async fn through_gosuslugi_and_then_with_a_password_as_well() {
    let caller = Caller::new();
    let control = caller.double.control();
    let inn = caller.inn("esia");
    let Ok(EsiaAnswer::Accepted { tokens, inn: told }) = caller.esia("esia").await else { panic!() };
    assert_eq!(told, inn);
    assert_eq!(
        caller.read(&tokens.access, Read::Password).await,
        Ok(Reading::Password(PasswordStatus::Absent))
    );
    let way = control.sign_ins(inn.as_str())[0].way;
    assert_eq!(way, SignInWay::Esia);
    assert_eq!(caller.ask(Some(&tokens.access), change("", "New-pass1")).await, Ok(Told::Done));
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

#[tokio::test]
async fn a_lost_answer_is_of_something_that_was_done() {
    let caller = Caller::new();
    let control = caller.double.control();
    let card = caller.card("recovery");
    let token = caller.tokens("recovery").await.access;
    let request = |ask: &Ask| caller.gateway.ask(ask).unwrap();
    control.lose_answers("/password/change", 1);
    let lost = change("Sandbox-18", "New-pass1");
    assert_eq!(caller.exchange(&request(&lost), Some(&token)).await, None);
    assert!(control.password_is(&card.inn, "New-pass1"));
    assert_eq!(caller.ask(Some(&token), lost).await, Ok(Told::OldPasswordWrong));

    // For one taxpayer, also where only the body says who it is; once each time it is set.
    control.set(Fault::AnswerLost, Scope::Taxpayer(card.inn.clone()));
    let form = |key: &str| request(&Ask::RecoveryForm { inn: caller.inn(key) });
    assert!(caller.exchange(&form("debt"), None).await.is_some());
    assert!(caller.exchange(&form("recovery"), None).await.is_none());
    assert!(caller.exchange(&form("recovery"), None).await.is_some());
    let attempt = Ask::Recover {
        inn: caller.inn("recovery"),
        email: Some(Email::parse("a@example.test").unwrap()),
        control_word: Some(secret("x")),
    };
    control.lose_answers("/recovery", 2);
    for left in [2, 1] {
        assert!(caller.exchange(&request(&attempt), None).await.is_none());
        assert_eq!(control.recovery_standing(&card.inn).attempts_left, left);
    }
    assert!(caller.exchange(&request(&attempt), None).await.is_some());
    control.lose_answers("/recovery", 2);
    control.clear_all();
    assert!(caller.exchange(&request(&attempt), None).await.is_some());
    // The log has them as unanswered.
    let unanswered = control.requests().into_iter().filter(|row| row.status.is_none()).count();
    assert_eq!(unanswered, 4);
}

#[tokio::test]
async fn faults_strike_the_own_contract_too() {
    let caller = Caller::new();
    let card = caller.card("recovery");
    let ask = Ask::RecoveryForm { inn: caller.inn("recovery") };
    let failed = async || caller.ask(None, ask.clone()).await.unwrap_err();
    let control = caller.double.control();
    for (fault, code) in [
        (Fault::ServerError, "http-500"),
        (Fault::HtmlInsteadOfJson, "html-instead-of-json"),
        (Fault::Truncated, "truncated-json"),
    ] {
        control.set(fault, Scope::Taxpayer(card.inn.clone()));
        if fault == Fault::ServerError {
            assert_eq!(failed().await, unexpected("recovery-form", code));
        } else {
            // What came is not the contract's, so only its reading is looked at.
            let request = caller.gateway.ask(&ask).unwrap();
            let headers: Vec<_> = request.headers.clone();
            let Body::Json(text) = &request.body else { panic!() };
            let (status, _, body) =
                caller.double.call("POST", &request.url, headers, text.expose()).await.unwrap();
            let answer = Response {
                status,
                content_type: None,
                retry_after: None,
                date: None,
                body,
                received_at: start(),
            };
            assert_eq!(caller.gateway.ask_answer(&ask, &answer), Err(unexpected("recovery-form", code)));
        }
        control.clear_all();
    }
    assert!(caller.ask(None, ask.clone()).await.is_ok());
}

#[test]
fn thousands_of_doubles_are_cheap() {
    // No ledger is made before it is asked for, and no socket at all.
    let doubles: Vec<_> = (0..2000).map(|_| Sandbox::in_process(SandboxConfig::default())).collect();
    assert!(doubles.iter().all(|double| double.taxpayers().count() == 20));
}
