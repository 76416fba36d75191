//! The rules as tables, with the time handed in.

use fl_domain::{access::CharacterClass, dates::date, service::Contact};

use super::{
    esia::Unwelcome,
    password::Changed,
    recovery::{Attempt, LinkState, SetByLink},
    *,
};
use crate::clock::noon;

const INN: &str = "770000010108";
const STRANGER: &str = "500100732259";
const EMAIL: &str = "who@example.test";
const WORD: &str = "Ромашка";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn start() -> Timestamp {
    at("2026-11-22T09:00:00Z")
}

fn after(seconds: i64) -> Timestamp {
    Timestamp::from_second(start().as_second() + seconds).unwrap()
}

fn primary(issued: &str) -> Password {
    Password::Primary { text: "Card-1".to_owned(), issued: at(issued), confirmed: false }
}

fn own(text: &str) -> Password {
    Password::Own { text: text.to_owned(), changed: date(2026, 1, 1) }
}

fn set_up() -> Contacts {
    Contacts {
        email: Channel::confirmed(EMAIL),
        phone: Channel::confirmed("+79000000001"),
        control_word: Some(WORD.to_owned()),
    }
}

fn entrance(password: Password, contacts: Contacts, identity: Identity) -> Entrance {
    let account = Account::new(password, contacts, identity);
    Entrance::new("http://127.0.0.1:1", [(INN.to_owned(), account)].into())
}

fn recovering() -> Entrance {
    entrance(own("Old-pass1"), set_up(), Identity::Confirmed)
}

fn token_of(letter: &Letter) -> String {
    letter.app_link.as_ref().unwrap().strip_prefix("fltaxes://recovery?token=").unwrap().to_owned()
}

#[test]
fn a_cards_password_is_good_from_its_hour_to_the_later_of_30_days_and_a_month() {
    let right = Verdict::Right;
    let table = [
        // The first hour.
        ("2026-11-22T09:00:00Z", "2026-11-22T09:00:00Z", Verdict::NotActive { seconds: 3600 }),
        ("2026-11-22T09:00:00Z", "2026-11-22T09:20:00.5Z", Verdict::NotActive { seconds: 2400 }),
        ("2026-11-22T09:00:00Z", "2026-11-22T09:59:59.9Z", Verdict::NotActive { seconds: 1 }),
        ("2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z", right),
        // A month of 31 days is the later.
        ("2026-10-22T12:00:00Z", "2026-11-21T12:00:00Z", right),
        ("2026-10-22T12:00:00Z", "2026-11-22T23:59:59Z", right),
        ("2026-10-22T12:00:00Z", "2026-11-23T00:00:00Z", Verdict::Expired),
        // A month of 30 days.
        ("2026-11-10T12:00:00Z", "2026-12-10T12:00:00Z", right),
        ("2026-11-10T12:00:00Z", "2026-12-11T12:00:00Z", Verdict::Expired),
        // February: 30 days are the later.
        ("2026-02-10T12:00:00Z", "2026-03-10T12:00:00Z", right),
        ("2026-02-10T12:00:00Z", "2026-03-12T12:00:00Z", right),
        ("2026-02-10T12:00:00Z", "2026-03-13T12:00:00Z", Verdict::Expired),
        // The 31st: a month on is the 30th of November, 30 days on as well.
        ("2026-10-31T12:00:00Z", "2026-11-30T12:00:00Z", right),
        ("2026-10-31T12:00:00Z", "2026-12-01T12:00:00Z", Verdict::Expired),
    ];
    for (issued, now, expected) in table {
        assert_eq!(primary(issued).sign_in("Card-1", at(now)), expected, "{issued} {now}");
        // Who does not know it learns nothing.
        assert_eq!(primary(issued).sign_in("Card-2", at(now)), Verdict::Wrong, "{issued} {now}");
        let mut confirmed = primary(issued);
        assert!(confirmed.confirm());
        assert_eq!(confirmed.sign_in("Card-1", at(now)), expected, "{issued} {now}");
    }
    assert!(!own("x").confirm() && !Password::Absent.confirm());
}

#[test]
fn a_card_can_be_in_its_last_days_whenever_the_sandbox_starts() {
    let mut day = date(2024, 1, 1);
    let (mut between, mut last) = (0, 0);
    while day < date(2028, 1, 1) {
        let issued = ending_card(day);
        assert!(day <= password::last_day(issued), "{day}");
        assert!(password::last_day(issued) < day.tomorrow().unwrap().tomorrow().unwrap(), "{day}");
        let card = Password::Primary { text: String::new(), issued: noon(issued), confirmed: false };
        assert_eq!(card.sign_in("", noon(day)), Verdict::Right, "{day}");
        let thirty = issued.checked_add_days(30).unwrap();
        let month = issued.checked_add_months(1).unwrap();
        if thirty.min(month) < day {
            between += 1;
        } else {
            last += 1;
        }
        day = day.tomorrow().unwrap();
    }
    assert!(between > last, "{between} {last}");
    // As the sandbox starts by itself.
    assert_eq!(ending_card(date(2026, 11, 22)), date(2026, 10, 22));
}

