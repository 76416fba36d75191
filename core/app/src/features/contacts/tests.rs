use fl_domain::{
    Secret,
    access::{Email, Phone},
    service::{
        Ask, Capability, Contact, ContactState, Contacts, Failure, OfflineCause, Question,
        contacts::{Confirm, Confirmed, SetControlWord, SetEmail, SetPhone},
        outbox::Fate,
    },
};

use super::model::Intent;
use crate::{
    kit::{screen::Block, texts::Language},
    open::{Place, nav, session},
    testing::{EVERYTHING, PIN, Stand},
};

const OLD: &str = "anna@example.test";
const NEW: &str = "anna.new@example.test";
const PHONE: &str = "+79000000067";

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

fn state(confirmed: Option<&str>, pending: Option<&str>) -> ContactState {
    ContactState { confirmed: confirmed.map(str::to_owned), pending: pending.map(str::to_owned) }
}

fn at(mut stand: Stand, contacts: Contacts, place: Place) -> Stand {
    stand.service.contacts = contacts;
    let mut stand = stand.signed_in();
    stand.go(place);
    stand
}

fn with_email(confirmed: Option<&str>, pending: Option<&str>) -> Contacts {
    Contacts { email: state(confirmed, pending), ..Contacts::default() }
}

fn with_phone(confirmed: Option<&str>, pending: Option<&str>) -> Contacts {
    Contacts { phone: state(confirmed, pending), ..Contacts::default() }
}

/// Whatever was to be changed at the service.
fn asked(stand: &Stand) -> Vec<Ask> {
    stand.asked_service.iter().filter(|ask| !ask.is_repeatable()).cloned().collect()
}

#[test]
fn screens() {
    golden("email-none", |stand| at(stand, Contacts::default(), Place::Email));
    golden("email-saved", |stand| {
        let mut stand = at(stand, with_email(Some(OLD), None), Place::Email);
        stand.type_in("email", NEW);
        stand.service.contacts = with_email(Some(OLD), Some(NEW));
        stand.touch(Intent::Send);
        stand
    });
    golden("email-wrong-code", |stand| {
        let mut stand = at(stand, with_email(None, Some(NEW)), Place::Email);
        stand.type_in("code", "111111");
        stand.tell::<Confirm>(Ok(Confirmed::WrongCode));
        stand.touch(Intent::Confirm);
        stand
    });
    golden("email-confirmed", |stand| {
        let mut stand = at(stand, with_email(Some(OLD), Some(NEW)), Place::Email);
        stand.type_in("code", "123456");
        stand.service.contacts = with_email(Some(NEW), None);
        stand.touch(Intent::Confirm);
        stand
    });
    golden("email-lost", |stand| {
        let mut stand = at(stand, with_email(Some(OLD), None), Place::Email);
        stand.type_in("email", NEW);
        stand.tell::<SetEmail>(Err(Failure::Offline(OfflineCause::Lost)));
        stand.touch(Intent::Send);
        stand
    });
    golden("phone-pending", |stand| at(stand, with_phone(Some(PHONE), Some("+79000000068")), Place::Phone));
    golden("phone-malformed", |stand| {
        let mut stand = at(stand, Contacts::default(), Place::Phone);
        stand.type_in("phone", "8 900 000-00-6");
        stand.touch(Intent::Send);
        stand
    });
    golden("word", |stand| at(stand, Contacts::default(), Place::ControlWord));
    golden("word-saved", |stand| {
        let mut stand = at(stand, Contacts::default(), Place::ControlWord);
        stand.type_in("control-word", "синица");
        stand.service.contacts.control_word_set = true;
        stand.touch(Intent::Send);
        stand
    });
    golden("contact-not-offered", |mut stand| {
        stand.facts.offers.clear();
        at(stand, Contacts::default(), Place::Phone)
    });
    golden("contact-unknown", |mut stand| {
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        stand.vault = crate::testing::one_locked(10, false);
        let mut stand = stand.started();
        stand.unlock();
        stand.go(Place::Email);
        stand
    });
}

