//! What the kernel knows of a feature: one object each, one line each in the register.

use fl_domain::service::{Ask, Capability, Failure, Question, Told};
use futures::future::BoxFuture;

use super::{
    account::model::Account,
    event::{Ctx, Next},
    ground::{AnyPage, Ground},
    place::Place,
};
use crate::kit::{
    effects::ServiceAnswer,
    form::{Answers, Chosen, DraftId, Spec},
    screen::{Block, Icon, Screen},
    sending::Sending,
    texts::Texts,
    touch::Meant,
};

/// Where a feature may show something of itself on a page of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// On the first screen, above the figures.
    HomeTop,
    /// On the first screen, below the figures: what is to be reminded of.
    HomeReminder,
    /// On the first screen, among the ways to more.
    HomeMore,
    /// In the profile: how one is reached.
    ProfileContacts,
    /// In the profile: getting in.
    ProfileGettingIn,
    /// In the profile: on this device.
    ProfileHere,
}

/// A part of a refresh, for the account of this epoch.
pub(crate) type Flow = fn(Ctx, u64) -> BoxFuture<'static, Option<(&'static str, Failure)>>;

/// A list, read whole: as far as it came, and what stood in the way of the rest.
pub(crate) type Whole = BoxFuture<'static, (ServiceAnswer<Told>, Option<Failure>)>;

/// What a refresh reads. What failed is named to the person by its title.
pub(crate) enum Reading {
    /// One question, kept under its name. What is of the project's own contract is asked only where it is offered.
    Ask {
        /// What is asked.
        ask: Ask,
        /// What a person calls it.
        title: Title,
    },
    /// A list, read whole page by page and kept under its name.
    All {
        /// The question's name.
        name: &'static str,
        /// What a person calls it.
        title: Title,
        /// How it is read.
        read: fn(Ctx) -> Whole,
    },
    /// Something with an order of its own; it says by which name it failed.
    Flow {
        /// The question's name.
        name: &'static str,
        /// What a person calls it.
        title: Title,
        /// The part of the contract it belongs to; `None` is attested.
        capability: Option<Capability>,
        /// What is done.
        flow: Flow,
    },
}

/// What a person calls something, in their language.
pub(crate) type Title = fn(&Texts) -> String;

impl Reading {
    /// One question.
    pub(crate) fn ask(question: impl Question, title: Title) -> Self {
        Self::Ask { ask: question.ask(), title }
    }

    /// The question's name.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Ask { ask, .. } => ask.name(),
            Self::All { name, .. } | Self::Flow { name, .. } => name,
        }
    }

    /// What a person calls it.
    pub(crate) const fn title(&self) -> Title {
        match self {
            Self::Ask { title, .. } | Self::All { title, .. } | Self::Flow { title, .. } => *title,
        }
    }
}

/// What a thing that is done once is called.
pub(crate) struct SendingWords {
    /// Its picture.
    pub(crate) icon: Icon,
    /// What it does.
    pub(crate) title: String,
    /// To what.
    pub(crate) detail: Option<String>,
}

/// A link into the app, taken apart: `fltaxes://word?query`.
pub(crate) struct OwnLink<'a> {
    /// All of it.
    pub(crate) url: &'a str,
    /// Its word.
    pub(crate) word: &'a str,
    /// What follows the question mark; never empty.
    pub(crate) query: &'a str,
}

/// A form: its declaration, what the service says of it, and what it becomes.
pub(crate) trait Form: Sync {
    /// Its fields and steps.
    fn spec(&self) -> &'static Spec;

    /// Its picture.
    fn icon(&self) -> Icon;

    /// The part of the contract that takes it; `None` is attested.
    fn capability(&self) -> Option<Capability>;

    /// What the service says of its fields, by their keys: taken over when a draft is begun, and compared when one is opened again.
    fn given(&self, object: Option<&str>, ground: &Ground) -> Vec<(&'static str, String)>;

    /// What can be chosen in a field of many.
    fn many(&self, field: &str, texts: &Texts) -> Vec<Chosen>;

    /// What is wrong with answers that are right each for itself: the field, and why.
    fn wrong(&self, answers: &Answers, ground: &Ground) -> Vec<(String, String)>;

    /// Hands it over to the outbox, by [`outbox::submit_draft`](super::outbox::submit_draft).
    fn send(&self, answers: &Answers, draft: DraftId, ground: &mut Ground) -> Next;
}

/// One feature.
pub(crate) trait Feature: Sync {
    /// Opens what stands at this place; `None` where it is another feature's.
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next>;

    /// Opens a place and shows what goes by these words there; `None` where it is another feature's.
    fn find(&self, _place: Place, _words: &str, _ground: &mut Ground) -> Option<Next> {
        None
    }

    /// Follows a link that carries something; `None` where it is another feature's. What it carries is a secret.
    fn follow(&self, _link: &OwnLink<'_>, _ground: &mut Ground) -> Option<Next> {
        None
    }

    /// The room it has in the account that opens.
    fn room(&self, _ground: &mut Ground) -> Option<(Place, Box<dyn AnyPage>)> {
        None
    }

    /// What a refresh reads for it.
    fn reads(&self) -> Vec<Reading> {
        Vec::new()
    }

    /// The account opened: what is remembered for this feature is recalled.
    fn opened(&self, _ground: &Ground) -> Next {
        Next::done()
    }

    /// What it shows on a page of another.
    fn summary(&self, _slot: Slot, _account: &Account, _ground: &Ground) -> Vec<Block> {
        Vec::new()
    }

    /// What a question of its own that goes by the outbox is called, with what stands beside it; `None` where it is another feature's.
    fn sending(&self, _ask: &Ask, _texts: &Texts) -> Option<SendingWords> {
        None
    }

    /// Something that went by the outbox is settled, or nobody knows what became of it: what it was about is read anew.
    fn settled(&self, _sending: &Sending, _ground: &mut Ground) -> Next {
        Next::done()
    }

    /// Its forms: a draft is opened by the name of its form.
    fn forms(&self) -> &'static [&'static dyn Form] {
        &[]
    }

    /// What has to be decided before any room of the account is seen.
    fn gate(&self, _account: &Account, _ground: &Ground) -> Option<Screen> {
        None
    }

    /// Something of it was touched outside its own pages; `None` where it is not its own.
    fn touched(&self, _meant: &Meant, _ground: &mut Ground) -> Option<Next> {
        None
    }
}
