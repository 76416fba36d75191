use fl_domain::{
    Money,
    account::NearestAccrual,
    service::{Question, account as service},
};

use super::{Intent, explain::Name, list, list::List, status::status};
use crate::{
    kit::{
        blocks::text,
        screen::{Block, Figure, Icon, Row, Screen, Section, Tone},
    },
    open::{
        Ground, Place,
        account::describe,
        answer::{Answer, Why, missing, missing_row},
        feature::Slot,
        nav,
    },
};

/// The first screen: where one stands, what is owed now, what falls due and when, what covers it.
pub(super) fn view(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let Some(account) = ground.account() else { return ground.screen(texts.say("home-title")) };
    let mut screen = ground.screen(title(ground));
    let blocks = &mut screen.blocks;
    blocks.extend(ground.summary(Slot::HomeTop));
    let figures = Figures::of(ground);
    if let Some(why) = figures.why_nothing() {
        blocks.extend(missing("nothing-yet", Icon::Offline, why, ground));
    } else {
        blocks.extend(status(ground).map(Block::from));
        blocks
            .extend(figures.missing.iter().filter_map(|(question, why)| missing_row(question, why, ground)));
        for group in [figures.owed, figures.falls_due, figures.covered] {
            group.put(ground, blocks);
        }
    }
    blocks.extend(ground.summary(Slot::HomeReminder));
    more(ground, blocks);
    blocks.push(
        Row::new("profile", Icon::Person, texts.say("profile-title"))
            .detail(texts.say("profile-detail"))
            .touch(nav::Intent::Go(Place::Profile))
            .into(),
    );
    if account.for_this_run_only {
        blocks.push(text("for-this-run-only", Tone::Quiet, texts.say("for-this-run-only")));
    }
    screen
}

/// The person, where the service named them.
fn title(ground: &Ground) -> String {
    let named = match ground.answer::<service::Taxpayer>() {
        Answer::Known(known) => known.value.name.clone(),
        Answer::KnownNone(_) | Answer::NotKnown(_) => None,
    };
    named.unwrap_or_else(|| ground.texts().say("home-title"))
}

/// Blocks under one heading, each with its age until the heading says it for all.
struct Group {
    key: &'static str,
    title: String,
    blocks: Vec<Aged>,
}

/// A block and how old what it says is.
pub(super) struct Aged {
    block: Block,
    age: Option<String>,
}

impl Aged {
    pub(super) const fn new(block: Block, age: Option<String>) -> Self {
        Self { block, age }
    }

    /// With its age in it, where there is a place for one.
    fn told(self) -> Block {
        let age = self.age;
        match self.block {
            Block::Figure(figure) => figure.age(age).into(),
            Block::Row(row) => {
                let detail = [row.detail.clone(), age].into_iter().flatten().collect::<Vec<_>>().join(" · ");
                row.detail((!detail.is_empty()).then_some(detail)).into()
            }
            other => other,
        }
    }
}

impl Group {
    fn new(key: &'static str, title: String) -> Self {
        Self { key, title, blocks: Vec::new() }
    }

    /// The age once where all share it, else by each.
    fn put(self, ground: &Ground, into: &mut Vec<Block>) {
        let texts = ground.texts();
        let is_empty = self.blocks.is_empty();
        let mut ages = self.blocks.iter().filter_map(|aged| aged.age.as_deref());
        let first = ages.next().map(str::to_owned);
        let shared = first.filter(|first| ages.all(|age| age == first));
        let section = Section::new(self.key, self.title).detail(shared.clone());
        into.push(section.into());
        if is_empty {
            into.push(text(&format!("{}-nothing", self.key), Tone::Quiet, texts.say("home-group-unknown")));
        }
        into.extend(self.blocks.into_iter().map(|aged| match shared {
            Some(_) => aged.block,
            None => aged.told(),
        }));
    }
}

/// What is known of the account, sorted by what it means for a person.
struct Figures<'a> {
    /// What is owed now.
    owed: Group,
    /// What falls due later.
    falls_due: Group,
    /// What lies on the account and covers it.
    covered: Group,
    /// What should be here and is not known, each with why.
    missing: Vec<(&'static str, Why<'a>)>,
    known: usize,
}

impl<'a> Figures<'a> {
    fn of(ground: &'a Ground) -> Self {
        let texts = ground.texts();
        let mut figures = Self {
            owed: Group::new("owed", texts.say("home-owed")),
            falls_due: Group::new("falls-due", texts.say("home-falls-due")),
            covered: Group::new("covered", texts.say("home-covered")),
            missing: Vec::new(),
            known: 0,
        };
        // In the order in which their lines stand.
        let mut overdue = None;
        figures.totals(&mut overdue, ground);
        figures.owed.blocks.extend(overdue);
        figures.list(List::Arrears, ground);
        figures.balance(ground);
        figures.list(List::Accruals, ground);
        figures.payments(ground);
        figures
    }

