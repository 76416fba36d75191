use fl_domain::service::{Failure, OfflineCause, Page};
use proptest::prelude::*;

use crate::{
    open::{nav, shelf::Step},
    screen::Block,
    testing::{Stand, operations},
    texts::Language,
};

fn with(count: usize) -> Stand {
    let mut stand = Stand::new(Language::En);
    stand.service.history = operations(count);
    let mut stand = stand.signed_in();
    stand.tap("tab-operations");
    stand
}

fn rows(stand: &Stand) -> Vec<String> {
    let screen = stand.screen();
    let rows = screen.blocks.iter().filter_map(|block| match block {
        Block::Row(row) => Some(row.title.clone()),
        _ => None,
    });
    rows.collect()
}

#[test]
fn golden_screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let mut stand = Stand::new(language);
        stand.service.history = operations(60);
        stand.service.cap = Some(12);
        let mut stand = stand.signed_in();
        stand.tap("tab-operations");
        insta::assert_snapshot!(format!("operations-{code}"), stand.seen());
        stand.type_in("search", "№ 11");
        insta::assert_snapshot!(format!("operations-found-{code}"), stand.seen());
        let mut stand = Stand::new(language).signed_in();
        stand.tap("tab-operations");
        insta::assert_snapshot!(format!("operations-none-{code}"), stand.seen());
    }
}

#[test]
fn windows_grow_then_slide_and_never_hold_more() {
    let mut stand = with(400);
    assert_eq!(rows(&stand).len(), 50);
    let mut seen = 50;
    while stand.screen().blocks.iter().any(|b| b.key() == "older") {
        stand.tap("older");
        let rows = rows(&stand);
        assert!(rows.len() <= 150, "{}", rows.len());
        assert_ne!(rows.last().unwrap(), "Операция № 0");
        seen += 1;
        assert!(seen < 100, "it ends");
    }
    assert_eq!(rows(&stand).last().unwrap(), "Операция № 399");
    while stand.screen().blocks.iter().any(|b| b.key() == "newer") {
        stand.tap("newer");
    }
    assert_eq!(rows(&stand).first().unwrap(), "Операция № 0");
}

#[test]
fn all_of_it_can_be_loaded_and_stopped() {
    let mut stand = with(1_234);
    stand.tap("load-all");
    assert!(stand.cache.history().complete);
    assert_eq!(stand.cache.history().rows, stand.service.history);
    assert!(!stand.seen().contains("at the service"), "{}", stand.seen());

    let mut stand = with(1_234);
    stand.hold = true;
    stand.tap("load-all");
    stand.tap("loading-all");
    stand.release();
    assert!(!stand.cache.history().complete);
    let kept = stand.cache.history().rows.clone();
    assert_eq!(kept[..], stand.service.history[..kept.len()]);
    stand.tap("load-all");
    assert!(stand.cache.history().complete, "and taken up again");
}

#[test]
fn typing_while_all_of_it_loads_neither_stops_nor_doubles_it() {
    let mut stand = with(700);
    stand.hold = true;
    stand.tap("load-all");
    stand.type_in("search", "№ 69");
    stand.release();
    assert_eq!(stand.cache.history().rows, stand.service.history);
    assert_eq!(rows(&stand).len(), 11);
    let asked = stand.sent.iter().filter(|question| *question == "history").count();
    // The head and one page ahead; then two batches of eleven pages, one before, one ahead and the head.
    assert_eq!(asked, 2 + 2 * 14, "{:?}", stand.sent);
}

#[test]
fn at_the_end_nothing_more_is_offered() {
    for count in [50, 51, 99, 100, 150, 200, 250, 300] {
        let mut stand = with(count);
        while stand.screen().blocks.iter().any(|block| block.key() == "older") {
            let before = rows(&stand);
            stand.tap("older");
            assert_ne!(rows(&stand).last(), before.last(), "{count}: what is offered is there");
        }
        assert_eq!(*rows(&stand).last().unwrap(), format!("Операция № {}", count - 1));
        assert!(stand.cache.history().complete, "{count}");
    }
}

#[test]
fn a_failure_on_the_way_keeps_what_came() {
    let mut stand = with(600);
    let kept = stand.cache.history().rows.len();
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    stand.tap("load-all");
    assert_eq!(stand.cache.history().rows.len(), kept);
    assert!(stand.seen().contains("No network"), "{}", stand.seen());
    stand.failure = None;
    stand.tap("load-all");
    assert_eq!(stand.cache.history().rows, stand.service.history);
}

#[test]
fn filters_and_words_join_and_can_be_cleared() {
    let mut stand = with(40);
    stand.tap("filter-kind/Уплата");
    assert_eq!(rows(&stand).len(), 14);
    stand.type_in("search", "№ 3");
    assert_eq!(
        rows(&stand),
        ["Операция № 3", "Операция № 30", "Операция № 33", "Операция № 36", "Операция № 39"]
    );
    stand.type_in("search", "no such words");
    assert!(stand.seen().contains("Nothing found"), "{}", stand.seen());
    stand.tap("clear-filters");
    assert_eq!(rows(&stand).len(), 40);
}

#[test]
fn ten_kilobytes_of_emoji_find_nothing_and_break_nothing() {
    let mut stand = with(40);
    stand.type_in("search", &"👩‍👩‍👧".repeat(1_000));
    assert!(stand.seen().contains("Nothing found"));
}

