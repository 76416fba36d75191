//! A stand for tests: the app with scripted effects, no runtime.

mod cache;
mod people;
mod service;
mod vault;

use std::collections::VecDeque;

use crux_core::{Core, Request};
use fl_domain::{
    Inn, Secret, Timestamp,
    access::PasswordPolicy,
    service::{Ask, Capability, Failure, SignIn, Told},
};

pub(crate) use cache::MemoryCache;
pub(crate) use people::{debtor, inn, liability, money, operations};
pub(crate) use service::Service;
pub(crate) use vault::{device_account, one_locked};

use crate::{
    AccountId, App, Biometrics, Effect, Esia, EsiaCall, Event, Intent, KeepPreferences, KeepWaiting,
    LostData, Moment, Platform, PlatformFault, ServiceAnswer, ServiceFacts, Sizes, VaultStatus, Wait,
    Waiting,
    screen::{Block, FieldId, Screen},
    session,
    texts::{Language, Preferences},
};

pub(crate) const START: &str = "2026-11-22T09:00:00Z";
pub(crate) const PIN: &str = "135790";
/// What a service may offer beyond the attested dialect.
pub(crate) const EVERYTHING: [Capability; 5] =
    [Capability::Password, Capability::Recovery, Capability::Contacts, Capability::Esia, Capability::SignIns];

/// The app and everything around it.
#[allow(clippy::struct_excessive_bools, reason = "switches of a test stand, each on its own")]
pub(crate) struct Stand {
    core: Core<App>,
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
    /// What the service says to the next asks; done once it is empty.
    pub(crate) told: VecDeque<Result<Told, Failure>>,
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
    /// What the device answers to everything while set.
    pub(crate) platform: Option<PlatformFault>,
    pub(crate) biometrics: Biometrics,
    pub(crate) biometrics_kept: bool,
    /// What the device was asked for.
    pub(crate) asked: Vec<Platform>,
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
    pub(crate) signed_in_as: Vec<Inn>,
    pub(crate) locked: u32,
}

