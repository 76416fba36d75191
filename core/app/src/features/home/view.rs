use fl_domain::{
    Freshness, Money, Origin,
    account::{Liability, Standing, TaxKind, standing},
};

use super::Intent;
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::row,
    features::{
        account::{Account, Figures, Known, describe},
        password, profile,
    },
    model::Model,
    screen::{Block, Empty, Figure, Icon, Progress, Row, Screen, ScreenId, Section, Status, Text, Tone},
};

/// The first screen.
pub(crate) fn view(account: &Account, model: &Model) -> Screen {
    let texts = model.texts();
    let figures = &account.figures;
    let title = figures
        .taxpayer
        .as_ref()
        .and_then(|known| known.value.name.clone())
        .unwrap_or_else(|| texts.say("home-title"));
    let mut screen = model.screen(ScreenId::Home, title);
    screen.blocks.extend(password::home_notice(account, model));
    let Some(ens) = &figures.ens else {
        screen.blocks.push(nothing_yet(account, model));
        screen.blocks.extend(profile::reminder(account, model));
        screen.blocks.push(profile_row(model));
        return screen;
    };
    screen.blocks.push(Block::Status(status(figures, ens.freshness, model)));
    let figure = |key: &str, label: String, amount: Option<Money>, freshness: Freshness| {
        amount.map(|amount| {
            Block::Figure(Figure {
                key: key.to_owned(),
                label,
                value: texts.money(amount),
                spoken: Some(texts.spoken_money(amount)),
                tone: if amount.is_negative() { Tone::Bad } else { Tone::Plain },
                age: describe(freshness, model),
            })
        })
    };
    let totals = figures.totals.as_ref();
    let payments = figures.payments.as_ref().and_then(|k| k.value.as_ref().map(|p| (p, k.freshness)));
    screen.blocks.extend(
        [
            figure("balance", texts.say("home-balance"), ens.value.balance, ens.freshness),
            figure("recommended", texts.say("home-recommended"), ens.value.recommended, ens.freshness),
            totals.and_then(|k| {
                figure("accrued", texts.say("home-accrued"), Some(k.value.accruals), k.freshness)
            }),
            totals.and_then(|k| {
                figure("overdue", texts.say("home-overdue"), Some(k.value.arrears), k.freshness)
            }),
            payments.and_then(|(p, f)| figure("confirmed", texts.say("home-confirmed"), p.confirmed, f)),
        ]
        .into_iter()
        .flatten(),
    );
    if let Some(nearest) = &ens.value.nearest {
        screen.blocks.push(Block::Row(Row {
            key: "nearest".to_owned(),
            icon: Icon::Tax,
            title: texts.say("home-nearest"),
            detail: nearest.date.map(|date| texts.tell("by-date", &[("date", texts.date(date).into())])),
            value: Some(texts.money(nearest.amount)),
            spoken: None,
            tone: Tone::Attention,
            intent: None,
        }));
    }
    liabilities(List::Arrears, figures.arrears.as_ref(), model, &mut screen.blocks);
    liabilities(List::Accruals, figures.accruals.as_ref(), model, &mut screen.blocks);
    screen.blocks.extend(profile::reminder(account, model));
    more(account, model, &mut screen.blocks);
    if account.for_this_run_only {
        screen.blocks.push(Block::Text(Text {
            key: "for-this-run-only".to_owned(),
            text: texts.say("for-this-run-only"),
            tone: Tone::Quiet,
        }));
    }
    screen
}

fn nothing_yet(account: &Account, model: &Model) -> Block {
    let texts = model.texts();
    if account.refreshing {
        return Block::Progress(Progress {
            key: "loading".to_owned(),
            label: texts.say("loading"),
            cancel: None,
        });
    }
    Block::Empty(Empty {
        key: "nothing-yet".to_owned(),
        icon: Icon::Offline,
        title: texts.say("nothing-yet"),
        detail: Some(texts.say("nothing-yet-detail")),
    })
}

