use fl_domain::{
    Money,
    attachment::{Attachment, FileId, FileKind},
    dates::date,
    entry::Month,
    payment::bank::{BankAccount, Bic},
    service::{
        Ask, Question,
        pattern::{Filled, Send},
    },
};

use super::*;
use crate::fixtures::put_own;

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[("pattern", 200, include_str!("../fixtures/done.json"))];

fn full() -> Filled {
    Filled {
        subject: "Made up".to_owned(),
        story: Some("Over\nlines".to_owned()),
        wish: "refund".to_owned(),
        office: "7700".to_owned(),
        surname: "Примеров".to_owned(),
        name: "Пётр".to_owned(),
        address: Some("Москва".to_owned()),
        paper: Some("123456".to_owned()),
        day: date(2026, 11, 22),
        month: Month::new(2026, 10).unwrap(),
        amount: Some(Money::from_kopecks(12_305)),
        bank: Some(Bic::parse("044525225").unwrap()),
        account: Some(BankAccount::parse("30101810400000000225").unwrap()),
        payments: vec![(Money::from_kopecks(5), date(2026, 1, 2))],
        files: vec![Attachment {
            id: FileId::from_bytes([7; 16]),
            name: "paper.pdf".to_owned(),
            kind: FileKind::Pdf,
            size: 4,
            pages: None,
        }],
    }
}

pub(crate) fn asks() -> Vec<Ask> {
    let short = Filled {
        story: None,
        address: None,
        paper: None,
        amount: None,
        bank: None,
        account: None,
        payments: Vec::new(),
        files: Vec::new(),
        ..full()
    };
    vec![Send(Box::new(full())).ask(), Send(Box::new(short)).ask()]
}

#[test]
fn what_was_filled_in_is_the_contracts_and_files_go_by_their_ids() {
    let (path, body, ..) = put_own(Send(Box::new(full())));
    assert_eq!(path, "pattern");
    let Body::Attached { form, files, .. } = body else { panic!("{body:?}") };
    assert_eq!(files, full().files);
    let form: serde_json::Value = serde_json::from_str(form.expose()).unwrap();
    assert_eq!(form["amount"], "123.05");
    assert_eq!(form["payments"][0]["amount"], "0.05");
    assert_eq!(form["files"][0]["id"], "07".repeat(16));
}
