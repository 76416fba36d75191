//! What a touch does once what it was shown on has changed: what it said then, or nothing.

use fl_domain::service::{Question, SignIn, account};

use super::{
    account::event::Event as AccountEvent,
    event::{Event, Next, PageEvent},
    place::Place,
    session,
};
use crate::{
    Moment, ServiceAnswer, Touch,
    screen::{Block, Screen},
    testing::{PIN, Stand, debtor, inn, operations, touches},
    texts::Language,
};

fn open() -> Stand {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    stand.signed_in()
}

fn touch(screen: &Screen, key: &str) -> Touch {
    touches(screen).into_iter().find(|(known, _)| known == key).unwrap().1
}

#[test]
fn what_means_the_same_keeps_its_number_and_an_equal_screen_is_equal() {
    let mut stand = open();
    let first = stand.screen();
    assert_eq!(first, stand.screen());
    stand.go(Place::Settings);
    stand.screen();
    stand.back();
    assert_eq!(first, stand.screen());
}

#[test]
fn a_touch_of_a_page_that_is_gone_does_nothing() {
    let mut stand = open();
    stand.go(Place::Settings);
    let settings = stand.screen();
    stand.back();
    stand.screen();
    stand.hand_back(&touch(&settings, "lock-now"));
    stand.hand_back(&touch(&settings, "back"));
    assert_eq!(stand.screen().key(), "home");
    assert_eq!(stand.locked, 0);
}

#[test]
fn a_touch_on_the_page_below_brings_it_up_and_does_what_it_said() {
    let mut stand = open();
    stand.go(Place::Profile);
    let profile = stand.screen();
    stand.tap("email");
    assert_eq!(stand.screen().path, ["home", "profile", "contact-email"]);
    // Side by side on a tablet: the list is touched while the page is on top.
    stand.hand_back(&touch(&profile, "phone"));
    assert_eq!(stand.screen().path, ["home", "profile", "contact-phone"]);
    // Going back belongs to the page that is seen.
    stand.hand_back(&touch(&profile, "back"));
    assert_eq!(stand.screen().key(), "contact-phone");
}

#[test]
fn a_touch_from_before_a_lock_or_of_another_account_does_nothing() {
    let mut stand = open();
    let before = stand.screen();
    stand.go(Place::Settings);
    stand.touch(session::Intent::Lock);
    assert_eq!(stand.screen().key(), "unlock");
    stand.hand_back(&touch(&before, "profile"));
    assert_eq!(stand.screen().key(), "unlock");
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    // The same page of the same person, opened anew: the old number still means nothing.
    stand.hand_back(&touch(&before, "profile"));
    assert_eq!(stand.screen().key(), "home");
    stand.tap("profile");
    assert_eq!(stand.screen().key(), "profile");
}

#[test]
fn twice_at_once_is_once() {
    let mut stand = open();
    let home = stand.screen();
    let row = touch(&home, "profile");
    stand.hand_back(&row);
    stand.hand_back(&row);
    assert_eq!(stand.screen().path, ["home", "profile"]);
    stand.hand_back(&Touch::numbered(0));
    stand.hand_back(&Touch::numbered(u64::MAX));
    assert_eq!(stand.screen().path, ["home", "profile"]);
}

#[test]
fn what_is_typed_reaches_its_own_field_or_none() {
    let mut stand = open();
    stand.go(Place::Operations);
    let field = |screen: &Screen| {
        screen.blocks.iter().find_map(|block| match block {
            Block::Field(field) if field.key == "search" => Some((field.id.clone(), field.value.clone())),
            _ => None,
        })
    };
    let (id, _) = field(&stand.screen()).unwrap();
    assert_eq!(id, "operations/search");
    stand.type_at(&id, "one");
    stand.type_at("operations/unknown", "two");
    stand.type_at("search", "three");
    stand.type_at("home/search", "four");
    assert_eq!(field(&stand.screen()).unwrap().1, "one");
    stand.go(Place::Settings);
    stand.type_at(&id, "five");
    stand.back();
    assert_eq!(field(&stand.screen()).unwrap().1, "one");
}

/// What comes back holds people and their words; no written form of it tells them.
#[test]
fn no_written_form_of_what_comes_back_tells_whose_it_is() {
    let moment = Moment::default();
    let answer = ServiceAnswer { at: moment, result: Ok(SignIn::Accepted) };
    let operation = operations(1).remove(0);
    let words = account::History::tell(vec![operation.clone()]);
    let events = [
        Event::Session(session::event::Event::SignedIn { inn: inn(), answer, picture: None }),
        Event::Account(
            1,
            AccountEvent::Answered {
                question: account::History::NAME,
                answer: ServiceAnswer { at: moment, result: Ok(words) },
            },
        ),
        Event::Page(PageEvent {
            key: "hush".to_owned(),
            epoch: Some(1),
            at: None,
            failure: None,
            deliver: Box::new(|_, _| Next::done()),
        }),
    ];
    let told = format!("{events:?}\n{events:#?}");
    for text in [inn().as_str(), "hush", operation.description.as_str()] {
        assert!(!told.contains(text), "«{text}» in {told}");
    }
}
