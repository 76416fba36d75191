//! The device: the real app, a disk that survives it, and a network that lies.

use std::collections::VecDeque;

use crux_core::{Core, Request};
use fl_app::{
    AccountId, AccountState, App, Attached, Biometrics, Cache, CacheFault, Cached, Call, DeviceAccount,
    Effect, Event, LockedAccount, Moment, Screen, Sending, ServiceAnswer, ServiceFacts, Touches, Unlocked,
    Vault, VaultStatus, Vaulted, View, Wait, Waiting,
    screen::Block,
    texts::{Language, Preferences},
};
use fl_domain::{
    Inn, Secret, Timestamp,
    service::{Ask, Failure, OfflineCause, Once, OnceKey, Told, contacts, outbox},
};
use fl_gateway::{Gateway, Profile, SignInAnswer};
use fl_sandbox::{InProcess, Sandbox, SandboxConfig};

use super::judge::Judge;
use crate::{cast::PIN, device::cached, line::call};

/// An access token of the double is good for longer than that. In seconds.
const TOKEN: i64 = 200;

/// What becomes of the next thing that is asked in a session's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It does not leave.
    NoNetwork,
    /// It is lost on its way.
    LostBefore,
    /// It is done, and its answer is lost.
    LostAfter,
    /// It comes later, when nobody waits for it any more.
    Late,
    /// It comes twice.
    Twice,
    /// The service fails.
    Fails,
}

/// When the app dies: that many effects from now, before or after the effect is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Death {
    pub(crate) effects: u8,
    pub(crate) is_done: bool,
}

pub(crate) struct Phone {
    core: Core<App>,
    touches: Touches,
    pub(crate) screen: Screen,
    now: Timestamp,
    waits: Vec<Request<Wait>>,
    pub(crate) disk: Vec<Sending>,
    made: u64,
    pub(crate) service: InProcess,
    gateway: Gateway,
    pub(crate) inn: Inn,
    password: Secret,
    access: Option<(Secret, Timestamp)>,
    is_open: bool,
    pub(crate) ways: VecDeque<Way>,
    /// So many writes find no room.
    pub(crate) full: u8,
    pub(crate) death: Option<Death>,
    /// What comes later.
    late: Vec<Call>,
    pub(crate) judge: Judge,
}

impl Phone {
    pub(crate) fn new() -> Self {
        let service = Sandbox::in_process(SandboxConfig::default());
        let whole = service.profile_toml();
        // What else there is would only take its time.
        let lines = whole.lines().map(|line| {
            if line.starts_with("offers") { "offers = [\"contacts\", \"outbox\"]" } else { line }
        });
        let gateway = Gateway::new(Profile::parse(&lines.collect::<Vec<_>>().join("\n")).unwrap());
        let card = service.taxpayers().find(|card| card.key == "no-debt").unwrap().clone();
        let core = Core::<App>::new();
        let mut touches = Touches::default();
        let View { screen, epoch } = core.view();
        let screen = touches.number(screen, epoch);
        let now = service.control().now();
        let mut phone = Self {
            core,
            touches,
            screen,
            now,
            waits: Vec::new(),
            disk: Vec::new(),
            made: 0,
            inn: Inn::parse_person(&card.inn).unwrap(),
            password: card.password.as_str().into(),
            service,
            gateway,
            access: None,
            is_open: false,
            ways: VecDeque::new(),
            full: 0,
            death: None,
            late: Vec::new(),
            judge: Judge::default(),
        };
        phone.start();
        phone
    }

    /// The app starts and is opened.
    fn start(&mut self) {
        self.event(Event::Start);
        self.unlock();
    }

    pub(crate) fn unlock(&mut self) {
        if self.screen.key() == "unlock" {
            self.type_in("pin", PIN);
            self.tap("unlock");
        }
    }

    /// The app is gone; only the disk is left.
    pub(crate) fn dies(&mut self) {
        self.core = Core::new();
        self.touches = Touches::default();
        (self.death, self.is_open) = (None, false);
        self.waits.clear();
        self.start();
    }

    pub(crate) fn later(&mut self, seconds: i64) {
        self.now = Timestamp::from_second(self.now.as_second() + seconds).unwrap();
        self.service.control().advance(std::time::Duration::from_secs(seconds.try_into().unwrap()));
        let now = self.now;
        let (due, waiting) =
            std::mem::take(&mut self.waits).into_iter().partition(|wait| wait.operation.until <= now);
        self.waits = waiting;
        for mut wait in due {
            if let Ok(effects) = self.core.resolve(&mut wait, self.moment()) {
                self.perform(effects);
            }
        }
    }

    fn moment(&self) -> Moment {
        Moment::new(self.now, 180)
    }

    pub(crate) fn event(&mut self, event: Event) {
        let effects = self.core.process_event(event);
        self.perform(effects);
    }

