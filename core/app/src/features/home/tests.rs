use fl_domain::{
    Timestamp,
    service::{CertificateFault, Failure, OfflineCause},
};

use crate::{
    CacheFault,
    open::{nav, session},
    screen::Block,
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

/// Who hears the screen hears when each amount falls due, as who sees it sees it.
#[test]
fn the_day_of_each_amount_is_said_and_the_amount_in_words() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let stand = stand.signed_in();
    let said = |key: &str| {
        let rows = stand.screen().blocks.into_iter().filter_map(|block| match block {
            Block::Row(row) => Some(row),
            _ => None,
        });
        rows.into_iter().find(|row| row.key == key).and_then(|row| row.spoken).unwrap_or_default()
    };
    let table = [
        ("arrears-0", "Transport tax: 12340 roubles 56 kopecks, was due on 1 December 2025"),
        ("nearest", "Nearest accrual: 4000 roubles, by 1 December 2026"),
        ("accruals-0", "Property tax: 3000 roubles, by 1 December 2026"),
        ("accruals-1", "Tax with code X7: 1000 roubles, by 1 December 2026"),
    ];
    for (key, words) in table {
        assert_eq!(said(key), words, "{key}");
    }
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

/// All that home reads, with what a person calls it.
const READ: [(&str, &str); 6] = [
    ("ens-balance", "ENS balance"),
    ("liability-totals", "Totals"),
    ("taxpayer", "Name and letters"),
    ("payment-totals", "Confirmed payments"),
    ("accruals", "Accruals"),
    ("arrears", "Arrears"),
];

fn failures() -> Vec<(Failure, &'static str)> {
    let unexpected = |code: &str| Failure::Unexpected { operation: "x".to_owned(), code: code.to_owned() };
    vec![
        (unexpected("http-500"), "For support: x/http-500"),
        (unexpected("not-json"), "For support: x/not-json"),
        (
            Failure::Refused { words: "Come back in an hour".to_owned() },
            "The service refused: Come back in an hour",
        ),
        (Failure::Rejected { operation: "x".to_owned() }, "rejected this one question"),
    ]
}

#[test]
fn what_cannot_be_read_is_named_with_its_reason_and_the_rest_is_shown() {
    for (question, title) in READ {
        for (failure, why) in failures() {
            let mut stand = Stand::new(Language::En);
            debtor(&mut stand);
            stand.failing = vec![(question, failure)];
            let stand = stand.signed_in();
            let seen = stand.seen();
            assert!(
                seen.contains(&format!(" - {title}: not known\n   ")) && seen.contains(why),
                "{question}: {seen}"
            );
            assert!(!seen.contains("Nothing is kept") && !seen.contains("no arrears"), "{question}: {seen}");
            assert!(!seen.contains("ended the session"), "one question is no word on the session: {seen}");
            for (other, amount) in [
                ("ens-balance", "Debt ₽12,340.56"),
                ("liability-totals", "Overdue: ₽12,340.56"),
                ("payment-totals", "Confirmed payments: ₽500.00"),
                ("accruals", "Property tax: ₽3,000.00"),
                ("arrears", "Transport tax: ₽12,340.56"),
            ] {
                assert_eq!(seen.contains(amount), other != question, "{question} fails: {seen}");
            }
        }
    }
}

#[test]
fn a_session_in_whose_name_nothing_is_answered_is_begun_anew() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.failure = Some(Failure::Rejected { operation: "x".to_owned() });
    refresh(&mut stand);
    assert!(stand.seen().contains("The service ended the session"), "{}", stand.seen());
    stand.failure = None;
    refresh(&mut stand);
    assert_eq!(stand.screen().notice, None, "it was not over: {}", stand.seen());
}

#[test]
fn a_session_that_is_not_renewed_is_not_over_and_is_asked_for_again() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let mut stand = stand.signed_in();
    let words = Some("temporarily unavailable".to_owned());
    stand.failure = Some(Failure::NotRenewed { words, code: "refused".to_owned() });
    refresh(&mut stand);
    let seen = stand.seen();
    assert!(seen.contains("not over") && seen.contains("temporarily unavailable"), "{seen}");
    assert!(seen.contains("Debt ₽12,340.56"), "{seen}");
    stand.failure = None;
    stand.later(60);
    assert_eq!(stand.screen().notice, None, "{}", stand.seen());
}

#[test]
fn who_cannot_prove_to_be_the_service_is_not_asked_again_and_again() {
    for (fault, words) in [
        (CertificateFault::Untrusted, "cannot prove to be the tax service"),
        (CertificateFault::OutOfTime, "on which today is 22 November 2026"),
        (CertificateFault::OtherHost, "belongs to another site"),
        (CertificateFault::Unusable, "could not be made safe"),
    ] {
        let mut stand = Stand::new(Language::En).signed_in();
        stand.failure = Some(Failure::NotSafe(fault));
        refresh(&mut stand);
        let notice = stand.screen().notice.unwrap();
        assert!(notice.text.contains(words) && notice.tone == crate::screen::Tone::Bad, "{}", notice.text);
        let sent = stand.sent.len();
        stand.later(60);
        stand.later(3_600);
        assert_eq!(stand.sent.len(), sent);
    }
}

#[test]
fn a_list_that_never_turns_its_page_ends_and_may_not_be_all() {
    for (count, is_all) in [(3, true), (50, false), (200, false)] {
        let mut stand = Stand::new(Language::En);
        stand.service.ignores_number = true;
        stand.service.accruals = (1..=count)
            .map(|n| {
                crate::testing::liability("99", &format!("Tax {n}"), n, fl_domain::account::Due::Unknown)
            })
            .collect();
        let seen = stand.signed_in().seen();
        assert_eq!(seen.matches(" - Tax ").count(), usize::try_from(count.min(50)).unwrap(), "{seen}");
        assert_eq!(seen.contains("Accruals: this may not be all."), !is_all, "{seen}");
    }
}

#[test]
fn each_figure_is_explained_by_a_touch() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let mut stand = Stand::new(language);
        debtor(&mut stand);
        let mut stand = stand.signed_in();
        let mut pages = String::new();
        for key in ["balance", "overdue", "accrued", "nearest", "recommended", "confirmed"] {
            stand.tap(key);
            assert_eq!(stand.screen().path, ["home".to_owned(), format!("explained-{key}")]);
            pages += &stand.seen();
            pages += "\n";
            stand.back();
        }
        insta::assert_snapshot!(format!("explained-{code}"), pages);
    }
}