    /// Where nothing is known, and all for one reason: that.
    fn why_nothing(&self) -> Option<&Why<'a>> {
        let (_, first) = self.missing.first().filter(|_| self.known == 0)?;
        self.missing.iter().all(|(_, why)| why == first).then_some(first)
    }

    fn lacks<Q: Question>(&mut self, why: Why<'a>) {
        self.missing.push((Q::NAME, why));
    }

    fn totals(&mut self, overdue: &mut Option<Aged>, ground: &'a Ground) {
        match ground.answer::<service::LiabilityTotals>() {
            Answer::Known(known) => {
                self.known += 1;
                let age = describe(known.freshness, ground);
                *overdue = Some(figure(Name::Overdue, known.value.arrears, &age, ground));
                self.falls_due.blocks.push(figure(Name::Accrued, known.value.accruals, &age, ground));
            }
            Answer::KnownNone(_) => {}
            Answer::NotKnown(why) => self.lacks::<service::LiabilityTotals>(why),
        }
    }

    fn balance(&mut self, ground: &'a Ground) {
        match ground.answer::<service::EnsBalance>() {
            Answer::Known(known) => {
                self.known += 1;
                let age = describe(known.freshness, ground);
                let balance = figure(Name::Balance, known.value.balance, &age, ground);
                // Below zero it is owed, above it covers what falls due.
                if known.value.balance.is_some_and(Money::is_negative) {
                    self.owed.blocks.insert(0, balance);
                } else {
                    self.covered.blocks.push(balance);
                }
                self.covered.blocks.push(figure(Name::Recommended, known.value.recommended, &age, ground));
                let nearest = known.value.nearest.as_ref();
                self.falls_due.blocks.extend(nearest.map(|nearest| nearest_row(nearest, age, ground)));
            }
            Answer::KnownNone(_) => {}
            Answer::NotKnown(why) => self.lacks::<service::EnsBalance>(why),
        }
    }

    fn payments(&mut self, ground: &'a Ground) {
        match ground.answer::<service::PaymentTotals>() {
            Answer::Known(known) => {
                self.known += 1;
                let age = describe(known.freshness, ground);
                let confirmed = known.value.as_ref().and_then(|payments| payments.confirmed);
                self.covered.blocks.push(figure(Name::Confirmed, confirmed, &age, ground));
            }
            Answer::KnownNone(freshness) => {
                self.known += 1;
                let row = Row::new("confirmed", Icon::MoneyIn, ground.texts().say("home-confirmed-none"));
                let age = describe(freshness, ground);
                self.covered.blocks.push(Aged::new(row.tone(Tone::Quiet).into(), Some(age)));
            }
            Answer::NotKnown(why) => self.lacks::<service::PaymentTotals>(why),
        }
    }

    fn list(&mut self, which: List, ground: &'a Ground) {
        let (answer, question) = list::answer(which, ground);
        let group = match which {
            List::Arrears => &mut self.owed,
            List::Accruals => &mut self.falls_due,
        };
        match answer {
            Answer::Known(known) => {
                self.known += 1;
                let age = describe(known.freshness, ground);
                let rows = list::rows(which, known.value, ground);
                group.blocks.extend(rows.into_iter().map(|row| Aged::new(row, Some(age.clone()))));
                group.blocks.extend(list::not_all(question, ground).map(|block| Aged::new(block, None)));
            }
            Answer::KnownNone(freshness) => {
                self.known += 1;
                // A sum of zero says as much.
                let is_sum =
                    |block: &Block| matches!(block, Block::Figure(figure) if figure.spoken.is_some());
                if !group.blocks.iter().any(|aged| is_sum(&aged.block)) {
                    let row = list::none(which, ground);
                    group.blocks.push(Aged::new(row, Some(describe(freshness, ground))));
                }
            }
            Answer::NotKnown(why) => self.missing.push((question, why)),
        }
    }
}

/// An amount that can be explained; one that the service did not say is said to be not known.
fn figure(name: Name, amount: Option<Money>, age: &str, ground: &Ground) -> Aged {
    let texts = ground.texts();
    let block = match amount {
        Some(amount) => {
            let tone = if amount.is_negative() { Tone::Bad } else { Tone::Plain };
            Figure::new(name.key(), name.title(texts), texts.money(amount))
                .spoken(texts.spoken_money(amount))
                .tone(tone)
        }
        None => Figure::new(name.key(), name.title(texts), texts.say("home-not-said")).tone(Tone::Quiet),
    };
    Aged::new(block.touch(Intent::Explain(name)).into(), Some(age.to_owned()))
}

fn nearest_row(nearest: &NearestAccrual, age: String, ground: &Ground) -> Aged {
    let texts = ground.texts();
    let by = nearest.date.map(|date| texts.tell("by-date", &[("date", texts.date(date).into())]));
    let title = Name::Nearest.title(texts);
    let spoken = list::spoken(&title, nearest.amount, by.as_deref(), texts);
    let row = Row::new(Name::Nearest.key(), Icon::Clock, title.as_str())
        .detail(by)
        .spoken(spoken)
        .value(texts.money(nearest.amount))
        .tone(Tone::Attention)
        .touch(Intent::Explain(Name::Nearest));
    Aged::new(row.into(), Some(age))
}

/// The ways to more.
fn more(ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    into.push(Section::new("more", texts.say("home-more")).into());
    let row = Row::new("letters", Icon::Letter, texts.say("home-letters"));
    match ground.answer::<service::Taxpayer>() {
        Answer::Known(known) => {
            let row = row.detail(describe(known.freshness, ground));
            into.push(match known.value.new_letters {
                Some(count) => row
                    .value(texts.tell("letters-new", &[("count", count.into())]))
                    .tone(if count > 0 { Tone::Attention } else { Tone::Quiet })
                    .into(),
                None => row.value(texts.say("home-not-said")).tone(Tone::Quiet).into(),
            });
        }
        Answer::KnownNone(_) => {}
        Answer::NotKnown(why) => into.extend(missing_row(service::Taxpayer::NAME, &why, ground)),
    }
    into.extend(ground.summary(Slot::HomeMore));
}