#[test]
fn what_can_be_seen_to_be_wrong_is_named_and_not_sent() {
    let long = format!("{}@example.test", "a".repeat(260));
    let word = "ж".repeat(65);
    let table = [
        (Place::Email, "email", "", "Type"),
        (Place::Email, "email", "anna", "one @"),
        (Place::Email, "email", "a@b@example.test", "one @"),
        (Place::Email, "email", "@example.test", "before the @"),
        (Place::Email, "email", "anna@example", "After the @"),
        (Place::Email, "email", "аnna@example.test", "Character 1 is a Cyrillic letter"),
        (Place::Email, "email", "an na@example.test", "Character 3 "),
        (Place::Email, "email", long.as_str(), "254"),
        (Place::Email, "email", " Anna@Example.test ", "confirmed already"),
        (Place::Phone, "phone", "", "Type a phone number"),
        (Place::Phone, "phone", "8 900 OOO-00-67", "Character 7 has no place"),
        (Place::Phone, "phone", "8 900 000-00-6", "here are 10"),
        (Place::Phone, "phone", "1", "here is 1."),
        (Place::Phone, "phone", "+375 29 000-00-67", "begins with +7 or 8"),
        (Place::Phone, "phone", "8 (900) 000-00-67", "confirmed already"),
        (Place::ControlWord, "control-word", " ", "Type"),
        (Place::ControlWord, "control-word", "аб", "at least 3"),
        (Place::ControlWord, "control-word", word.as_str(), "64"),
        (Place::ControlWord, "control-word", "ма\u{200b}к", "3"),
    ];
    let contacts =
        Contacts { email: state(Some(OLD), None), phone: state(Some(PHONE), None), control_word_set: true };
    for (page, field, typed, words) in table {
        let mut stand = at(Stand::new(Language::En), contacts.clone(), page);
        stand.type_in(field, typed);
        stand.touch(Intent::Send);
        let error = stand.screen().blocks.into_iter().find_map(|block| match block {
            Block::Field(field) => field.error,
            _ => None,
        });
        assert!(error.as_ref().is_some_and(|error| error.contains(words)), "{typed:?}: {words}: {error:?}");
        assert_eq!(asked(&stand), [], "{typed:?}");
        // The next letter takes it away.
        stand.type_in(field, "a");
        assert!(!stand.seen().contains(" ! "), "{typed:?}: {}", stand.seen());
    }
}

#[test]
fn codes_that_cannot_be_codes_are_not_sent() {
    for (code, words) in [
        ("", "Type the code"),
        (" \n", "Type the code"),
        ("\u{200b}\u{a0}", "Type the code"),
        (&"1".repeat(65), "longer than any code"),
    ] {
        let mut stand = at(Stand::new(Language::En), with_phone(None, Some(PHONE)), Place::Phone);
        stand.type_in("code", code);
        stand.touch(Intent::Confirm);
        assert!(stand.seen().contains(words), "{code:?}: {}", stand.seen());
        assert_eq!(asked(&stand), [], "{code:?}");
    }
}

#[test]
fn an_address_is_changed_by_its_letter() {
    let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Place::Email);
    stand.sent.clear();
    stand.type_in("email", &format!(" {NEW}\n"));
    stand.service.contacts = with_email(Some(OLD), Some(NEW));
    stand.touch(Intent::Send);
    assert_eq!(asked(&stand), [SetEmail(Email::parse(NEW).unwrap()).ask()]);
    assert_eq!(stand.sent, ["contact-email", "contacts"], "read anew");
    assert!(stand.seen().contains("the old address counts"), "{}", stand.seen());
    stand.tap("again");
    assert_eq!(asked(&stand).len(), 2);
    stand.type_in("code", " 123\u{200b}456\u{feff}\n");
    // What else the service says by now is taken over with it.
    stand.service.contacts = Contacts { control_word_set: true, ..with_email(Some(NEW), None) };
    stand.touch(Intent::Confirm);
    let confirm = Confirm { contact: Contact::Email, code: Secret::new("123456") };
    assert_eq!(asked(&stand).last(), Some(&confirm.ask()));
    assert!(stand.seen().contains("is confirmed") && !stand.seen().contains(OLD), "{}", stand.seen());
    // What is kept knows it too, without a network.
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    stand.touch(session::Intent::Lock);
    stand.unlock();
    stand.go(Place::Email);
    assert!(stand.seen().contains(NEW) && !stand.seen().contains(OLD), "{}", stand.seen());
    stand.go(Place::ControlWord);
    assert!(!stand.seen().contains("not set"), "{}", stand.seen());
}

