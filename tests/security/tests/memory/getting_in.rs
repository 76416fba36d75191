//! Passwords that are changed and recovered, contacts, Gosuslugi, several accounts: what each leaves in memory.

use fl_runtime::Engine;
use fl_security::{Masked, Needle, mask, memory};

use super::{
    cases::{assert_clean, found, my_turn},
    service::{
        PIN, Service, WRONG, back, follow, go, is_at, keep_pin, lock, sign_out, tap, tokens, type_in, unlock,
    },
};

const NEW: [u8; 15] = mask("Fresh-Pass-4471");
const CONTROL_WORD: [u8; 20] = mask("Одуванчик71");
const WRONG_WORD: [u8; 15] = mask("Полынь-38");
const EMAIL: [u8; 18] = mask("novel@example.test");
/// As a person types it, and as it is sent.
const PHONE: [u8; 16] = mask("+7 900 555 44 33");
const SENT_PHONE: [u8; 12] = mask("+79005554433");
const WRONG_CODE: [u8; 8] = mask("90417733");
/// What the tokens of letters and the codes of Gosuslugi begin with.
const LETTER: [u8; 15] = mask("sandbox-letter-");
const ESIA_CODE: [u8; 13] = mask("sandbox-code-");
/// How the sandbox calls these people.
const FORGETFUL: [u8; 20] = mask("Забывайкин");
const BY_GOSUSLUGI: [u8; 20] = mask("Госуслугин");
const DEBTOR: [u8; 16] = mask("Примеров");
/// What accounts are called on this device.
const CALLED: [[u8; 15]; 2] = [mask("Дед Фома"), mask("Дочь Аня")];
/// Characters of a state and of a verifier.
const RANDOM: usize = 43;

fn needle(name: &'static str, text: &[u8]) -> Needle {
    Needle::new(name, Masked::new(text))
}

fn without(needles: &[Needle], names: &[&str]) -> Vec<Needle> {
    needles.iter().filter(|needle| !names.contains(&needle.name)).cloned().collect()
}

/// To the list of accounts.
fn list(engine: &Engine) {
    if engine.screen().key() != "accounts" {
        go(engine, "profile");
        tap(engine, "accounts");
    }
    is_at(engine, "accounts");
}

#[test]
fn a_changed_password_and_new_contacts_leave_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    service.get_in(&engine, "debt");
    let card = service.card("debt");
    go(&engine, "password");
    for (old, screen) in [(Masked::new(&WRONG), "password"), (card.password, "home")] {
        type_in(&engine, "old-password", &old);
        type_in(&engine, "new-password", &Masked::new(&NEW));
        tap(&engine, "send");
        is_at(&engine, screen);
        // It stands in view to be corrected; once it is left, nothing of it is there, though nothing else is asked.
        go(&engine, "home");
        assert_clean(&[needle("old password", &WRONG), needle("new password", &NEW)]);
        go(&engine, "password");
    }
    back(&engine);
    go(&engine, "profile");
    tap(&engine, "control-word");
    type_in(&engine, "control-word", &Masked::new(&CONTROL_WORD));
    tap(&engine, "save");
    let mut codes = Vec::new();
    for (contact, text) in [("email", Masked::new(&EMAIL)), ("phone", Masked::new(&PHONE))] {
        go(&engine, "profile");
        tap(&engine, contact);
        type_in(&engine, contact, &text);
        tap(&engine, "save");
        type_in(&engine, "code", &Masked::new(&WRONG_CODE));
        tap(&engine, "confirm");
        let (link, code) = service.letter("debt");
        if link.is_empty() {
            type_in(&engine, "code", &code);
            tap(&engine, "confirm");
        } else {
            follow(&engine, link.secret());
        }
        codes.push(Needle::new("code", code));
    }
    go(&engine, "home");
    let mut secret = vec![
        needle("old password", &WRONG),
        Needle::new("password", service.card("debt").password),
        needle("new password", &NEW),
        needle("control word", &CONTROL_WORD),
        needle("wrong code", &WRONG_CODE),
        needle("PIN", &PIN),
    ];
    secret.extend(codes);
    assert_clean(&secret);
    let mut personal = vec![
        needle("name", &DEBTOR),
        needle("e-mail", &EMAIL),
        needle("phone", &SENT_PHONE),
        Needle::new("INN", card.inn),
    ];
    personal.extend(tokens());
    assert_eq!(found(&personal), ["INN", "access token", "e-mail", "name", "phone", "refresh token"]);
    lock(&engine);
    // Whose password was changed is kept for whoever cannot get in with the old one.
    let all = [secret, personal].concat();
    assert_clean(&without(&all, &["INN"]));
    unlock(&engine);
    sign_out(&engine);
    assert_clean(&all);
    drop(engine);
}

