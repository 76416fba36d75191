use fl_domain::{
    Inn,
    access::PasswordPolicy,
    service::{
        Ask, Capability, Failure, OfflineCause, RecoveryField, RecoveryForm, SignIn,
        recovery::{Ask as Asked, Form, Link, OpenLink, PasswordSet, Recover, Recovered, SetPassword},
    },
};

use super::model::{Intent, KEY};
use crate::{
    kit::{
        effects::ServiceAnswer,
        screen::{Block, CheckState, Field},
        texts::Language,
    },
    open::{Place, nav, page},
    testing::{PIN, Stand, inn, one_locked},
};

const LINK: &str = "fltaxes://recovery?token=abc-123";
const GOOD: &str = "New-passw0rd";

fn stand(language: Language) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.go(Place::Recovery);
    stand
}

fn filled(language: Language) -> Stand {
    let mut stand = stand(language);
    stand.type_in("inn", inn().as_str());
    stand.type_in("email", "anna@example.test");
    stand.type_in("word", "ромашка");
    stand
}

fn form(attempts_left: u32, blocked_seconds: Option<u64>) -> RecoveryForm {
    let fields = vec![RecoveryField::Email, RecoveryField::ControlWord];
    RecoveryForm { fields, attempts_left, blocked_seconds }
}

/// An attempt as far as the service lets it come.
fn send(stand: &mut Stand, standing: RecoveryForm, told: Option<Recovered>) {
    stand.tell::<Form>(Ok(standing));
    if let Some(told) = told {
        stand.tell::<Recover>(Ok(told));
    }
    stand.touch(Intent::Send);
}

fn attempts(stand: &Stand) -> usize {
    stand.asked::<Recover>()
}

fn link() -> Link {
    Link::Good { inn: inn(), policy: PasswordPolicy::default() }
}

fn field(stand: &Stand, key: &str) -> Field {
    let fields = stand.screen().blocks.into_iter().filter_map(|block| match block {
        Block::Field(field) => Some(field),
        _ => None,
    });
    fields.into_iter().find(|field| field.key == key).unwrap()
}

/// On the screen that chooses a password.
fn choosing(language: Language) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.tell::<OpenLink>(Ok(link()));
    stand.follow(LINK);
    assert_eq!(stand.screen().key(), "new-password");
    stand
}

#[test]
fn what_can_be_seen_to_be_wrong_is_named_and_costs_nothing() {
    let swapped = {
        let mut digits: Vec<char> = inn().as_str().chars().collect();
        digits.swap(3, 4);
        digits.into_iter().collect::<String>()
    };
    let emoji = "🙂".repeat(2_560);
    let table = [
        ("inn", "", "Type your INN"),
        ("inn", swapped.as_str(), "two are swapped"),
        ("inn", "7707083893", "organisation"),
        ("inn", emoji.as_str(), "Character 1 is not a digit"),
        ("email", "", "Type the address"),
        ("email", "anna", "exactly one @"),
        ("email", "anna@", "a server's name"),
        ("email", "anna@example", "a server's name"),
        ("email", "@example.test", "before the @"),
        ("email", "аnna@example.test", "Character 1 is a Cyrillic letter"),
        ("email", "an na@example.test", "Character 3"),
        ("email", emoji.as_str(), "longer than any address"),
        ("word", "", "Type the control word"),
        ("word", emoji.as_str(), "too long"),
    ];
    for (field, text, words) in table {
        let mut stand = filled(Language::En);
        let before = stand.asked_service.len();
        stand.type_in(field, text);
        stand.touch(Intent::Send);
        let seen = stand.seen();
        assert!(seen.contains(words), "{field} {text:.20}: {seen}");
        assert_eq!(stand.asked_service.len(), before, "{field} {text:.20}");
        // What is typed on is not scolded.
        stand.type_in(field, "7");
        assert!(!stand.seen().contains(words), "{field} {text:.20}");
    }
}

