use fl_domain::{
    Secret,
    access::{Email, Phone},
    service::{
        Ask, Contact, ContactState, Contacts, Done, Question,
        contacts::{Confirm, Confirmed, Read, SetControlWord, SetEmail, SetPhone},
    },
};

use crate::{
    exchange::{Auth, Body},
    fixtures::{answer, json, put_own, told, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("contacts", 200, include_str!("fixtures/contacts.set-up.json")),
    ("contacts", 200, include_str!("fixtures/contacts.pending.json")),
    ("contacts", 200, include_str!("fixtures/contacts.none.json")),
    ("contact-email", 200, include_str!("../fixtures/done.json")),
    ("contact-phone", 200, include_str!("../fixtures/done.json")),
    ("control-word", 200, include_str!("../fixtures/done.json")),
    ("contact-confirm", 200, include_str!("../fixtures/done.json")),
    ("contact-confirm", 400, include_str!("fixtures/contact-confirm.wrong-code.json")),
];

fn email() -> SetEmail {
    SetEmail(Email::parse("maria@example.test").unwrap())
}

fn phone() -> SetPhone {
    SetPhone(Phone::parse("+79000000001").unwrap())
}

fn word() -> SetControlWord {
    SetControlWord(Secret::new("Made-up1"))
}

fn confirm(contact: Contact) -> Confirm {
    Confirm { contact, code: Secret::new("Made-up1") }
}

pub(crate) fn asks() -> Vec<Ask> {
    vec![
        Read.ask(),
        email().ask(),
        phone().ask(),
        word().ask(),
        confirm(Contact::Email).ask(),
        confirm(Contact::Phone).ask(),
    ]
}

#[test]
fn requests_are_the_contracts() {
    let is = |path: &str, text: &str| (path.to_owned(), json(text), Auth::Bearer, false);
    assert_eq!(put_own(Read), ("contacts".to_owned(), Body::None, Auth::Bearer, true));
    assert_eq!(put_own(email()), is("contacts/email", "{\"address\":\"maria@example.test\"}"));
    assert_eq!(put_own(phone()), is("contacts/phone", "{\"number\":\"+79000000001\"}"));
    assert_eq!(put_own(word()), is("contacts/control-word", "{\"word\":\"Made-up1\"}"));
    for (contact, name) in [(Contact::Email, "email"), (Contact::Phone, "phone")] {
        let text = format!("{{\"contact\":\"{name}\",\"code\":\"Made-up1\"}}");
        assert_eq!(put_own(confirm(contact)), is("contacts/confirm", &text));
    }
}

#[test]
fn every_answer_is_what_it_says() {
    let contact = |confirmed: Option<&str>, pending: Option<&str>| ContactState {
        confirmed: confirmed.map(str::to_owned),
        pending: pending.map(str::to_owned),
    };
    let maria = Some("maria@example.test");
    let known = [
        Contacts {
            email: contact(maria, None),
            phone: contact(Some("+79000000001"), None),
            control_word_set: true,
        },
        Contacts {
            email: contact(maria, Some("new@example.test")),
            phone: contact(None, Some("+79000000002")),
            control_word_set: false,
        },
        Contacts::default(),
    ];
    for (nth, expected) in known.into_iter().enumerate() {
        assert_eq!(told(Read, 200, answer("contacts", nth)), Ok(expected));
    }
    assert_eq!(told(email(), 200, answer("contact-email", 0)), Ok(Done));
    assert_eq!(told(phone(), 200, answer("contact-phone", 0)), Ok(Done));
    assert_eq!(told(word(), 200, answer("control-word", 0)), Ok(Done));
    let code = |status, nth| told(confirm(Contact::Email), status, answer("contact-confirm", nth));
    assert_eq!((code(200, 0), code(400, 1)), (Ok(Confirmed::Done), Ok(Confirmed::WrongCode)));
}

#[test]
fn another_shape_is_never_taken_for_contacts() {
    for text in ["{\"email\":{\"confirmed\":\"a@b.test\"}}", "{\"controlWordSet\":1}"] {
        assert_eq!(told(Read, 200, text), Err(unexpected("contacts", "unexpected-shape")), "{text}");
    }
}
