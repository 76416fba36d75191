use crux_core::Command;
use fl_domain::{Date, Timestamp};

use crate::{
    app::{Event, Place},
    effects::{Effect, KeepWaiting, Moment, ServiceFacts, VaultFault, Waiting},
    features::{
        account::Account,
        device::Hint,
        session::{ChoosePin, SignInForm, UnlockForm},
    },
    page::Page,
    screen::{Appearance, Screen, ScreenId},
    texts::{Preferences, Texts},
};

/// All the app knows.
#[derive(Default)]
pub struct Model {
    pub(crate) preferences: Preferences,
    /// The latest time the app was told.
    pub(crate) now: Moment,
    /// When a person last did something.
    pub(crate) touched_at: Timestamp,
    /// Grows whenever an account opens or closes: what was asked for an earlier one is passed over.
    pub(crate) epoch: u64,
    pub(crate) stage: Stage,
    /// The last revision given to a field: no two texts that the core sets share one, so that no shell mixes up two forms.
    pub(crate) revision: u32,
    /// What lies over whatever is below, the last on top.
    pub(crate) pages: Vec<Page>,
    /// What service this is.
    pub(crate) facts: ServiceFacts,
    /// What is waited for before there is an account; kept over restarts.
    pub(crate) waiting: Waiting,
    /// A tick is set for this, and which chain of ticks is alive.
    pub(crate) tick: Option<Timestamp>,
    pub(crate) tick_serial: u64,
    /// Something to know once.
    pub(crate) hint: Option<Hint>,
    /// Where a link leads once the account is open.
    pub(crate) wanted: Option<Place>,
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

impl Model {
    pub(crate) fn texts(&self) -> &'static Texts {
        Texts::of(self.preferences.language)
    }

    /// The day at this place.
    pub(crate) fn today(&self) -> Date {
        crate::texts::day_at(self.now)
    }

    /// A revision for a field whose text the core sets now.
    pub(crate) fn next_revision(&mut self) -> u32 {
        self.revision += 1;
        self.revision
    }

    /// Keeps what is waited for, as it is now.
    pub(crate) fn keep_waiting(&self) -> Command<Effect, Event> {
        let save = KeepWaiting::Save(self.waiting.clone());
        Command::new(|ctx| async move {
            let _ = ctx.request_from_shell(save).await;
        })
    }

    /// A person did something at this time.
    pub(crate) fn touch(&mut self, now: Moment) {
        self.now = now;
        self.touched_at = now.at;
    }

    /// A screen with nothing on it yet.
    pub(crate) fn screen(&self, id: ScreenId, title: String) -> Screen {
        Screen {
            id,
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
}