#[test]
fn three_wrong_entries_and_a_day_to_wait() {
    let mut stand = filled(Language::En);
    for left in [2, 1] {
        send(&mut stand, form(left + 1, None), Some(Recovered::Mismatch { attempts_left: left }));
        let seen = stand.seen();
        assert!(seen.contains("The service knows something else"), "{seen}");
        assert!(seen.contains(&format!("{left} attempt")), "{seen}");
    }
    send(&mut stand, form(1, None), Some(Recovered::Blocked { seconds: 86_400 }));
    insta::assert_snapshot!("blocked-en", stand.seen());
    assert!(stand.seen().contains("It opens in: 24 hours"));
    assert_eq!(attempts(&stand), 3);
    // Nothing is left to send.
    stand.touch(Intent::Send);
    stand.later(3_600);
    assert!(stand.seen().contains("It opens in: 23 hours"), "{}", stand.seen());
    // The device's clock is set forward by two days and back by one: the service's time goes on as before.
    stand.now.at = stand.now.at.checked_add(std::time::Duration::from_hours(48)).unwrap();
    stand.now.service_ahead = -48 * 3_600;
    stand.later(60);
    assert!(stand.seen().contains("It opens in: 22 hours 59 minutes"), "{}", stand.seen());
    // A restart changes nothing.
    stand.restart();
    stand.tell::<Form>(Ok(form(0, Some(22 * 3_600))));
    stand.go(Place::Recovery);
    assert!(stand.seen().contains("It opens in: 22 hours"), "{}", stand.seen());
    stand.later(22 * 3_600);
    assert!(!stand.seen().contains("It opens in"), "{}", stand.seen());
    assert!(stand.seen().contains("[Send me the link]"));
    // How many attempts there are from now on, nobody said yet.
    assert!(!stand.seen().contains("attempts are left"), "{}", stand.seen());
}

#[test]
fn attempts_are_told_to_the_person_whose_they_are() {
    let mut stand = filled(Language::En);
    send(&mut stand, form(3, None), Some(Recovered::Mismatch { attempts_left: 2 }));
    assert!(stand.seen().contains("2 attempts are left"), "{}", stand.seen());
    stand.type_in("inn", Inn::made_up(7_700_000_777).as_str());
    assert!(!stand.seen().contains("attempts are left"), "{}", stand.seen());
    stand.type_in("inn", inn().as_str());
    assert!(stand.seen().contains("2 attempts are left"), "{}", stand.seen());
}

#[test]
fn a_block_the_device_has_forgotten_is_told_by_the_service_before_anything_is_spent() {
    let mut stand = filled(Language::En);
    send(&mut stand, form(0, Some(7_200)), None);
    assert!(stand.seen().contains("It opens in: 2 hours"), "{}", stand.seen());
    assert_eq!(attempts(&stand), 0);
}

#[test]
fn a_form_that_asks_for_less_or_more() {
    let mut stand = filled(Language::En);
    stand.type_in("word", "");
    let fields = vec![RecoveryField::Email];
    let less = RecoveryForm { fields, attempts_left: 3, blocked_seconds: None };
    stand.tell::<Form>(Ok(less.clone()));
    stand.touch(nav::Intent::Back);
    stand.go(Place::Recovery);
    assert_eq!(stand.screen().key(), "recovery");

    let mut stand = filled(Language::En);
    send(&mut stand, less, Some(Recovered::LetterSent { minutes: Some(5) }));
    let sent = stand.asked_service.last().unwrap();
    assert!(
        matches!(sent, Ask::Recovery(Asked::Recover(Recover { control_word: None, email: Some(_), .. }))),
        "{sent:?}"
    );
    assert!(stand.seen().contains("within 5 minutes"), "{}", stand.seen());
}

#[test]
fn the_letters_link_sets_a_password_and_leads_in() {
    let mut stand = filled(Language::En);
    send(&mut stand, form(3, None), Some(Recovered::LetterSent { minutes: None }));
    insta::assert_snapshot!("letter-en", stand.seen());
    stand.tell::<OpenLink>(Ok(link()));
    stand.type_in("link", &format!("  {LINK}\n"));
    stand.tap("open-link");
    assert_eq!(stand.screen().key(), "new-password");
    stand.type_in("new-password", &format!("{GOOD}\r\n"));
    insta::assert_snapshot!("choose-en", stand.seen());
    stand.tap("set-password");
    assert_eq!(stand.screen().key(), "choose-pin");
    assert_eq!(stand.signed_in_as, [inn()]);
    assert_eq!(stand.waiting.recovery, None);
    let set = stand.asked_service.last().unwrap();
    assert!(
        matches!(set, Ask::Recovery(Asked::SetPassword(SetPassword { new, .. })) if new.expose() == GOOD),
        "{set:?}"
    );
}

