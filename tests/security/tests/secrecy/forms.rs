//! `Debug` ends up in logs, in panics and in what a colleague pastes: whatever carries a secret or a person hides it there.

use std::fmt::Debug;

use fl_app::{
    AccountId, AccountState, Biometrics, Cache, Cached, Call, CaptchaCall, DeviceAccount, Esia, EsiaCall,
    Event, Intent, KeepWaiting, Lost, Moment, Platform, RecoveryWait, ServiceAnswer, SignInCall, Stored,
    Touch, Touches, Unlocked, Vault, VaultStatus, Vaulted, Waiting, Window,
    screen::{Block, Button, ButtonRole},
};
use fl_domain::{
    Inn, Money, Secret, Timestamp,
    access::{Email, PasswordPolicy, Phone},
    account::{EnsBalance, Operation, PaymentTotals, Taxpayer},
    service::{
        Contact, ContactState, Contacts, Failure, FieldFault, Question, SignIn, SignInRecord, SignInWay,
        account, contacts, documents, password, recovery, sign_ins,
    },
    shelf::{ShelfFilter, ShelfState},
};

/// Something to do that carries whom it is about.
#[derive(Clone, PartialEq)]
struct Hush(String);

impl Intent for Hush {
    fn name(&self) -> &'static str {
        "do it"
    }
}

fn shown(parts: &[&dyn Debug]) -> String {
    format!("{parts:?}\n{parts:#?}")
}

#[test]
fn no_debug_form_tells_a_secret_or_a_person() {
    let inn = Inn::made_up(7_700_000_102);
    let taxpayer = Taxpayer {
        inn: Some(inn.clone()),
        name: Some("hush Пётр Ильич".to_owned()),
        email: Some("hush@example.test".to_owned()),
        new_letters: Some(3),
    };
    let operation = Operation {
        date: None,
        amount: Money::from_kopecks(-771_771),
        description: "hush: paid for somebody".to_owned(),
        kind: "Уплата".to_owned(),
        tax: "Налог".to_owned(),
        source: "hush".to_owned(),
    };
    let balance = EnsBalance { balance: Some(Money::from_kopecks(771_771)), ..EnsBalance::default() };
    let totals = PaymentTotals { enp: Some(Money::from_kopecks(771_771)), confirmed: None };
    let document = documents::Document {
        id: "hush-1".to_owned(),
        kind: documents::DocumentKind::Demand,
        title: "hush: of somebody".to_owned(),
        number: "555".to_owned(),
        date: None,
        year: None,
        is_read: Some(false),
    };
    let answers = [
        account::Taxpayer::tell(taxpayer),
        account::History::tell(vec![operation]),
        account::EnsBalance::tell(balance),
        account::PaymentTotals::tell(Some(totals)),
        documents::List::tell(vec![document]),
    ];
    let (at, moment) = (Timestamp::UNIX_EPOCH, Moment::default());
    let filter = ShelfFilter::of_text("hush");
    let stored = answers.iter().map(|told| Stored { told: told.clone(), fetched_at: at }).collect();
    let rows = || answers[1].clone();
    let answer: ServiceAnswer<SignIn> = ServiceAnswer { at: moment, result: Ok(SignIn::Accepted) };
    let told = shown(&[
        &answers,
        &answer,
        &Event::Typed { now: moment, field: "sign-in/password".to_owned(), text: Secret::new("hush") },
        &Event::Followed(moment, Secret::new("hush")),
        &SignInCall { inn: inn.clone(), password: Secret::new("hush"), captcha: Some("hush".to_owned()) },
        &CaptchaCall { inn: inn.clone() },
        &Vault::Create { inn: inn.clone(), pin: Secret::new("hush") },
        &Cache::Save { told: answers.to_vec(), at },
        &Cache::MergeHead { rows: rows(), whole: true, at },
        &Cache::Replace { rows: rows(), whole: true, at },
        &Cache::AppendTail { expected: 1, rows: rows(), whole: true },
        &Cache::Window { list: "history", filter, offset: 0, limit: 1 },
        &Cached::Stored(stored),
        &Cached::Window(Window { rows: rows(), total: 1, state: ShelfState::default(), facets: Vec::new() }),
    ]);
    assert_tells_nothing(&told, &inn);
}