#[test]
fn a_recovered_password_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    let card = service.card("recovery");
    go(&engine, "recovery");
    type_in(&engine, "inn", &card.inn);
    type_in(&engine, "email", &card.email);
    for word in [Masked::new(&WRONG_WORD), card.control_word.clone()] {
        type_in(&engine, "word", &word);
        tap(&engine, "send");
    }
    let secret = [
        needle("wrong control word", &WRONG_WORD),
        Needle::new("control word", card.control_word),
        needle("token of the letter", &LETTER),
        needle("weak password", &WRONG_CODE),
        needle("new password", &NEW),
        needle("PIN", &PIN),
    ];
    assert_clean(&secret);
    follow(&engine, service.letter("recovery").0.secret());
    is_at(&engine, "new-password");
    assert_eq!(found(&secret), ["token of the letter"]);
    for new in [WRONG_CODE.as_slice(), &NEW] {
        type_in(&engine, "new-password", &Masked::new(new));
        tap(&engine, "set-password");
    }
    keep_pin(&engine);
    service.refresh(&engine, "recovery");
    assert_clean(&secret);
    let mut personal = vec![
        needle("name", &FORGETFUL),
        Needle::new("e-mail", card.email),
        Needle::new("phone", card.phone),
        Needle::new("INN", card.inn),
    ];
    personal.extend(tokens());
    let all = [secret.to_vec(), personal].concat();
    lock(&engine);
    assert_clean(&all);
    unlock(&engine);
    sign_out(&engine);
    assert_clean(&all);
    drop(engine);
}

#[test]
fn a_recovery_that_was_left_leaves_only_whose_it_is() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    let card = service.card("recovery");
    go(&engine, "recovery");
    type_in(&engine, "inn", &card.inn);
    type_in(&engine, "email", &card.email);
    type_in(&engine, "word", &card.control_word);
    tap(&engine, "send");
    follow(&engine, service.letter("recovery").0.secret());
    type_in(&engine, "new-password", &Masked::new(&NEW));
    back(&engine);
    back(&engine);
    is_at(&engine, "sign-in");
    assert_clean(&[
        Needle::new("control word", card.control_word),
        Needle::new("e-mail", card.email),
        needle("token of the letter", &LETTER),
        needle("new password", &NEW),
    ]);
    engine.close();
    assert_clean(&[Needle::new("INN", card.inn)]);
}

#[test]
fn a_sign_in_through_gosuslugi_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    let before = memory::random_texts(RANDOM).unwrap();
    tap(&engine, "esia");
    is_at(&engine, "esia");
    // Nobody outside knows the verifier, so whatever looks like it and came with the beginning has to go.
    let begun: Vec<_> =
        memory::random_texts(RANDOM).unwrap().into_iter().filter(|text| !before.contains(text)).collect();
    let redirect = service.agree("esia");
    let state = redirect.between("state=", "").unwrap();
    assert!(begun.contains(&state) && begun.len() > 1, "state and verifier are found: {}", begun.len());
    follow(&engine, redirect.secret());
    let mut secret: Vec<_> = begun.into_iter().map(|text| Needle::new("state or verifier", text)).collect();
    secret.push(needle("code of Gosuslugi", &ESIA_CODE));
    is_at(&engine, "choose-pin");
    assert_clean(&secret);
    keep_pin(&engine);
    let mut all = vec![
        needle("name", &BY_GOSUSLUGI),
        needle("PIN", &PIN),
        Needle::new("INN", service.card("esia").inn),
    ];
    all.extend(tokens());
    all.extend(secret);
    lock(&engine);
    assert_clean(&all);
    unlock(&engine);
    sign_out(&engine);
    assert_clean(&all);
    drop(engine);
}

#[test]
fn a_sign_in_through_gosuslugi_that_leads_nowhere_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    for key in ["esia-forming", "esia-post"] {
        let before = memory::random_texts(RANDOM).unwrap();
        tap(&engine, "esia");
        let after = memory::random_texts(RANDOM).unwrap();
        let begun = after.into_iter().filter(|text| !before.contains(text));
        let mut needles: Vec<_> = begun.map(|text| Needle::new("state or verifier", text)).collect();
        assert!(needles.len() > 1);
        follow(&engine, service.agree(key).secret());
        needles.push(needle("code of Gosuslugi", &ESIA_CODE));
        needles.push(Needle::new("INN", service.card(key).inn));
        assert_clean(&needles);
        back(&engine);
    }
    drop(engine);
}

#[test]
fn nothing_of_one_account_is_there_while_another_is_open() {
    let _turn = my_turn();
    let (service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    let people = [("recovery", FORGETFUL.as_slice()), ("debt", &DEBTOR)];
    let of = |(key, name): (&str, &[u8])| {
        let card = service.card(key);
        vec![
            needle("name", name),
            Needle::new("INN", card.inn),
            Needle::new("e-mail", card.email),
            Needle::new("phone", card.phone),
            Needle::new("password", card.password),
        ]
    };
    for ((key, _), called) in people.into_iter().zip(CALLED) {
        service.get_in(&engine, key);
        go(&engine, "profile");
        tap(&engine, "name");
        type_in(&engine, "name", &Masked::new(&called));
        tap(&engine, "keep-name");
        go(&engine, "profile");
        tap(&engine, "accounts");
    }
    let names = CALLED.map(|called| needle("what it is called", &called));
    let both = [of(people[0]), of(people[1])].concat();
    assert_clean(&both);
    for (one, other) in [(0, 1), (1, 0)] {
        list(&engine);
        // The one used last comes first.
        tap(&engine, "account-1");
        unlock(&engine);
        assert_eq!(found(&of(people[one])), ["INN", "e-mail", "name", "phone"]);
        assert_clean(&of(people[other]));
    }
    sign_out(&engine);
    assert_clean(&[both.clone(), vec![names[1].clone()]].concat());
    unlock(&engine);
    sign_out(&engine);
    is_at(&engine, "sign-in");
    assert_clean(&[both, names.to_vec(), tokens().to_vec()].concat());
    drop(engine);
}
