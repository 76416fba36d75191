//! A stand for tests: the app with scripted effects, no runtime.

mod cache;
mod people;
mod service;
mod vault;

use std::{cell::RefCell, collections::VecDeque};

use crux_core::{Core, Request};
use fl_domain::{
    Inn, Secret, Timestamp,
    attachment::{Attachment, FileId},
    service::{Ask, Capability, Failure, Once, Question, SignIn, Told},
};

pub(crate) use cache::MemoryCache;
pub(crate) use people::{debtor, inn, liability, money, operations};
pub(crate) use service::Service;
pub(crate) use vault::{device_account, one_locked};

use crate::{
    AccountId, App, Attach, AttachFault, Attached, Biometrics, Cache, Effect, Esia, EsiaCall, Event, Intent,
    KeepPreferences, KeepWaiting, LostData, Meant, Moment, Place, Platform, PlatformFault, ServiceAnswer,
    ServiceFacts, Sizes, Touch, Touches, VaultFault, VaultStatus, View, Wait, Waiting,
    open::{nav, session},
    screen::{Block, Field, Screen},
    texts::{Language, Preferences},
};

pub(crate) const START: &str = "2026-11-22T09:00:00Z";
pub(crate) const PIN: &str = "135790";
/// What a service may offer beyond the attested dialect.
pub(crate) const EVERYTHING: &[Capability] = Capability::ALL;

