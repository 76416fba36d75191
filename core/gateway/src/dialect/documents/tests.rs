use fl_domain::{
    dates::date,
    service::{
        Ask, Page, Question,
        documents::{Document, DocumentKind, List},
    },
};

use crate::{
    exchange::Auth,
    fixtures::{answer, json, put_own, told, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] =
    &[("documents", 200, include_str!("fixtures/documents.page.json"))];

fn list() -> List {
    List(Page { number: 3, size: 50 })
}

pub(crate) fn asks() -> Vec<Ask> {
    vec![list().ask()]
}

#[test]
fn requests_are_the_contracts() {
    let text = json("{\"filter\":{},\"pagination\":{\"page\":3,\"size\":50}}");
    assert_eq!(put_own(list()), ("documents".to_owned(), text, Auth::Bearer, true));
}

#[test]
fn every_answer_is_what_it_says() {
    let document = |id: &str, kind, [title, number]: [&str; 2], date, year, is_read| Document {
        id: id.to_owned(),
        kind,
        title: title.to_owned(),
        number: number.to_owned(),
        date,
        year,
        is_read,
    };
    let demand = ["Требование об уплате (выдуманное)", "77-3"];
    let notice = ["Налоговое уведомление (выдуманное)", "77-2"];
    let rows = vec![
        document("made-up-3", DocumentKind::Demand, demand, Some(date(2026, 3, 16)), Some(2024), Some(false)),
        document("made-up-2", DocumentKind::Notice, notice, Some(date(2025, 8, 20)), Some(2024), Some(true)),
        // A kind that nobody knows is another document; whether it was read is not said, so it is not known.
        document("1", DocumentKind::Other, ["", ""], None, None, None),
    ];
    assert_eq!(told(list(), 200, answer("documents", 0)), Ok(rows));
    assert_eq!(told(list(), 200, "{\"content\":[]}"), Ok(Vec::new()));
}

#[test]
fn a_row_without_a_name_is_not_dropped_and_another_shape_is_not_none() {
    for text in ["{\"content\":[{\"kind\":\"demand\"}]}", "{\"content\":[{\"id\":\"a b\"}]}", "{}", "[]"] {
        assert_eq!(told(list(), 200, text), Err(unexpected("documents", "unexpected-shape")), "{text}");
    }
}
