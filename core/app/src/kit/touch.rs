//! What a touch means, and how it crosses to a shell: as a number that says nothing, looked up in a table that forgets.

use std::{any::Any, collections::HashMap, fmt, sync::Arc};

use serde::{Serialize, Serializer};

use super::screen::{PageKey, Screen};

/// Something a person can do. It says its own name for the log: there is no other form of it, so nothing it carries is written down.
pub trait Intent: Clone + PartialEq + Send + Sync + 'static {
    /// Such as `contacts/send`; without anything that was typed or that the service said.
    fn name(&self) -> &'static str;
}

/// Nothing can be done here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Nothing {}

impl Intent for Nothing {
    fn name(&self) -> &'static str {
        match *self {}
    }
}

/// An intent of any feature.
trait Meaning: Send + Sync {
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
pub struct Touch(Held);

#[derive(Clone)]
enum Held {
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

    /// The number of one that came from [`Touches`]; 0, which is no touch's number, for any other.
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
    meaning: Arc<dyn Meaning>,
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

    /// Done by the app itself, where it is now.
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

/// Screens of one page whose touches are still understood: a shell may draw an older one for a moment.
const REMEMBERED: u64 = 8;

/// What the touches of the last screens mean. Emptied when an account opens or closes, so at a lock and a sign-out; it holds no secret,
/// since no intent does. A number is never given twice.
#[derive(Default)]
pub struct Touches {
    last: u64,
    epoch: u64,
    /// Counts the screens of each page: one that is covered is still understood where a shell shows it beside the other.
    screens: HashMap<Vec<PageKey>, u64>,
    known: HashMap<u64, (Meant, u64)>,
    /// Where each number stands on its page: the page, the block, and which of the block's touches.
    places: HashMap<(PageKey, String, usize), u64>,
}

impl Touches {
    /// The screen as a shell may have it. What means the same as before keeps its number, so that an equal screen stays equal.
    pub fn number(&mut self, mut screen: Screen, epoch: u64) -> Screen {
        if epoch != self.epoch {
            self.clear();
            self.epoch = epoch;
        }
        let path = screen.path.clone();
        self.screens.retain(|of, _| path.starts_with(of));
        let count = self.screens.entry(path.clone()).or_default();
        *count += 1;
        let now = *count;
        let page = screen.key().to_owned();
        screen.for_each_touch(|block, nth, touch| {
            if let Held::Meaning(meaning) = &touch.0 {
                let number = self.numbered((page.clone(), block.to_owned(), nth), meaning, &path, now);
                *touch = Touch::numbered(number);
            }
        });
        for field in screen.fields_mut() {
            field.id = format!("{page}/{}", field.key);
        }
        let screens = &self.screens;
        self.known.retain(|_, (meant, seen)| {
            screens.get(&meant.path).is_some_and(|count| *seen + REMEMBERED > *count)
        });
        let known = &self.known;
        self.places.retain(|_, number| known.contains_key(number));
        screen
    }

    fn numbered(
        &mut self,
        place: (PageKey, String, usize),
        meaning: &Arc<dyn Meaning>,
        path: &[PageKey],
        now: u64,
    ) -> u64 {
        if let Some(number) = self.places.get(&place)
            && let Some((meant, seen)) = self.known.get_mut(number)
            && meant.meaning.is(&**meaning)
            && meant.path == path
        {
            *seen = now;
            return *number;
        }
        self.last += 1;
        let meant = Meant { meaning: Arc::clone(meaning), path: path.to_vec(), epoch: self.epoch };
        self.known.insert(self.last, (meant, now));
        self.places.insert(place, self.last);
        self.last
    }

    /// What this touch meant where it was shown; `None` once that page or that account is gone.
    pub fn meant(&self, touch: &Touch) -> Option<Meant> {
        self.known.get(&touch.number()).map(|(meant, _)| meant.clone())
    }

    /// Nothing that was shown means anything any more.
    pub fn clear(&mut self) {
        self.screens.clear();
        self.known.clear();
        self.places.clear();
    }
}