#[test]
fn a_change_needs_the_old_password_and_keeps_to_the_policy() {
    let policy = PasswordPolicy::default();
    let change = |mut password: Password, old: Option<&str>, new: &str| {
        let told = password.change(old, new, &policy, date(2026, 11, 22));
        (told, password)
    };
    let done = || Password::Own { text: "New-pass1".to_owned(), changed: date(2026, 11, 22) };
    for (before, old) in [
        (own("Old-pass1"), Some("Old-pass1")),
        (primary("2026-11-20T00:00:00Z"), Some("Card-1")),
        (Password::Absent, None),
    ] {
        assert_eq!(change(before, old, "New-pass1"), (Changed::Done, done()));
    }
    for (before, old) in [
        (own("Old-pass1"), Some("old-pass1")),
        (own("Old-pass1"), None),
        (Password::Absent, Some("")),
        (Password::Absent, Some("x")),
    ] {
        assert_eq!(change(before.clone(), old, "New-pass1"), (Changed::OldWrong, before));
    }
    let (told, kept) = change(own("Old-pass1"), Some("Old-pass1"), "weak");
    assert!(matches!(told, Changed::Refused(_)));
    assert_eq!(kept, own("Old-pass1"));
}

#[test]
fn the_policy_refuses_what_it_does_not_take_and_says_why() {
    let documented = PasswordPolicy::default();
    let table = [
        ("New-pas1", None),
        ("Ne-pas1", None),
        ("N-pas1", Some("7 символов")),
        ("new-pass1", Some("прописной")),
        ("NEW-PASS1", Some("строчной")),
        ("New-pass", Some("цифры")),
        ("NewPass1", Some("специального")),
        ("New-pass1)", Some("недопустимый")),
        ("New-pass1ы", Some("недопустимый")),
        ("New-pass 1", Some("пробел")),
        ("New-pass1\n", Some("пробел")),
    ];
    for (text, expected) in table {
        let words = policy::weakness(&documented, text);
        assert_eq!(words.is_some(), expected.is_some(), "{text:?} {words:?}");
        assert!(words.unwrap_or_default().contains(expected.unwrap_or_default()), "{text:?}");
    }
    for sign in "#$^&*_-+%@".chars() {
        assert_eq!(policy::weakness(&documented, &format!("Newpass1{sign}")), None);
    }
    assert!(policy::weakness(&documented, &format!("New-pass1{}", "a".repeat(120))).is_some());
    let lax = PasswordPolicy::of(1, ")", [CharacterClass::Digit]);
    assert_eq!(policy::weakness(&lax, "1"), None);
    assert!(policy::weakness(&lax, "-1").is_some());
}

#[test]
fn three_wrong_entries_shut_recovery_for_24_hours_from_the_third() {
    let mut entrance = recovering();
    let mut attempt = |word: &str, seconds: i64| entrance.recover(INN, EMAIL, word, after(seconds));
    let day = 86_400;
    let table = [
        ("wrong", 0, Attempt::Wrong { attempts_left: 2 }),
        ("wrong", 1000, Attempt::Wrong { attempts_left: 1 }),
        ("wrong", 2000, Attempt::Blocked { seconds: 86_400 }),
        // Shut: nothing is looked at, nothing is counted, and the time does not begin anew.
        ("wrong", 2001, Attempt::Blocked { seconds: 86_399 }),
        (WORD, 2000 + day - 1, Attempt::Blocked { seconds: 1 }),
        // Open again, with all attempts.
        ("wrong", 2000 + day, Attempt::Wrong { attempts_left: 2 }),
        ("wrong", 2000 + day, Attempt::Wrong { attempts_left: 1 }),
        // A right one forgets the wrong ones.
        (WORD, 2000 + day, Attempt::Right),
        ("wrong", 2000 + day, Attempt::Wrong { attempts_left: 2 }),
    ];
    for (word, seconds, expected) in table {
        assert_eq!(attempt(word, seconds), expected, "{word} at {seconds}");
    }
    assert_eq!(entrance.letters(INN).len(), 1);
}