#[test]
fn a_sign_in_after_it_that_does_not_go_through_is_told_with_all_filled_in() {
    let mut stand = choosing(Language::En);
    stand.sign_ins.push_back(Err(Failure::Offline(OfflineCause::NoNetwork)));
    stand.type_in("new-password", GOOD);
    stand.tap("set-password");
    assert_eq!(stand.screen().key(), "sign-in");
    let seen = stand.seen();
    assert!(seen.contains("The new password is set") && seen.contains("No network"), "{seen}");
    assert!(seen.contains(inn().as_str()), "{seen}");
    stand.tap("sign-in");
    assert_eq!(stand.screen().key(), "choose-pin");

    let mut stand = choosing(Language::En);
    stand.sign_ins.push_back(Ok(SignIn::CaptchaWanted));
    stand.type_in("new-password", GOOD);
    stand.tap("set-password");
    assert_eq!(stand.screen().key(), "captcha");
}

#[test]
fn who_recovers_beside_a_locked_account_is_signed_in_too() {
    let mut stand = Stand::new(Language::En);
    stand.vault = one_locked(10, false);
    let mut stand = stand.started();
    stand.tell::<OpenLink>(Ok(link()));
    stand.follow(LINK);
    stand.type_in("new-password", GOOD);
    stand.tap("set-password");
    assert_eq!(stand.screen().key(), "choose-pin");
}

/// The runtime holds one session just signed in, the last: an account made with it has to be that person's.
#[test]
fn a_pin_is_never_chosen_for_one_person_with_the_session_of_another() {
    let chooses_for = |other: &Inn, answer: Result<SignIn, Failure>| {
        let mut stand = Stand::new(Language::En).started();
        stand.type_in("inn", other.as_str());
        stand.type_in("password", "Passw0rd#");
        stand.tap("sign-in");
        assert_eq!(stand.screen().key(), "choose-pin");
        stand.tell::<OpenLink>(Ok(link()));
        stand.follow(LINK);
        stand.sign_ins.push_back(answer);
        stand.type_in("new-password", GOOD);
        stand.tap("set-password");
        stand
    };
    let other = Inn::made_up(7_700_000_777);
    let mut stand = chooses_for(&other, Ok(SignIn::Accepted));
    stand.type_in("pin", PIN);
    stand.type_in("pin-again", PIN);
    stand.tap("keep-pin");
    assert_eq!(stand.made_for, Some(inn()));
    let stand = chooses_for(&other, Err(Failure::Offline(OfflineCause::Lost)));
    assert_eq!(stand.screen().key(), "sign-in");
    assert!(stand.seen().contains("The new password is set"), "{}", stand.seen());
}

#[test]
fn a_password_is_checked_before_it_is_sent() {
    let table = [
        ("", "at least 7 characters"),
        ("10k", "over 256 characters"),
        ("Short1#", ""),
        ("Sh1#", "at least 7 characters"),
        ("lower-case1", "a capital letter"),
        ("UPPER-CASE1", "a small letter"),
        ("No-digits", "a digit"),
        ("NoSigns1", "one of the signs"),
        ("With space-1", "no spaces"),
        ("Кириллица-1a", "Latin letters only"),
        ("Bad-sign1!", "no other signs"),
    ];
    for (password, rule) in table {
        let mut stand = choosing(Language::En);
        let long = "Aa1#".repeat(2_560);
        stand.type_in("new-password", if password == "10k" { &long } else { password });
        let before = stand.asked_service.len();
        stand.tap("set-password");
        let screen = stand.screen();
        let failed: Vec<_> = screen
            .blocks
            .iter()
            .filter_map(|block| if let Block::Checklist(list) = block { Some(&list.checks) } else { None })
            .flatten()
            .filter(|check| check.state == CheckState::Failed)
            .map(|check| check.label.clone())
            .collect();
        if password == "10k" {
            assert!(stand.seen().contains(rule), "{}", stand.seen());
            assert_eq!(stand.asked_service.len(), before);
        } else if rule.is_empty() {
            assert_eq!(stand.asked_service.len(), before + 1, "{password}");
        } else {
            assert!(failed.iter().any(|label| label.contains(rule)), "{password}: {failed:?}");
            assert_eq!(stand.asked_service.len(), before, "{password}");
        }
    }
}

