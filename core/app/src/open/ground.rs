//! What every page stands on, and what the ground knows of any page that lies over it.

use std::any::Any;

use crux_core::Command;
use fl_domain::{Date, Secret, Timestamp, service::Capability};

use super::{
    account::model::Account,
    device::hint::Hint,
    event::Next,
    feature::{Feature, Slot},
    place::Place,
    session::model::{ChoosePin, SignInForm, UnlockForm},
};
use crate::kit::{
    effects::{KeepWaiting, Moment, ServiceFacts, VaultFault, Waiting},
    screen::{Appearance, Block, PageKey, Screen},
    texts::{self, Preferences, Texts},
    touch::Meant,
};

/// All that is there besides the pages: what a page sees and may touch.
pub(crate) struct Ground {
    pub(crate) preferences: Preferences,
    /// The latest time the app was told.
    pub(crate) now: Moment,
    /// When a person last did something.
    pub(super) touched_at: Timestamp,
    /// Grows whenever an account opens or closes: what was asked for an earlier one is passed over.
    pub(super) epoch: u64,
    pub(super) stage: Stage,
    /// The last revision given to a field: no two texts that the core sets share one, so that no shell mixes up two forms.
    revision: u32,
    /// What service this is.
    pub(crate) facts: ServiceFacts,
    /// What is waited for before there is an account; kept over restarts.
    pub(crate) waiting: Waiting,
    /// Something to know once.
    pub(crate) hint: Option<Hint>,
    /// Where a link leads once the account is open.
    pub(super) wanted: Option<Place>,
    /// What becomes of the pages when this update is done, in order.
    pub(super) moves: Vec<Move>,
    /// The key of the page on top, as the last update left it.
    pub(super) top: Option<PageKey>,
    /// The features, in the order of the register.
    pub(super) features: &'static [&'static dyn Feature],
}

/// How long a page may stay, and what it asked for matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// As long as the account that is open, or as nobody's.
    Account,
    /// It was begun without an account and goes on while one is locked.
    Device,
}

/// What going back does.
pub(crate) enum Back {
    /// A step within the page was taken back.
    Stays,
    /// So it was, and this is done.
    StaysWith(Next),
    /// The page goes, and this is done.
    Goes(Next),
}

/// Any page. Made of a [`Page`](super::page::Page) alone.
pub(crate) trait AnyPage: Send {
    fn path(&self) -> Vec<PageKey>;
    fn view(&self, ground: &Ground) -> Screen;
    /// `None` where it is another page's intent.
    fn touched(&mut self, meant: &Meant, ground: &mut Ground) -> Option<Next>;
    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next;
    fn back(&mut self, ground: &mut Ground) -> Back;
    fn left(&mut self, ground: &mut Ground);
    fn awaited(&self, ground: &Ground) -> Option<Timestamp>;
    fn life(&self) -> Life;
    fn any(&mut self) -> &mut dyn Any;
}

impl dyn AnyPage {
    /// Its key: the first of its path.
    pub(super) fn key(&self) -> PageKey {
        self.path().into_iter().next().unwrap_or_default()
    }
}

/// Something that becomes of the pages.
pub(super) enum Move {
    /// Shown over what is seen, unless a page of its key is on top already.
    Show(Box<dyn AnyPage>),
    /// Goes, wherever it lies.
    Remove(PageKey),
    /// All pages go.
    Clear,
}

/// How far in a person is.
#[derive(Default)]
pub(crate) enum Stage {
    /// The device is being looked at.
    #[default]
    Starting,
    /// The app's folder cannot be used.
    Blocked(VaultFault),
    /// No account here.
    SignedOut(SignInForm),
    /// Signed in; a PIN is wanted before anything is kept.
    ChoosePin(ChoosePin),
    /// An account is here, locked.
    Locked(UnlockForm),
    /// An account is open.
    Open(Box<Account>),
}

impl Stage {
    /// An account is open.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }
}

