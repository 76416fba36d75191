//! Search over a shelf.

use fl_domain::{Date, Money, account::Operation};

use super::support::{all, at, open_unsynced, operation, operations, text};
use crate::Store;

fn sample() -> Vec<Operation> {
    let row = |date, kopecks, description: &str, kind: &str, tax: &str, source: &str| Operation {
        date,
        amount: Money::from_kopecks(kopecks),
        description: description.into(),
        kind: kind.into(),
        tax: tax.into(),
        source: source.into(),
    };
    vec![
        row(
            Some(Date::constant(2025, 12, 1)),
            -123_456,
            "Начислен за 2024 год",
            "Начисление",
            "Транспортный налог",
            "Уведомление № 7",
        ),
        row(
            Some(Date::constant(2025, 11, 30)),
            100_000_000,
            "Учтён платёж",
            "Уплата",
            "",
            "Платёжное поручение",
        ),
        row(None, -5, "ЕЩЁ пени", "Пеня", "Земельный налог", "Расчёт 1 234"),
        row(
            Some(Date::constant(2024, 1, 12)),
            123_400,
            "Зачёт, café",
            "Зачёт",
            "Земельный налог",
            "id 12-34",
        ),
    ]
}

/// The positions of the rows found.
fn found(store: &mut Store, query: &str) -> Vec<usize> {
    let window = store.shelf::<Operation>().window(&text(query), 0, 100).unwrap();
    assert_eq!(window.total, window.rows.len() as u64);
    let rows = sample();
    window.rows.iter().map(|row| rows.iter().position(|other| other == row).unwrap()).collect()
}

#[test]
fn words_dates_and_amounts_are_found_as_people_type_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&sample(), true, at(1)).unwrap();
    let table: [(&str, &[usize]); 31] = [
        ("", &[0, 1, 2, 3]),
        ("   ", &[0, 1, 2, 3]),
        ("налог", &[0, 2, 3]),
        ("НАЛОГ зем", &[2, 3]),
        ("зем налог", &[2, 3]),
        ("еще", &[2]),
        ("учтен платеж", &[1]),
        ("уплата", &[1]),
        ("CAFÉ", &[3]),
        ("cafe", &[]),
        ("№ 7", &[0]),
        ("1234,56", &[0]),
        ("1234.56", &[0]),
        ("1 234,56", &[0]),
        ("-1 234,56 ₽", &[0]),
        ("\u{2212}1\u{a0}234,56\u{a0}₽", &[0]),
        ("1 234", &[0, 2, 3]),
        ("+1 234", &[3]),
        ("1 000 000", &[1]),
        ("1000000,00", &[1]),
        ("0,05", &[2]),
        ("01.12.2025", &[0]),
        ("01.12", &[0]),
        ("2025-12-01", &[0]),
        ("2025", &[0, 1]),
        ("12.2024", &[]),
        ("01.2024", &[3]),
        ("30.11.2025 платеж 1 000 000", &[1]),
        ("12-34", &[3]),
        ("год уведомление", &[0]),
        ("годуведомление", &[]),
    ];
    for (query, expected) in table {
        assert_eq!(found(&mut store, query), expected, "{query:?}");
        store.shelf::<Operation>().forget_index();
        assert_eq!(found(&mut store, query), expected, "{query:?} anew");
    }
}

#[test]
fn typing_on_and_back_finds_the_same_as_typing_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&operations(500, 0), true, at(1)).unwrap();
    let full = "земельный 2025 1 234,5";
    let ends: Vec<usize> = full.char_indices().map(|(at, _)| at).chain([full.len()]).collect();
    for end in ends.iter().chain(ends.iter().rev()) {
        let query = text(&full[..*end]);
        let going = store.shelf::<Operation>().window(&query, 0, 3000).unwrap();

        store.shelf::<Operation>().forget_index();
        assert_eq!(store.shelf::<Operation>().window(&query, 0, 3000).unwrap(), going, "{query:?}");
    }
}

#[test]
fn search_and_filters_hold_together() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&operations(300, 0), true, at(1)).unwrap();
    let mut filter = text("расчет № 1");
    let by_text = store.shelf::<Operation>().window(&filter, 0, 1000).unwrap();
    filter.facets[Operation::TAX] = Some("Земельный налог".into());
    let by_tax = store.shelf::<Operation>().window(&filter, 0, 1000).unwrap();
    filter.facets[Operation::KIND] = Some("Зачёт".into());
    let by_both = store.shelf::<Operation>().window(&filter, 0, 1000).unwrap();
    assert!(by_text.total > by_tax.total && by_tax.total > by_both.total && by_both.total > 0);
    let expected = |rows: &[Operation], keep: fn(&Operation) -> bool| {
        rows.iter().filter(|row| keep(row)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(by_tax.rows, expected(&by_text.rows, |row| row.tax == "Земельный налог"));
    assert_eq!(by_both.rows, expected(&by_tax.rows, |row| row.kind == "Зачёт"));
    // The same search again, further down: from the last answer.
    assert_eq!(store.shelf::<Operation>().window(&filter, 1, 1).unwrap().rows, by_both.rows[1..2]);
    // Wider again.
    filter.facets[Operation::KIND] = None;
    assert_eq!(store.shelf::<Operation>().window(&filter, 0, 1000).unwrap(), by_tax);
    let none = filter.with(Operation::TAX, Some("Нет такого".into()));
    assert_eq!(store.shelf::<Operation>().window(&none, 0, 10).unwrap().total, 0);
}

#[test]
fn the_index_follows_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&operations(60, 30), false, at(1)).unwrap();
    let check = |store: &mut Store| {
        let everything = all(store).unwrap().rows;
        for query in ["расчет", "5", "уведомление 4", "земельный"] {
            let kept = store.shelf::<Operation>().window(&text(query), 0, 1000).unwrap();
            store.shelf::<Operation>().forget_index();
            assert_eq!(store.shelf::<Operation>().window(&text(query), 0, 1000).unwrap(), kept, "{query}");
            assert!(!kept.rows.is_empty() && kept.rows.iter().all(|row| everything.contains(row)));
        }
    };
    check(&mut store);
    store.shelf::<Operation>().merge_head(&operations(70, 50), false, at(2)).unwrap();
    check(&mut store);
    store.shelf::<Operation>().append_tail(41, &operations(29, 5), false).unwrap();
    check(&mut store);
    store.shelf::<Operation>().merge_head(&operations(71, 0), true, at(3)).unwrap();
    check(&mut store);
    store.shelf::<Operation>().replace(&operations(500, 400), true, at(4)).unwrap();
    check(&mut store);
    assert_eq!(store.shelf::<Operation>().window(&text("9595,01"), 0, 9).unwrap().rows, [operation(500)]);
}
