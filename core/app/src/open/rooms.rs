use super::{
    ground::{AnyPage, Ground},
    place::Place,
};

/// The rooms of the open account: they come with it and go with it.
#[derive(Default)]
pub(super) struct Rooms {
    /// Of which account they are.
    of: Option<u64>,
    rooms: Vec<(Place, Box<dyn AnyPage>)>,
}

impl Rooms {
    /// As the account that is open now wants them; whether another one was open before.
    pub(super) fn furnish(&mut self, ground: &mut Ground) -> bool {
        let open = ground.account().map(|account| account.epoch);
        if self.of == open {
            return false;
        }
        let was_open = self.of.is_some();
        self.rooms.clear();
        self.of = open;
        if open.is_some() {
            let features = ground.features;
            self.rooms.extend(features.iter().filter_map(|feature| feature.room(ground)));
        }
        was_open
    }

    pub(super) fn at(&self, place: Place) -> Option<&dyn AnyPage> {
        self.rooms.iter().find(|(of, _)| *of == place).map(|(_, room)| &**room)
    }

    pub(super) fn at_mut(&mut self, place: Place) -> Option<&mut dyn AnyPage> {
        match self.rooms.iter_mut().find(|(of, _)| *of == place) {
            Some((_, room)) => Some(&mut **room),
            None => None,
        }
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Box<dyn AnyPage>> {
        self.rooms.iter_mut().map(|(_, room)| room)
    }
}