/// The app and everything around it.
#[allow(clippy::struct_excessive_bools, reason = "switches of a test stand, each on its own")]
pub(crate) struct Stand {
    core: Core<App>,
    touches: RefCell<Touches>,
    pub(crate) now: Moment,
    pub(crate) preferences: Preferences,
    pub(crate) vault: VaultStatus,
    pub(crate) lost_data: Option<LostData>,
    pub(crate) for_this_run_only: bool,
    pub(crate) has_session: bool,
    /// What the next sign-ins answer; accepted once it is empty.
    pub(crate) sign_ins: VecDeque<Result<SignIn, Failure>>,
    /// What every question is answered by while set.
    pub(crate) failure: Option<Failure>,
    pub(crate) service: Service,
    /// What the service says the next time each of these is asked.
    told: VecDeque<(&'static str, Result<Told, Failure>)>,
    /// What service this is.
    pub(crate) facts: ServiceFacts,
    /// What the next steps through Gosuslugi answer; the browser opens and the person is accepted once it is empty.
    pub(crate) esia: VecDeque<Result<Esia, Failure>>,
    /// What is waited for; it survives a restart.
    pub(crate) waiting: Waiting,
    pub(crate) cache: MemoryCache,
    /// Caches of the accounts that are not open.
    shelf: Vec<(AccountId, MemoryCache)>,
    opened: Option<AccountId>,
    owners: Vec<(AccountId, Inn)>,
    pub(crate) sizes: Sizes,
    /// A question the service does not offer.
    pub(crate) not_offered: Option<&'static str>,
    /// What these questions come to.
    pub(crate) failing: Vec<(&'static str, Failure)>,
    /// What the device answers to everything while set.
    pub(crate) platform: Option<PlatformFault>,
    /// What stands against opening an account with any PIN.
    pub(crate) unlock_fault: Option<VaultFault>,
    pub(crate) biometrics: Biometrics,
    pub(crate) biometrics_kept: bool,
    /// What the device was asked for.
    pub(crate) asked: Vec<Platform>,
    /// What comes of picking and joining, one after another.
    pub(crate) picks: VecDeque<Result<Attachment, AttachFault>>,
    /// The files that are kept.
    pub(crate) files: Vec<FileId>,
    /// Files are held back while set.
    pub(crate) hold_files: bool,
    /// Writing drafts down is.
    pub(crate) hold_drafts: bool,
    /// Answers are held back while set.
    pub(crate) hold: bool,
    held: Vec<Effect>,
    waits: Vec<Request<Wait>>,
    pub(crate) sent: Vec<String>,
    /// What was asked of the service once, and of Gosuslugi.
    pub(crate) asked_service: Vec<Ask>,
    pub(crate) asked_esia: Vec<EsiaCall>,
    /// Whom the account was made for, who signed in, and how often it was locked.
    pub(crate) made_for: Option<Inn>,
    /// And with which PIN.
    pub(crate) made_with: Option<Secret>,
    pub(crate) signed_in_as: Vec<Inn>,
    pub(crate) locked: u32,
}

impl Stand {
    /// A device without an account, in this language.
    pub(crate) fn new(language: Language) -> Self {
        let mut stand = Self {
            core: Core::new(),
            touches: RefCell::default(),
            now: Moment::new(START.parse().unwrap(), 180),
            preferences: Preferences { language, ..Preferences::default() },
            vault: VaultStatus::Empty,
            lost_data: None,
            for_this_run_only: false,
            has_session: true,
            sign_ins: VecDeque::new(),
            failure: None,
            not_offered: None,
            failing: Vec::new(),
            service: Service::default(),
            told: VecDeque::new(),
            facts: ServiceFacts {
                offers: EVERYTHING.to_vec(),
                website: "https://example.test".to_owned(),
                hosts: vec!["example.test".to_owned()],
                contact_centre: Some(("8-800-222-22-22".to_owned(), "2026-11-24".parse().unwrap())),
            },
            esia: VecDeque::new(),
            waiting: Waiting::default(),
            cache: MemoryCache::default(),
            shelf: Vec::new(),
            opened: None,
            owners: Vec::new(),
            sizes: Sizes::default(),
            platform: None,
            unlock_fault: None,
            biometrics: Biometrics::Unavailable,
            biometrics_kept: false,
            asked: Vec::new(),
            picks: VecDeque::new(),
            files: Vec::new(),
            hold_files: false,
            hold_drafts: false,
            hold: false,
            held: Vec::new(),
            waits: Vec::new(),
            sent: Vec::new(),
            asked_service: Vec::new(),
            asked_esia: Vec::new(),
            made_for: None,
            made_with: None,
            signed_in_as: Vec::new(),
            locked: 0,
        };
        stand.service.taxpayer.name = Some("Примерова Анна Ивановна".to_owned());
        stand
    }

    /// Started, on its first screen.
    pub(crate) fn started(mut self) -> Self {
        self.event(Event::Start);
        self
    }

    /// Signed in with a PIN set, on the home screen.
    pub(crate) fn signed_in(self) -> Self {
        let mut stand = self.started();
        stand.type_in("inn", inn().as_str());
        stand.type_in("password", "Passw0rd#");
        stand.touch(session::Intent::SignIn);
        stand.type_in("pin", PIN);
        stand.type_in("pin-again", PIN);
        stand.touch(session::Intent::KeepPin);
        stand
    }

    /// The app ended and starts again: only what the device keeps is still there.
    pub(crate) fn restart(&mut self) {
        self.core = Core::new();
        self.touches = RefCell::default();
        (self.waits, self.held) = (Vec::new(), Vec::new());
        self.event(Event::Start);
    }

    /// Opened with its PIN.
    pub(crate) fn unlock(&mut self) {
        self.type_in("pin", PIN);
        self.touch(session::Intent::Unlock);
    }

    pub(crate) fn event(&mut self, event: Event) {
        let effects = self.core.process_event(event);
        self.perform(effects);
    }

    /// Does this where one is now, whether a block says so or not.
    pub(crate) fn touch(&mut self, intent: impl Intent) {
        let View { screen, epoch } = self.core.view();
        let meant = Meant::here(Touch::from(intent), screen.path, epoch).unwrap();
        self.event(Event::Touched(self.now, meant));
    }

    /// Goes to a place.
    pub(crate) fn go(&mut self, place: Place) {
        self.touch(nav::Intent::Go(place));
    }

    /// Goes back, by the way the screen shows.
    pub(crate) fn back(&mut self) {
        self.touch(nav::Intent::Back);
    }

    /// Types into a field by its id.
    pub(crate) fn type_at(&mut self, field: &str, text: &str) {
        self.event(Event::Typed { now: self.now, field: field.to_owned(), text: Secret::new(text) });
    }

    /// Types into a field of the page that is seen.
    pub(crate) fn type_in(&mut self, field: &str, text: &str) {
        let field = format!("{}/{field}", self.core.view().screen.key());
        self.type_at(&field, text);
    }

    /// Follows a link that the platform gave.
    pub(crate) fn follow(&mut self, url: &str) {
        self.event(Event::Followed(self.now, Secret::new(url)));
    }

    /// The network is back.
    pub(crate) fn network_back(&mut self) {
        self.event(Event::NetworkBack(self.now));
    }

    /// What the service says the next time this is asked.
    pub(crate) fn tell<Q: Question>(&mut self, told: Result<Q::Told, Failure>) {
        self.told.push_back((Q::NAME, told.map(Q::tell)));
    }

    /// How often this was asked.
    pub(crate) fn asked<Q: Question>(&self) -> usize {
        self.asked_service.iter().filter(|ask| ask.name() == Q::NAME).count()
    }

    /// Touches the block, option, tab or action of this key, by its number as a shell does.
    pub(crate) fn tap(&mut self, key: &str) {
        let screen = self.screen();
        let found = touches(&screen).into_iter().find(|(known, _)| known == key);
        let touch = found.unwrap_or_else(|| panic!("no {key} on\n{screen}")).1;
        self.hand_back(&touch);
    }

    /// As [`Self::tap`], also where the screen has switched it off: a shell may hand back a touch of the screen before.
    pub(crate) fn tap_anyway(&mut self, key: &str) {
        let screen = self.screen();
        let button = screen.blocks.iter().find_map(|block| match block {
            Block::Button(button) if button.key == key => Some(button.touch.clone()),
            _ => None,
        });
        self.hand_back(&button.unwrap_or_else(|| panic!("no {key} on\n{screen}")));
    }

    /// Hands a touch of any screen back.
    pub(crate) fn hand_back(&mut self, touch: &Touch) {
        let meant = self.touches.borrow().meant(touch);
        if let Some(meant) = meant {
            self.event(Event::Touched(self.now, meant));
        }
    }

    /// A field of the screen, by its key.
    pub(crate) fn field(&self, key: &str) -> Field {
        let screen = self.screen();
        let found = screen.blocks.iter().find_map(|block| match block {
            Block::Field(field) if field.key == key => Some(field.clone()),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("no field {key} on\n{screen}"))
    }

    /// Time goes on; whoever waits for it wakes.
    pub(crate) fn later(&mut self, seconds: i64) {
        self.now.at = Timestamp::from_second(self.now.at.as_second() + seconds).unwrap();
        let set_back = seconds < 0;
        let (due, waiting) = std::mem::take(&mut self.waits)
            .into_iter()
            .partition(|w| set_back || w.operation.until <= self.now.at);
        self.waits = waiting;
        for mut wait in due {
            let effects = self.core.resolve(&mut wait, self.now).unwrap();
            self.perform(effects);
        }
    }

    /// How much is held back.
    pub(crate) fn held(&self) -> usize {
        self.held.len()
    }

    /// Lets go of what was held.
    pub(crate) fn release(&mut self) {
        (self.hold, self.hold_files, self.hold_drafts) = (false, false, false);
        let held = std::mem::take(&mut self.held);
        self.perform(held);
    }

    /// What a shell is given.
    pub(crate) fn screen(&self) -> Screen {
        let View { screen, epoch } = self.core.view();
        self.touches.borrow_mut().number(screen, epoch)
    }

    /// The text of the screen, with breaking spaces, for reading in a test.
    pub(crate) fn seen(&self) -> String {
        self.core.view().screen.to_string().replace('\u{a0}', " ")
    }

    fn answered<T>(&self, result: Result<T, Failure>) -> ServiceAnswer<T> {
        ServiceAnswer { at: self.now, result: self.failure.clone().map_or(result, Err) }
    }

    fn say(&mut self, ask: &Ask) -> Result<Told, Failure> {
        let queued = self.told.iter().position(|(name, _)| *name == ask.name());
        match queued.and_then(|index| self.told.remove(index)) {
            Some((_, told)) => told,
            None => self.service.answer(ask),
        }
    }

    /// Keeps what is picked; a file is what the test said it is.
    fn attach(&mut self, operation: &Attach) -> Result<Attached, AttachFault> {
        match operation {
            Attach::Pick { .. } | Attach::Join { .. } => {
                let file =
                    self.picks.pop_front().unwrap_or(Err(AttachFault::Device(PlatformFault::Cancelled)))?;
                self.files.push(file.id);
                Ok(Attached::File(file))
            }
            Attach::Remove(gone) => {
                self.files.retain(|id| !gone.contains(id));
                Ok(Attached::Done)
            }
            Attach::KeepOnly(held) => {
                self.files.retain(|id| held.contains(id));
                Ok(Attached::Done)
            }
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let is_held = match &effect {
                Effect::Attach(_) => self.hold_files,
                Effect::Cache(r) => self.hold_drafts && matches!(r.operation, Cache::KeepDraft(_)),
                effect => self.hold && is_remote(effect),
            };
            if is_held {
                self.held.push(effect);
                continue;
            }
            let more = match effect {
                Effect::Now(mut r) => self.core.resolve(&mut r, self.now).unwrap(),
                Effect::Wait(r) => {
                    self.waits.push(r);
                    Vec::new()
                }
                Effect::Preferences(mut r) => {
                    if let KeepPreferences::Save(preferences) = r.operation {
                        self.preferences = preferences;
                    }
                    self.core.resolve(&mut r, self.preferences).unwrap()
                }
                Effect::SignIn(mut r) => {
                    self.sent.push("sign-in".to_owned());
                    self.signed_in_as.push(r.operation.inn.clone());
                    let result = self.sign_ins.pop_front().unwrap_or(Ok(SignIn::Accepted));
                    let answer = self.answered(result);
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Ask(mut r) => {
                    let ask = r.operation.ask.clone();
                    assert_eq!(ask.entry().once == Once::No, r.operation.key.is_none(), "{}", ask.name());
                    self.sent.push(ask.name().to_owned());
                    self.asked_service.push(ask.clone());
                    let website = Some("https://example.test".to_owned());
                    let failing = self.failing.iter().find(|(name, _)| *name == ask.name());
                    let told = match (self.not_offered, failing) {
                        (Some(name), _) if name == ask.name() => Err(Failure::NotOffered { website }),
                        (_, Some((_, failure))) => Err(failure.clone()),
                        _ => self.say(&ask),
                    };
                    let answer = self.answered(told);
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Esia(mut r) => {
                    self.asked_esia.push(r.operation.clone());
                    let result = self.esia.pop_front().unwrap_or_else(|| {
                        Ok(match r.operation {
                            EsiaCall::Begin => Esia::Opened,
                            EsiaCall::Finish(_) => Esia::Accepted { inn: inn() },
                            EsiaCall::Abandon => Esia::Abandoned,
                        })
                    });
                    let answer = self.answered(result);
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Describe(mut r) => self.core.resolve(&mut r, self.facts.clone()).unwrap(),
                Effect::Waiting(mut r) => {
                    if let KeepWaiting::Save(waiting) = &r.operation {
                        self.waiting = waiting.clone();
                    }
                    self.core.resolve(&mut r, self.waiting.clone()).unwrap()
                }
                Effect::Captcha(mut r) => {
                    self.sent.push("captcha".to_owned());
                    let answer = self.answered(Ok("captcha-1".to_owned()));
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Cache(mut r) => {
                    let answer = self.cache.perform(r.operation.clone());
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Attach(mut r) => {
                    let answer = self.attach(&r.operation);
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Platform(mut r) => {
                    let answer = self.platform.map_or(Ok(()), Err);
                    self.asked.push(r.operation.clone());
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Vault(mut r) => {
                    let answer = self.vault(r.operation.clone());
                    self.core.resolve(&mut r, answer).unwrap()
                }
            };
            queue.extend(more);
        }
    }
}

/// Needs a network.
fn is_remote(effect: &Effect) -> bool {
    match effect {
        Effect::Esia(r) => r.operation != EsiaCall::Abandon,
        effect => matches!(effect, Effect::SignIn(_) | Effect::Ask(_)),
    }
}

/// Everything on the screen that can be touched, by key; a choice by the filter's key and its own.
pub(crate) fn touches(screen: &Screen) -> Vec<(String, Touch)> {
    let mut touches = Vec::new();
    for block in &screen.blocks {
        match block {
            Block::Button(b) if b.enabled => touches.push((b.key.clone(), b.touch.clone())),
            Block::Row(b) => touches.extend(b.touch.clone().map(|touch| (b.key.clone(), touch))),
            Block::Figure(b) => touches.extend(b.touch.clone().map(|touch| (b.key.clone(), touch))),
            Block::More(b) => touches.push((b.key.clone(), b.touch.clone())),
            Block::Choice(b) if b.enabled => touches.push((b.key.clone(), b.touch.clone())),
            Block::Files(b) => {
                let of = |key: &str, touch: &Touch| (format!("{}/{key}", b.key), touch.clone());
                touches.extend(b.files.iter().map(|file| of(&file.key, &file.remove.touch)));
                touches.extend(b.ways.iter().map(|way| of(&way.key, &way.touch)));
            }
            Block::Toggle(b) => touches.push((b.key.clone(), b.touch.clone())),
            Block::Filter(b) => {
                touches.extend(b.options.iter().map(|o| (format!("{}/{}", b.key, o.key), o.touch.clone())));
            }
            Block::Notice(b) => touches.extend(b.action.clone().map(|a| (b.key.clone(), a.touch))),
            Block::Progress(b) => touches.extend(b.cancel.clone().map(|a| (b.key.clone(), a.touch))),
            _ => {}
        }
    }
    touches.extend(screen.tabs.iter().map(|t| (t.key.clone(), t.touch.clone())));
    touches.extend(screen.notice.iter().filter_map(|n| n.action.clone().map(|a| (n.key.clone(), a.touch))));
    touches.extend(screen.back.iter().map(|touch| ("back".to_owned(), touch.clone())));
    touches
}