#[test]
fn a_new_operation_appears_on_top_and_what_is_read_keeps_its_place() {
    let mut stand = with(400);
    for _ in 0..4 {
        stand.tap("older");
    }
    let before = rows(&stand);
    let mut new = operations(1)[0].clone();
    new.description = "Новая".to_owned();
    stand.service.history.insert(0, new);
    stand.touch(nav::Intent::Refresh);
    assert_eq!(rows(&stand), before);
    assert_eq!(stand.cache.history().rows[0].description, "Новая");
}

#[test]
fn a_history_that_was_rewritten_starts_anew() {
    let mut stand = with(400);
    stand.service.history = operations(1_400).split_off(700);
    stand.touch(nav::Intent::Refresh);
    let kept = stand.cache.history().rows.clone();
    assert_eq!(kept[..], stand.service.history[..kept.len()]);
}

#[test]
fn a_service_that_turns_no_page_is_not_asked_for_ever() {
    let mut stand = Stand::new(Language::En);
    stand.service.history = operations(8_000);
    stand.service.ignores_number = true;
    let mut stand = stand.signed_in();
    stand.tap("tab-operations");
    let before = stand.sent.len();
    stand.tap("load-all");
    assert!(stand.sent.len() - before < 20, "{:?}", stand.sent);
    assert_eq!(stand.cache.history().rows.len(), 50, "the same rows are kept once");
    assert!(!stand.cache.history().complete);
    let seen = stand.seen();
    assert!(seen.contains("The service gives no more than this."), "{seen}");
    assert!(!stand.screen().blocks.iter().any(|block| matches!(block.key(), "load-all" | "older")), "{seen}");
    // It may be asked again by who comes anew.
    stand.tap("tab-home");
    stand.tap("tab-operations");
    assert!(stand.screen().blocks.iter().any(|block| block.key() == "load-all"), "{}", stand.seen());
}

#[test]
fn rows_hidden_after_paging_hide_no_others() {
    for hides in [1, 7, 30, 49] {
        for count in [120, 700] {
            let mut stand = Stand::new(Language::En);
            stand.service.history = operations(count);
            stand.service.hides = hides;
            let mut stand = stand.signed_in();
            stand.tap("tab-operations");
            stand.tap("load-all");
            let given: Vec<_> = (0..)
                .map(|number| stand.service.page(&stand.service.history, Page { number, size: 50 }))
                .take_while(|page| !page.is_empty())
                .flatten()
                .collect();
            assert!(stand.cache.history().rows == given, "{hides} of {count}");
            assert!(stand.cache.history().complete, "{hides} of {count}");
        }
    }
}

#[test]
fn a_history_that_cannot_be_read_says_why_and_where_else() {
    let mut stand = Stand::new(Language::En);
    stand.not_offered = Some("history");
    let mut stand = stand.signed_in();
    stand.tap("tab-operations");
    let seen = stand.seen();
    assert!(seen.contains("on the website") && seen.contains("https://example.test"), "{seen}");
    for (failure, why) in [
        (Failure::Refused { words: "Data is being renewed".to_owned() }, "Data is being renewed"),
        (
            Failure::Unexpected { operation: "history".to_owned(), code: "http-500".to_owned() },
            "history/http-500",
        ),
    ] {
        let mut stand = Stand::new(Language::En);
        stand.failing = vec![("history", failure)];
        let mut stand = stand.signed_in();
        stand.tap("tab-operations");
        let seen = stand.seen();
        assert!(
            seen.contains("nobody can say") && seen.contains(why) && seen.contains("Try again"),
            "{seen}"
        );
        assert!(seen.contains("Operations could not be read."), "{seen}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever comes in meanwhile and however the service cuts its pages: what is kept is always the newest part of what
    /// the service has or had, without a gap, a loss or a double.
    #[test]
    fn what_is_kept_is_contiguous(
        count in 0_usize..260,
        cap in prop::option::of(10_u32..60),
        steps in prop::collection::vec((0_u8..4, 0_usize..6, prop_oneof![1_usize..4, 50_usize..70]), 1..12),
    ) {
        let mut stand = Stand::new(Language::En);
        stand.service.history = operations(count);
        stand.service.cap = cap;
        let mut stand = stand.signed_in();
        stand.tap("tab-operations");
        for (index, (step, after, many)) in steps.into_iter().enumerate() {
            let mut new = operations(many);
            for operation in &mut new {
                operation.description = format!("Новая {index}: {}", operation.description);
            }
            match step {
                0 => drop(stand.service.history.splice(0..0, new)),
                // While older pages are on their way.
                1 => {
                    stand.service.arriving = Some((after, new));
                    stand.touch(Step::LoadAll);
                }
                2 => stand.touch(Step::Older),
                _ => stand.touch(Step::LoadAll),
            }
            stand.touch(nav::Intent::Refresh);
            let kept = stand.cache.history().rows.clone();
            let is_part = (0..=stand.service.history.len().saturating_sub(kept.len()))
                .any(|shift| stand.service.history[shift..][..kept.len().min(stand.service.history.len() - shift)] == kept[..]);
            prop_assert!(is_part, "step {index}: {} kept of {}", kept.len(), stand.service.history.len());
        }
    }
}
