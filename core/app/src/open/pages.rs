use super::{
    ground::{AnyPage, Ground, Life, Move},
    session,
};
use crate::kit::screen::PageKey;

/// The pages over whatever is below, the last on top.
#[derive(Default)]
pub(super) struct Pages(Vec<Box<dyn AnyPage>>);

impl Pages {
    pub(super) fn top(&self) -> Option<&dyn AnyPage> {
        self.0.last().map(|page| &**page)
    }

    /// The key of the page that is seen.
    pub(super) fn top_key(&self) -> Option<PageKey> {
        self.0.last().map(|page| page.key())
    }

    pub(super) fn top_mut(&mut self) -> Option<&mut dyn AnyPage> {
        match self.0.last_mut() {
            Some(page) => Some(&mut **page),
            None => None,
        }
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Box<dyn AnyPage>> {
        self.0.iter_mut()
    }

    /// Their keys, the lowest page's first.
    pub(super) fn path(&self) -> impl Iterator<Item = PageKey> {
        self.0.iter().flat_map(|page| page.path())
    }

    /// The page on top goes.
    pub(super) fn pop(&mut self) {
        self.0.pop();
    }

    /// The account is gone, and with it what belongs to it.
    pub(super) fn leave_account(&mut self) {
        self.0.retain(|page| page.life() == Life::Device);
    }

    /// Whatever lies over the first so many keys goes; `false` where no page ends there, and then nothing happens.
    pub(super) fn uncover(&mut self, keys: usize) -> bool {
        let mut below = 0;
        let over = self.0.iter().position(|page| {
            let is_over = below >= keys;
            below += if is_over { 0 } else { page.path().len() };
            is_over
        });
        match over {
            Some(over) if below == keys => {
                self.0.truncate(over);
                true
            }
            Some(_) | None => false,
        }
    }

    /// What was wished of the pages, done; the page that is covered drops its secrets.
    pub(super) fn follow(&mut self, ground: &mut Ground) {
        for wish in std::mem::take(&mut ground.moves) {
            match wish {
                Move::Show(page) => self.show(page, ground),
                Move::Remove(key) => self.0.retain(|page| page.key() != key),
                Move::Clear => self.0.clear(),
            }
        }
    }

    fn show(&mut self, page: Box<dyn AnyPage>, ground: &mut Ground) {
        let key = page.key();
        if self.0.last().is_some_and(|top| top.key() == key) {
            return;
        }
        // A page that lies deeper already comes up: no key stands twice in a path.
        self.0.retain(|known| known.key() != key);
        session::left(ground);
        if let Some(below) = self.0.last_mut() {
            below.left(ground);
        }
        self.0.push(page);
    }
}
