use fl_domain::{account::Operation, service::account};

use crate::{
    kit::{
        screen::{Icon, PageKey, Row, Tone},
        texts::Texts,
    },
    open::shelf::{Facet, Shelved, Words},
};

/// The history as a list.
pub(super) struct History;

impl Shelved for History {
    type Question = account::History;
    type Row = Operation;

    const KEY: &'static str = "operations";
    const ICON: Icon = Icon::Operations;
    const FILTERS: &'static [Facet] = &[
        Facet { index: Operation::TAX, key: "filter-tax", label: "filter-tax" },
        Facet { index: Operation::KIND, key: "filter-kind", label: "filter-kind" },
    ];

    fn path() -> Vec<PageKey> {
        vec![Self::KEY.to_owned()]
    }

    fn words(texts: &Texts) -> Words {
        Words {
            title: texts.say("operations-title"),
            none: texts.say("operations-none"),
            row_key: "operation",
            none_key: "no-operations",
        }
    }

    fn count(count: u64, texts: &Texts) -> String {
        texts.tell("operations-count", &[("count", count.into()), ("number", texts.count(count).into())])
    }

    fn found(found: u64, count: u64, texts: &Texts) -> String {
        let (found, number) = (texts.count(found), texts.count(count));
        let args = [("found", found.into()), ("number", number.into()), ("count", count.into())];
        texts.tell("operations-found", &args)
    }

    /// The service's own words.
    fn named(_facet: usize, name: &str, _texts: &Texts) -> String {
        name.to_owned()
    }

    fn row(operation: &Operation, texts: &Texts) -> Row {
        let title = [&operation.description, &operation.kind]
            .into_iter()
            .find(|text| !text.is_empty())
            .cloned()
            .unwrap_or_else(|| texts.say("operation-unnamed"));
        let date = operation.date.map(|date| texts.date(date));
        let detail = [date.as_ref(), Some(&operation.tax), Some(&operation.source)]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ");
        let spoken = format!("{title}: {}. {detail}", texts.spoken_money(operation.amount));
        let (icon, tone) = if operation.amount.is_positive() {
            (Icon::MoneyIn, Tone::Good)
        } else {
            (Icon::MoneyOut, Tone::Plain)
        };
        Row::new("", icon, title)
            .detail((!detail.is_empty()).then_some(detail))
            .value(texts.signed_money(operation.amount))
            .spoken(spoken)
            .tone(tone)
    }
}
