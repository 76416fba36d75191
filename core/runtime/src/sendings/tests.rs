use fl_domain::{
    access::{Email, Phone},
    service::{Failure, Once, Question, contacts, sign_ins},
};
use fl_store::DataKey;

use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn sending(ask: Ask) -> Sending {
    Sending::new(OnceKey::from_bytes([7; 16]), ask, at(1))
}

fn email(text: &str) -> Ask {
    contacts::SetEmail(Email::parse(text).unwrap()).ask()
}

/// Every question that goes by the outbox, with its form.
fn forms() -> Vec<(Ask, &'static str)> {
    vec![
        (email("a@b.test"), "08614062 2e74657374"),
        (contacts::SetPhone(Phone::parse("+79000000001").unwrap()).ask(), "0c2b3739303030303030303031"),
        (sign_ins::Disown { id: "1".into() }.ask(), "0131"),
    ]
}

/// What an earlier version wrote is a wish of a person that has not come true yet: its form is carried over, never dropped. Where this
/// fails, an older form has to be read beside the new one.
#[test]
fn the_form_of_everything_that_is_to_be_done_is_known() {
    for (ask, expected) in forms() {
        let mut serializer = postcard::Serializer { output: postcard::ser_flavors::StdVec::new() };
        ask.keep(&mut serializer).unwrap();
        let bytes = postcard::ser_flavors::Flavor::finalize(serializer.output).unwrap();
        let shown = bytes.iter().fold(String::new(), |shown, byte| shown + &format!("{byte:02x}"));
        assert_eq!(shown, expected.replace(' ', ""), "{}", ask.name());
    }
    let mut whole = sending(email("a@b.test"));
    whole.leaves(at(2));
    whole.told(Err(Failure::SignInAgain), at(3));
    let shown =
        write(&whole).unwrap().iter().fold(String::new(), |shown, byte| shown + &format!("{byte:02x}"));
    assert_eq!(
        shown,
        "01070707070707070707070707070707070d636f6e746163742d656d61696c09086140622e7465737414313937302d30312d\
         30315430303a30303a30315a01010114313937302d30312d30315430303a30303a30325a01010114313937302d30312d3031\
         5430303a30313a30335a"
    );
}

/// A new question of the outbox cannot be forgotten here.
#[test]
fn nothing_that_is_to_be_done_is_without_its_form() {
    let forms = forms();
    let once = Ask::REGISTER.iter().copied().flatten().filter(|entry| entry.once != Once::No);
    // Nobody has what the pattern book sends on disk: no app that ships has it.
    for entry in once.filter(|entry| entry.name != "pattern") {
        assert!(forms.iter().any(|(ask, _)| ask.name() == entry.name), "{} has no golden form", entry.name);
    }
}

#[test]
fn every_state_comes_back_as_it_was() {
    let failure = || Failure::Refused { words: "нет".to_owned() };
    let states = [
        SendingState::Waiting(None),
        SendingState::Waiting(Some(failure())),
        SendingState::Left,
        SendingState::Forgotten,
        SendingState::Accepted { at: at(9) },
        SendingState::Refused { at: at(9), failure: failure() },
    ];
    for state in states {
        for (ask, _) in forms() {
            let mut whole = sending(ask);
            (whole.state, whole.times_sent, whole.times_asked) = (state.clone(), 3, 300);
            (whole.left_at, whole.not_before) = (Some(at(-5)), Some(at(1 << 35)));
            assert_eq!(read(&write(&whole).unwrap()), Some(whole));
        }
    }
}

#[test]
fn what_is_not_understood_stays_and_hides_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
    let first = submit(&mut store, email("a@b.test"), at(1), None, None).unwrap();
    store.put_record(KIND, "of a later version", b"\x02another form", None).unwrap();
    let second = submit(&mut store, email("b@b.test"), at(2), None, None).unwrap();
    assert_eq!(all(&mut store).unwrap(), [first.clone(), second.clone()]);
    let third = submit(&mut store, email("c@b.test"), at(3), Some(first.key), None).unwrap();
    keep(&mut store, &Sending { times_sent: 1, ..second.clone() }).unwrap();
    drop(store);
    let mut store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
    assert_eq!(all(&mut store).unwrap(), [Sending { times_sent: 1, ..second.clone() }, third.clone()]);
    remove(&mut store, second.key).unwrap();
    assert_eq!(all(&mut store).unwrap(), [third]);
    assert_eq!(store.records(KIND).unwrap().len(), 2);
}

#[test]
fn what_does_not_go_by_the_outbox_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
    let word = contacts::SetControlWord("Made-up1".into()).ask();
    assert!(submit(&mut store, word, at(1), None, None).is_err());
    assert_eq!(store.records(KIND).unwrap().len(), 0);
}
