use fl_domain::{
    attachment::{Attachment, FileFault, FileId, FileKind},
    service::{Ask, Failure, Question, contacts, outbox::FateTold, pattern::Send},
};

use crate::{AttachFault, CacheFault, PlatformFault, open::Place, testing::Stand, texts::Language};

const BOOK: &str = "fltaxes://pattern?book";

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

fn begun(language: Language) -> Stand {
    let mut stand = Stand::new(language).signed_in();
    stand.follow(BOOK);
    stand
}

fn file(number: u8, name: &str, kind: FileKind, size: u64) -> Attachment {
    Attachment { id: FileId::from_bytes([number; 16]), name: name.to_owned(), kind, size, pages: None }
}

fn type_all(stand: &mut Stand, fields: &[(&str, &str)]) {
    for (key, text) in fields {
        stand.type_in(key, text);
    }
}

fn about(stand: &mut Stand, wish: &str) {
    type_all(stand, &[("subject", "Переплата за 2025 год")]);
    stand.tap(&format!("wish/{wish}"));
    type_all(stand, &[("story", "Заплатил дважды.\nОдин раз по ошибке.")]);
    stand.tap("office");
    stand.type_in("find", "№ 17");
    if stand.seen().contains("Nothing is called so") {
        stand.type_in("find", "No. 17");
    }
    stand.tap("option-7717");
    stand.tap("next");
}

fn who(stand: &mut Stand) {
    type_all(
        stand,
        &[
            ("surname", "Примерова"),
            ("name", "Анна"),
            ("paper", "12 34-56"),
            ("day", "20.11.2026"),
            ("month", "10.2026"),
        ],
    );
    stand.tap("next");
}

fn money(stand: &mut Stand) {
    type_all(stand, &[("amount", "1 250,75"), ("bank", "044525225"), ("account", "30101810400000000225")]);
    stand.tap("payment.add");
    type_all(stand, &[("payment.1.amount", "500"), ("payment.1.day", "2026-11-03")]);
    stand.tap("next");
}

fn papers(stand: &mut Stand) {
    stand.picks.push_back(Ok(file(1, "receipt.pdf", FileKind::Pdf, 120_000)));
    stand.tap("papers/file");
    stand.tap("agreed");
    stand.type_in("signature", "hush-hush");
    stand.tap("next");
}

fn filled(language: Language) -> Stand {
    let mut stand = begun(language);
    about(&mut stand, "refund");
    who(&mut stand);
    money(&mut stand);
    papers(&mut stand);
    stand
}

#[test]
fn screens() {
    let step = |at: usize| {
        move |stand: Stand| {
            let mut stand = stand.signed_in();
            stand.follow(BOOK);
            let steps: [fn(&mut Stand); 4] = [|stand| about(stand, "refund"), who, money, papers];
            steps.iter().take(at).for_each(|step| step(&mut stand));
            stand
        }
    };
    golden("pattern-about", step(0));
    golden("pattern-who", step(1));
    golden("pattern-money", step(2));
    golden("pattern-papers", step(3));
    golden("pattern-review", step(4));
    golden("pattern-faults", |stand| {
        let mut stand = step(2)(stand);
        type_all(
            &mut stand,
            &[("amount", "12,345"), ("bank", "04452522"), ("account", "30101814000000000225")],
        );
        stand.tap("payment.add");
        type_all(&mut stand, &[("payment.1.day", "31.02.1899")]);
        stand.tap("next");
        stand
    });
    golden("pattern-choose", |stand| {
        let mut stand = stand.signed_in();
        stand.follow(BOOK);
        stand.tap("office");
        stand
    });
    golden("pattern-review-wrong", |stand| {
        let mut stand = stand.signed_in();
        stand.follow(BOOK);
        stand.type_in("subject", "Тема");
        stand.tap("wish/refund");
        for _ in 0..4 {
            stand.tap("next");
            stand.tap("next-all-the-same");
        }
        stand
    });
    golden("pattern-discard", |stand| {
        let mut stand = step(1)(stand);
        stand.tap("discard");
        stand
    });
    golden("pattern-sent", |stand| {
        let mut stand = step(4)(stand);
        stand.failure = Some(Failure::Offline(fl_domain::service::OfflineCause::NoNetwork));
        stand.tap("send");
        stand
    });
}

