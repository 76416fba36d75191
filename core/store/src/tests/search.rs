//! Search over a shelf.

use fl_domain::{
    Date, Money,
    account::Operation,
    service::documents::{Document, DocumentKind},
    shelf::ShelfRow,
};
use proptest::prelude::*;

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
    let table: [(&str, &[usize]); 66] = [
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
        ("1,234.56", &[0]),
        ("₽1,234.56", &[0]),
        ("\u{2212}₽1,234.56", &[0]),
        ("\u{2013}1234", &[0]),
        ("-1,234", &[0]),
        ("+1,234", &[3]),
        ("1,2", &[0, 1, 3]),
        ("1,23", &[0, 3]),
        ("1,234", &[0, 3]),
        ("1,234.", &[0, 3]),
        ("1,234.5", &[0]),
        ("234.5", &[0]),
        ("₽1,000,000.00", &[1]),
        ("1,000", &[1]),
        ("1 000\u{202f}000,00\u{a0}₽", &[1]),
        ("1 декабря 2025", &[0]),
        ("1 декабря 2025\u{a0}г.", &[0]),
        ("1 December 2025", &[0]),
        ("December 1, 2025", &[0]),
        ("December 1", &[0]),
        ("декабрь 2025", &[0]),
        ("2025 декабрь", &[0]),
        ("1 дек", &[0]),
        ("1 д", &[0]),
        ("дек.", &[0]),
        ("12 янв 2024", &[3]),
        ("January", &[3]),
        ("1.12.25", &[0]),
        ("30/11/2025", &[1]),
        ("учте\u{308}н плате\u{308}ж", &[1]),
        ("на\u{ad}лог земель\u{200b}ный", &[2, 3]),
        ("1 декабря 2025 г. · Транспортный налог · Уведомление № 7", &[0]),
        ("1,234.56 Транспортный налог 1 декабря", &[0]),
        ("уведомление 1 декабря начислен", &[0]),
        ("2 декабря 2025", &[]),
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

/// Thousands apart, as screens have them.
fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// An amount as screens show it, in Russian and in English, and as a person types it.
fn shown_amounts(amount: Money) -> Vec<String> {
    let (roubles, kopecks) = amount.parts();
    let sign = if amount.is_negative() { "\u{2212}" } else { "" };
    let plus = if amount.is_positive() { "+" } else { sign };
    let mut texts = Vec::new();
    for sign in [sign, plus] {
        for space in ['\u{a0}', '\u{202f}', ' '] {
            texts.push(format!("{sign}{},{kopecks:02}{space}₽", grouped(roubles, space)));
        }
        texts.push(format!("{sign}₽{}.{kopecks:02}", grouped(roubles, ',')));
        texts.push(format!("{sign}{}.{kopecks:02}", grouped(roubles, ',')));
    }
    let typed = sign.replace('\u{2212}', "\u{2013}");
    texts.extend([
        format!("{typed}{roubles}"),
        format!("{typed}{roubles}.{kopecks:02}"),
        format!("{roubles},{kopecks:02}"),
    ]);
    texts
}

const MONTHS: [(&str, &str); 12] = [
    ("января", "January"),
    ("февраля", "February"),
    ("марта", "March"),
    ("апреля", "April"),
    ("мая", "May"),
    ("июня", "June"),
    ("июля", "July"),
    ("августа", "August"),
    ("сентября", "September"),
    ("октября", "October"),
    ("ноября", "November"),
    ("декабря", "December"),
];

fn shown_days(date: Date) -> Vec<String> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (russian, english) = MONTHS[usize::try_from(month).unwrap() - 1];
    vec![
        format!("{day} {russian} {year} г."),
        format!("{day} {english} {year}"),
        format!("{english} {day}, {year}"),
        format!("{english} {day}"),
        format!("{day} {russian}"),
        format!("{day} {}", &russian[..6]),
        format!("{day:02}.{month:02}.{year}"),
        format!("{day}.{month}.{year}"),
        format!("{year}-{month:02}-{day:02}"),
    ]
}

/// All beginnings of a text, as it is typed.
fn typed(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().map(|(at, c)| &text[..at + c.len_utf8()])
}

fn finds<R: ShelfRow + std::fmt::Debug>(
    store: &mut Store,
    query: &str,
    row: &R,
) -> Result<(), TestCaseError> {
    let window = store.shelf::<R>().window(&text(query), 0, 100).unwrap();
    prop_assert!(window.rows.contains(row), "{query:?} does not find it");
    Ok(())
}

fn words() -> impl Strategy<Value = String> {
    "[А-Яа-яёЁйЙ№«»—a-zA-Z0-9 .,/·\\-]{0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_screen_shows_of_an_operation_finds_it(
        kopecks in prop_oneof![-500_000_i64..500_000, -100_000_000_000_i64..100_000_000_000],
        day in 14_000_i64..24_000,
        description in words(),
        source in words(),
        kind in words(),
        tax in words(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = open_unsynced(folder.path());
        let date = fl_domain::dates::from_unix_days(day).unwrap();
        let row = Operation { date: Some(date), amount: Money::from_kopecks(kopecks), description, kind, tax, source };
        store.shelf::<Operation>().merge_head(std::slice::from_ref(&row), true, at(1)).unwrap();
        let title = [&row.description, &row.kind].into_iter().find(|text| !text.is_empty()).cloned();
        let titles = title.map_or_else(|| vec!["Операция".to_owned(), "Operation".to_owned()], |title| vec![title]);
        for shown in shown_amounts(row.amount).iter().chain(&shown_days(date)).chain(&titles) {
            for begun in typed(shown) {
                finds(&mut store, begun, &row)?;
            }
            // A sheet of paper, another page, a Mac: the same in other marks.
            finds(&mut store, &shown.replace('й', "и\u{306}").replace('ё', "е\u{308}"), &row)?;
            finds(&mut store, &format!("\u{200e}{shown}\u{2069}"), &row)?;
        }
        for date in shown_days(date) {
            let details: Vec<&str> =
                [&*date, &row.tax, &row.source].into_iter().filter(|part| !part.is_empty()).collect();
            finds(&mut store, &details.join(" · "), &row)?;
        }
    }

    #[test]
    fn whatever_a_screen_shows_of_a_document_finds_it(
        kind in 0_usize..4,
        title in words(),
        number in words(),
        day in 14_000_i64..24_000,
        year in prop::option::of(1990_i16..2100),
        is_read in prop::option::of(any::<bool>()),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = open_unsynced(folder.path());
        let date = fl_domain::dates::from_unix_days(day).unwrap();
        let kind = DocumentKind::ALL[kind];
        let row = Document { id: "1".into(), kind, title, number, date: Some(date), year, is_read };
        store.shelf::<Document>().merge_head(std::slice::from_ref(&row), true, at(1)).unwrap();
        let mut shown = vec![row.title.clone()];
        shown.extend(kind.called().map(str::to_owned));
        shown.extend(shown_days(date));
        if !row.number.is_empty() {
            shown.extend([format!("№ {}", row.number), format!("No. {}", row.number)]);
        }
        if let Some(year) = year {
            shown.extend([format!("за {year} год"), format!("for {year}")]);
        }
        let states: &[&str] = match is_read {
            Some(true) => &["прочитано", "read"],
            Some(false) => &["не прочитано", "unread"],
            None => &[],
        };
        shown.extend(states.iter().map(|state| (*state).to_owned()));
        for shown in shown {
            finds(&mut store, &shown, &row)?;
        }
    }
}
