use std::fmt;

use crux_core::{Command, command::CommandContext};
use fl_domain::{Secret, service::Failure};

use super::{
    account::event::Event as AccountEvent,
    device::event::Event as DeviceEvent,
    drafts::event::Event as DraftsEvent,
    ground::{AnyPage, Ground},
    outbox::event::Event as OutboxEvent,
    session::event::Event as SessionEvent,
};
use crate::kit::{
    effects::{Effect, Moment, ServiceFacts, VaultFault, Vaulted, Waiting},
    screen::PageKey,
    texts::Preferences,
    touch::Meant,
};

/// What an update leaves to be done.
pub(crate) type Next = Command<Effect, Event>;

/// What a flow of the app runs in.
pub(crate) type Ctx = CommandContext<Effect, Event>;

/// What happens to the app. Whatever a person does is stamped with its time at the door.
#[derive(Debug)]
pub enum Event {
    /// The engine is there.
    Start,
    /// The app failed by a mistake of ours and is there again.
    StartAnew,
    /// Something was touched.
    Touched(Moment, Meant),
    /// A field now holds this text, whole. It is secret until its page says otherwise.
    Typed {
        /// When.
        now: Moment,
        /// The field's id: page and key.
        field: String,
        /// All of its text.
        text: Secret,
    },
    /// A link that the platform gave to the app. It may carry a code or a token, so it is a secret, and is never written down.
    Followed(Moment, Secret),
    /// The platform has a network again: what is stale may be read anew.
    NetworkBack(Moment),
    /// The device was looked at.
    Started {
        /// The time.
        now: Moment,
        /// What is kept of the user's taste.
        preferences: Preferences,
        /// What is on the device.
        vault: Result<Vaulted, VaultFault>,
        /// What service this is.
        facts: Box<ServiceFacts>,
        /// What is waited for.
        waiting: Box<Waiting>,
        /// After a failure.
        anew: bool,
    },
    /// Getting in and out went on.
    Session(SessionEvent),
    /// The device did something, or did not.
    Device(DeviceEvent),
    /// A countdown moves on.
    Tick {
        /// Which chain; an older one ends.
        serial: u64,
        /// The time.
        now: Moment,
    },
    /// Something came for the account that was open in this epoch; later ones pass it over.
    Account(u64, AccountEvent),
    /// Something came for the outbox of the account that was open in this epoch; later ones pass it over.
    Outbox(u64, OutboxEvent),
    /// Something came for the drafts of the account that was open in this epoch; later ones pass it over.
    Drafts(u64, DraftsEvent),
    /// Something came for a page.
    Page(PageEvent),
}

/// Hands an event to its page, or to nobody.
pub(super) type Deliver = Box<dyn FnOnce(Option<&mut dyn AnyPage>, &mut Ground) -> Next + Send>;

/// Something for a page.
pub struct PageEvent {
    /// Which.
    pub(crate) key: PageKey,
    /// Of the account that was open; [`None`] where it is delivered whatever is open by now.
    pub(crate) epoch: Option<u64>,
    /// The time, where it came with an answer.
    pub(crate) at: Option<Moment>,
    /// What a question in the session's name failed by, and the epoch of who asked: that account hears of it too.
    pub(crate) failure: Option<(u64, Failure)>,
    pub(crate) deliver: Deliver,
}

/// Nothing of what it carries is written down.
impl fmt::Debug for PageEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageEvent").finish_non_exhaustive()
    }
}
