//! The table of what touches mean, which forgets.

#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::Arc};

use super::{
    screen::{PageKey, Screen},
    touch::{Held, Meaning, Meant, Touch},
};

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
