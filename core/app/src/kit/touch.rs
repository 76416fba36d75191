//! What a touch means, and how it crosses to a shell: as a number that says nothing.

use std::{any::Any, fmt, sync::Arc};

use serde::{Serialize, Serializer};

use super::screen::key::PageKey;

/// Something a person can do. It says its own name for the log: there is no other form of it, so nothing it carries is written down.
pub trait Intent: Clone + PartialEq + Send + Sync + 'static {
    /// Such as `contacts/send`; without anything that was typed or that the service said.
    fn name(&self) -> &'static str;
}

/// Nothing can be done here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nothing {}

impl Intent for Nothing {
    fn name(&self) -> &'static str {
        match *self {}
    }
}

/// An intent of any feature.
pub(super) trait Meaning: Send + Sync {
    fn name(&self) -> &'static str;
    fn is(&self, other: &dyn Meaning) -> bool;
    fn any(&self) -> &dyn Any;
}

impl<I: Intent> Meaning for I {
    fn name(&self) -> &'static str {
        Intent::name(self)
    }

    fn is(&self, other: &dyn Meaning) -> bool {
        other.any().downcast_ref::<I>().is_some_and(|other| other == self)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

/// What to hand back when a block is touched. Inside the app it holds its meaning; what a shell is given holds a number alone.
#[derive(Clone)]
pub struct Touch(pub(super) Held);

#[derive(Clone)]
pub(super) enum Held {
    Meaning(Arc<dyn Meaning>),
    Number(u64),
}

impl<I: Intent> From<I> for Touch {
    fn from(intent: I) -> Self {
        Self(Held::Meaning(Arc::new(intent)))
    }
}

impl Touch {
    /// As a shell hands it back.
    pub const fn numbered(number: u64) -> Self {
        Self(Held::Number(number))
    }

    /// The number of one that came from `Touches`; 0, which is no touch's number, for any other.
    pub const fn number(&self) -> u64 {
        match self.0 {
            Held::Number(number) => number,
            Held::Meaning(_) => 0,
        }
    }
}

impl PartialEq for Touch {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Held::Meaning(one), Held::Meaning(other)) => one.is(&**other),
            (Held::Number(one), Held::Number(other)) => one == other,
            (Held::Meaning(_), Held::Number(_)) | (Held::Number(_), Held::Meaning(_)) => false,
        }
    }
}

impl fmt::Debug for Touch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Held::Meaning(meaning) => f.write_str(meaning.name()),
            Held::Number(number) => write!(f, "{number}"),
        }
    }
}

/// For people and scripts that read a screen: that it can be touched, and nothing else.
impl Serialize for Touch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

/// What a touch meant on the screen it was shown on.
#[derive(Clone)]
pub struct Meant {
    pub(super) meaning: Arc<dyn Meaning>,
    /// Where it was shown.
    pub(crate) path: Vec<PageKey>,
    /// Of which account, if any was open.
    pub(crate) epoch: u64,
}

impl Meant {
    /// The intent's own name.
    pub fn name(&self) -> &'static str {
        self.meaning.name()
    }

    pub(crate) fn get<I: Intent>(&self) -> Option<&I> {
        self.meaning.any().downcast_ref()
    }

    /// Done by a test, where the app is now.
    #[cfg(test)]
    pub(crate) fn here(touch: Touch, path: Vec<PageKey>, epoch: u64) -> Option<Self> {
        match touch.0 {
            Held::Meaning(meaning) => Some(Self { meaning, path, epoch }),
            Held::Number(_) => None,
        }
    }
}

impl fmt::Debug for Meant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