#[test]
fn an_unknown_inn_is_answered_as_one_without_recovery_set_up() {
    let partly = [
        Contacts::default(),
        Contacts { phone: Channel::default(), ..set_up() },
        Contacts { email: Channel::default(), ..set_up() },
        Contacts { control_word: None, ..set_up() },
    ];
    for contacts in partly {
        let mut entrance = entrance(own("Old-pass1"), contacts, Identity::Confirmed);
        for seconds in [0, 1, 2, 3, 86_400, 86_402, 86_403, 90_000] {
            let now = after(seconds);
            let known = entrance.recover(INN, EMAIL, WORD, now);
            assert_eq!(entrance.recover(STRANGER, EMAIL, WORD, now), known, "{seconds}");
            assert_ne!(known, Attempt::Right);
            let standing = entrance.recovery_standing(STRANGER, now);
            assert_eq!(entrance.recovery_standing(INN, now), standing, "{seconds}");
        }
        assert!(entrance.letters(INN).is_empty());
    }
}

#[test]
fn looking_at_recovery_costs_nothing() {
    let mut entrance = recovering();
    let open = RecoveryStanding { attempts_left: 3, blocked_until: None };
    for inn in [INN, STRANGER] {
        for _ in 0..10 {
            assert_eq!(entrance.recovery_standing(inn, start()), open);
        }
    }
    for _ in 0..3 {
        entrance.recover(INN, EMAIL, "wrong", start());
    }
    let shut = RecoveryStanding { attempts_left: 0, blocked_until: Some(after(86_400)) };
    assert_eq!(entrance.recovery_standing(INN, after(86_399)), shut);
    assert_eq!(entrance.recovery_standing(INN, after(86_400)), open);
}

#[test]
fn a_letters_link_is_good_once_and_for_a_day() {
    let mut entrance = recovering();
    for _ in 0..3 {
        assert_eq!(entrance.recover(INN, " WHO@example.test", WORD, start()), Attempt::Right);
    }
    let tokens: Vec<_> = entrance.letters(INN).iter().map(token_of).collect();
    let letter = &entrance.letters(INN)[0];
    assert_eq!((letter.to.as_str(), letter.kind, letter.at), (EMAIL, LetterKind::Recovery, start()));
    let web = format!("http://127.0.0.1:1/recovery?token={}", tokens[0]);
    assert_eq!(letter.web_link.as_deref(), Some(web.as_str()));

    let good = LinkState::Good(INN.to_owned());
    assert_eq!(entrance.link(&tokens[0], after(86_399)), good);
    assert_eq!(entrance.link(&tokens[0], after(86_400)), LinkState::Stale);
    assert_eq!(entrance.link("sandbox-letter-99", start()), LinkState::Stale);
    assert!(matches!(entrance.set_by_link(&tokens[1], "weak", start()), SetByLink::Refused(_)));
    assert_eq!(entrance.link(&tokens[1], start()), good);
    assert_eq!(entrance.set_by_link(&tokens[1], "New-pass1", start()), SetByLink::Done(INN.to_owned()));
    assert_eq!(entrance.sign_in(INN, "New-pass1", start()), Verdict::Right);
    assert_eq!(entrance.sign_in(INN, "Old-pass1", start()), Verdict::Wrong);
    // Used stays used, also after its day; the others are stale.
    for (token, expected) in
        [(&tokens[0], LinkState::Stale), (&tokens[1], LinkState::Used), (&tokens[2], LinkState::Stale)]
    {
        assert_eq!(entrance.link(token, after(100_000)), expected);
        assert_eq!(entrance.set_by_link(token, "New-pass2", start()), SetByLink::Link(expected));
    }
    assert_eq!(entrance.sign_in(INN, "New-pass1", start()), Verdict::Right);
}