impl Ground {
    pub(crate) fn new(features: &'static [&'static dyn Feature]) -> Self {
        Self {
            preferences: Preferences::default(),
            now: Moment::default(),
            touched_at: Timestamp::default(),
            epoch: 0,
            stage: Stage::default(),
            revision: 0,
            facts: ServiceFacts::default(),
            waiting: Waiting::default(),
            hint: None,
            wanted: None,
            moves: Vec::new(),
            top: None,
            features,
        }
    }

    pub(crate) fn texts(&self) -> &'static Texts {
        Texts::of(self.preferences.language)
    }

    /// The day at this place.
    pub(crate) fn today(&self) -> Date {
        texts::day_at(&self.now)
    }

    /// The same by the service's clock, as far as that is known.
    pub(crate) fn trusted_today(&self) -> Date {
        texts::day_at(&Moment { at: self.now.trusted(), ..self.now })
    }

    /// A revision for a field whose text the core sets now.
    pub(crate) fn next_revision(&mut self) -> u32 {
        self.revision += 1;
        self.revision
    }

    /// The account that is open.
    pub(crate) fn account(&self) -> Option<&Account> {
        match &self.stage {
            Stage::Open(account) => Some(account),
            Stage::Starting
            | Stage::Blocked(_)
            | Stage::SignedOut(_)
            | Stage::ChoosePin(_)
            | Stage::Locked(_) => None,
        }
    }

    /// The account that is open.
    pub(crate) fn account_mut(&mut self) -> Option<&mut Account> {
        match &mut self.stage {
            Stage::Open(account) => Some(account),
            Stage::Starting
            | Stage::Blocked(_)
            | Stage::SignedOut(_)
            | Stage::ChoosePin(_)
            | Stage::Locked(_) => None,
        }
    }

    /// The service offers this part of the project's own contract.
    pub(crate) fn offers(&self, capability: Capability) -> bool {
        self.facts.offers.contains(&capability)
    }

    /// The page of this key is seen: it needs no opening, and nothing is asked for it anew.
    pub(crate) fn is_on_top(&self, key: &str) -> bool {
        self.top.as_deref() == Some(key)
    }

    /// Shows a page over what is seen, unless it is there already.
    pub(crate) fn show(&mut self, page: impl AnyPage + 'static) {
        self.moves.push(Move::Show(Box::new(page)));
    }

    /// The page of this key goes, wherever it lies.
    pub(crate) fn remove(&mut self, key: impl Into<PageKey>) {
        self.moves.push(Move::Remove(key.into()));
    }

    /// All pages go.
    pub(crate) fn clear(&mut self) {
        self.moves.push(Move::Clear);
    }

    /// Opens what stands at a place. Where an account is needed and none is open, nothing happens.
    pub(crate) fn go(&mut self, place: Place) -> Next {
        let is_open = self.account().is_some();
        if place.needs_account() && !is_open {
            return Command::done();
        }
        let features = self.features;
        features.iter().find_map(|feature| feature.open(place, self)).unwrap_or_else(Command::done)
    }

    /// The features, in the order of the register.
    pub(crate) const fn features(&self) -> &'static [&'static dyn Feature] {
        self.features
    }

    /// What the features show of themselves here.
    pub(crate) fn summary(&self, slot: Slot) -> Vec<Block> {
        let Some(account) = self.account() else { return Vec::new() };
        self.features.iter().flat_map(|feature| feature.summary(slot, account, self)).collect()
    }

    /// What has to be decided before any room of the account is seen.
    pub(crate) fn gate(&self) -> Option<Screen> {
        let account = self.account()?;
        self.features.iter().find_map(|feature| feature.gate(account, self))
    }

    /// Keeps what is waited for, as it is now.
    pub(crate) fn keep_waiting(&self) -> Next {
        let save = KeepWaiting::Save(self.waiting.clone());
        Command::new(|ctx| async move {
            let _ = ctx.request_from_shell(save).await;
        })
    }

    /// A screen with nothing on it yet. Where it stands is put on it by whoever shows it.
    pub(crate) fn screen(&self, title: String) -> Screen {
        Screen {
            path: Vec::new(),
            title,
            back: None,
            refresh: None,
            busy: false,
            tabs: Vec::new(),
            notice: None,
            blocks: Vec::new(),
            appearance: Appearance {
                language: self.preferences.language,
                high_contrast: self.preferences.high_contrast,
                text_size: self.preferences.text_size,
            },
        }
    }

    /// A person did something at this time.
    pub(super) fn touch(&mut self, now: Moment) {
        self.touched_at = now.at;
        self.now = now;
    }
}
