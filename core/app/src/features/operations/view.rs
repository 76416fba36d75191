use fl_domain::{Freshness, Origin, account::Operation};

use super::{Fetching, Intent, Operations};
use crate::{
    app::Intent as AppIntent,
    effects::{Facet, HistoryWindow},
    features::account::{Account, describe},
    model::Model,
    screen::{
        Action, Block, Button, ButtonRole, Empty, Field, FieldId, FieldKind, Filter, FilterOption, Icon,
        More, Progress, Row, Screen, ScreenId, Section, Text, Tone,
    },
};

/// Choices shown beside «all»; the one in force is always among them.
const CHOICES: usize = 6;

/// The history.
pub(crate) fn view(account: &Account, model: &Model) -> Screen {
    let texts = model.texts();
    let operations = &account.operations;
    let mut screen = model.screen(ScreenId::Operations, texts.say("operations-title"));
    let Some(window) = &operations.window else {
        screen.blocks.push(Block::Progress(Progress {
            key: "loading".to_owned(),
            label: texts.say("loading"),
            cancel: None,
        }));
        return screen;
    };
    if window.state.count == 0 && operations.filter.is_empty() {
        let asked = window.state.fetched_at.is_some();
        screen.blocks.push(Block::Empty(Empty {
            key: "no-operations".to_owned(),
            icon: Icon::Operations,
            title: if asked { texts.say("operations-none") } else { texts.say("nothing-yet") },
            detail: None,
        }));
        return screen;
    }
    filters(operations, window, model, &mut screen.blocks);
    coverage(account, window, model, &mut screen.blocks);
    rows(operations, window, model, &mut screen.blocks);
    screen
}

fn filters(operations: &Operations, window: &HistoryWindow, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    into.push(Block::Field(Field {
        key: "search".to_owned(),
        field: FieldId::Search,
        label: texts.say("search-label"),
        kind: FieldKind::Search,
        value: operations.filter.text.clone(),
        revision: operations.search_revision,
        hint: Some(texts.say("search-hint")),
        error: None,
        enabled: true,
        submit: None,
        reveal: None,
    }));
    let filter = |key: &str,
                  label: String,
                  facets: &[Facet],
                  chosen: &Option<String>,
                  intent: fn(Option<String>) -> Intent| {
        let mut names: Vec<&str> =
            facets.iter().map(|f| f.name.as_str()).filter(|name| !name.is_empty()).take(CHOICES).collect();
        if let Some(chosen) = chosen.as_deref().filter(|c| !names.contains(c)) {
            names.push(chosen);
        }
        let option = |key: String, label: String, name: Option<&str>| FilterOption {
            key,
            label,
            selected: chosen.as_deref() == name,
            intent: AppIntent::Operations(intent(name.map(str::to_owned))),
        };
        let all = option("all".to_owned(), texts.say("filter-all"), None);
        let rest = names.into_iter().map(|name| option(name.to_owned(), name.to_owned(), Some(name)));
        Block::Filter(Filter {
            key: key.to_owned(),
            label,
            options: std::iter::once(all).chain(rest).collect(),
        })
    };
    into.push(filter(
        "filter-tax",
        texts.say("filter-tax"),
        &window.taxes,
        &operations.filter.tax,
        Intent::Tax,
    ));
    into.push(filter(
        "filter-kind",
        texts.say("filter-kind"),
        &window.kinds,
        &operations.filter.kind,
        Intent::Kind,
    ));
}

/// What is here of the whole, how old it is, and how to get the rest.
fn coverage(account: &Account, window: &HistoryWindow, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    let operations = &account.operations;
    let age = window.state.fetched_at.map(|fetched_at| {
        let is_live = account.figures.ens.as_ref().is_some_and(|k| k.freshness.origin == Origin::Live);
        describe(Freshness { origin: if is_live { Origin::Live } else { Origin::Cached }, fetched_at }, model)
    });
    let title = if operations.filter.is_empty() {
        texts.tell(
            "operations-count",
            &[("count", window.state.count.into()), ("number", texts.count(window.state.count).into())],
        )
    } else {
        texts.tell(
            "operations-found",
            &[
                ("found", texts.count(window.total).into()),
                ("number", texts.count(window.state.count).into()),
                ("count", window.state.count.into()),
            ],
        )
    };
    into.push(Block::Section(Section { key: "list".to_owned(), title, detail: age }));
    if !window.state.complete {
        let text = match window.state.oldest {
            Some(oldest) => texts.tell("history-since", &[("date", texts.date(oldest).into())]),
            None => texts.say("history-partial"),
        };
        into.push(Block::Text(Text { key: "partial".to_owned(), text, tone: Tone::Quiet }));
        match operations.fetching {
            Fetching::All | Fetching::Stopping => into.push(Block::Progress(Progress {
                key: "loading-all".to_owned(),
                label: texts.tell("loading-all", &[("number", texts.count(window.state.count).into())]),
                cancel: (operations.fetching == Fetching::All).then(|| Action {
                    label: texts.say("stop"),
                    intent: AppIntent::Operations(Intent::Stop),
                }),
            })),
            Fetching::Nothing | Fetching::Older => into.push(Block::Button(Button {
                key: "load-all".to_owned(),
                label: texts.say("load-all"),
                role: ButtonRole::Secondary,
                enabled: operations.fetching == Fetching::Nothing,
                intent: AppIntent::Operations(Intent::LoadAll),
            })),
        }
    }
}

fn rows(operations: &Operations, window: &HistoryWindow, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    if window.rows.is_empty() {
        into.push(Block::Empty(Empty {
            key: "nothing-found".to_owned(),
            icon: Icon::Search,
            title: texts.say("nothing-found"),
            detail: None,
        }));
    }
    if !operations.filter.is_empty() {
        into.push(Block::Button(Button {
            key: "clear-filters".to_owned(),
            label: texts.say("clear-filters"),
            role: ButtonRole::Secondary,
            enabled: true,
            intent: AppIntent::Operations(Intent::ClearFilters),
        }));
    }
    let more = |key: &str, label: String, intent| {
        let busy = operations.fetching == Fetching::Older;
        Block::More(More { key: key.to_owned(), label, busy, intent: AppIntent::Operations(intent) })
    };
    if operations.offset > 0 {
        let count = texts.count(operations.offset);
        into.push(more("newer", texts.tell("more-newer", &[("number", count.into())]), Intent::Newer));
    }
    into.extend(
        window
            .rows
            .iter()
            .enumerate()
            .map(|(index, operation)| Block::Row(row(operations.offset + index as u64, operation, model))),
    );
    let below = window.total.saturating_sub(operations.offset + window.rows.len() as u64);
    if below > 0 {
        let count = texts.count(below);
        into.push(more("older", texts.tell("more-older", &[("number", count.into())]), Intent::Older));
    } else if !window.state.complete && operations.filter.is_empty() {
        into.push(more("older", texts.say("more-from-service"), Intent::Older));
    }
}

fn row(index: u64, operation: &Operation, model: &Model) -> Row {
    let texts = model.texts();
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
    let is_in = operation.amount.is_positive();
    Row {
        key: format!("operation-{index}"),
        icon: if is_in { Icon::MoneyIn } else { Icon::MoneyOut },
        spoken: Some(format!("{title}: {}. {detail}", texts.spoken_money(operation.amount))),
        title,
        detail: (!detail.is_empty()).then_some(detail),
        value: Some(texts.signed_money(operation.amount)),
        tone: if is_in { Tone::Good } else { Tone::Plain },
        intent: None,
    }
}
