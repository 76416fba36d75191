use fl_domain::access::Verdict;

use crate::kit::effects::PlatformFault;

/// Something to know once: it goes with the next thing a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// A mistake of ours ended the app, and it started anew.
    StartedAnew,
    /// A link that is none of ours was to be followed.
    ForeignLink,
    /// A link leads to somebody else, and was not opened.
    Link(Verdict),
    /// A new password is in force.
    PasswordSet,
    /// Something could not be kept on this device.
    NotKept,
    /// The device did not do what was asked.
    Device(PlatformFault),
    /// The first password of the card was confirmed.
    PasswordConfirmed,
    /// A letter's link needs the account to be open.
    OpenFirst,
}
