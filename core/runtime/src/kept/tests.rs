use fl_domain::{
    Date, Inn, Money, Timestamp,
    account::{
        Due, EnsBalance, Liability, LiabilityTotals, NearestAccrual, PaymentTotals, Tax, Taxpayer, YearIncome,
    },
    service::{
        ContactState, Contacts, PasswordStatus, Question, SignInRecord, SignInWay, Told, account, contacts,
        password, sign_ins,
    },
};

use super::*;

fn money(kopecks: i64) -> Money {
    Money::from_kopecks(kopecks)
}

fn owed(due: Due) -> Liability {
    Liability { amount: money(3), tax: Tax { code: "20".into(), title: "t".into() }, due }
}

/// Every kept form at least once, with all it can hold.
fn forms() -> Vec<(Told, &'static str)> {
    let date = Date::constant(2026, 12, 1);
    let record = |way, is_current| SignInRecord {
        id: "1".into(),
        at: Timestamp::constant(1, 0),
        way,
        device: "d".into(),
        place: "p".into(),
        is_current,
        is_open: true,
    };
    vec![
        (
            account::EnsBalance::tell(EnsBalance {
                balance: Some(money(-1)),
                arrears: None,
                recommended: Some(money(64)),
                nearest: Some(NearestAccrual { amount: money(2), date: Some(date) }),
            }),
            "0101000180010104010a323032362d31322d3031",
        ),
        (
            account::LiabilityTotals::tell(LiabilityTotals { accruals: Some(money(1)), arrears: None }),
            "010200",
        ),
        (
            account::Accruals::tell(vec![owed(Due::On(date)), owed(Due::Unknown)]),
            "02060232300174000a323032362d31322d303106023230017402",
        ),
        (account::Arrears::tell(vec![owed(Due::ForYear(2024))]), "0106023230017401d01f"),
        (
            account::Incomes::tell(vec![YearIncome { year: 2025, income: Some(money(5)), tax: None }]),
            "01d21f010a00",
        ),
        (
            account::Taxpayer::tell(Taxpayer {
                inn: Some(Inn::made_up(1)),
                name: Some("n".into()),
                email: None,
                new_letters: Some(300),
            }),
            "010c30303030303030303031383401016e0001ac02",
        ),
        (
            account::PaymentTotals::tell(Some(PaymentTotals { enp: Some(money(1)), confirmed: None })),
            "01010200",
        ),
        (account::PaymentTotals::tell(None), "00"),
        (
            password::Status::tell(PasswordStatus::Primary { issued: date, confirmed: true }),
            "000a323032362d31322d303101",
        ),
        (password::Status::tell(PasswordStatus::Own { changed: Some(date) }), "01010a323032362d31322d3031"),
        (password::Status::tell(PasswordStatus::Absent), "02"),
        (
            contacts::Read::tell(Contacts {
                email: ContactState { confirmed: Some("a".into()), pending: None },
                phone: ContactState { confirmed: None, pending: Some("b".into()) },
                control_word_set: true,
            }),
            "010161000001016201",
        ),
        (
            sign_ins::Read::tell(vec![record(SignInWay::Password, true), record(SignInWay::Other, false)]),
            "02013114313937302d30312d30315430303a30303a30315a00016401700101013114313937302d30312d30315430303a30303a30315a02016401700001",
        ),
    ]
}

/// What earlier versions wrote has to be readable. Where this fails, a kept type has changed its form: what is kept in the old
/// one is dropped and read anew, which costs a person the offline copy until then. If that is meant, the new bytes stand here.
#[test]
fn the_form_of_every_kept_answer_is_known() {
    for (told, expected) in forms() {
        let (name, bytes) = keep(&told).unwrap();
        let shown = bytes.iter().fold(String::new(), |shown, byte| shown + &format!("{byte:02x}"));
        assert_eq!(shown, expected, "{name}");
        assert_eq!(recall(name, &bytes), Some(told), "{name}");
    }
}

/// A new kept question cannot be forgotten here.
#[test]
fn no_kept_question_is_without_its_form() {
    let forms = forms();
    for name in Told::KEPT {
        assert!(forms.iter().any(|(told, _)| told.name() == *name), "{name} has no golden form");
    }
}

#[test]
fn another_form_or_name_is_dropped_and_never_misread() {
    for (told, _) in forms() {
        let (name, mut bytes) = keep(&told).unwrap();
        bytes.push(0);
        assert_eq!(recall(name, &bytes), None, "{name}");
        assert_eq!(recall(name, &[]), None, "{name}");
        assert_eq!(recall("a-newer-question", &bytes), None);
    }
}
