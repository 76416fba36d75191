use fl_domain::{
    Inn, Secret,
    access::{PasswordPolicy, without_line_end},
    service::{Done, Failure, password::Changed},
};

use crate::kit::{effects::ServiceAnswer, policy::PASSWORD_LIMIT, touch};

/// The page; its answers are heard without it too.
pub(super) const KEY: &str = "password";

/// What a person does on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// Sends what was typed.
    Send,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Send => "password/send",
        }
    }
}

/// What comes back.
pub(super) enum Event {
    /// Which passwords the service takes.
    Policy(ServiceAnswer<PasswordPolicy>),
    /// The change was done, or was not.
    Changed {
        /// Whose password.
        inn: Inn,
        answer: ServiceAnswer<Changed>,
    },
    /// The first password was confirmed, or was not.
    Confirmed(ServiceAnswer<Done>),
}

/// The password is changed.
pub(super) struct Change {
    /// The one in force; not asked for where there is none.
    pub(super) old: Option<Typed>,
    pub(super) new: Typed,
    /// Of both fields.
    pub(super) revision: u32,
    pub(super) policy: PasswordPolicy,
    pub(super) source: Source,
    /// It was to be sent as it is: every rule that fails is named.
    pub(super) tried: bool,
    pub(super) busy: bool,
    pub(super) faults: Faults,
}

/// Where the policy is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The documented one, until the service answers.
    Asked,
    /// The documented one: the service did not say.
    Documented,
    /// The service.
    Service,
}

/// A secret as it was typed or pasted.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) text: Secret,
    /// Ends of line, which a copy brings along, were cut off after it.
    pub(super) is_cut: bool,
}

impl Typed {
    pub(super) fn new(text: Secret) -> Self {
        match without_line_end(text.expose()) {
            whole if whole.len() == text.expose().len() => Self { text, is_cut: false },
            cut => Self { text: Secret::new(cut), is_cut: true },
        }
    }

    fn is_too_long(&self) -> bool {
        self.text.expose().chars().take(PASSWORD_LIMIT + 1).count() > PASSWORD_LIMIT
    }
}

/// What is wrong, each where it belongs.
#[derive(Clone, Default)]
pub(super) struct Faults {
    pub(super) old: Option<OldFault>,
    pub(super) new: Option<NewFault>,
    pub(super) said: Option<Said>,
}

/// With the password in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OldFault {
    /// Seen here; nothing was sent.
    Empty,
    /// Seen here; nothing was sent.
    TooLong,
    /// The service said so.
    Wrong,
}

/// With the new one; all seen here, and nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewFault {
    /// Nothing was typed.
    Empty,
    /// Longer than any password.
    TooLong,
    /// It is the one in force.
    Same,
    /// It breaks the policy; the list says where.
    Weak,
}

/// What the service said.
#[derive(Clone)]
pub(super) enum Said {
    /// It does not take the new password.
    Refused(String),
    /// It could not be asked, or did not do it.
    Failed(Failure),
}

impl Change {
    pub(super) fn new(has_old: bool, revision: u32) -> Self {
        Self {
            old: has_old.then(Typed::default),
            new: Typed::default(),
            revision,
            policy: PasswordPolicy::default(),
            source: Source::Asked,
            tried: false,
            busy: false,
            faults: Faults::default(),
        }
    }

    /// Everything that can be seen to be wrong.
    pub(super) fn check(&self) -> Faults {
        let old = self.old.as_ref().and_then(|old| match old {
            old if old.text.is_empty() => Some(OldFault::Empty),
            old if old.is_too_long() => Some(OldFault::TooLong),
            _ => None,
        });
        let is_same = self.old.as_ref().is_some_and(|old| old.text == self.new.text);
        let new = match &self.new {
            new if new.text.is_empty() => Some(NewFault::Empty),
            new if new.is_too_long() => Some(NewFault::TooLong),
            new if !self.policy.is_met(new.text.expose()) => Some(NewFault::Weak),
            _ if is_same => Some(NewFault::Same),
            _ => None,
        };
        Faults { old, new, said: None }
    }
}

impl Faults {
    pub(super) const fn is_any(&self) -> bool {
        self.old.is_some() || self.new.is_some() || self.said.is_some()
    }
}