    pub(crate) fn network_back(&mut self) {
        self.event(Event::NetworkBack(self.moment()));
    }

    fn render(&mut self) {
        let View { screen, epoch } = self.core.view();
        self.screen = self.touches.number(screen, epoch);
    }

    pub(crate) fn type_in(&mut self, key: &str, text: &str) {
        let field = format!("{}/{key}", self.screen.key());
        self.event(Event::Typed { now: self.moment(), field, text: Secret::new(text) });
    }

    /// Touches what is there; whether it was.
    pub(crate) fn tap(&mut self, key: &str) -> bool {
        let found = self.screen.blocks.iter().find_map(|block| match block {
            Block::Button(button) if button.key == key && button.enabled => Some(button.touch.clone()),
            Block::Row(row) if row.key == key => row.touch.clone(),
            _ => None,
        });
        let Some(meant) = found.and_then(|touch| self.touches.meant(&touch)) else { return false };
        self.event(Event::Touched(self.moment(), meant));
        true
    }

    pub(crate) fn refresh(&mut self) {
        let touch = self.screen.refresh.as_ref().map(|refresh| refresh.touch.clone());
        if let Some(meant) = touch.and_then(|touch| self.touches.meant(&touch)) {
            self.event(Event::Touched(self.moment(), meant));
        }
    }

    /// To a page of an open account, over its first screen.
    pub(crate) fn go(&mut self, page: &str, by: &[&str]) {
        self.unlock();
        for _ in 0..5 {
            if self.screen.key() == page {
                return;
            }
            let Some(back) = self.screen.back.clone() else { break };
            let Some(meant) = self.touches.meant(&back) else { break };
            self.event(Event::Touched(self.moment(), meant));
        }
        for key in by {
            self.tap(key);
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let is_a_step = matches!(&effect, Effect::Cache(_) | Effect::Ask(_));
            let dies = match self.death.as_mut().filter(|_| is_a_step) {
                Some(death) if death.effects > 0 => {
                    death.effects -= 1;
                    None
                }
                Some(death) => Some(death.is_done),
                None => None,
            };
            if dies == Some(false) {
                return self.dies();
            }
            let resolved = self.one(effect);
            if dies == Some(true) {
                return self.dies();
            }
            queue.extend(resolved);
        }
        self.render();
    }

    fn one(&mut self, effect: Effect) -> Vec<Effect> {
        match effect {
            Effect::Wait(wait) => {
                self.waits.push(wait);
                return Vec::new();
            }
            Effect::Now(mut r) => self.core.resolve(&mut r, self.moment()),
            Effect::Describe(mut r) => {
                let profile = self.gateway.profile();
                let facts = ServiceFacts {
                    offers: profile.capabilities().to_vec(),
                    website: profile.website().to_owned(),
                    hosts: profile.hosts().to_vec(),
                    contact_centre: None,
                };
                self.core.resolve(&mut r, facts)
            }
            Effect::Preferences(mut r) => {
                let preferences =
                    Preferences { language: Language::En, lock_minutes: 60, ..Preferences::default() };
                self.core.resolve(&mut r, preferences)
            }
            Effect::Waiting(mut r) => self.core.resolve(&mut r, Waiting::default()),
            Effect::Ask(mut r) => {
                let call = r.operation.clone();
                let result = self.ask(&call);
                self.judge.heard(&call, &result);
                let answer = ServiceAnswer { at: self.moment(), result };
                self.core.resolve(&mut r, answer)
            }
            Effect::Vault(mut r) => {
                let done = self.vault(&r.operation);
                self.core.resolve(&mut r, Ok(done))
            }
            Effect::Cache(mut r) => {
                let cached = self.cache(&r.operation);
                self.core.resolve(&mut r, cached)
            }
            // What a kill left over: nothing.
            Effect::Attach(mut r) => self.core.resolve(&mut r, Ok(Attached::Done)),
            Effect::SignIn(_) | Effect::Captcha(_) | Effect::Esia(_) | Effect::Platform(_) => {
                panic!("nobody asked for that")
            }
        }
        .unwrap()
    }

    fn vault(&mut self, operation: &Vault) -> Vaulted {
        let id = AccountId("a".to_owned());
        match operation {
            Vault::Look => Vaulted::Status(VaultStatus::Accounts(vec![DeviceAccount {
                id,
                name: None,
                state: AccountState::Locked(LockedAccount { attempts_left: 10, biometrics: false }),
            }])),
            Vault::Unlock { .. } => {
                self.is_open = true;
                Vaulted::Opened(Unlocked {
                    account: id,
                    inn: self.inn.clone(),
                    name: None,
                    accounts: 1,
                    has_session: true,
                    lost_data: None,
                    for_this_run_only: false,
                    biometrics: Biometrics::Unavailable,
                    biometrics_kept: false,
                })
            }
            Vault::Lock => {
                self.is_open = false;
                Vaulted::Done
            }
            other => panic!("nobody asked the vault: {other:?}"),
        }
    }