/// A touch says at most the name of what it does, whoever writes it down and wherever it is.
#[test]
fn no_form_of_a_touch_tells_what_it_carries() {
    let touch = || Touch::from(Hush("hush".to_owned()));
    let button = Button {
        key: "do".to_owned(),
        label: "Do it".to_owned(),
        role: ButtonRole::Primary,
        enabled: true,
        touch: touch(),
    };
    let mut screen = fl_stage::one_of_each();
    screen.blocks = vec![Block::Button(button)];
    let before = shown(&[&screen, &touch()]);
    let mut touches = Touches::default();
    let numbered = touches.number(screen, 1);
    let [Block::Button(button)] = numbered.blocks.as_slice() else { panic!("one button") };
    let meant = touches.meant(&button.touch).unwrap();
    assert_eq!(meant.name(), "do it");
    let after = shown(&[&numbered, &button.touch, &meant, &Event::Touched(Moment::default(), meant.clone())]);
    let written = [&touch(), &button.touch].map(|touch| serde_json::to_string(touch).unwrap());
    assert_eq!(written, ["true", "true"]);
    let all = before + &after + &serde_json::to_string(&numbered).unwrap();
    assert!(!all.contains("hush") && all.contains("do it"), "{all}");
}

fn assert_tells_nothing(told: &str, inn: &Inn) {
    for text in ["hush", "Пётр", inn.as_str(), "7717", "7_717", "7 717", "555"] {
        assert!(!told.contains(text), "«{text}» in {told}");
    }
}

#[test]
fn no_debug_form_of_getting_in_tells_a_secret_or_a_person() {
    let inn = Inn::made_up(7_700_000_102);
    let (email, phone) = (Email::parse("hush@example.test").unwrap(), Phone::parse("+79005554433").unwrap());
    let secret = || Secret::new("hush");
    let moment = Moment::default();
    let state = ContactState {
        confirmed: Some("hush@example.test".to_owned()),
        pending: Some("+79005554433".to_owned()),
    };
    let sign_in = SignInRecord {
        id: "1".to_owned(),
        at: moment.at,
        way: SignInWay::Esia,
        device: "hush".to_owned(),
        place: "hush".to_owned(),
        is_current: false,
        is_open: true,
    };
    let answers = [
        contacts::Read::tell(Contacts { email: state.clone(), phone: state, control_word_set: true }),
        sign_ins::Read::tell(vec![sign_in]),
        password::Change::tell(password::Changed::Refused { words: "hush".to_owned() }),
        recovery::SetPassword::tell(recovery::PasswordSet::Refused { words: "hush".to_owned() }),
        recovery::OpenLink::tell(recovery::Link::Good {
            inn: inn.clone(),
            policy: PasswordPolicy::default(),
        }),
    ];
    let asks = [
        password::Change { old: secret(), new: secret() }.ask(),
        recovery::Form { inn: inn.clone() }.ask(),
        recovery::Recover { inn: inn.clone(), email: Some(email.clone()), control_word: Some(secret()) }
            .ask(),
        recovery::OpenLink { token: secret() }.ask(),
        recovery::SetPassword { token: secret(), new: secret() }.ask(),
        contacts::SetEmail(email).ask(),
        contacts::SetPhone(phone).ask(),
        contacts::SetControlWord(secret()).ask(),
        contacts::Confirm { contact: Contact::Phone, code: secret() }.ask(),
    ];
    let calls = asks.clone().map(Call::of);
    let failures = [
        Failure::Refused { words: "hush".to_owned() },
        Failure::Fields(vec![FieldFault { field: "email".to_owned(), words: "hush".to_owned() }]),
    ];
    let url = || "https://example.test/x?token=hush#hush".to_owned();
    let platform = Platform::OpenLink(url());
    let id = AccountId("a".to_owned());
    let account = DeviceAccount {
        id: id.clone(),
        name: Some("hush".to_owned()),
        state: AccountState::Lost(Lost::KeyFile),
    };
    let unlocked = Unlocked {
        account: id,
        inn: inn.clone(),
        name: Some("hush".to_owned()),
        accounts: 1,
        has_session: true,
        lost_data: None,
        for_this_run_only: false,
        biometrics: Biometrics::Ready,
        biometrics_kept: false,
    };
    let wait =
        RecoveryWait { inn: inn.clone(), attempts_left: Some(1), blocked_until: None, letter_at: None };
    let waiting = Waiting {
        recovery: Some(wait),
        activation: Some((inn.clone(), moment.at)),
        changed: Some((inn.clone(), moment.at)),
        ..Waiting::default()
    };
    let gone: ServiceAnswer<Esia> =
        ServiceAnswer { at: moment, result: Ok(Esia::Accepted { inn: inn.clone() }) };
    let shown = shown(&[
        &answers,
        &asks,
        &calls,
        &failures,
        &platform,
        &[EsiaCall::Finish(secret())],
        &gone,
        &Vault::Name(Some(secret())),
        &[Vaulted::Opened(unlocked), Vaulted::Status(VaultStatus::Accounts(vec![account]))],
        &KeepWaiting::Save(waiting),
    ]);
    assert_tells_nothing(&shown, &inn);
    assert!(shown.contains("https://example.test/x"), "where it leads is told: {shown}");
}