impl Stand {
    /// A device without an account, in this language.
    pub(crate) fn new(language: Language) -> Self {
        let mut stand = Self {
            core: Core::new(),
            now: Moment::new(START.parse().unwrap(), 180),
            preferences: Preferences { language, ..Preferences::default() },
            vault: VaultStatus::Empty,
            lost_data: None,
            for_this_run_only: false,
            has_session: true,
            sign_ins: VecDeque::new(),
            failure: None,
            not_offered: None,
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
            biometrics: Biometrics::Unavailable,
            biometrics_kept: false,
            asked: Vec::new(),
            hold: false,
            held: Vec::new(),
            waits: Vec::new(),
            sent: Vec::new(),
            asked_service: Vec::new(),
            asked_esia: Vec::new(),
            made_for: None,
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
        stand.type_in(FieldId::Inn, inn().as_str());
        stand.type_in(FieldId::Password, "Passw0rd#");
        stand.session(session::Intent::SignIn);
        stand.type_in(FieldId::Pin, PIN);
        stand.type_in(FieldId::PinAgain, PIN);
        stand.session(session::Intent::KeepPin);
        stand
    }

    /// The app ended and starts again: only what the device keeps is still there.
    pub(crate) fn restart(&mut self) {
        self.core = Core::new();
        (self.waits, self.held) = (Vec::new(), Vec::new());
        self.event(Event::Start);
    }

    /// Opened with its PIN.
    pub(crate) fn unlock(&mut self) {
        self.type_in(FieldId::Pin, PIN);
        self.session(session::Intent::Unlock);
    }

    pub(crate) fn event(&mut self, event: Event) {
        let effects = self.core.process_event(event);
        self.perform(effects);
    }

    pub(crate) fn intent(&mut self, intent: Intent) {
        self.event(Event::Intent(intent));
    }

    pub(crate) fn session(&mut self, intent: session::Intent) {
        self.intent(Intent::Session(intent));
    }

    pub(crate) fn type_in(&mut self, field: FieldId, text: &str) {
        self.intent(Intent::Edit { field, text: Secret::new(text) });
    }

    /// Touches the block, option, tab or action of this key.
    pub(crate) fn tap(&mut self, key: &str) {
        let screen = self.screen();
        let mut intents = Vec::new();
        for block in &screen.blocks {
            match block {
                Block::Button(b) if b.enabled => intents.push((b.key.clone(), b.intent.clone())),
                Block::Row(b) => intents.extend(b.intent.clone().map(|i| (b.key.clone(), i))),
                Block::More(b) => intents.push((b.key.clone(), b.intent.clone())),
                Block::Toggle(b) => intents.push((b.key.clone(), b.intent.clone())),
                Block::Filter(b) => {
                    intents
                        .extend(b.options.iter().map(|o| (format!("{}/{}", b.key, o.key), o.intent.clone())));
                }
                Block::Notice(b) => intents.extend(b.action.clone().map(|a| (b.key.clone(), a.intent))),
                Block::Progress(b) => intents.extend(b.cancel.clone().map(|a| (b.key.clone(), a.intent))),
                _ => {}
            }
        }
        intents.extend(screen.tabs.iter().map(|t| (t.key.clone(), t.intent.clone())));
        intents
            .extend(screen.notice.iter().filter_map(|n| n.action.clone().map(|a| (n.key.clone(), a.intent))));
        let found = intents.into_iter().find(|(k, _)| k == key);
        self.intent(found.unwrap_or_else(|| panic!("no {key} on\n{screen}")).1);
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

    /// Lets go of what was held.
    pub(crate) fn release(&mut self) {
        self.hold = false;
        let held = std::mem::take(&mut self.held);
        self.perform(held);
    }

    pub(crate) fn screen(&self) -> Screen {
        self.core.view()
    }

    /// The text of the screen, with breaking spaces, for reading in a test.
    pub(crate) fn seen(&self) -> String {
        self.screen().to_string().replace('\u{a0}', " ")
    }

    fn answered<T>(&self, result: Result<T, Failure>) -> ServiceAnswer<T> {
        ServiceAnswer { at: self.now, result: self.failure.clone().map_or(result, Err) }
    }

    /// The policy stands apart from the other answers, since a page asks for it by itself.
    fn tell(&mut self, ask: &Ask) -> Result<Told, Failure> {
        let is_next = matches!(self.told.front(), Some(Ok(Told::Policy(_))));
        if matches!(ask, Ask::PasswordPolicy) && !is_next {
            return self
                .service
                .policy
                .clone()
                .unwrap_or_else(|| Ok(PasswordPolicy::default()))
                .map(Told::Policy);
        }
        self.told.pop_front().unwrap_or_else(|| Ok(service::usual(ask)))
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if self.hold && is_remote(&effect) {
                self.held.push(effect);
                continue;
            }
            let more = match effect {
                Effect::Render(_) => Vec::new(),
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
                Effect::Read(mut r) => {
                    self.sent.push(r.operation.0.name().to_owned());
                    let reading = Ok(self.service.answer(r.operation.0));
                    let website = Some("https://example.test".to_owned());
                    let result = match self.not_offered {
                        Some(name) if name == r.operation.0.name() => Err(Failure::NotOffered { website }),
                        _ => reading,
                    };
                    let answer = self.answered(result);
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::SignIn(mut r) => {
                    self.sent.push("sign-in".to_owned());
                    self.signed_in_as.push(r.operation.inn.clone());
                    let result = self.sign_ins.pop_front().unwrap_or(Ok(SignIn::Accepted));
                    let answer = self.answered(result);
                    self.core.resolve(&mut r, answer).unwrap()
                }
                Effect::Ask(mut r) => {
                    self.sent.push(r.operation.0.name().to_owned());
                    self.asked_service.push(r.operation.0.clone());
                    let told = self.tell(&r.operation.0);
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
        effect => matches!(effect, Effect::Read(_) | Effect::SignIn(_) | Effect::Ask(_)),
    }
}
