//! What a figure of the first screen means: what it contains, who says so, what it is made of.

use crux_core::Command;
use fl_domain::{Freshness, Money, Secret, Timestamp, account::Liability, service::account as service};

use super::list::{self, List};
use crate::{
    kit::{
        blocks::text,
        screen::{Block, Figure, PageKey, Screen, Section, Tone},
        texts::Texts,
        touch::Nothing,
    },
    open::{
        Ground, Next, Place,
        account::{describe, tabs},
        answer::Answer,
        page::{Back, Life, Page},
    },
};

/// A figure of the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// Money paid less obligations due.
    Balance,
    /// The sum of the arrears.
    Overdue,
    /// The sum of what falls due.
    Accrued,
    /// The next to fall due.
    Nearest,
    /// What the service recommends to pay.
    Recommended,
    /// What the treasury confirmed.
    Confirmed,
}

impl Name {
    /// The key of its block, and of the page that explains it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Balance => "balance",
            Self::Overdue => "overdue",
            Self::Accrued => "accrued",
            Self::Nearest => "nearest",
            Self::Recommended => "recommended",
            Self::Confirmed => "confirmed",
        }
    }

    /// What a person calls it.
    pub(super) fn title(self, texts: &Texts) -> String {
        match self {
            Self::Balance => texts.say("home-balance"),
            Self::Overdue => texts.say("home-overdue"),
            Self::Accrued => texts.say("home-accrued"),
            Self::Nearest => texts.say("home-nearest"),
            Self::Recommended => texts.say("home-recommended"),
            Self::Confirmed => texts.say("home-confirmed"),
        }
    }

    /// What it contains, with its ground in the law where there is one.
    fn what(self, texts: &Texts) -> String {
        match self {
            Self::Balance => texts.say("explain-balance"),
            Self::Overdue => texts.say("explain-overdue"),
            Self::Accrued => texts.say("explain-accrued"),
            Self::Nearest => texts.say("explain-nearest"),
            Self::Recommended => texts.say("explain-recommended"),
            Self::Confirmed => texts.say("explain-confirmed"),
        }
    }

    /// The list whose sum it is.
    const fn parts(self) -> Option<List> {
        match self {
            Self::Overdue => Some(List::Arrears),
            Self::Accrued => Some(List::Accruals),
            Self::Balance | Self::Nearest | Self::Recommended | Self::Confirmed => None,
        }
    }

    /// Its amount, where the service said it, and how old that is.
    fn amount(self, ground: &Ground) -> Option<(Money, Freshness)> {
        let (amount, freshness) = match self {
            Self::Balance | Self::Nearest | Self::Recommended => match ground.answer::<service::EnsBalance>()
            {
                Answer::Known(known) => {
                    let ens = known.value;
                    let amount = match self {
                        Self::Balance => ens.balance,
                        Self::Nearest => ens.nearest.as_ref().map(|nearest| nearest.amount),
                        Self::Recommended | Self::Overdue | Self::Accrued | Self::Confirmed => {
                            ens.recommended
                        }
                    };
                    (amount, known.freshness)
                }
                Answer::KnownNone(_) | Answer::NotKnown(_) => return None,
            },
            Self::Overdue | Self::Accrued => match ground.answer::<service::LiabilityTotals>() {
                Answer::Known(known) => {
                    let totals = known.value;
                    let amount = if self == Self::Overdue { totals.arrears } else { totals.accruals };
                    (amount, known.freshness)
                }
                Answer::KnownNone(_) | Answer::NotKnown(_) => return None,
            },
            Self::Confirmed => match ground.answer::<service::PaymentTotals>() {
                Answer::Known(known) => {
                    (known.value.as_ref().and_then(|payments| payments.confirmed), known.freshness)
                }
                Answer::KnownNone(_) | Answer::NotKnown(_) => return None,
            },
        };
        Some((amount?, freshness))
    }
}

/// The page that explains one figure. All that it shows is the account's.
pub(super) struct Explained(pub(super) Name);

impl Explained {
    fn parts(&self, total: Option<Money>, ground: &Ground, screen: &mut Screen) {
        let Some(which) = self.0.parts() else { return };
        let texts = ground.texts();
        let (answer, _) = list::answer(which, ground);
        match answer {
            Answer::Known(known) => {
                let section = Section::new("parts", texts.say("explain-parts"));
                screen.blocks.push(section.detail(describe(known.freshness, ground)).into());
                screen.blocks.extend(list::rows(which, known.value, ground));
                screen.blocks.extend(difference(known.value, total, ground));
            }
            Answer::KnownNone(_) => screen.blocks.push(list::none(which, ground)),
            Answer::NotKnown(_) => {
                screen.blocks.push(text("parts", Tone::Quiet, texts.say("explain-parts-unknown")));
            }
        }
    }
}

/// Where the parts do not add up to the service's sum, both are said.
fn difference(parts: &[Liability], total: Option<Money>, ground: &Ground) -> Option<Block> {
    let sum: Money = parts.iter().map(|part| part.amount).sum();
    let total = total.filter(|total| *total != sum)?;
    let texts = ground.texts();
    let words = texts.tell(
        "explain-difference",
        &[("sum", texts.money(sum).into()), ("total", texts.money(total).into())],
    );
    Some(text("difference", Tone::Attention, words))
}

impl Page for Explained {
    type Intent = Nothing;
    type Event = Nothing;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![format!("explained-{}", self.0.key())]
    }

    fn view(&self, ground: &Ground) -> Screen {
        let texts = ground.texts();
        let mut screen = ground.account_screen(self.0.title(texts));
        screen.tabs = tabs(Place::Home, ground);
        let amount = self.0.amount(ground);
        let figure = match amount {
            Some((amount, freshness)) => Figure::new(self.0.key(), self.0.title(texts), texts.money(amount))
                .spoken(texts.spoken_money(amount))
                .age(describe(freshness, ground)),
            None => {
                Figure::new(self.0.key(), self.0.title(texts), texts.say("home-not-said")).tone(Tone::Quiet)
            }
        };
        screen.blocks = vec![
            figure.into(),
            text("what", Tone::Plain, self.0.what(texts)),
            text("source", Tone::Quiet, texts.say("explain-source")),
        ];
        self.parts(amount.map(|(amount, _)| amount), ground, &mut screen);
        screen
    }

    fn touched(&mut self, intent: Nothing, _ground: &mut Ground) -> Next {
        match intent {}
    }

    fn heard(_page: Option<&mut Self>, event: Nothing, _ground: &mut Ground) -> Next {
        match event {}
    }

    fn edit(&mut self, _field: &str, _text: Secret, _ground: &mut Ground) -> Next {
        Command::done()
    }

    fn back(&mut self, _ground: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    fn left(&mut self, _ground: &mut Ground) {}

    fn awaited(&self, _ground: &Ground) -> Option<Timestamp> {
        None
    }
}
