use fl_domain::service::{
    Failure, OfflineCause,
    documents::{Document, DocumentKind, List},
};

use crate::{Place, open::nav, screen::Block, testing::Stand, texts::Language};

fn document(index: i16, kind: DocumentKind, is_read: Option<bool>) -> Document {
    Document {
        id: format!("made-up-{index}"),
        kind,
        title: format!("Документ № {index}"),
        number: format!("{index}/2026"),
        date: fl_domain::dates::from_unix_days(20_400 - i64::from(index)),
        year: Some(2026 - index / 3),
        is_read,
    }
}

fn some() -> Vec<Document> {
    let mut documents = vec![
        document(0, DocumentKind::Demand, Some(false)),
        document(1, DocumentKind::Notice, Some(false)),
        document(2, DocumentKind::Receipt, Some(true)),
        document(3, DocumentKind::Notice, Some(true)),
        document(4, DocumentKind::Other, None),
    ];
    documents[3].title = String::new();
    documents[4].date = None;
    documents
}

fn with(documents: Vec<Document>, language: Language) -> Stand {
    let mut stand = Stand::new(language);
    stand.service.documents = documents;
    stand.signed_in()
}

fn rows(stand: &Stand) -> usize {
    stand
        .screen()
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Row(row) if row.key.starts_with("document-")))
        .count()
}

#[test]
fn golden_screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let mut stand = with(some(), language);
        stand.tap("documents");
        insta::assert_snapshot!(format!("documents-{code}"), stand.seen());
        stand.tap("filter-document/notice");
        insta::assert_snapshot!(format!("documents-found-{code}"), stand.seen());
        let mut stand = with(Vec::new(), language);
        stand.tap("documents");
        insta::assert_snapshot!(format!("documents-none-{code}"), stand.seen());
    }
}

#[test]
fn they_are_found_by_kind_year_state_and_words() {
    let mut stand = with(some(), Language::En);
    stand.tap("documents");
    assert_eq!(rows(&stand), 5);
    stand.tap("filter-state/unread");
    assert_eq!(rows(&stand), 2);
    stand.tap("filter-document/demand");
    assert_eq!(rows(&stand), 1);
    stand.tap("clear-filters");
    stand.tap("filter-year/2025");
    assert_eq!(rows(&stand), 2);
    stand.tap("clear-filters");
    stand.type_in("search", "№ 2");
    assert_eq!(rows(&stand), 1);
}

#[test]
fn the_first_screen_counts_what_is_unread_and_says_where_nobody_knows() {
    let stand = with(some(), Language::En);
    assert!(stand.seen().contains("Documents: 2 unread"), "{}", stand.seen());
    let stand = with(Vec::new(), Language::En);
    assert!(stand.seen().contains("Documents: none"), "{}", stand.seen());
    let stand = with(vec![document(0, DocumentKind::Notice, Some(true))], Language::En);
    assert!(stand.seen().contains("Documents: all read"), "{}", stand.seen());
    // Of one the service does not say it.
    let unsaid = vec![document(0, DocumentKind::Notice, Some(true)), document(1, DocumentKind::Notice, None)];
    let stand = with(unsaid, Language::En);
    assert!(stand.seen().contains("Documents: 2 documents"), "{}", stand.seen());
    let mut stand = Stand::new(Language::En);
    stand.tell::<List>(Err(Failure::Unexpected {
        operation: "documents".to_owned(),
        code: "not-json".to_owned(),
    }));
    let mut stand = stand.signed_in();
    assert!(stand.seen().contains("is not known yet"), "{}", stand.seen());
    stand.tap("documents");
    // That nobody knows is not that there are none.
    assert!(!stand.seen().contains("No documents"), "{}", stand.seen());
}

#[test]
fn one_that_was_read_elsewhere_is_read_here_too() {
    let mut stand = with(some(), Language::En);
    let mut documents = some();
    documents[0].is_read = Some(true);
    stand.service.documents = documents;
    stand.touch(nav::Intent::Refresh);
    assert!(stand.seen().contains("Documents: 1 unread"), "{}", stand.seen());
    assert_eq!(stand.cache.shelf::<List>().rows.len(), 5);
}

#[test]
fn without_a_network_they_are_here_with_their_age() {
    let mut stand = with(some(), Language::En);
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    stand.restart();
    stand.unlock();
    assert!(stand.seen().contains("Documents: 2 unread"), "{}", stand.seen());
    stand.tap("documents");
    assert_eq!(rows(&stand), 5);
    assert!(stand.seen().contains("kept"), "{}", stand.seen());
}

#[test]
fn where_the_service_does_not_offer_them_its_website_is_named() {
    let mut stand = Stand::new(Language::En);
    stand.facts.offers.clear();
    let mut stand = stand.signed_in();
    assert!(!stand.sent.iter().any(|name| name == "documents"), "{:?}", stand.sent);
    stand.go(Place::Documents);
    assert!(
        stand.seen().contains("Open the website") || stand.seen().contains("website"),
        "{}",
        stand.seen()
    );
}