#[test]
fn links_that_are_none_stale_used_or_somebody_elses() {
    let table: [(&str, Option<Link>, &str); 7] = [
        ("hello", None, "no link from a recovery letter"),
        ("fltaxes://recovery?token=", None, "no link from a recovery letter"),
        ("https://example.test/recovery?x=1", None, "no link from a recovery letter"),
        ("https://nalog-ru.com/recovery?token=a", None, "passed off as the tax service's"),
        ("https://pogoda.invalid/recovery?token=a", None, "leads to pogoda.invalid"),
        (LINK, Some(Link::Stale), "has run out"),
        (LINK, Some(Link::Used), "set by this link already"),
    ];
    for (text, told, words) in table {
        let mut stand = stand(Language::En);
        let before = stand.asked_service.len();
        let asks = usize::from(told.is_some());
        if let Some(told) = told {
            stand.tell::<OpenLink>(Ok(told));
        }
        stand.touch(Intent::HaveLetter);
        stand.type_in("link", text);
        stand.touch(Intent::OpenLink);
        assert!(stand.seen().contains(words), "{text}: {}", stand.seen());
        assert_eq!(stand.asked_service.len(), before + asks, "{text}");
    }
}

#[test]
fn a_refused_or_lost_new_password_says_which_one_is_valid() {
    let refused = || Failure::Refused { words: "Слишком простой.".to_owned() };
    let table = [
        (
            Ok(PasswordSet::Refused { words: "Слишком простой.".to_owned() }),
            "The old password is still valid",
        ),
        (Err(refused()), "The old password is still valid"),
        (Err(Failure::Offline(OfflineCause::Lost)), "Try the new one first"),
        (Err(Failure::Offline(OfflineCause::NoAnswer)), "Try the new one first"),
        (Err(Failure::Offline(OfflineCause::NoNetwork)), "Nothing was sent"),
        (Ok(PasswordSet::Used), "set by this link already"),
    ];
    for (answer, words) in table {
        let mut stand = choosing(Language::En);
        stand.tell::<SetPassword>(answer.clone());
        stand.type_in("new-password", GOOD);
        stand.tap("set-password");
        assert!(stand.seen().contains(words), "{answer:?}: {}", stand.seen());
        assert!(stand.signed_in_as.is_empty(), "{answer:?}");
    }
}

#[test]
fn without_recovery_the_website_and_the_office_are_shown() {
    for language in [Language::Ru, Language::En] {
        let mut stand = Stand::new(language);
        stand.facts.offers.retain(|offer| *offer != Capability::Recovery);
        let mut stand = stand.started();
        stand.go(Place::Recovery);
        insta::assert_snapshot!(format!("not-offered-{language:?}").to_lowercase(), stand.seen());
        assert!(stand.asked_service.is_empty());
    }
}

#[test]
fn screens_in_russian() {
    let mut stand = filled(Language::Ru);
    insta::assert_snapshot!("form-ru", stand.seen());
    send(&mut stand, form(2, None), Some(Recovered::Mismatch { attempts_left: 1 }));
    insta::assert_snapshot!("mismatch-ru", stand.seen());
    send(&mut stand, form(1, None), Some(Recovered::Blocked { seconds: 86_400 }));
    insta::assert_snapshot!("blocked-ru", stand.seen());
    let mut stand = choosing(Language::Ru);
    stand.type_in("new-password", "Пароль-1");
    insta::assert_snapshot!("choose-ru", stand.seen());
}

#[test]
fn what_was_typed_for_another_person_is_not_answered_for_this_one() {
    let mut stand = filled(Language::En);
    let late = super::model::Event::Standing {
        inn: Inn::made_up(7_700_000_777),
        send: true,
        answer: ServiceAnswer { at: stand.now, result: Ok(form(0, Some(86_400))) },
    };
    stand.event(page::lasting::<super::model::Recovering>(KEY, late));
    assert!(!stand.seen().contains("It opens in"), "{}", stand.seen());
}