#[test]
fn done_is_shown_even_if_the_service_is_gone_right_after() {
    let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Place::Email);
    stand.type_in("email", NEW);
    // The service still says the old state; only its «done» knows better.
    stand.not_offered = Some("contacts");
    stand.touch(Intent::Send);
    assert!(stand.seen().contains(NEW) && stand.seen().contains("Confirm"), "{}", stand.seen());
}

#[test]
fn a_phone_and_a_word_are_sent_as_they_are_meant() {
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Place::Phone);
    stand.type_in("phone", "8 (900) 000-00-67");
    stand.touch(Intent::Send);
    assert_eq!(asked(&stand), [SetPhone(Phone::parse(PHONE).unwrap()).ask()]);
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Place::ControlWord);
    stand.type_in("control-word", "синица ");
    assert!(stand.seen().contains("it becomes part of the word"), "{}", stand.seen());
    stand.touch(Intent::Send);
    assert_eq!(asked(&stand), [SetControlWord("синица ".into()).ask()]);
    assert!(!format!("{:?}", stand.screen()).contains("синица"));
}

/// What is said after the first try, and how often it was sent once it was tried again.
#[test]
fn what_the_service_says_is_told_and_nothing_typed_is_lost() {
    let unexpected = || Failure::Unexpected { operation: "x".to_owned(), code: "http-500".to_owned() };
    let table = [
        (Failure::Offline(OfflineCause::NoNetwork), "Not sent yet. No network.", 2),
        (Failure::Closed { until: None }, "there is no answer yet", 2),
        (Failure::Refused { words: "No.".to_owned() }, "The service refused: No.", 2),
        // Without a session nothing more is asked.
        (Failure::SignInAgain, "Sign in again, and it goes by itself", 1),
        (unexpected(), "there is no answer yet", 2),
    ];
    for (failure, words, times) in table {
        let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Place::Email);
        stand.sent.clear();
        stand.type_in("email", NEW);
        stand.tell::<SetEmail>(Err(failure.clone()));
        stand.touch(Intent::Send);
        assert!(stand.seen().contains(words), "{failure:?}: {}", stand.seen());
        assert_eq!(stand.field("email").value, NEW, "{failure:?}");
        stand.touch(Intent::Send);
        assert_eq!(asked(&stand).len(), times, "{failure:?}");
        assert_eq!(stand.seen().contains("A letter was sent"), times == 2, "{failure:?}: {}", stand.seen());
    }
    // A lost answer is asked after at once.
    for lost in [OfflineCause::NoAnswer, OfflineCause::Lost] {
        let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Place::Email);
        stand.type_in("email", NEW);
        stand.tell::<SetEmail>(Err(Failure::Offline(lost)));
        stand.touch(Intent::Send);
        assert_eq!((asked(&stand).len(), stand.asked::<Fate>()), (2, 1), "it had never come");
        assert!(stand.seen().contains("A letter was sent"), "{}", stand.seen());
    }
}