    fn cache(&mut self, operation: &Cache) -> Result<Cached, CacheFault> {
        let writes =
            matches!(operation, Cache::Submit { .. } | Cache::KeepSending(_) | Cache::RemoveSending(_));
        if writes && self.full > 0 {
            self.full -= 1;
            self.judge.was_full = true;
            return Err(CacheFault::DiskFull);
        }
        Ok(match operation {
            Cache::Sendings => Cached::Sendings(self.disk.clone()),
            // Nothing of these walks is made of a draft.
            Cache::Submit { ask, at, instead, draft: _ } => {
                self.made += 1;
                let key = OnceKey::from_bytes(u128::from(self.made).to_be_bytes());
                let sending = Sending::new(key, ask.clone(), *at);
                if let Some(instead) = instead {
                    self.judge.gone(self.disk.iter().find(|one| one.key == *instead));
                    self.disk.retain(|one| one.key != *instead);
                }
                self.disk.push(sending.clone());
                self.judge.wanted(key);
                Cached::Submitted(sending)
            }
            Cache::KeepSending(sending) => {
                let kept = self.disk.iter_mut().find(|one| one.key == sending.key);
                *kept.expect("what is kept was submitted") = (**sending).clone();
                Cached::Done
            }
            Cache::RemoveSending(key) => {
                self.judge.gone(self.disk.iter().find(|one| one.key == *key));
                self.disk.retain(|one| one.key != *key);
                Cached::Done
            }
            // What the account holds is nothing of this walk.
            other => cached(other),
        })
    }

    fn token(&mut self) -> Secret {
        let now = self.now;
        if let Some((token, until)) = &self.access
            && *until > now
        {
            return token.clone();
        }
        let request = self.gateway.sign_in(&self.inn, &self.password, None);
        let response = call(&self.service, &request, None, now).unwrap();
        let Ok(SignInAnswer::Accepted(tokens)) = self.gateway.sign_in_answer(&response) else {
            panic!("the password is the right one")
        };
        let until = Timestamp::from_second(now.as_second() + TOKEN).unwrap();
        self.access = Some((tokens.access.clone(), until));
        tokens.access
    }

    fn ask(&mut self, asked: &Call) -> Result<Told, Failure> {
        assert!(self.is_open, "asked without an account: {:?}", asked.ask);
        let is_of_this_walk = match &asked.ask {
            Ask::Contacts(contacts::Ask::Read(_)) => false,
            ask => ask.entry().once != Once::No || matches!(ask, Ask::Outbox(outbox::Ask::Fate(_))),
        };
        if !is_of_this_walk && !matches!(asked.ask, Ask::Contacts(_)) {
            // What the account holds is nothing of this walk.
            return Err(Failure::NotOffered { website: None });
        }
        let way = if is_of_this_walk { self.ways.pop_front() } else { None };
        if let Some(key) = asked.key
            && way != Some(Way::NoNetwork)
        {
            self.judge.leaves(key, &self.disk, self.now);
        }
        match way {
            None => self.reach(asked).expect("the double answers"),
            Some(Way::NoNetwork) => Err(Failure::Offline(OfflineCause::NoNetwork)),
            Some(Way::LostBefore) => Err(Failure::Offline(OfflineCause::Lost)),
            Some(Way::LostAfter) => {
                self.reach(asked);
                Err(Failure::Offline(OfflineCause::Lost))
            }
            Some(Way::Late) => {
                self.late.push(asked.clone());
                Err(Failure::Offline(OfflineCause::NoAnswer))
            }
            Some(Way::Twice) => {
                self.reach(asked);
                self.reach(asked).expect("the double answers")
            }
            Some(Way::Fails) => Err(Failure::Unexpected {
                operation: asked.ask.name().to_owned(),
                code: "http-500".to_owned(),
            }),
        }
    }

    /// What was late comes now; nobody hears the answer.
    pub(crate) fn late_arrives(&mut self) -> bool {
        if self.late.is_empty() {
            return false;
        }
        let asked = self.late.remove(0);
        if let Some(key) = asked.key {
            self.judge.came_late(key);
        }
        self.reach(&asked);
        true
    }

    fn reach(&mut self, asked: &Call) -> Option<Result<Told, Failure>> {
        let token = self.token();
        let request = match &asked.key {
            Some(key) => self.gateway.ask_once(&asked.ask, key).unwrap(),
            None => self.gateway.ask(&asked.ask).unwrap(),
        };
        let response = call(&self.service, &request, Some(&token), self.now)?;
        Some(self.gateway.told(&asked.ask, &response))
    }
}
