//! A form with its files comes once under its key, however often it is delivered, and whole or not at all.

use fl_domain::{
    attachment::{Attachment, FileId, FileKind},
    dates::date,
    entry::Month,
    service::{
        OnceKey, Question,
        pattern::{Filled, Send},
    },
};

use super::*;

fn form(office: &str, files: Vec<Attachment>) -> Send {
    Send(Box::new(Filled {
        subject: "Made up".to_owned(),
        story: None,
        wish: "visit".to_owned(),
        office: office.to_owned(),
        surname: "Примеров".to_owned(),
        name: "Пётр".to_owned(),
        address: None,
        paper: None,
        day: date(2026, 11, 22),
        month: Month::new(2026, 11).unwrap(),
        amount: None,
        bank: None,
        account: None,
        payments: Vec::new(),
        files,
    }))
}

fn file(kind: FileKind) -> Attachment {
    Attachment { id: FileId::from_bytes([7; 16]), name: "a.pdf".to_owned(), kind, size: 9, pages: None }
}

impl Caller {
    async fn bring(&self, token: &Secret, form: Send, bytes: &[&[u8]], key: u8) -> Result<Done, Failure> {
        let mut request =
            self.gateway.ask_once(&form.clone().ask(), &OnceKey::from_bytes([key; 16])).unwrap();
        request.body.fill(bytes.iter().map(|bytes| bytes.to_vec()).collect());
        let answer = self.exchange(&request, Some(token)).await.unwrap();
        told(&self.gateway, form, &answer)
    }
}

#[tokio::test]
async fn a_form_comes_once_with_its_files() {
    let caller = Caller::new();
    let (token, inn) = (caller.tokens("debt").await.access, caller.inn("debt").as_str().to_owned());
    let forms = || caller.double.control().forms(&inn);
    for _ in 0..3 {
        let sent = form("7701", vec![file(FileKind::Pdf)]);
        assert_eq!(caller.bring(&token, sent, &[b"%PDF-1.4\n"], 1).await, Ok(Done));
    }
    assert_eq!(forms().len(), 1);
    assert!(forms()[0].contains("Made up") && forms()[0].ends_with("9 bytes"), "{forms:?}", forms = forms());
    let lacks = caller.bring(&token, form("7701", vec![file(FileKind::Pdf)]), &[], 2).await;
    assert!(matches!(lacks, Err(Failure::Fields(_) | Failure::Refused { .. })), "{lacks:?}");
    let other = caller.bring(&token, form("7701", vec![file(FileKind::Png)]), &[b"%PDF-1.4\n"], 3).await;
    assert!(other.is_err(), "what is not what it says");
    let Err(Failure::Refused { words }) = caller.bring(&token, form("7713", Vec::new()), &[], 4).await else {
        panic!("it was taken");
    };
    assert!(words.contains("7713"), "{words}");
    assert_eq!(forms().len(), 1);
}