#[test]
fn what_was_filled_in_is_sent_once_and_the_draft_goes_with_it() {
    let mut stand = filled(Language::En);
    stand.tap("send");
    let sent: Vec<&Ask> = stand.asked_service.iter().filter(|ask| ask.name() == Send::NAME).collect();
    let [Ask::Pattern(fl_domain::service::pattern::Ask::Send(Send(filled)))] = sent[..] else {
        panic!("{sent:?}")
    };
    assert_eq!((filled.office.as_str(), filled.paper.as_deref()), ("7717", Some("123456")));
    assert_eq!(filled.amount.map(fl_domain::Money::kopecks), Some(125_075));
    assert_eq!(filled.payments.len(), 1);
    assert_eq!(filled.files.len(), 1);
    assert!(stand.cache.drafts.is_empty() && stand.files.is_empty(), "{:?}", stand.cache.drafts);
    assert!(stand.seen().contains("OK The service has it: 12:00"), "{}", stand.seen());
    stand.back();
    assert_eq!(stand.screen().key(), "home", "one step back, since there is nothing to fill in");
}

/// The whole of it is on disk after each key, over a kill on any page.
#[test]
fn it_is_resumed_where_it_was_left() {
    let mut stand = begun(Language::En);
    about(&mut stand, "refund");
    who(&mut stand);
    type_all(&mut stand, &[("amount", "77")]);
    stand.restart();
    stand.unlock();
    stand.follow(BOOK);
    assert!(stand.seen().contains("[Sum to be paid back: 77_]"), "{}", stand.seen());
    assert_eq!(stand.screen().path.last().unwrap(), "pattern-money");
    stand.back();
    assert!(stand.seen().contains("[Surname: Примерова_]"), "{}", stand.seen());
}

#[test]
fn what_nobody_filled_anything_into_is_no_draft() {
    let mut stand = begun(Language::En);
    stand.back();
    assert!(stand.cache.drafts.is_empty());
    stand.go(Place::Drafts);
    assert!(stand.seen().contains("No drafts"));
}

#[test]
fn two_drafts_of_one_form_are_about_two_things() {
    let mut stand = begun(Language::En);
    stand.follow("fltaxes://pattern?flat");
    stand.type_in("subject", "of the flat");
    stand.follow("fltaxes://pattern?car");
    stand.type_in("subject", "of the car");
    stand.follow("fltaxes://pattern?flat");
    assert!(stand.seen().contains("of the flat_]"), "{}", stand.seen());
    stand.go(Place::Drafts);
    let seen = stand.seen();
    assert!(seen.contains("flat ·") && seen.contains("car ·"), "{seen}");
    assert_eq!(stand.cache.drafts.len(), 2);
}

#[test]
fn a_refusal_opens_the_draft_again_with_the_services_words() {
    let mut stand = filled(Language::En);
    stand.tell::<Send>(Err(Failure::Refused { words: "Office 7717 is closed".to_owned() }));
    stand.tap("send");
    assert!(stand.seen().contains("Office 7717 is closed"), "{}", stand.seen());
    stand.type_in("signature", "hush-hush");
    stand.back();
    stand.type_in("signature", "hush-hush");
    stand.tap("next");
    stand.tap("send");
    assert_eq!(stand.asked_service.iter().filter(|ask| ask.name() == Send::NAME).count(), 2);
    assert!(stand.cache.drafts.is_empty());
}

/// It left and no answer came: it stays a draft that cannot be changed until it is known what became of it.
#[test]
fn what_may_be_at_the_service_is_not_changed_and_not_sent_again() {
    let mut stand = filled(Language::En);
    let lost = || Failure::Offline(fl_domain::service::OfflineCause::Lost);
    stand.tell::<Send>(Err(lost()));
    stand.tell::<fl_domain::service::outbox::Fate>(Err(lost()));
    stand.tap("send");
    assert!(stand.screen().blocks.iter().all(|block| block.key() != "send"), "{}", stand.seen());
    stand.restart();
    stand.tell::<fl_domain::service::outbox::Fate>(Ok(FateTold::Accepted { at: None }));
    stand.unlock();
    assert!(stand.cache.drafts.is_empty(), "accepted, so it goes");
    assert_eq!(stand.asked_service.iter().filter(|ask| ask.name() == Send::NAME).count(), 1);
}

#[test]
fn a_full_disk_loses_nothing_while_the_app_runs_and_is_said() {
    let mut stand = begun(Language::En);
    stand.type_in("subject", "first");
    stand.cache.fault = Some(CacheFault::DiskFull);
    stand.type_in("subject", "first and second");
    assert!(stand.seen().contains("no room left: what you typed last"), "{}", stand.seen());
    stand.cache.fault = None;
    stand.tap("wish/visit");
    assert!(stand.seen().contains("Kept on this device"), "{}", stand.seen());
    stand.restart();
    stand.unlock();
    stand.follow(BOOK);
    assert!(stand.seen().contains("first and second_]"));
}

