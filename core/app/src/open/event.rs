use fl_domain::Secret;

use super::{account, device, page::PageEvent, session};
use crate::kit::{
    effects::{Moment, ServiceFacts, VaultFault, Vaulted, Waiting},
    texts::Preferences,
    touch::Meant,
};

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
    Session(session::Event),
    /// The device did something, or did not.
    Device(device::Event),
    /// A countdown moves on.
    Tick {
        /// Which chain; an older one ends.
        serial: u64,
        /// The time.
        now: Moment,
    },
    /// Something came for the account that was open in this epoch; later ones pass it over.
    Account(u64, account::Event),
    /// Something came for a page.
    Page(PageEvent),
}