fn status(figures: &Figures, freshness: Freshness, model: &Model) -> Status {
    let texts = model.texts();
    let arrears = figures.arrears.as_ref().map_or(&[] as &[Liability], |k| &k.value);
    let told = figures.ens.as_ref().map_or(Standing::Unknown, |ens| standing(&ens.value, arrears));
    let (tone, headline, detail) = match told {
        Standing::Debt { amount, since } => (
            Tone::Bad,
            texts.tell("standing-debt", &[("amount", texts.money(amount).into())]),
            Some(match since {
                Some(date) => texts.tell("standing-debt-since", &[("date", texts.date(date).into())]),
                None => texts.say("standing-debt-overdue"),
            }),
        ),
        Standing::Due { amount, by } => (
            Tone::Attention,
            texts.say("standing-clear"),
            Some(match by {
                Some(date) => texts.tell(
                    "standing-due-by",
                    &[("amount", texts.money(amount).into()), ("date", texts.date(date).into())],
                ),
                None => texts.tell("standing-due", &[("amount", texts.money(amount).into())]),
            }),
        ),
        Standing::Clear { balance } if balance.is_positive() => (
            Tone::Good,
            texts.say("standing-clear"),
            Some(texts.tell("standing-overpaid", &[("amount", texts.money(balance).into())])),
        ),
        Standing::Clear { .. } => (Tone::Good, texts.say("standing-clear"), None),
        Standing::Unknown => (Tone::Plain, texts.say("standing-unknown"), None),
    };
    // The line is worked out from the service's figures; it is as old as they are.
    let origin = if freshness.origin == Origin::Live { Origin::Computed } else { freshness.origin };
    let age = describe(Freshness { origin, ..freshness }, model);
    Status { key: "status".to_owned(), tone, headline, detail, age }
}

#[derive(Clone, Copy, PartialEq)]
enum List {
    Arrears,
    Accruals,
}

fn liabilities(list: List, known: Option<&Known<Vec<Liability>>>, model: &Model, into: &mut Vec<Block>) {
    let Some(known) = known.filter(|k| !k.value.is_empty()) else { return };
    let texts = model.texts();
    let (key, title, tone) = match list {
        List::Arrears => ("arrears", texts.say("home-arrears"), Tone::Bad),
        List::Accruals => ("accruals", texts.say("home-accruals"), Tone::Plain),
    };
    into.push(Block::Section(Section {
        key: key.to_owned(),
        title,
        detail: Some(describe(known.freshness, model)),
    }));
    for (index, liability) in known.value.iter().enumerate() {
        let title = if liability.tax.title.is_empty() {
            texts.tell("tax-code", &[("code", (&liability.tax.code).into())])
        } else {
            liability.tax.title.clone()
        };
        let due = liability.due_date().map(|date| match list {
            List::Arrears => texts.tell("was-due", &[("date", texts.date(date).into())]),
            List::Accruals => texts.tell("by-date", &[("date", texts.date(date).into())]),
        });
        into.push(Block::Row(Row {
            key: format!("{key}-{index}"),
            icon: match liability.tax.kind() {
                Some(TaxKind::Transport) => Icon::Transport,
                Some(TaxKind::Land) => Icon::Land,
                Some(TaxKind::Property) => Icon::Property,
                None => Icon::Tax,
            },
            detail: due,
            value: Some(texts.money(liability.amount)),
            spoken: Some(format!("{title}: {}", texts.spoken_money(liability.amount))),
            tone,
            intent: Some(AppIntent::Home(Intent::OpenTax(title.clone()))),
            title,
        }));
    }
}

fn more(account: &Account, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    into.push(Block::Section(Section {
        key: "more".to_owned(),
        title: texts.say("home-more"),
        detail: None,
    }));
    if let Some(letters) = account.figures.taxpayer.as_ref() {
        let count = letters.value.new_letters.unwrap_or(0);
        into.push(Block::Row(Row {
            key: "letters".to_owned(),
            icon: Icon::Letter,
            title: texts.say("home-letters"),
            detail: Some(describe(letters.freshness, model)),
            value: Some(texts.tell("letters-new", &[("count", count.into())])),
            spoken: None,
            tone: if count > 0 { Tone::Attention } else { Tone::Quiet },
            intent: None,
        }));
    }
    into.push(Block::Row(Row {
        key: "income".to_owned(),
        icon: Icon::Income,
        title: texts.say("income-title"),
        detail: Some(texts.say("income-detail")),
        value: None,
        spoken: None,
        tone: Tone::Plain,
        intent: Some(AppIntent::Go(Place::Income)),
    }));
    into.push(profile_row(model));
}

fn profile_row(model: &Model) -> Block {
    let texts = model.texts();
    let detail = Some(texts.say("profile-detail"));
    row("profile", Icon::Person, texts.say("profile-title"), detail, Some(AppIntent::Go(Place::Profile)))
}