#[test]
fn a_file_that_does_not_come_along_is_named_and_the_rest_stays() {
    let mut stand = begun(Language::En);
    about(&mut stand, "visit");
    who(&mut stand);
    stand.tap("next");
    let table = [
        (AttachFault::File(FileFault::Empty), "The file is empty"),
        (AttachFault::File(FileFault::TooLarge { limit: 10_000_000 }), "larger than"),
        (AttachFault::File(FileFault::Protected), "protected by a password"),
        (AttachFault::File(FileFault::TooManyPixels { width: 20_000, height: 20_000 }), "20"),
        (AttachFault::File(FileFault::NotAccepted), "whatever its name says"),
        (AttachFault::Device(PlatformFault::Failed), "could not be read"),
        (AttachFault::Device(PlatformFault::Denied), "did not let the app"),
        (AttachFault::Cache(CacheFault::DiskFull), "no room left"),
    ];
    for (fault, words) in table {
        stand.picks.push_back(Err(fault));
        stand.tap("papers/gallery");
        assert!(stand.seen().contains(words), "{fault:?}\n{}", stand.seen());
    }
    stand.picks.push_back(Ok(file(2, "a.jpg", FileKind::Jpeg, 10)));
    stand.picks.push_back(Ok(file(3, "b.jpg", FileKind::Jpeg, 10)));
    stand.picks.push_back(Ok(file(4, "both.pdf", FileKind::Pdf, 20)));
    for way in ["camera", "gallery", "join"] {
        stand.tap(&format!("papers/{way}"));
    }
    let seen = stand.seen();
    assert!(seen.contains("+ both.pdf") && !seen.contains("a.jpg"), "{seen}");
    assert_eq!(stand.files, [FileId::from_bytes([4; 16])], "the pictures are gone from the device");
    stand.tap(&format!("papers/{}", FileId::from_bytes([4; 16])));
    assert!(stand.files.is_empty());
}

#[test]
fn what_a_kill_left_over_of_a_file_is_swept() {
    let mut stand = begun(Language::En);
    stand.type_in("subject", "kept");
    stand.files.push(FileId::from_bytes([9; 16]));
    stand.restart();
    stand.unlock();
    assert!(stand.files.is_empty());
    stand.files.push(FileId::from_bytes([9; 16]));
    stand.cache.unread = 1;
    stand.restart();
    stand.unlock();
    assert_eq!(stand.files.len(), 1, "where not all drafts are understood nobody knows whose it is");
}

#[test]
fn what_the_service_changed_is_said_when_a_draft_is_opened() {
    let mut stand = Stand::new(Language::En);
    stand.service.contacts.email.confirmed = Some("old@example.test".to_owned());
    let mut stand = stand.signed_in();
    stand.follow(BOOK);
    assert!(stand.seen().contains("[Subject: old@example.test_]"), "{}", stand.seen());
    stand.tap("wish/visit");
    stand.service.contacts.email.confirmed = Some("new@example.test".to_owned());
    stand.restart();
    stand.unlock();
    stand.follow(BOOK);
    assert!(stand.seen().contains("new@example.test, and before old@example.test"), "{}", stand.seen());
    stand.tap("take-given");
    assert!(stand.seen().contains("[Subject: new@example.test_]"));
    assert!(!stand.seen().contains("Since you began"));
    assert!(matches!(contacts::Read::NAME, "contacts"));
}

#[test]
fn a_secret_is_gone_once_something_covers_it_and_is_in_no_draft() {
    let mut stand = filled(Language::En);
    assert!(!format!("{:?}", stand.cache.drafts[0].entries).contains("hush"));
    stand.go(Place::Drafts);
    stand.back();
    assert!(stand.seen().contains("Type the password of the signature"), "{}", stand.seen());
}

#[test]
fn a_day_of_the_calendar_is_written_as_people_write_it() {
    let mut stand = begun(Language::En);
    about(&mut stand, "visit");
    stand.type_in("day", "2026-11-05");
    assert!(stand.seen().contains("[Day it happened: 05.11.2026_]"), "{}", stand.seen());
}

