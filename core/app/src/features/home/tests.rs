use fl_domain::{
    Timestamp,
    service::{Failure, OfflineCause},
};

use crate::{
    CacheFault,
    open::{nav, session},
    testing::{PIN, Stand, debtor, money},
    texts::Language,
};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

fn refresh(stand: &mut Stand) {
    stand.touch(nav::Intent::Refresh);
}

#[test]
fn where_one_stands() {
    golden("home-debt", |mut stand| {
        debtor(&mut stand);
        stand.signed_in()
    });
    golden("home-clear", |mut stand| {
        stand.service.ens.balance = Some(money(0));
        stand.signed_in()
    });
    golden("home-overpaid", |mut stand| {
        stand.service.ens.balance = Some(money(2_500));
        stand.for_this_run_only = true;
        stand.signed_in()
    });
    golden("home-nothing-said", Stand::signed_in);
    golden("home-offline-later", |mut stand| {
        debtor(&mut stand);
        let mut stand = stand.signed_in();
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        stand.later(125);
        refresh(&mut stand);
        stand
    });
}

#[test]
fn without_a_network_from_the_start_nothing_is_invented() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.touch(session::Intent::Lock);
    stand.cache.stored.clear();
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    let seen = stand.seen();
    assert!(seen.contains("It could not be read") && seen.contains("No network"), "{seen}");
    assert!(!seen.contains("₽") && !seen.contains("No debt"), "{seen}");
}

#[test]
fn kept_figures_show_before_the_service_answers() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let mut stand = stand.signed_in();
    stand.touch(session::Intent::Lock);
    stand.later(3_600);
    stand.hold = true;
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    let seen = stand.seen();
    assert!(
        stand.screen().busy && seen.contains("Debt ₽12,340.56") && seen.contains("kept, 1 hour ago"),
        "{seen}"
    );
    stand.release();
    assert!(stand.seen().contains("just now"), "{}", stand.seen());
}

#[test]
fn the_app_asks_again_by_itself_when_it_may() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    refresh(&mut stand);
    stand.failure = None;
    stand.later(60);
    assert!(!stand.seen().contains("No network"), "{}", stand.seen());

    let until: Timestamp = "2026-11-22T09:03:30Z".parse().unwrap();
    stand.failure = Some(Failure::Closed { until: Some(until) });
    refresh(&mut stand);
    assert!(stand.seen().contains("until 12:03"), "{}", stand.seen());
    let sent = stand.sent.len();
    stand.later(60);
    assert_eq!(stand.sent.len(), sent, "before its time nothing is asked");
    stand.failure = None;
    stand.later(120);
    assert!(stand.sent.len() > sent && !stand.seen().contains("closed"), "{}", stand.seen());
}

#[test]
fn the_network_coming_back_is_used_at_once() {
    let mut stand = Stand::new(Language::En).signed_in();
    let sent = stand.sent.len();
    stand.network_back();
    assert_eq!(stand.sent.len(), sent, "nothing was stale");
    stand.failure = Some(Failure::Offline(OfflineCause::NoAnswer));
    refresh(&mut stand);
    stand.failure = None;
    stand.network_back();
    assert!(!stand.seen().contains("did not answer"), "{}", stand.seen());
}

#[test]
fn what_cannot_be_kept_is_still_shown() {
    for (fault, text) in [
        (CacheFault::DiskFull, "no room left"),
        (CacheFault::ReadOnly, "cannot be written"),
        (CacheFault::Damaged, "was damaged"),
        (CacheFault::Broken, "could not be kept"),
    ] {
        let mut stand = Stand::new(Language::En);
        debtor(&mut stand);
        let mut stand = stand.signed_in();
        stand.cache.fault = Some(fault);
        refresh(&mut stand);
        let seen = stand.seen();
        assert!(seen.contains(text) && seen.contains("Debt ₽12,340.56"), "{text}: {seen}");
        stand.cache.fault = None;
        refresh(&mut stand);
        assert!(!stand.seen().contains(text), "told until it is over: {}", stand.seen());
    }
}

#[test]
fn long_lists_of_liabilities_come_whole_from_any_page_size() {
    for cap in [None, Some(10), Some(25)] {
        for count in [0_i64, 1, 9, 10, 11, 49, 50, 51, 100, 137] {
            let mut stand = Stand::new(Language::En);
            stand.service.cap = cap;
            stand.service.ens.balance = Some(money(0));
            stand.service.accruals = (0..count)
                .map(|n| {
                    crate::testing::liability(
                        "99",
                        &format!("Tax {n}"),
                        n + 1,
                        fl_domain::account::Due::Unknown,
                    )
                })
                .collect();
            let stand = stand.signed_in();
            let rows = stand.seen().matches(" - Tax ").count();
            assert_eq!(rows, usize::try_from(count).unwrap(), "{cap:?}");
        }
    }
}

#[test]
fn a_tax_leads_to_its_operations() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let mut stand = stand.signed_in();
    stand.tap("arrears-0");
    assert_eq!(stand.screen().key(), "operations");
    assert!(stand.seen().contains("2 found among 3"), "{}", stand.seen());
    stand.back();
    assert_eq!(stand.screen().key(), "home");
}
