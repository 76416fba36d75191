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
    assert!(stand.seen().contains("not here any longer"), "{}", stand.seen());
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

#[test]
fn what_no_field_sees_by_itself_is_said_at_its_field() {
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
    assert_eq!(stand.screen().path.last().unwrap(), "pattern-who");
    assert!(stand.seen().contains("one of them is in the wrong field"), "{}", stand.seen());
}
