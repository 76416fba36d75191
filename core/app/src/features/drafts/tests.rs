use fl_domain::attachment::{Attachment, FileId, FileKind};

use crate::{CacheFault, open::Place, testing::Stand, texts::Language};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

/// Two drafts about two things, one with a file.
fn begun(stand: Stand) -> Stand {
    let mut stand = stand.signed_in();
    stand.follow("fltaxes://pattern?flat");
    stand.type_in("subject", "of the flat");
    stand.back();
    stand.later(60);
    stand.follow("fltaxes://pattern?car");
    stand.type_in("subject", "of the car");
    for _ in 0..3 {
        stand.tap("next");
        if stand.screen().blocks.iter().any(|block| block.key() == "next-all-the-same") {
            stand.tap("next-all-the-same");
        }
    }
    stand.picks.push_back(Ok(Attachment {
        id: FileId::from_bytes([1; 16]),
        name: "receipt.pdf".to_owned(),
        kind: FileKind::Pdf,
        size: 1_250_000,
        pages: Some(2),
    }));
    stand.tap("papers/file");
    stand
}

#[test]
fn screens() {
    golden("drafts-none", |stand| {
        let mut stand = stand.signed_in();
        stand.go(Place::Drafts);
        stand
    });
    golden("drafts", |stand| {
        let mut stand = begun(stand);
        stand.go(Place::Drafts);
        stand
    });
    golden("drafts-on-home", |stand| {
        let mut stand = begun(stand);
        for _ in 0..4 {
            stand.back();
        }
        stand
    });
    golden("drafts-unkept", |stand| {
        let mut stand = begun(stand);
        stand.cache.fault = Some(CacheFault::DiskFull);
        stand.tap("agreed");
        stand.go(Place::Drafts);
        stand
    });
    golden("drafts-later-version", |stand| {
        let mut stand = begun(stand);
        stand.cache.unread = 2;
        stand.cache.drafts[0].form = "of a later app".to_owned();
        stand.restart();
        stand.unlock();
        stand.go(Place::Drafts);
        stand.tap("draft-1");
        stand
    });
    golden("drafts-leaving", |stand| {
        let mut stand = begun(stand);
        stand.go(Place::Settings);
        stand.tap("sign-out");
        stand
    });
}

/// Nobody knows which drafts there are: that is said, and none is begun beside one that may be there.
#[test]
fn drafts_that_cannot_be_read_are_not_known_to_be_none() {
    let mut stand = begun(Stand::new(Language::En));
    stand.cache.fault = Some(CacheFault::Broken);
    stand.restart();
    stand.unlock();
    stand.go(Place::Drafts);
    assert!(stand.seen().contains("cannot say which drafts it holds"), "{}", stand.seen());
    assert!(!stand.seen().contains("No drafts"));
    stand.follow("fltaxes://pattern?flat");
    assert!(stand.seen().contains("cannot say which drafts it holds"), "{}", stand.seen());
    stand.cache.fault = None;
    stand.later(120);
    stand.follow("fltaxes://pattern?flat");
    assert!(stand.seen().contains("[Subject: of the flat_]"), "{}", stand.seen());
    assert_eq!(stand.cache.drafts.len(), 2);
}

#[test]
fn a_draft_of_an_unknown_form_stays_until_the_person_removes_it() {
    let mut stand = begun(Stand::new(Language::En));
    stand.cache.drafts[1].form = "of a later app".to_owned();
    stand.restart();
    stand.unlock();
    stand.go(Place::Drafts);
    stand.tap("draft-2");
    stand.tap("remove");
    assert_eq!(stand.cache.drafts.len(), 1);
    assert!(stand.files.is_empty(), "its files go with it");
}
