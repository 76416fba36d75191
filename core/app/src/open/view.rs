//! What is seen of the app: a page, a room, or what the session asks.

use fl_domain::Timestamp;

use super::{account, device, ground::AnyPage, model::Model, nav, place::Place, session};
use crate::kit::screen::{PageKey, Screen};

/// What is seen, and of which account: the touches of one mean nothing in another.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The screen.
    pub screen: Screen,
    /// Grows whenever an account opens or closes.
    pub epoch: u64,
}

impl Model {
    /// What is seen now.
    pub(crate) fn view(&self) -> View {
        let ground = &self.ground;
        let mut screen = match self.pages.top() {
            Some(page) => {
                let mut screen = page.view(ground);
                screen.back = Some(nav::Intent::Back.into());
                screen
            }
            None => self.view_base(),
        };
        screen.path = self.path();
        device::show(&mut screen, ground);
        View { screen, epoch: ground.epoch }
    }

    fn view_base(&self) -> Screen {
        let ground = &self.ground;
        let Some(account) = ground.account() else { return session::view(ground) };
        if account.is_asking() {
            return session::view(ground);
        }
        if let Some(mut gate) = self.ground.gate() {
            account.dress(&mut gate, ground);
            return gate;
        }
        let Some(room) = self.room() else { return session::view(ground) };
        let mut screen = room.view(ground);
        account.dress(&mut screen, ground);
        screen.tabs = account::tabs(account.place, ground);
        if account.place != Place::Home {
            screen.back = Some(nav::Intent::Back.into());
        }
        screen.blocks.splice(0..0, account.faults(ground));
        screen
    }

    /// The room that is seen, unless something of the session or a gate stands before it.
    pub(super) fn room(&self) -> Option<&dyn AnyPage> {
        let account = self.ground.account().filter(|account| !account.is_asking())?;
        if self.ground.gate().is_some() {
            return None;
        }
        self.rooms.at(account.place)
    }

    /// What lies under all pages.
    pub(super) fn base(&self) -> Vec<PageKey> {
        let Some(account) = self.ground.account() else { return session::path(&self.ground) };
        let room = || self.rooms.at(account.place).map_or_else(Vec::new, AnyPage::path);
        if account.is_asking() {
            return room().into_iter().chain(session::path(&self.ground)).collect();
        }
        self.ground.gate().map_or_else(room, |gate| gate.path)
    }

    pub(super) fn path(&self) -> Vec<PageKey> {
        self.base().into_iter().chain(self.pages.path()).collect()
    }

    /// What waits for a time now, by the service's clock.
    pub(super) fn awaited(&self) -> Option<Timestamp> {
        match self.pages.top() {
            Some(page) => page.awaited(&self.ground),
            None => match self.room() {
                Some(room) => room.awaited(&self.ground),
                None => session::awaited(&self.ground),
            },
        }
        .filter(|until| *until > self.ground.now.trusted())
    }
}
