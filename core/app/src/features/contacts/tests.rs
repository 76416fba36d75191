use fl_domain::{
    Secret,
    access::{Email, Phone},
    service::{Ask, Capability, Contact, ContactState, Contacts, Failure, OfflineCause, Told},
};

use super::Intent;
use crate::{
    Intent as AppIntent, Place,
    screen::{Block, FieldId, ScreenId},
    session,
    testing::{EVERYTHING, PIN, Stand},
    texts::Language,
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

fn at(mut stand: Stand, contacts: Contacts, intent: Intent) -> Stand {
    stand.service.contacts = contacts;
    let mut stand = stand.signed_in();
    stand.intent(AppIntent::Contacts(intent));
    stand
}

fn with_email(confirmed: Option<&str>, pending: Option<&str>) -> Contacts {
    Contacts { email: state(confirmed, pending), ..Contacts::default() }
}

fn with_phone(confirmed: Option<&str>, pending: Option<&str>) -> Contacts {
    Contacts { phone: state(confirmed, pending), ..Contacts::default() }
}

fn act(stand: &mut Stand, intent: Intent) {
    stand.intent(AppIntent::Contacts(intent));
}

#[test]
fn screens() {
    golden("email-none", |stand| at(stand, Contacts::default(), Intent::Email));
    golden("email-saved", |stand| {
        let mut stand = at(stand, with_email(Some(OLD), None), Intent::Email);
        stand.type_in(FieldId::Email, NEW);
        stand.service.contacts = with_email(Some(OLD), Some(NEW));
        act(&mut stand, Intent::Send);
        stand
    });
    golden("email-wrong-code", |stand| {
        let mut stand = at(stand, with_email(None, Some(NEW)), Intent::Email);
        stand.type_in(FieldId::Code, "111111");
        stand.told.push_back(Ok(Told::WrongCode));
        act(&mut stand, Intent::Confirm);
        stand
    });
    golden("email-confirmed", |stand| {
        let mut stand = at(stand, with_email(Some(OLD), Some(NEW)), Intent::Email);
        stand.type_in(FieldId::Code, "123456");
        stand.service.contacts = with_email(Some(NEW), None);
        act(&mut stand, Intent::Confirm);
        stand
    });
    golden("email-lost", |stand| {
        let mut stand = at(stand, with_email(Some(OLD), None), Intent::Email);
        stand.type_in(FieldId::Email, NEW);
        stand.told.push_back(Err(Failure::Offline(OfflineCause::Lost)));
        act(&mut stand, Intent::Send);
        stand
    });
    golden("phone-pending", |stand| at(stand, with_phone(Some(PHONE), Some("+79000000068")), Intent::Phone));
    golden("phone-malformed", |stand| {
        let mut stand = at(stand, Contacts::default(), Intent::Phone);
        stand.type_in(FieldId::Phone, "8 900 000-00-6");
        act(&mut stand, Intent::Send);
        stand
    });
    golden("word", |stand| at(stand, Contacts::default(), Intent::ControlWord));
    golden("word-saved", |stand| {
        let mut stand = at(stand, Contacts::default(), Intent::ControlWord);
        stand.type_in(FieldId::ControlWord, "синица");
        stand.service.contacts.control_word_set = true;
        act(&mut stand, Intent::Send);
        stand
    });
    golden("contact-not-offered", |mut stand| {
        stand.facts.offers.clear();
        at(stand, Contacts::default(), Intent::Phone)
    });
    golden("contact-unknown", |mut stand| {
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        stand.vault = crate::testing::one_locked(10, false);
        let mut stand = stand.started();
        stand.unlock();
        act(&mut stand, Intent::Email);
        stand
    });
}

#[test]
fn what_can_be_seen_to_be_wrong_is_named_and_not_sent() {
    let long = format!("{}@example.test", "a".repeat(260));
    let word = "ж".repeat(65);
    let table = [
        (Intent::Email, FieldId::Email, "", "Type"),
        (Intent::Email, FieldId::Email, "anna", "one @"),
        (Intent::Email, FieldId::Email, "a@b@example.test", "one @"),
        (Intent::Email, FieldId::Email, "@example.test", "before the @"),
        (Intent::Email, FieldId::Email, "anna@example", "After the @"),
        (Intent::Email, FieldId::Email, "аnna@example.test", "Character 1 is a Cyrillic letter"),
        (Intent::Email, FieldId::Email, "an na@example.test", "Character 3 "),
        (Intent::Email, FieldId::Email, long.as_str(), "254"),
        (Intent::Email, FieldId::Email, " Anna@Example.test ", "confirmed already"),
        (Intent::Phone, FieldId::Phone, "", "Type a phone number"),
        (Intent::Phone, FieldId::Phone, "8 900 OOO-00-67", "Character 7 has no place"),
        (Intent::Phone, FieldId::Phone, "8 900 000-00-6", "here are 10"),
        (Intent::Phone, FieldId::Phone, "1", "here is 1."),
        (Intent::Phone, FieldId::Phone, "+375 29 000-00-67", "begins with +7 or 8"),
        (Intent::Phone, FieldId::Phone, "8 (900) 000-00-67", "confirmed already"),
        (Intent::ControlWord, FieldId::ControlWord, " ", "Type"),
        (Intent::ControlWord, FieldId::ControlWord, "аб", "at least 3"),
        (Intent::ControlWord, FieldId::ControlWord, word.as_str(), "64"),
        (Intent::ControlWord, FieldId::ControlWord, "ма\u{200b}к", "3"),
    ];
    let contacts =
        Contacts { email: state(Some(OLD), None), phone: state(Some(PHONE), None), control_word_set: true };
    for (page, field, typed, words) in table {
        let mut stand = at(Stand::new(Language::En), contacts.clone(), page);
        stand.type_in(field, typed);
        act(&mut stand, Intent::Send);
        let error = stand.screen().blocks.into_iter().find_map(|block| match block {
            Block::Field(field) => field.error,
            _ => None,
        });
        assert!(error.as_ref().is_some_and(|error| error.contains(words)), "{typed:?}: {words}: {error:?}");
        assert_eq!(stand.asked_service, [], "{typed:?}");
        // The next letter takes it away.
        stand.type_in(field, "a");
        assert!(!stand.seen().contains(" ! "), "{typed:?}: {}", stand.seen());
    }
}

#[test]
fn codes_that_cannot_be_codes_are_not_sent() {
    for (code, words) in
        [("", "Type the code"), (" \n", "Type the code"), (&"1".repeat(65), "longer than any code")]
    {
        let mut stand = at(Stand::new(Language::En), with_phone(None, Some(PHONE)), Intent::Phone);
        stand.type_in(FieldId::Code, code);
        act(&mut stand, Intent::Confirm);
        assert!(stand.seen().contains(words), "{code:?}: {}", stand.seen());
        assert_eq!(stand.asked_service, [], "{code:?}");
    }
}

#[test]
fn an_address_is_changed_by_its_letter() {
    let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Intent::Email);
    stand.sent.clear();
    stand.type_in(FieldId::Email, &format!(" {NEW}\n"));
    stand.service.contacts = with_email(Some(OLD), Some(NEW));
    act(&mut stand, Intent::Send);
    assert_eq!(stand.asked_service, [Ask::SetEmail(Email::parse(NEW).unwrap())]);
    assert_eq!(stand.sent, ["contact-email", "contacts"], "read anew");
    assert!(stand.seen().contains("the old address counts"), "{}", stand.seen());
    stand.tap("again");
    assert_eq!(stand.asked_service.len(), 2);
    stand.type_in(FieldId::Code, " 123456\n");
    // What else the service says by now is taken over with it.
    stand.service.contacts = Contacts { control_word_set: true, ..with_email(Some(NEW), None) };
    act(&mut stand, Intent::Confirm);
    let confirm = Ask::ConfirmContact { contact: Contact::Email, code: Secret::new("123456") };
    assert_eq!(stand.asked_service.last(), Some(&confirm));
    assert!(stand.seen().contains("is confirmed") && !stand.seen().contains(OLD), "{}", stand.seen());
    // What is kept knows it too, without a network.
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    stand.session(session::Intent::Lock);
    stand.unlock();
    act(&mut stand, Intent::Email);
    assert!(stand.seen().contains(NEW) && !stand.seen().contains(OLD), "{}", stand.seen());
    act(&mut stand, Intent::ControlWord);
    assert!(!stand.seen().contains("not set"), "{}", stand.seen());
}

