//! Arrears and accruals, tax by tax.

use fl_domain::{
    Money,
    account::{Liability, Tax, TaxKind},
    service::{Question, account as service},
};

use crate::{
    kit::{
        blocks::text,
        screen::{Block, Icon, Row, Tone},
        texts::Texts,
    },
    open::{
        Ground, Place,
        answer::{Answer, reason},
        nav,
    },
};

/// Which list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum List {
    /// What is overdue.
    Arrears,
    /// What falls due.
    Accruals,
}

/// What is known of it, and by which question.
pub(super) fn answer(list: List, ground: &Ground) -> (Answer<'_, Vec<Liability>>, &'static str) {
    match list {
        List::Arrears => (ground.answer::<service::Arrears>(), service::Arrears::NAME),
        List::Accruals => (ground.answer::<service::Accruals>(), service::Accruals::NAME),
    }
}

/// One line a tax.
pub(super) fn rows(list: List, liabilities: &[Liability], ground: &Ground) -> Vec<Block> {
    let key = match list {
        List::Arrears => "arrears",
        List::Accruals => "accruals",
    };
    let rows = liabilities.iter().enumerate();
    rows.map(|(index, row)| liability(list, format!("{key}-{index}"), row, ground.texts())).collect()
}

/// The service said that there is none.
pub(super) fn none(list: List, ground: &Ground) -> Block {
    let texts = ground.texts();
    let (key, title) = match list {
        List::Arrears => ("arrears-none", texts.say("home-arrears-none")),
        List::Accruals => ("accruals-none", texts.say("home-accruals-none")),
    };
    Row::new(key, Icon::Tax, title).tone(Tone::Quiet).into()
}

/// What is shown may not be all: its last reading did not come to an end.
pub(super) fn not_all(question: &str, ground: &Ground) -> Option<Block> {
    let failure = ground.why_not_all(question)?;
    let texts = ground.texts();
    let words = texts.tell(
        "home-not-all",
        &[("what", ground.title_of(question).into()), ("why", reason(failure, ground).into())],
    );
    Some(text(&format!("{question}-not-all"), Tone::Attention, words))
}

/// What a person calls a tax: by its code in their language, else in the service's own words.
fn title(tax: &Tax, texts: &Texts) -> String {
    match tax.kind() {
        Some(TaxKind::Transport) => texts.say("tax-transport"),
        Some(TaxKind::Land) => texts.say("tax-land"),
        Some(TaxKind::Property) => texts.say("tax-property"),
        None if tax.title.is_empty() => texts.tell("tax-code", &[("code", (&tax.code).into())]),
        None => tax.title.clone(),
    }
}

/// One tax; it leads to its operations, which go by the service's own words.
fn liability(list: List, key: String, liability: &Liability, texts: &Texts) -> Block {
    let title = title(&liability.tax, texts);
    let own = Some(&liability.tax.title).filter(|own| !own.is_empty() && **own != title).cloned();
    let (tone, due) = match list {
        List::Arrears => (Tone::Bad, "was-due"),
        List::Accruals => (Tone::Plain, "by-date"),
    };
    let icon = match liability.tax.kind() {
        Some(TaxKind::Transport) => Icon::Transport,
        Some(TaxKind::Land) => Icon::Land,
        Some(TaxKind::Property) => Icon::Property,
        None => Icon::Tax,
    };
    let due = liability.due_date().map(|date| texts.tell(due, &[("date", texts.date(date).into())]));
    let words = own.clone().unwrap_or_else(|| title.clone());
    let spoken = spoken(&title, liability.amount, due.as_deref(), texts);
    let detail = [due, own].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Row::new(key, icon, title.as_str())
        .detail((!detail.is_empty()).then_some(detail))
        .value(texts.money(liability.amount))
        .spoken(spoken)
        .tone(tone)
        .touch(nav::Intent::Find { place: Place::Operations, words })
        .into()
}

/// What is said of an amount and its day, without which two rows of one tax sound alike. The service's own words would only say the
/// name again.
pub(super) fn spoken(title: &str, amount: Money, day: Option<&str>, texts: &Texts) -> String {
    let amount = texts.spoken_money(amount);
    day.map_or_else(|| format!("{title}: {amount}"), |day| format!("{title}: {amount}, {day}"))
}
