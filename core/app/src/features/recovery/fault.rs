use fl_domain::{
    InnError,
    access::{ControlWordError, EmailError, Verdict},
    service::Failure,
};

/// What is wrong.
pub(super) enum Fault {
    /// Seen here; nothing was sent.
    Inn(InnError),
    /// Seen here; nothing was sent.
    Email(EmailError),
    /// Seen here; nothing was sent.
    Word(ControlWordError),
    /// The service knows something else.
    Mismatch,
    /// What was pasted is no link of a letter.
    NoLink,
    /// What was pasted leads to somebody else.
    ForeignLink(Verdict),
    /// The link has run out.
    LinkStale,
    /// A password was set by it already.
    LinkUsed,
    /// The new password breaks the rules; the checklist says which.
    Weak,
    /// The new password is longer than any.
    TooLong,
    /// The service does not take it.
    PasswordRefused(String),
    /// The answer to a new password was lost: it may be in force.
    Unknown,
    /// The service could not be asked.
    Service(Failure),
}

impl Fault {
    /// It goes with the secret it is about.
    pub(super) const fn is_of_a_secret(&self) -> bool {
        match self {
            Self::Word(_)
            | Self::NoLink
            | Self::ForeignLink(_)
            | Self::Weak
            | Self::TooLong
            | Self::PasswordRefused(_) => true,
            Self::Inn(_)
            | Self::Email(_)
            | Self::Mismatch
            | Self::LinkStale
            | Self::LinkUsed
            | Self::Unknown
            | Self::Service(_) => false,
        }
    }

    /// It was seen in what this field holds.
    pub(super) fn is_in(&self, field: &str) -> bool {
        match self {
            Self::Inn(_) => field == "inn",
            Self::Email(_) => field == "email",
            Self::Word(_) => field == "word",
            Self::NoLink | Self::ForeignLink(_) => field == "link",
            Self::Weak | Self::TooLong | Self::PasswordRefused(_) => field == "new-password",
            Self::Mismatch | Self::LinkStale | Self::LinkUsed | Self::Unknown | Self::Service(_) => false,
        }
    }
}