/// Sent with a name that is a surname: only the whole form sees that.
fn sent_with_a_swapped_name() -> Stand {
    let mut stand = filled(Language::En);
    for _ in 0..3 {
        stand.back();
    }
    stand.type_in("name", "Примерова");
    for _ in 0..2 {
        stand.tap("next");
    }
    stand.type_in("signature", "hush");
    stand.tap("next");
    stand.tap("send");
    stand
}

#[test]
fn what_no_field_sees_by_itself_is_said_at_its_field() {
    let stand = sent_with_a_swapped_name();
    assert_eq!(stand.screen().path.last().unwrap(), "pattern-who");
    assert!(stand.seen().contains("one of them is in the wrong field"), "{}", stand.seen());
}

fn lost() -> Failure {
    Failure::Offline(fl_domain::service::OfflineCause::Lost)
}

/// It left, nobody says what became of it, and the person takes it back into their own hands: that it may be at the service is said wherever
/// it is shown, over a restart too, and sending it anew says so.
#[test]
fn what_may_be_at_the_service_is_never_a_plain_draft_again() {
    let mut stand = filled(Language::En);
    stand.tell::<Send>(Err(lost()));
    let known_since = Some(fl_domain::Timestamp::MAX);
    stand.tell::<fl_domain::service::outbox::Fate>(Ok(FateTold::Unheard { known_since }));
    stand.tap("send");
    assert!(stand.seen().contains("[Open the draft again]"), "{}", stand.seen());
    assert!(stand.seen().contains("It may be at the service all the same"));
    stand.tap("outbox-dismiss");
    let is_doubtful = |stand: &Stand| stand.seen().contains("may be at the service already");
    assert!(is_doubtful(&stand), "{}", stand.seen());
    stand.restart();
    stand.unlock();
    stand.go(Place::Drafts);
    assert!(is_doubtful(&stand), "{}", stand.seen());
    stand.tap("draft-1");
    assert!(
        is_doubtful(&stand) && stand.seen().contains("[Send it once more all the same]"),
        "{}",
        stand.seen()
    );
    stand.tap("discard");
    assert!(stand.seen().contains("What may have come to the service stays there"), "{}", stand.seen());
}

/// What was taken back before it left is on this device alone, and is a draft like any other.
#[test]
fn what_was_taken_back_is_a_plain_draft_again() {
    let mut stand = filled(Language::En);
    stand.failure = Some(Failure::Offline(fl_domain::service::OfflineCause::NoNetwork));
    stand.touch(crate::open::nav::Intent::Refresh);
    stand.tap("send");
    assert!(stand.seen().contains("Not sent yet"), "{}", stand.seen());
    stand.tap("outbox-withdraw");
    assert!(
        stand.seen().contains("[Send]") && !stand.seen().contains("may be at the service"),
        "{}",
        stand.seen()
    );
    assert_eq!(stand.cache.drafts[0].sent, None);
}

/// Handed over, it is not changed by looking at it, and one step leads back from it.
#[test]
fn a_form_that_was_handed_over_is_not_changed_by_looking_at_it() {
    let mut stand = filled(Language::En);
    stand.tell::<Send>(Err(lost()));
    stand.tell::<fl_domain::service::outbox::Fate>(Err(lost()));
    stand.tap("send");
    let kept = stand.cache.drafts.clone();
    stand.back();
    assert_eq!(stand.screen().key(), "home");
    assert_eq!(stand.cache.drafts, kept);
    assert!(
        !stand.seen().contains("begun and"),
        "it is with what was sent, not with what was begun: {}",
        stand.seen()
    );
    stand.follow(BOOK);
    assert!(stand.seen().contains("[Subject: _]"), "another one can be begun: {}", stand.seen());
}

/// Two drafts about two things that say the same are two wishes.
#[test]
fn the_same_words_about_two_things_are_sent_twice() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.failure = Some(Failure::Offline(fl_domain::service::OfflineCause::NoNetwork));
    stand.touch(crate::open::nav::Intent::Refresh);
    for link in ["fltaxes://pattern?flat", "fltaxes://pattern?car"] {
        stand.follow(link);
        about(&mut stand, "visit");
        who(&mut stand);
        stand.tap("next");
        stand.tap("agreed");
        stand.type_in("signature", "hush");
        stand.tap("next");
        stand.tap("send");
    }
    assert_eq!(stand.cache.sendings.len(), 2);
    let keys: Vec<_> = stand.cache.drafts.iter().map(|draft| draft.sent).collect();
    assert!(keys.iter().all(Option::is_some) && keys[0] != keys[1], "{keys:?}");
}

