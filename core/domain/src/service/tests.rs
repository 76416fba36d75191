use std::collections::BTreeSet;

use super::{
    Ask, Capability, Contact, ContactState, Contacts, Done, Once, PasswordStatus, Question, Told, account,
    contacts, password, recovery, sign_ins,
};
use crate::{Inn, Secret, access::Email};

#[test]
fn every_question_has_a_name_of_its_own() {
    let names: Vec<_> = Ask::REGISTER.iter().flat_map(|entries| entries.iter().map(|e| e.name)).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let expected = [
        "ens-balance",
        "liability-totals",
        "accruals",
        "arrears",
        "history",
        "incomes",
        "taxpayer",
        "payment-totals",
        "password",
        "password-policy",
        "password-change",
        "password-confirm",
        "recovery-form",
        "recovery",
        "recovery-link",
        "recovery-password",
        "contacts",
        "contact-email",
        "contact-phone",
        "control-word",
        "contact-confirm",
        "sign-ins",
        "sign-in-disown",
        "outbox-fate",
    ];
    // These stand in logs, support codes, stories and on disk; a new question adds to them and changes none.
    for name in expected {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn only_what_changes_nothing_is_sent_again_and_only_that_is_kept() {
    // The pattern book's question is there or not, as whoever builds this crate asks; the test below has it.
    let entries = || Ask::REGISTER.iter().copied().flatten().filter(|e| e.name != "pattern");
    let names = |is: fn(&&super::Entry) -> bool| entries().filter(is).map(|e| e.name).collect::<Vec<_>>();
    assert_eq!(
        names(|e| !e.is_repeatable),
        [
            "password-change",
            "password-confirm",
            "recovery",
            "recovery-password",
            "contact-email",
            "contact-phone",
            "control-word",
            "contact-confirm",
            "sign-in-disown",
        ]
    );
    assert_eq!(names(|e| e.once == Once::Latest), ["contact-email", "contact-phone"]);
    assert_eq!(names(|e| e.once == Once::Each), ["sign-in-disown"]);
    assert!(entries().all(|e| e.once == Once::No || (e.needs_session && !e.is_repeatable)));
    assert_eq!(
        names(|e| !e.needs_session),
        ["password-policy", "recovery-form", "recovery", "recovery-link", "recovery-password"]
    );
    assert_eq!(names(|e| e.is_kept), Told::KEPT);
    assert_eq!(
        Told::KEPT,
        [
            "ens-balance",
            "liability-totals",
            "accruals",
            "arrears",
            "incomes",
            "taxpayer",
            "payment-totals",
            "password",
            "contacts",
            "sign-ins",
        ]
    );
    assert!(entries().all(|e| e.is_repeatable || !e.is_kept));
    assert!(entries().all(|e| e.needs_session || !e.is_kept), "what is kept belongs to somebody");
}

#[cfg(feature = "pattern-book")]
#[test]
fn the_pattern_book_asks_as_a_form_does() {
    let entry = Ask::REGISTER.iter().copied().flatten().find(|e| e.name == "pattern").expect("registered");
    assert_eq!((entry.once, entry.needs_session), (Once::Each, true));
    assert!(!entry.is_repeatable && !entry.is_kept);
}

#[test]
fn a_question_finds_its_own_answer_and_no_other() {
    let told = contacts::SetEmail::tell(Done);
    assert_eq!(contacts::SetEmail::peek(&told), Some(&Done));
    // The same words to another question are not its answer.
    assert_eq!(contacts::SetPhone::told(told.clone()), None);
    assert_eq!(password::Confirm::told(told.clone()), None);
    assert_eq!(contacts::SetEmail::told(told), Some(Done));
}

#[test]
fn the_sum_says_what_the_question_says() {
    let ask = Ask::from(recovery::OpenLink { token: Secret::new("made-up") });
    assert_eq!((ask.name(), ask.capability()), ("recovery-link", Some(Capability::Recovery)));
    assert!(!ask.needs_session() && ask.is_repeatable() && !ask.is_kept());
    let ask = account::EnsBalance.ask();
    assert_eq!((ask.name(), ask.capability()), ("ens-balance", None));
    assert!(ask.needs_session() && ask.is_repeatable() && ask.is_kept());
}

#[test]
fn what_is_kept_comes_back_under_its_name_alone() {
    let known = Contacts {
        email: ContactState { confirmed: Some("maria@example.test".to_owned()), pending: None },
        ..Contacts::default()
    };
    let told = contacts::Read::tell(known);
    let written = told.keep(serde_json::value::Serializer).unwrap();
    assert_eq!(Told::recall(told.name(), written.clone()).unwrap().unwrap(), told);
    // Another form, a name that keeps nothing, a name that nobody has.
    assert!(Told::recall("password", written.clone()).unwrap().is_err());
    for name in ["contact-email", "history", "recovery", "documents", ""] {
        assert!(Told::recall(name, written.clone()).is_none(), "{name}");
    }
    let none = account::PaymentTotals::tell(None);
    let written = none.keep(serde_json::value::Serializer).unwrap();
    assert_eq!(Told::recall("payment-totals", written).unwrap().unwrap(), none);
    let absent = password::Status::tell(PasswordStatus::Absent);
    let written = absent.keep(serde_json::value::Serializer).unwrap();
    assert_eq!(Told::recall("password", written).unwrap().unwrap(), absent);
}

#[test]
fn what_is_not_kept_cannot_be_written_down() {
    for told in [
        contacts::SetEmail::tell(Done),
        account::History::tell(Vec::new()),
        password::Change::tell(password::Changed::OldWrong),
    ] {
        assert!(!told.is_kept());
        assert!(told.keep(serde_json::value::Serializer).is_err(), "{told:?}");
    }
}

#[test]
fn a_sum_shows_no_more_than_its_question() {
    let inn = Inn::made_up(7_700_000_001);
    let email = Email::parse("maria@example.test").unwrap();
    let asks = [
        contacts::SetEmail(email.clone()).ask(),
        recovery::Recover { inn: inn.clone(), email: Some(email), control_word: Some(Secret::new("maria")) }
            .ask(),
        contacts::Confirm { contact: Contact::Email, code: Secret::new("maria-77") }.ask(),
        recovery::Form { inn }.ask(),
    ];
    for ask in asks {
        let shown = format!("{ask:?}");
        assert!(!shown.contains("maria") && !shown.contains("77"), "{shown}");
    }
    let words = "maria-77".to_owned();
    let told = [
        password::Change::tell(password::Changed::Refused { words: words.clone() }),
        recovery::SetPassword::tell(recovery::PasswordSet::Refused { words: words.clone() }),
        contacts::Read::tell(Contacts {
            email: ContactState { confirmed: Some(words.clone()), pending: Some(words) },
            ..Contacts::default()
        }),
        sign_ins::Read::tell(Vec::new()),
    ];
    for told in told {
        let shown = format!("{told:?}");
        assert!(!shown.contains("maria") && !shown.contains("77"), "{shown}");
    }
}
