use fl_domain::service::documents::{Document, DocumentKind, List};

use crate::{
    kit::{
        screen::{Icon, PageKey, Row, Tone},
        texts::Texts,
    },
    open::shelf::{Facet, Shelved, Words},
};

/// The documents as a list.
pub(super) struct Documents;

impl Shelved for Documents {
    type Question = List;
    type Row = Document;

    const KEY: &'static str = "documents";
    const ICON: Icon = Icon::Letter;
    const FILTERS: &'static [Facet] = &[
        Facet { index: Document::KIND, key: "filter-document", label: "filter-document" },
        Facet { index: Document::YEAR, key: "filter-year", label: "filter-year" },
        Facet { index: Document::STATE, key: "filter-state", label: "filter-state" },
    ];

    fn path() -> Vec<PageKey> {
        vec![Self::KEY.to_owned()]
    }

    fn words(texts: &Texts) -> Words {
        Words {
            title: texts.say("documents-title"),
            none: texts.say("documents-none"),
            row_key: "document",
            none_key: "no-documents",
        }
    }

    fn count(count: u64, texts: &Texts) -> String {
        counted(count, texts)
    }

    fn found(found: u64, count: u64, texts: &Texts) -> String {
        let (found, number) = (texts.count(found), texts.count(count));
        let args = [("found", found.into()), ("number", number.into()), ("count", count.into())];
        texts.tell("documents-found", &args)
    }

    fn named(facet: usize, name: &str, texts: &Texts) -> String {
        match (facet, name) {
            (Document::KIND, kind) => called(DocumentKind::of(kind), texts),
            (Document::STATE, Document::READ) => texts.say("document-read"),
            (Document::STATE, Document::UNREAD) => texts.say("document-unread"),
            (_, year) => year.to_owned(),
        }
    }

    fn row(document: &Document, texts: &Texts) -> Row {
        let kind = called(document.kind, texts);
        let title = if document.title.is_empty() { kind.clone() } else { document.title.clone() };
        let parts = [
            document.date.map(|date| texts.date(date)),
            (kind != title).then_some(kind),
            (!document.number.is_empty())
                .then(|| texts.tell("document-number", &[("number", (&document.number).into())])),
            document.year.map(|year| texts.tell("document-year", &[("year", year.to_string().into())])),
        ];
        let detail: Vec<String> = parts.into_iter().flatten().collect();
        let (value, tone) = match document.is_read {
            Some(false) => (Some(texts.say("document-unread")), Tone::Attention),
            Some(true) => (Some(texts.say("document-read")), Tone::Quiet),
            // Nobody said: neither is claimed.
            None => (None, Tone::Plain),
        };
        Row::new("", Icon::Letter, title)
            .detail((!detail.is_empty()).then(|| detail.join(" · ")))
            .value(value)
            .tone(tone)
    }
}

/// So many documents.
pub(super) fn counted(count: u64, texts: &Texts) -> String {
    texts.tell("documents-count", &[("count", count.into()), ("number", texts.count(count).into())])
}

fn called(kind: DocumentKind, texts: &Texts) -> String {
    match kind {
        DocumentKind::Notice => texts.say("document-notice"),
        DocumentKind::Demand => texts.say("document-demand"),
        DocumentKind::Receipt => texts.say("document-receipt"),
        DocumentKind::Other => texts.say("document-other"),
    }
}