/// A file is for the draft that asked for it, whichever form is seen when it comes; a form is not sent while one is being read.
#[test]
fn a_file_comes_into_the_draft_that_asked_for_it() {
    let mut stand = Stand::new(Language::En).signed_in();
    let to_papers = |stand: &mut Stand, link: &str| {
        stand.follow(link);
        about(stand, "visit");
        who(stand);
        stand.tap("next");
    };
    to_papers(&mut stand, "fltaxes://pattern?flat");
    stand.hold_files = true;
    stand.picks.push_back(Ok(file(1, "flat.pdf", FileKind::Pdf, 10)));
    stand.tap("papers/file");
    assert!(stand.seen().contains("The file is being read"), "{}", stand.seen());
    stand.tap("agreed");
    stand.type_in("signature", "hush");
    stand.tap("next");
    assert!(stand.seen().contains("[Send] (off)"), "{}", stand.seen());
    to_papers(&mut stand, "fltaxes://pattern?car");
    stand.release();
    assert!(!stand.seen().contains("flat.pdf"), "{}", stand.seen());
    let files = |stand: &Stand, about: &str| {
        let draft = stand.cache.drafts.iter().find(|draft| draft.about.as_deref() == Some(about)).unwrap();
        draft.attachments().count()
    };
    assert_eq!((files(&stand, "flat"), files(&stand, "car")), (1, 0));
}

/// What is on the disk never names a file that is gone: it goes once that is written.
#[test]
fn a_file_stays_until_the_draft_without_it_is_on_the_disk() {
    let mut stand = begun(Language::En);
    about(&mut stand, "visit");
    who(&mut stand);
    stand.tap("next");
    for (number, way) in [(1, "camera"), (2, "gallery")] {
        stand.picks.push_back(Ok(file(number, "a.jpg", FileKind::Jpeg, 10)));
        stand.tap(&format!("papers/{way}"));
    }
    stand.cache.fault = Some(CacheFault::DiskFull);
    stand.picks.push_back(Ok(file(3, "both.pdf", FileKind::Pdf, 20)));
    stand.tap("papers/join");
    assert_eq!(stand.files.len(), 3, "the draft on the disk still names the pictures");
    stand.cache.fault = None;
    stand.tap("agreed");
    assert_eq!(stand.files, [FileId::from_bytes([3; 16])]);
}

#[test]
fn what_the_form_found_wrong_goes_with_any_change() {
    let mut stand = sent_with_a_swapped_name();
    stand.type_in("surname", "Другова");
    assert!(!stand.seen().contains("one of them is in the wrong field"), "{}", stand.seen());
}

/// The signature's password is typed anew whenever its field is seen anew: one that looks empty is empty.
#[test]
fn a_signature_that_is_not_seen_is_not_held() {
    let mut stand = filled(Language::En);
    stand.back();
    stand.tap("next");
    assert!(stand.seen().contains("! Type the password of the signature"), "{}", stand.seen());
}

#[test]
fn until_today_is_judged_by_the_services_clock() {
    let mut stand = begun(Language::En);
    about(&mut stand, "visit");
    stand.now.service_ahead = 3 * 86_400;
    stand.touch(crate::open::nav::Intent::Refresh);
    stand.type_in("day", "24.11.2026");
    assert!(!stand.seen().contains("Not after"), "{}", stand.seen());
}

#[test]
fn a_service_that_takes_no_such_form_is_said_to_before_anything_is_typed() {
    let mut stand = Stand::new(Language::En);
    stand.facts.offers.clear();
    let mut stand = stand.signed_in();
    stand.follow(BOOK);
    assert!(stand.seen().contains("does not offer"), "{}", stand.seen());
}

/// While one edition is being written the later ones wait, and go as one.
#[test]
fn a_burst_of_typing_is_written_in_one_go() {
    let mut stand = begun(Language::En);
    stand.hold_drafts = true;
    for length in 1..=20 {
        stand.type_in("subject", &"a".repeat(length));
    }
    assert_eq!(stand.held(), 1);
    assert!(
        !stand.seen().contains("Kept on this device"),
        "nothing of it is on the disk yet: {}",
        stand.seen()
    );
    stand.release();
    assert_eq!(stand.cache.drafts[0].entries["subject"], "a".repeat(20));
    assert!(stand.seen().contains("Kept on this device"), "{}", stand.seen());
    assert_eq!(stand.cache.written, 2, "the first letter, and all that came meanwhile");
}
