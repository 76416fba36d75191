use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use super::{
    Event, Ground, Next, account, device,
    feature::Feature,
    ground::Pages,
    nav,
    page::{self, AnyPage, Back, Life, PageEvent},
    place::Place,
    session, tick,
};
use crate::kit::{
    effects::{Describe, KeepPreferences, KeepWaiting, Moment, Now, Vault},
    flow::Ctx,
    screen::{PageKey, Screen},
    touch::Meant,
};

/// All the app knows.
pub struct Model {
    pub(super) ground: Ground,
    /// The rooms of the open account.
    rooms: Vec<(Place, Box<dyn AnyPage>)>,
    /// Of which account they are.
    rooms_of: Option<u64>,
    pub(super) pages: Pages,
    /// A tick is set for this, and which chain of ticks is alive.
    pub(super) tick: Option<Timestamp>,
    pub(super) tick_serial: u64,
}

/// What is seen, and of which account: the touches of one mean nothing in another.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The screen.
    pub screen: Screen,
    /// Grows whenever an account opens or closes.
    pub epoch: u64,
}

impl Model {
    /// On a device nobody has looked at yet.
    pub(crate) fn new(features: &'static [&'static dyn Feature]) -> Self {
        Self {
            ground: Ground::new(features),
            rooms: Vec::new(),
            rooms_of: None,
            pages: Pages::default(),
            tick: None,
            tick_serial: 0,
        }
    }

    /// One event, with all that follows from it here.
    pub(crate) fn update(&mut self, event: Event) -> Next {
        let next = self.on_event(event);
        self.furnish();
        self.pages.follow(&mut self.ground);
        next.and(tick::arm(self))
    }

    fn on_event(&mut self, event: Event) -> Next {
        let ground = &mut self.ground;
        match event {
            Event::Start => Command::new(|ctx| start(ctx, false)),
            Event::StartAnew => Command::new(|ctx| start(ctx, true)),
            Event::Touched(now, meant) => {
                ground.touch(now);
                ground.hint = None;
                self.touched(&meant)
            }
            // Typing and a network that comes back are nothing a person does about a hint.
            Event::Typed { now, field, text } => {
                ground.touch(now);
                self.typed(&field, text)
            }
            Event::NetworkBack(now) => {
                ground.touch(now);
                account::network_back(ground)
            }
            Event::Followed(now, url) => {
                ground.touch(now);
                ground.hint = None;
                device::follow(url.expose(), ground)
            }
            Event::Started { now, preferences, vault, facts, waiting, anew } => {
                ground.touch(now);
                (ground.facts, ground.waiting) = (*facts, *waiting);
                if anew {
                    ground.hint = Some(device::Hint::StartedAnew);
                }
                ground.preferences = preferences;
                session::started(&vault, ground)
            }
            Event::Session(event) => session::on_event(event, ground),
            Event::Device(event) => device::on_event(event, ground),
            Event::Tick { serial, now } => tick::on_tick(serial, now, self),
            Event::Account(epoch, event) => account::on_event(epoch, event, ground),
            Event::Page(event) => self.heard(event),
        }
    }

    /// Rooms come with an account and go with it, and so do the pages that belong to it.
    fn furnish(&mut self) {
        let open = self.ground.account().map(|account| account.epoch);
        if self.rooms_of == open {
            return;
        }
        if self.rooms_of.is_some() {
            self.pages.0.retain(|page| page.life() == Life::Device);
        }
        self.rooms.clear();
        self.rooms_of = open;
        if open.is_some() {
            let ground = &mut self.ground;
            let features = ground.features;
            self.rooms.extend(features.iter().filter_map(|feature| feature.room(ground)));
        }
    }

    /// The room that is seen, unless something of the session or a gate stands before it.
    fn room(&self) -> Option<&dyn AnyPage> {
        let account = self.ground.account().filter(|account| !account.is_asking())?;
        if self.ground.gate().is_some() {
            return None;
        }
        self.rooms.iter().find(|(place, _)| *place == account.place).map(|(_, room)| &**room)
    }

    /// What lies under all pages.
    fn base(&self) -> Vec<PageKey> {
        let Some(account) = self.ground.account() else { return session::path(&self.ground) };
        let room = || {
            self.rooms
                .iter()
                .find(|(place, _)| *place == account.place)
                .map_or_else(Vec::new, |(_, room)| room.path())
        };
        if account.is_asking() {
            return room().into_iter().chain(session::path(&self.ground)).collect();
        }
        self.ground.gate().map_or_else(room, |gate| gate.path)
    }

    fn path(&self) -> Vec<PageKey> {
        self.base().into_iter().chain(self.pages.0.iter().flat_map(|page| page.path())).collect()
    }

    /// The page a touch was made on, brought up again where others lie over it (a shell may show both side by side); `false` where it is
    /// gone, and then nothing happens: never something else.
    fn bring_up(&mut self, meant: &Meant) -> bool {
        let path = self.path();
        if path == meant.path {
            return true;
        }
        if !path.starts_with(&meant.path) || meant.get::<nav::Intent>() == Some(&nav::Intent::Back) {
            return false;
        }
        let mut kept = self.base().len();
        let over = self.pages.0.iter().position(|page| {
            let is_over = kept >= meant.path.len();
            kept += page.path().len();
            is_over
        });
        let Some(over) = over else { return false };
        let below: usize =
            self.base().len() + self.pages.0[..over].iter().map(|page| page.path().len()).sum::<usize>();
        if below != meant.path.len() {
            return false;
        }
        self.pages.0.truncate(over);
        true
    }

    fn touched(&mut self, meant: &Meant) -> Next {
        if meant.epoch != self.ground.epoch || !self.bring_up(meant) {
            return Command::done();
        }
        if let Some(intent) = meant.get::<nav::Intent>() {
            return self.navigate(intent);
        }
        if let Some(intent) = meant.get::<session::Intent>() {
            return session::touched(*intent, &mut self.ground);
        }
        if let Some(intent) = meant.get::<device::Intent>() {
            return device::touched(intent, &mut self.ground);
        }
        let ground = &mut self.ground;
        if let Some(next) = self.pages.0.last_mut().and_then(|page| page.touched(meant, ground)) {
            return next;
        }
        if self.pages.0.is_empty()
            && self.room().is_some()
            && let Some(next) = self.room_mut().and_then(|(room, ground)| room.touched(meant, ground))
        {
            return next;
        }
        let ground = &mut self.ground;
        let features = ground.features;
        features.iter().find_map(|feature| feature.touched(meant, ground)).unwrap_or_else(Command::done)
    }

    fn room_mut(&mut self) -> Option<(&mut dyn AnyPage, &mut Ground)> {
        let place = self.ground.account()?.place;
        let room = self.rooms.iter_mut().find(|(of, _)| *of == place)?;
        Some((&mut *room.1, &mut self.ground))
    }

    fn navigate(&mut self, intent: &nav::Intent) -> Next {
        match intent {
            nav::Intent::Go(place) => self.ground.go(*place),
            nav::Intent::Find { place, words } => {
                let ground = &mut self.ground;
                let features = ground.features;
                features
                    .iter()
                    .find_map(|feature| feature.find(*place, words, ground))
                    .unwrap_or_else(Command::done)
            }
            nav::Intent::Refresh => account::refresh(&mut self.ground),
            nav::Intent::Back => self.back(),
        }
    }

    fn back(&mut self) -> Next {
        let ground = &mut self.ground;
        let Some(page) = self.pages.0.last_mut() else { return session::back(ground) };
        match page.back(ground) {
            Back::Stays => Command::done(),
            Back::Goes(next) => {
                self.pages.0.pop();
                next
            }
        }
    }

    /// What is typed reaches the field it was typed into, or nothing.
    fn typed(&mut self, field: &str, text: Secret) -> Next {
        let Some((page, key)) = field.rsplit_once('/') else { return Command::done() };
        if self.path().last().is_none_or(|seen| seen != page) {
            return Command::done();
        }
        let ground = &mut self.ground;
        if let Some(page) = self.pages.0.last_mut() {
            return page.edit(key, text, ground);
        }
        if self.room().is_none() {
            return session::edit(key, text, &mut self.ground);
        }
        self.room_mut().map_or_else(Command::done, |(room, ground)| room.edit(key, text, ground))
    }

    fn heard(&mut self, event: PageEvent) -> Next {
        let PageEvent { key, epoch, at, failure, deliver } = event;
        let ground = &mut self.ground;
        if epoch.is_some_and(|epoch| epoch != ground.epoch) {
            return Command::done();
        }
        if let Some(at) = at {
            ground.now = at;
        }
        if let (Some(failure), Some(account)) = (failure, ground.account_mut()) {
            account.heard(&failure);
        }
        let page = self
            .pages
            .0
            .iter_mut()
            .chain(self.rooms.iter_mut().map(|(_, room)| room))
            .find(|page| page::key(&***page) == key);
        match page {
            Some(page) => deliver(Some(&mut **page), ground),
            None => deliver(None, ground),
        }
    }

    /// What waits for a time now, by the service's clock.
    pub(super) fn awaited(&self) -> Option<Timestamp> {
        match self.pages.0.last() {
            Some(page) => page.awaited(&self.ground),
            None => match self.room() {
                Some(room) => room.awaited(&self.ground),
                None => session::awaited(&self.ground),
            },
        }
        .filter(|until| *until > self.ground.now.trusted())
    }

    /// What is seen now.
    pub(crate) fn view(&self) -> View {
        let ground = &self.ground;
        let mut screen = match self.pages.0.last() {
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
}

async fn start(ctx: Ctx, anew: bool) {
    let preferences = ctx.request_from_shell(KeepPreferences::Load).await;
    let vault = ctx.request_from_shell(Vault::Look).await;
    let facts = Box::new(ctx.request_from_shell(Describe).await);
    let waiting = Box::new(ctx.request_from_shell(KeepWaiting::Load).await);
    let now: Moment = ctx.request_from_shell(Now).await;
    ctx.send_event(Event::Started { now, preferences, vault, facts, waiting, anew });
}