#[test]
fn done_is_shown_even_if_the_service_is_gone_right_after() {
    let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Intent::Email);
    stand.type_in(FieldId::Email, NEW);
    // The service still says the old state; only its «done» knows better.
    stand.not_offered = Some("contacts");
    act(&mut stand, Intent::Send);
    assert!(stand.seen().contains(NEW) && stand.seen().contains("Confirm"), "{}", stand.seen());
}

#[test]
fn a_phone_and_a_word_are_sent_as_they_are_meant() {
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Intent::Phone);
    stand.type_in(FieldId::Phone, "8 (900) 000-00-67");
    act(&mut stand, Intent::Send);
    assert_eq!(stand.asked_service, [Ask::SetPhone(Phone::parse(PHONE).unwrap())]);
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Intent::ControlWord);
    stand.type_in(FieldId::ControlWord, "синица ");
    assert!(stand.seen().contains("it becomes part of the word"), "{}", stand.seen());
    act(&mut stand, Intent::Send);
    assert_eq!(stand.asked_service, [Ask::SetControlWord("синица ".into())]);
    assert!(!format!("{:?}", stand.screen()).contains("синица"));
}

#[test]
fn what_the_service_says_is_told_and_nothing_typed_is_lost() {
    let table = [
        (Failure::Offline(OfflineCause::NoNetwork), "Nothing was sent; what you typed is kept", false),
        (Failure::Offline(OfflineCause::NoAnswer), "not known whether this was done", true),
        (Failure::Offline(OfflineCause::Lost), "not known whether this was done", true),
        (Failure::Closed { until: None }, "closed", false),
        (Failure::Refused { words: "No.".to_owned() }, "The service refused: No.", false),
        (Failure::SignInAgain, "ended the session", false),
        (Failure::Unexpected { operation: "x".to_owned(), code: "http-500".to_owned() }, "x/http-500", false),
    ];
    for (failure, words, asks_again) in table {
        let mut stand = at(Stand::new(Language::En), with_email(Some(OLD), None), Intent::Email);
        stand.sent.clear();
        stand.type_in(FieldId::Email, NEW);
        stand.told.push_back(Err(failure.clone()));
        act(&mut stand, Intent::Send);
        assert!(stand.seen().contains(words), "{failure:?}: {}", stand.seen());
        assert_eq!(stand.sent.contains(&"contacts".to_owned()), asks_again, "{failure:?}");
        act(&mut stand, Intent::Send);
        assert_eq!(stand.asked_service.len(), 2, "{failure:?}");
        assert!(stand.seen().contains("A letter was sent"), "{failure:?}: {}", stand.seen());
    }
}

