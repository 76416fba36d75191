use fl_domain::{
    Secret,
    access::{PasswordPolicy, without_line_end},
    service::Failure,
};

use crate::policy::PASSWORD_LIMIT;

/// The password is changed.
pub(crate) struct Change {
    /// The one in force; not asked for where there is none.
    pub(crate) old: Option<Typed>,
    pub(crate) new: Typed,
    /// Of both fields.
    pub(crate) revision: u32,
    pub(crate) policy: PasswordPolicy,
    pub(crate) source: Source,
    /// It was to be sent as it is: every rule that fails is named.
    pub(crate) tried: bool,
    pub(crate) busy: bool,
    pub(crate) faults: Faults,
}

/// Where the policy is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The documented one, until the service answers.
    Asked,
    /// The documented one: the service did not say.
    Documented,
    /// The service.
    Service,
}

/// A secret as it was typed or pasted.
#[derive(Default)]
pub(crate) struct Typed {
    pub(crate) text: Secret,
    /// Ends of line, which a copy brings along, were cut off after it.
    pub(crate) is_cut: bool,
}

impl Typed {
    pub(crate) fn new(text: Secret) -> Self {
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
pub(crate) struct Faults {
    pub(crate) old: Option<OldFault>,
    pub(crate) new: Option<NewFault>,
    pub(crate) said: Option<Said>,
}

/// With the password in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OldFault {
    /// Seen here; nothing was sent.
    Empty,
    /// Seen here; nothing was sent.
    TooLong,
    /// The service said so.
    Wrong,
}

/// With the new one; all seen here, and nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NewFault {
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
pub(crate) enum Said {
    /// It does not take the new password.
    Refused(String),
    /// It could not be asked, or did not do it.
    Failed(Failure),
}

impl Change {
    pub(crate) fn new(has_old: bool, revision: u32) -> Self {
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

    /// A person looks at something else: what was typed is dropped, since no shell shows it again.
    pub(crate) fn left(&mut self, revision: u32) {
        self.old = self.old.as_ref().map(|_| Typed::default());
        self.new = Typed::default();
        self.revision = revision;
        (self.tried, self.faults) = (false, Faults::default());
    }

    /// Everything that can be seen to be wrong.
    pub(crate) fn check(&self) -> Faults {
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
    pub(crate) const fn is_any(&self) -> bool {
        self.old.is_some() || self.new.is_some() || self.said.is_some()
    }
}