#[test]
fn a_letters_link_confirms_and_needs_an_open_account() {
    let link = "fltaxes://contact?code=abc-123";
    let ask = Confirm { contact: Contact::Email, code: Secret::new("abc-123") }.ask();
    let mut stand = Stand::new(Language::En);
    stand.service.contacts = with_email(None, Some(NEW));
    let mut stand = stand.signed_in();
    stand.touch(session::Intent::Lock);
    stand.follow(link);
    assert!(stand.seen().contains("open the account first"), "{}", stand.seen());
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    assert_eq!((stand.screen().key(), asked(&stand).len()), ("home", 0), "nothing was kept");
    stand.service.contacts = with_email(Some(NEW), None);
    stand.follow(link);
    assert_eq!(stand.screen().key(), "contact-email");
    assert_eq!(asked(&stand), [ask]);
    assert!(stand.seen().contains("The address is confirmed"), "{}", stand.seen());
}

#[test]
fn a_service_without_contacts_is_never_asked() {
    let mut stand = Stand::new(Language::En);
    stand.facts.offers = EVERYTHING.iter().copied().filter(|part| *part != Capability::Contacts).collect();
    let mut stand = at(stand, Contacts::default(), Place::Email);
    stand.type_in("email", NEW);
    stand.touch(Intent::Send);
    stand.follow("fltaxes://contact?code=1");
    assert_eq!(asked(&stand), []);
    assert!(!stand.sent.contains(&"contacts".to_owned()));
}

#[test]
fn a_late_answer_and_a_left_page() {
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Place::ControlWord);
    stand.type_in("control-word", "синица");
    stand.go(Place::Settings);
    stand.touch(nav::Intent::Back);
    stand.touch(Intent::Send);
    assert!(asked(&stand).is_empty() && stand.seen().contains("Type"), "{}", stand.seen());
    stand.type_in("control-word", "синица");
    stand.hold = true;
    stand.touch(Intent::Send);
    stand.touch(Intent::Send);
    stand.touch(session::Intent::Lock);
    stand.release();
    assert_eq!((asked(&stand).len(), stand.screen().key()), (1, "unlock"));
    // Nor does an answer for an earlier account say anything in the next.
    stand.unlock();
    stand.go(Place::ControlWord);
    stand.type_in("control-word", "синица");
    stand.hold = true;
    stand.touch(Intent::Send);
    stand.touch(session::Intent::Lock);
    stand.unlock();
    stand.go(Place::ControlWord);
    stand.release();
    assert!(!stand.seen().contains("is saved"), "{}", stand.seen());
}

/// The review's finding, here: a field that looks empty is empty.
#[test]
fn a_code_is_dropped_when_something_else_is_opened_and_what_is_shown_stays() {
    let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), Some(NEW)), Place::Email);
    stand.type_in("email", "third@example.test");
    stand.type_in("code", "123456");
    let field = |stand: &Stand, key: &str| {
        let fields = stand.screen().blocks.into_iter().filter_map(|block| match block {
            Block::Field(field) => Some(field),
            _ => None,
        });
        fields.into_iter().find(|field| field.key == key).unwrap()
    };
    let before = field(&stand, "code").revision;
    stand.go(Place::Settings);
    stand.touch(nav::Intent::Back);
    assert_ne!(field(&stand, "code").revision, before);
    assert_eq!(field(&stand, "email").value, "third@example.test");
    stand.touch(Intent::Confirm);
    assert!(stand.seen().contains("Type the code"), "{}", stand.seen());
    assert_eq!(asked(&stand), []);
}

#[test]
fn each_contact_is_a_page_of_its_own() {
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Place::Email);
    stand.go(Place::ControlWord);
    assert_eq!(stand.screen().path.last().map(String::as_str), Some("contact-word"));
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "contact-email");
}

#[test]
fn a_part_that_is_refused_as_not_there_leads_to_the_website_as_one_that_is_not_offered_does() {
    for by_profile in [true, false] {
        let mut stand = Stand::new(Language::En);
        if by_profile {
            stand.facts.offers.clear();
        } else {
            stand.not_offered = Some("contacts");
        }
        let mut stand = stand.signed_in();
        stand.go(Place::Profile);
        let has = |key: &str| stand.screen().blocks.iter().any(|block| block.key() == key);
        assert!(has("contacts-website") && !has("email"), "{}", stand.seen());
    }
}