#[test]
fn a_contact_stays_until_the_new_one_is_confirmed_by_its_code() {
    let mut entrance = recovering();
    let email = |entrance: &Entrance| entrance.account(INN).unwrap().contacts.email.clone();
    assert!(!entrance.confirm_contact(INN, Contact::Email, "000000"));
    entrance.set_contact(INN, Contact::Email, "first@example.test", start());
    entrance.set_contact(INN, Contact::Email, "new@example.test", start());
    entrance.set_contact(INN, Contact::Phone, "+79000000009", start());
    let codes: Vec<_> = entrance.letters(INN).iter().map(|letter| letter.code.clone().unwrap()).collect();
    assert_eq!(email(&entrance).confirmed.as_deref(), Some(EMAIL));
    assert_eq!(email(&entrance).pending(), Some("new@example.test"));
    // Of an earlier letter, of another contact, of nothing.
    for code in [codes[0].as_str(), codes[2].as_str(), ""] {
        assert!(!entrance.confirm_contact(INN, Contact::Email, code));
    }
    assert!(entrance.confirm_contact(INN, Contact::Email, &codes[1]));
    assert_eq!(email(&entrance), Channel::confirmed("new@example.test"));
    assert!(!entrance.confirm_contact(INN, Contact::Email, &codes[1]));
    let letters = entrance.letters(INN);
    let link = format!("fltaxes://contact?code={}", codes[1]);
    assert_eq!((letters[1].kind, letters[1].app_link.as_ref()), (LetterKind::EmailCode, Some(&link)));
    assert_eq!((letters[2].kind, letters[2].to.as_str()), (LetterKind::PhoneCode, "+79000000009"));
    // The letter of recovery goes to the new one from now on, and only the new one is right.
    assert!(matches!(entrance.recover(INN, EMAIL, WORD, start()), Attempt::Wrong { .. }));
    assert_eq!(entrance.recover(INN, "new@example.test", WORD, start()), Attempt::Right);
}

#[test]
fn gosuslugi_is_believed_when_it_knows_the_person_in_person() {
    let table = [
        (Identity::Confirmed, 0, Ok(())),
        (Identity::Forming(after(100)), 0, Err(Unwelcome::Forming { seconds: 100 })),
        (Identity::Forming(after(100)), 99, Err(Unwelcome::Forming { seconds: 1 })),
        (Identity::Forming(after(100)), 100, Ok(())),
        (Identity::ByPost, 1_000_000, Err(Unwelcome::ByPost)),
    ];
    for (identity, seconds, expected) in table {
        let entrance = entrance(Password::Absent, Contacts::default(), identity);
        assert_eq!(entrance.welcome(INN, after(seconds)), expected, "{identity:?} {seconds}");
    }
}

/// RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

#[test]
fn a_code_of_gosuslugi_is_bound_to_its_page_and_good_once_and_for_5_minutes() {
    let spent = |redirect: &str, state: &str, verifier: &str, seconds: i64| {
        let mut broker = Broker::default();
        let page = broker.begin("fltaxes://esia", CHALLENGE, "st&ate", start()).unwrap();
        let back = broker.agree(&page, INN, start()).unwrap();
        let code =
            back.strip_prefix("fltaxes://esia?code=").unwrap().strip_suffix("&state=st%26ate").unwrap();
        assert_eq!(broker.owner(code).as_deref(), Some(INN));
        let first = broker.exchange(code, redirect, state, verifier, after(seconds));
        // Spent, whatever came of it.
        assert_eq!(broker.exchange(code, "fltaxes://esia", "st&ate", VERIFIER, start()), None);
        first.is_some()
    };
    assert!(spent("fltaxes://esia", "st&ate", VERIFIER, 0));
    assert!(spent("fltaxes://esia", "st&ate", VERIFIER, 299));
    assert!(!spent("fltaxes://esia", "st&ate", VERIFIER, 300));
    assert!(!spent("fltaxes://other", "st&ate", VERIFIER, 0));
    assert!(!spent("fltaxes://esia", "state", VERIFIER, 0));
    assert!(!spent("fltaxes://esia", "st&ate", CHALLENGE, 0));
}

#[test]
fn a_page_is_answered_once_and_leads_into_an_app_only() {
    let mut broker = Broker::default();
    for redirect in
        ["fltaxes://esia", "http://127.0.0.1:4000/back?a=b", "http://localhost:1/", "http://[::1]:1/"]
    {
        let page = broker.begin(redirect, CHALLENGE, "state", start()).unwrap();
        assert!(broker.waits(&page, after(899)) && !broker.waits(&page, after(900)));
        let denied = broker.deny(&page, start()).unwrap();
        assert!(
            denied.starts_with(redirect) && denied.ends_with("error=access_denied&state=state"),
            "{denied}"
        );
        assert_eq!(broker.agree(&page, INN, start()), None);
        assert_eq!(broker.deny(&page, start()), None);
    }
    let page = broker.begin("fltaxes://esia", CHALLENGE, "state", start()).unwrap();
    assert_eq!(broker.agree(&page, INN, after(900)), None);
    for (redirect, challenge, state) in [
        ("https://evil.test/", CHALLENGE, "state"),
        ("http://evil.test/", CHALLENGE, "state"),
        ("javascript:alert(1)", CHALLENGE, "state"),
        ("nonsense", CHALLENGE, "state"),
        ("fltaxes://esia", "short", "state"),
        ("fltaxes://esia", VERIFIER, ""),
    ] {
        assert_eq!(broker.begin(redirect, challenge, state, start()), None, "{redirect}");
    }
}