/// Secrets that a covered page would still hold are sent by nobody: their fields look empty.
#[test]
fn a_control_word_is_dropped_under_another_page_and_no_attempt_is_spent_on_it() {
    for over in [Place::Card, Place::Guide] {
        let mut stand = filled(Language::En);
        let before = field(&stand, "word").revision;
        stand.go(over);
        stand.touch(nav::Intent::Back);
        assert_eq!(stand.screen().key(), "recovery");
        let email = field(&stand, "email");
        assert_eq!(email.value, "anna@example.test", "what is shown again is kept");
        assert_ne!(field(&stand, "word").revision, before, "every shell empties the field");
        let asked = stand.asked_service.len();
        stand.touch(Intent::Send);
        assert!(stand.seen().contains("Type the control word"), "{}", stand.seen());
        assert_eq!(stand.asked_service.len(), asked);
    }
}

#[test]
fn a_control_word_is_dropped_by_a_step_and_back() {
    let mut stand = filled(Language::En);
    let before = field(&stand, "word").revision;
    stand.tap("have-letter");
    assert!(stand.screen().path.ends_with(&["recovery".to_owned(), "recovery-letter".to_owned()]));
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "recovery");
    assert_ne!(field(&stand, "word").revision, before);
    stand.touch(Intent::Send);
    assert!(stand.seen().contains("Type the control word"), "{}", stand.seen());
    assert_eq!(attempts(&stand), 0);
}

/// The attempt itself comes after a question of its own: a word that was dropped meanwhile is not sent either.
#[test]
fn a_page_left_while_its_standing_is_asked_spends_no_attempt() {
    let mut stand = filled(Language::En);
    stand.hold = true;
    stand.touch(Intent::Send);
    stand.go(Place::Guide);
    stand.release();
    assert_eq!(attempts(&stand), 0);
    stand.touch(nav::Intent::Back);
    assert!(stand.seen().contains("Type the control word"), "{}", stand.seen());
    assert!(!stand.screen().busy);
}

#[test]
fn a_pasted_link_is_dropped_under_another_page_and_by_a_step_back() {
    let leave: [fn(&mut Stand); 2] = [
        |stand| {
            stand.go(Place::Settings);
            stand.touch(nav::Intent::Back);
        },
        |stand| {
            stand.touch(nav::Intent::Back);
            stand.tap("have-letter");
        },
    ];
    for leave in leave {
        let mut stand = stand(Language::En);
        stand.tap("have-letter");
        stand.type_in("link", LINK);
        let before = field(&stand, "link").revision;
        leave(&mut stand);
        assert_eq!(stand.screen().key(), "recovery-letter");
        assert_ne!(field(&stand, "link").revision, before);
        stand.tap("open-link");
        assert!(stand.seen().contains("no link from a recovery letter"), "{}", stand.seen());
        assert_eq!(stand.asked::<OpenLink>(), 0);
    }
}

/// The token goes with the password: the letter's link, which was not used, is opened once more.
#[test]
fn a_new_password_and_its_token_are_dropped_under_another_page_and_by_a_step_back() {
    let mut stand = choosing(Language::En);
    stand.type_in("new-password", GOOD);
    stand.go(Place::Settings);
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "recovery-letter");
    stand.touch(Intent::SetPassword);
    assert_eq!(stand.asked::<SetPassword>(), 0);
    stand.follow(LINK);
    assert_eq!(stand.screen().key(), "new-password");
    stand.tap("set-password");
    assert!(stand.seen().contains(" ! "), "nothing is typed: {}", stand.seen());
    assert_eq!(stand.asked::<SetPassword>(), 0);

    let mut stand = choosing(Language::En);
    stand.type_in("new-password", GOOD);
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "recovery");
    stand.touch(Intent::SetPassword);
    assert_eq!(stand.asked::<SetPassword>(), 0);
}

#[test]
fn a_password_set_while_something_else_is_seen_still_leads_in() {
    let mut stand = choosing(Language::En);
    stand.type_in("new-password", GOOD);
    stand.hold = true;
    stand.tap("set-password");
    stand.go(Place::Settings);
    stand.release();
    assert_eq!(stand.screen().key(), "choose-pin");
    // Whoever gave the page up is told at least.
    let mut stand = choosing(Language::En);
    stand.type_in("new-password", GOOD);
    stand.hold = true;
    stand.tap("set-password");
    stand.touch(nav::Intent::Back);
    stand.touch(nav::Intent::Back);
    stand.release();
    assert_eq!(stand.screen().key(), "sign-in");
    assert!(stand.seen().contains("The new password is set"), "{}", stand.seen());
    assert!(stand.signed_in_as.is_empty());
}
