//! `Debug` ends up in logs, in panics and in what a colleague pastes: whatever carries a secret or a person hides it there.

use std::fmt::Debug;

use fl_app::{
    Cache, Cached, CaptchaCall, Event, HistoryFilter, Intent, Moment, ServiceAnswer, SignInCall, Stored,
    Vault, screen::FieldId, session,
};
use fl_domain::{
    Inn, Money, Secret, Timestamp,
    account::{EnsBalance, Operation, PaymentTotals, Taxpayer},
    service::{Reading, SignIn},
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
    for text in ["hush", "Пётр", inn.as_str(), "7717", "7_717", "7 717"] {
        assert!(!told.contains(text), "«{text}» in {told}");
    }
}
