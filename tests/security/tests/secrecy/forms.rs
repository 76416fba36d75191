//! `Debug` ends up in logs, in panics and in what a colleague pastes: whatever carries a secret or a person hides it there.

use std::fmt::Debug;

use fl_app::{
    AccountId, AccountState, Biometrics, Cache, Cached, CaptchaCall, DeviceAccount, Esia, EsiaCall, Event,
    HistoryFilter, Intent, KeepWaiting, Lost, Moment, Platform, RecoveryWait, ServiceAnswer, SignInCall,
    Stored, Unlocked, Vault, VaultStatus, Vaulted, Waiting, accounts, contacts, device, esia,
    screen::FieldId, session,
};
use fl_domain::{
    Inn, Money, Secret, Timestamp,
    access::{Email, PasswordPolicy, Phone},
    account::{EnsBalance, Operation, PaymentTotals, Taxpayer},
    service::{
        Ask, Contact, ContactState, Contacts, Failure, FieldFault, Reading, SignIn, SignInRecord, SignInWay,
        Told,
    },
};

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
    let readings = [
        Reading::Taxpayer(taxpayer),
        Reading::History(vec![operation.clone()]),
        Reading::EnsBalance(balance),
        Reading::PaymentTotals(Some(totals)),
    ];
    let (at, moment) = (Timestamp::UNIX_EPOCH, Moment::default());
    let typed = Intent::Edit { field: FieldId::Password, text: Secret::new("hush") };
    let filter = HistoryFilter { text: "hush".to_owned(), ..HistoryFilter::default() };
    let stored = readings.iter().map(|reading| Stored { reading: reading.clone(), fetched_at: at }).collect();
    let answer = ServiceAnswer { at: moment, result: Ok(SignIn::Accepted) };
    let told = shown(&[
        &readings,
        &typed,
        &Event::Intent(typed.clone()),
        &Event::Timed(moment, typed.clone()),
        &Event::Session(session::Event::SignedIn { inn: inn.clone(), answer, picture: None }),
        &SignInCall { inn: inn.clone(), password: Secret::new("hush"), captcha: Some("hush".to_owned()) },
        &CaptchaCall { inn: inn.clone() },
        &Vault::Create { inn: inn.clone(), pin: Secret::new("hush") },
        &Cache::Save { readings: readings.to_vec(), at },
        &Cache::MergeHead { rows: vec![operation], whole: true, at },
        &Cache::Window { filter, offset: 0, limit: 1 },
        &Cached::Stored(stored),
    ]);
    assert_tells_nothing(&told, &inn);
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
    let readings = [
        Reading::Contacts(Contacts { email: state.clone(), phone: state, control_word_set: true }),
        Reading::SignIns(vec![sign_in]),
    ];
    let asks = [
        Ask::ChangePassword { old: secret(), new: secret() },
        Ask::Recover { inn: inn.clone(), email: Some(email.clone()), control_word: Some(secret()) },
        Ask::OpenRecoveryLink { token: secret() },
        Ask::SetPassword { token: secret(), new: secret() },
        Ask::SetEmail(email),
        Ask::SetPhone(phone),
        Ask::SetControlWord(secret()),
        Ask::ConfirmContact { contact: Contact::Phone, code: secret() },
    ];
    let told = [
        Told::PasswordRefused { words: "hush".to_owned() },
        Told::Link { inn: inn.clone(), policy: PasswordPolicy::default() },
    ];
    let failures = [
        Failure::Refused { words: "hush".to_owned() },
        Failure::Fields(vec![FieldFault { field: "email".to_owned(), words: "hush".to_owned() }]),
    ];
    let answer = |result| ServiceAnswer { at: moment, result };
    let url = || "https://example.test/x?token=hush#hush".to_owned();
    let open = device::Intent::OpenLink(url());
    let written = serde_json::to_string(&Intent::Device(open.clone())).unwrap()
        + &serde_json::to_string(&Intent::Link(secret())).unwrap();
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
    let shown = shown(&[
        &readings,
        &asks,
        &told,
        &failures,
        &open,
        &Intent::Link(secret()),
        &Platform::OpenLink(url()),
        &[EsiaCall::Finish(secret())],
        &Event::Esia(esia::Event::Went {
            link: Some(secret()),
            answer: answer(Ok(Esia::Accepted { inn: inn.clone() })),
        }),
        &Event::Contacts(contacts::Event::Told {
            epoch: 0,
            what: contacts::What::Saved(Contact::Email, "hush@example.test".to_owned()),
            answer: ServiceAnswer { at: moment, result: Ok(Told::Done) },
        }),
        &Event::Accounts(accounts::Event::Named { name: Some(secret()), result: Ok(Vaulted::Done) }),
        &Vault::Name(Some(secret())),
        &[Vaulted::Opened(unlocked), Vaulted::Status(VaultStatus::Accounts(vec![account]))],
        &KeepWaiting::Save(waiting),
    ]);
    assert_tells_nothing(&(shown + &written), &inn);
    assert!(written.contains("https://example.test/x"), "where it leads is told: {written}");
}