#[test]
fn a_letters_link_confirms_and_needs_an_open_account() {
    let link = || AppIntent::Link("fltaxes://contact?code=abc-123".into());
    let ask = Ask::ConfirmContact { contact: Contact::Email, code: Secret::new("abc-123") };
    let mut stand = Stand::new(Language::En);
    stand.service.contacts = with_email(None, Some(NEW));
    let mut stand = stand.signed_in();
    stand.session(session::Intent::Lock);
    stand.intent(link());
    assert!(stand.seen().contains("open the account first"), "{}", stand.seen());
    stand.type_in(FieldId::Pin, PIN);
    stand.session(session::Intent::Unlock);
    assert_eq!((stand.screen().id, stand.asked_service.len()), (ScreenId::Home, 0), "nothing was kept");
    stand.service.contacts = with_email(Some(NEW), None);
    stand.intent(link());
    assert_eq!(stand.screen().id, ScreenId::Contact);
    assert_eq!(stand.asked_service, [ask]);
    assert!(stand.seen().contains("The address is confirmed"), "{}", stand.seen());
}

#[test]
fn a_service_without_contacts_is_never_asked() {
    let mut stand = Stand::new(Language::En);
    stand.facts.offers = EVERYTHING.into_iter().filter(|part| *part != Capability::Contacts).collect();
    let mut stand = at(stand, Contacts::default(), Intent::Email);
    stand.type_in(FieldId::Email, NEW);
    act(&mut stand, Intent::Send);
    stand.intent(AppIntent::Link("fltaxes://contact?code=1".into()));
    assert_eq!(stand.asked_service, []);
    assert!(!stand.sent.contains(&"contacts".to_owned()));
}

#[test]
fn a_late_answer_and_a_left_page() {
    let mut stand = at(Stand::new(Language::En), Contacts::default(), Intent::ControlWord);
    stand.type_in(FieldId::ControlWord, "синица");
    stand.intent(AppIntent::Go(Place::Settings));
    stand.intent(AppIntent::Back);
    act(&mut stand, Intent::Send);
    assert!(stand.asked_service.is_empty() && stand.seen().contains("Type"), "{}", stand.seen());
    stand.type_in(FieldId::ControlWord, "синица");
    stand.hold = true;
    act(&mut stand, Intent::Send);
    act(&mut stand, Intent::Send);
    stand.session(session::Intent::Lock);
    stand.release();
    assert_eq!((stand.asked_service.len(), stand.screen().id), (1, ScreenId::Unlock));
    // Nor does an answer for an earlier account say anything in the next.
    stand.unlock();
    act(&mut stand, Intent::ControlWord);
    stand.type_in(FieldId::ControlWord, "синица");
    stand.hold = true;
    act(&mut stand, Intent::Send);
    stand.session(session::Intent::Lock);
    stand.unlock();
    act(&mut stand, Intent::ControlWord);
    stand.release();
    assert!(!stand.seen().contains("is saved"), "{}", stand.seen());
}
