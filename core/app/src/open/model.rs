use crux_core::Command;
use fl_domain::Secret;

use super::{
    account, device, drafts,
    event::{Ctx, Event, Next, PageEvent},
    feature::Feature,
    ground::{AnyPage, Back, Ground},
    nav, outbox,
    pages::Pages,
    rooms::Rooms,
    session,
    tick::Tick,
};
use crate::kit::{
    effects::{Describe, KeepPreferences, KeepWaiting, Moment, Now, Vault},
    touch::Meant,
};

/// All the app knows.
pub struct Model {
    pub(super) ground: Ground,
    pub(super) rooms: Rooms,
    pub(super) pages: Pages,
    tick: Tick,
}

impl Model {
    /// On a device nobody has looked at yet.
    pub(crate) fn new(features: &'static [&'static dyn Feature]) -> Self {
        Self {
            ground: Ground::new(features),
            rooms: Rooms::default(),
            pages: Pages::default(),
            tick: Tick::default(),
        }
    }

    /// One event, with all that follows from it here.
    pub(crate) fn update(&mut self, event: Event) -> Next {
        let next = self.on_event(event);
        if self.rooms.furnish(&mut self.ground) {
            self.pages.leave_account();
        }
        self.pages.follow(&mut self.ground);
        self.ground.top = self.pages.top_key();
        let awaited = self.awaited();
        next.and(self.tick.arm(awaited, &self.ground))
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
            Event::Tick { serial, now } => self.tick.came(serial, now, ground),
            Event::Account(epoch, event) => account::on_event(epoch, event, ground),
            Event::Outbox(epoch, event) => outbox::update::on_event(epoch, event, ground),
            Event::Drafts(epoch, event) => drafts::update::on_event(epoch, event, ground),
            Event::Page(event) => self.heard(event),
        }
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
        let over_base = meant.path.len().checked_sub(self.base().len());
        over_base.is_some_and(|keys| self.pages.uncover(keys))
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
        if let Some(intent) = meant.get::<outbox::event::Intent>() {
            return outbox::update::touched(*intent, &mut self.ground);
        }
        let ground = &mut self.ground;
        if let Some(next) = self.pages.top_mut().and_then(|page| page.touched(meant, ground)) {
            return next;
        }
        if self.pages.top().is_none()
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
        self.rooms.at_mut(place).map(|room| (room, &mut self.ground))
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
        let Some(page) = self.pages.top_mut() else { return session::back(ground) };
        match page.back(ground) {
            Back::Stays => Command::done(),
            Back::StaysWith(next) => next,
            Back::Goes(next) => {
                self.pages.pop();
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
        if let Some(page) = self.pages.top_mut() {
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
        // Only the account that asked: another one's session has nothing to do with it.
        if let Some((asker, failure)) = failure
            && let Some(account) = ground.account_mut().filter(|account| account.epoch == asker)
        {
            account.heard(&failure);
        }
        let page = self.pages.iter_mut().chain(self.rooms.iter_mut()).find(|page| page.key() == key);
        match page {
            Some(page) => deliver(Some(&mut **page), ground),
            None => deliver(None, ground),
        }
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
