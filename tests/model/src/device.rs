//! The device: the real app, and everything it asks of the outside performed without a thread or a socket.

use std::collections::VecDeque;

use crux_core::{Core, Request};
use fl_app::{
    AccountId, AccountState, App, Attached, Biometrics, Cache, Cached, Call, CaptchaCall, DeviceAccount,
    Effect, Event, KeepPreferences, KeepWaiting, LockedAccount, Screen, ServiceAnswer, ServiceFacts,
    SignInCall, Touches, UnlockFault, Unlocked, Vault, VaultFault, VaultStatus, Vaulted, View, Wait, Waiting,
    Window,
    texts::{Language, Preferences},
};
use fl_domain::{
    Inn, Secret,
    access::Email,
    service::{
        Ask, Failure, OfflineCause, Question, SignIn, Told, account, documents,
        recovery::{self, Recovered},
    },
    shelf::{HeadMerge, ShelfState},
};
use fl_gateway::{Request as Sent, Response, SignInAnswer, server_time};
use memchr::memmem::Finder;

use crate::{
    cast::{Cast, PIN, WRONG_WORD},
    clocks::Clocks,
    line::Line,
    rules::Seconds,
    steps::Who,
};

/// What the app was last told of a recovery, and keeps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard {
    pub(crate) who: Who,
    pub(crate) blocked_until: Option<Seconds>,
}

/// What the vault did in this step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct VaultWork {
    pub(crate) locked: u32,
    pub(crate) wiped: u32,
}

pub(crate) struct Device {
    core: Core<App>,
    pub(crate) touches: Touches,
    /// As it was drawn last, and when.
    pub(crate) screen: Screen,
    pub(crate) drawn_at: Seconds,
    pub(crate) line: Line,
    pub(crate) cast: Cast,
    pub(crate) clocks: Clocks,
    /// True seconds since the walk began.
    pub(crate) now: Seconds,
    waiting: Waiting,
    waits: Vec<Request<Wait>>,
    /// Whose accounts are here, the last used first; the one that is open; whose session was just signed in.
    accounts: Vec<Inn>,
    opened: Option<Inn>,
    fresh: Option<Inn>,
    pub(crate) vault: VaultWork,
    /// Questions in the session's name are told that it is over.
    pub(crate) session_ended: bool,
    pub(crate) heard: Option<Heard>,
    /// The answers to entries for these people were lost since something was heard of them.
    pub(crate) unheard: Vec<Who>,
    secrets: Vec<Finder<'static>>,
}

impl Device {
    pub(crate) fn new(skew: Seconds) -> Self {
        let mut line = Line::new();
        let cast = Cast::of(&line.service);
        line.malformed = cast.malformed();
        let core = Core::<App>::new();
        let clocks = Clocks::new(line.service.control().now(), skew);
        let mut touches = Touches::default();
        let View { screen, epoch } = core.view();
        let mut device = Self {
            screen: touches.number(screen, epoch),
            drawn_at: 0,
            core,
            touches,
            line,
            secrets: cast.secrets().iter().map(|secret| Finder::new(secret).into_owned()).collect(),
            cast,
            clocks,
            now: 0,
            waiting: Waiting::default(),
            waits: Vec::new(),
            accounts: Vec::new(),
            opened: None,
            fresh: None,
            vault: VaultWork::default(),
            session_ended: false,
            heard: None,
            unheard: Vec::new(),
        };
        device.event(Event::Start);
        device
    }

    /// The app ends, properly or killed; time goes by and the clock may be set before it starts again.
    pub(crate) fn restart(&mut self, killed: bool, away: Seconds, set: Seconds) {
        if !killed {
            self.clocks.end_run();
        }
        self.core = Core::new();
        self.touches = Touches::default();
        self.waits.clear();
        (self.opened, self.fresh) = (None, None);
        self.pass(away);
        self.clocks.set(set);
        self.clocks.start_run();
        self.event(Event::Start);
    }

    pub(crate) fn reinstall(&mut self) {
        self.waiting = Waiting::default();
        self.accounts.clear();
        (self.heard, self.unheard) = (None, Vec::new());
        self.clocks.forget();
        self.restart(true, 0, 0);
    }

    fn pass(&mut self, seconds: Seconds) {
        self.now += seconds;
        self.clocks.pass(seconds);
        let by = std::time::Duration::from_secs(seconds.try_into().unwrap());
        self.line.service.control().advance(by);
    }

    /// Time goes by; whoever waits for it wakes.
    pub(crate) fn later(&mut self, seconds: Seconds) {
        self.pass(seconds);
        self.wake(false);
    }

    /// The clock is set; set back, it wakes everybody.
    pub(crate) fn set_clock(&mut self, by: Seconds) {
        self.clocks.set(by);
        self.wake(by < 0);
    }

    fn wake(&mut self, is_set_back: bool) {
        let now = self.clocks.now();
        let (due, waiting) = std::mem::take(&mut self.waits)
            .into_iter()
            .partition(|wait| is_set_back || wait.operation.until <= now.at);
        self.waits = waiting;
        for mut wait in due {
            let effects = self.core.resolve(&mut wait, now).unwrap();
            self.perform(effects);
        }
    }

    pub(crate) fn event(&mut self, event: Event) {
        let effects = self.core.process_event(event);
        self.perform(effects);
    }

    /// A new screen: whatever it is of, it holds no secret.
    fn render(&mut self) {
        let View { screen, epoch } = self.core.view();
        self.screen = self.touches.number(screen, epoch);
        self.drawn_at = self.now;
        let seen = self.screen.to_string();
        for secret in &self.secrets {
            let found = secret.find(seen.as_bytes());
            assert!(
                found.is_none(),
                "{} is on the screen:\n{seen}",
                String::from_utf8_lossy(secret.needle())
            );
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        self.render();
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            queue.extend(self.one(effect));
            self.render();
        }
    }

    fn one(&mut self, effect: Effect) -> Vec<Effect> {
        let resolved = match effect {
            Effect::Wait(wait) => {
                self.waits.push(wait);
                return Vec::new();
            }
            Effect::Now(mut r) => self.core.resolve(&mut r, self.clocks.now()),
            Effect::Describe(mut r) => {
                let facts = self.facts();
                self.core.resolve(&mut r, facts)
            }
            Effect::Preferences(mut r) => {
                let preferences = match r.operation {
                    KeepPreferences::Load => Preferences { language: Language::En, ..Preferences::default() },
                    KeepPreferences::Save(preferences) => preferences,
                };
                self.core.resolve(&mut r, preferences)
            }
            Effect::Waiting(mut r) => {
                if let KeepWaiting::Save(waiting) = &r.operation {
                    self.waiting = waiting.clone();
                    if self.waiting != Waiting::default() {
                        self.clocks.keep();
                    }
                }
                self.core.resolve(&mut r, self.waiting.clone())
            }
            Effect::Ask(mut r) => {
                let result = self.ask(&r.operation);
                let answer = self.answered(result);
                self.core.resolve(&mut r, answer)
            }
            Effect::SignIn(mut r) => {
                let result = self.get_in(&r.operation);
                let answer = self.answered(result);
                self.core.resolve(&mut r, answer)
            }
            Effect::Captcha(mut r) => {
                let result = self.picture(&r.operation);
                let answer = self.answered(result);
                self.core.resolve(&mut r, answer)
            }
            Effect::Vault(mut r) => {
                let done = self.vault(&r.operation);
                self.core.resolve(&mut r, done)
            }
            Effect::Cache(mut r) => {
                let cached = Ok(cached(&r.operation));
                self.core.resolve(&mut r, cached)
            }
            Effect::Attach(mut r) => self.core.resolve(&mut r, Ok(Attached::Done)),
            Effect::Esia(r) => panic!("nobody asked Gosuslugi: {:?}", r.operation),
            Effect::Platform(r) => panic!("nobody asked the device: {:?}", r.operation),
        };
        resolved.unwrap()
    }

    fn facts(&self) -> ServiceFacts {
        let profile = self.line.gateway.profile();
        let (phone, as_of) = profile.contact_centre();
        ServiceFacts {
            offers: profile.capabilities().to_vec(),
            website: profile.website().to_owned(),
            hosts: profile.hosts().to_vec(),
            contact_centre: Some((phone.to_owned(), as_of)),
        }
    }

    /// An entry from somewhere else than this app, which hears nothing of it.
    pub(crate) fn elsewhere(&mut self, who: Who, is_right: bool) -> Recovered {
        let word = if is_right { self.cast.word(who) } else { WRONG_WORD };
        let ask = recovery::Recover {
            inn: Inn::parse_person(self.cast.inn(who)).unwrap(),
            email: Some(Email::parse(self.cast.email(who)).unwrap()),
            control_word: Some(Secret::new(word)),
        }
        .ask();
        let call = self.line.gateway.ask(&ask).unwrap();
        let response = self.line.exchange(&call, self.clocks.now().at).unwrap();
        self.line.begin();
        self.unheard.push(who);
        recovery::Recover::told(self.line.gateway.told(&ask, &response).unwrap()).unwrap()
    }

    fn answered<T>(&self, result: Result<T, Failure>) -> ServiceAnswer<T> {
        ServiceAnswer { at: self.clocks.now(), result }
    }

    fn exchange(&mut self, call: &Sent) -> Result<Response, Failure> {
        let response = self.line.exchange(call, self.clocks.now().at)?;
        // Every answer says what time it is there.
        self.clocks.observe(server_time(&response).unwrap());
        Ok(response)
    }

    fn ask(&mut self, Call { ask, .. }: &Call) -> Result<Told, Failure> {
        // What the account holds is nothing of this walk: there is no network for it.
        if ask.needs_session() {
            let offline = Failure::Offline(OfflineCause::NoNetwork);
            return Err(if self.session_ended { Failure::SignInAgain } else { offline });
        }
        let call = self.line.gateway.ask(ask)?;
        let answer = self.exchange(&call).and_then(|response| self.line.gateway.told(ask, &response));
        self.hear(ask, &answer);
        answer
    }

    /// What the app can know from now on.
    fn hear(&mut self, ask: &Ask, answer: &Result<Told, Failure>) {
        let (inn, is_entry) = match ask {
            Ask::Recovery(recovery::Ask::Form(form)) => (&form.inn, false),
            Ask::Recovery(recovery::Ask::Recover(entry)) => (&entry.inn, true),
            _ => return,
        };
        let who = self.cast.who(inn.as_str()).unwrap();
        let seconds = match answer {
            Ok(Told::Recovery(recovery::Told::Form(form))) => form.blocked_seconds,
            Ok(Told::Recovery(recovery::Told::Recover(Recovered::Blocked { seconds }))) => Some(*seconds),
            Ok(_) => None,
            Err(_) if is_entry => return self.unheard.push(who),
            Err(_) => return,
        };
        let blocked_until = seconds.map(|seconds| self.now + Seconds::try_from(seconds).unwrap());
        self.heard = Some(Heard { who, blocked_until });
        self.unheard.retain(|other| *other != who);
    }

    fn get_in(&mut self, call: &SignInCall) -> Result<SignIn, Failure> {
        let request = self.line.gateway.sign_in(&call.inn, &call.password, call.captcha.as_deref());
        let response = self.exchange(&request)?;
        Ok(match self.line.gateway.sign_in_answer(&response)? {
            SignInAnswer::Accepted(_) => {
                self.fresh = Some(call.inn.clone());
                SignIn::Accepted
            }
            SignInAnswer::WrongPassword => SignIn::WrongPassword,
            SignInAnswer::CaptchaWanted => SignIn::CaptchaWanted,
            SignInAnswer::CaptchaWrong => SignIn::CaptchaWrong,
            SignInAnswer::PrimaryExpired => SignIn::PrimaryExpired,
            SignInAnswer::NotYetActive { seconds } => SignIn::NotYetActive { seconds },
        })
    }

    fn picture(&mut self, call: &CaptchaCall) -> Result<String, Failure> {
        let request = self.line.gateway.captcha(&call.inn);
        let response = self.exchange(&request)?;
        self.line.gateway.captcha_answer(&response).map(|_| "picture".to_owned())
    }

    fn vault(&mut self, operation: &Vault) -> Result<Vaulted, VaultFault> {
        match operation {
            Vault::Look if self.accounts.is_empty() => Ok(Vaulted::Status(VaultStatus::Empty)),
            Vault::Look => {
                let account = |inn: &Inn| DeviceAccount {
                    id: id(inn),
                    name: None,
                    state: AccountState::Locked(LockedAccount { attempts_left: 10, biometrics: false }),
                };
                Ok(Vaulted::Status(VaultStatus::Accounts(self.accounts.iter().map(account).collect())))
            }
            Vault::Create { inn, .. } => {
                assert_eq!(self.fresh.take().as_ref(), Some(inn), "the session is another person's");
                self.accounts.retain(|other| other != inn);
                Ok(self.open(inn.clone()))
            }
            Vault::Unlock { account, pin } if *pin == Secret::new(PIN) => {
                let index = self.accounts.iter().position(|inn| id(inn) == *account).unwrap();
                let inn = self.accounts.remove(index);
                Ok(self.open(inn))
            }
            Vault::Unlock { .. } => Err(VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: 9 })),
            Vault::Resume => {
                assert!(self.fresh.is_some() && self.fresh == self.opened, "the session is another person's");
                self.fresh = None;
                Ok(Vaulted::Done)
            }
            Vault::Lock => {
                (self.opened, self.fresh) = (None, None);
                self.vault.locked += 1;
                Ok(Vaulted::Done)
            }
            Vault::Wipe(_) => {
                self.vault.wiped += 1;
                Ok(Vaulted::Done)
            }
            Vault::Forget => {
                self.fresh = None;
                Ok(Vaulted::Done)
            }
            other => panic!("nobody asked the vault: {other:?}"),
        }
    }

    fn open(&mut self, inn: Inn) -> Vaulted {
        self.accounts.insert(0, inn.clone());
        self.opened = Some(inn.clone());
        Vaulted::Opened(Unlocked {
            account: id(&inn),
            inn,
            name: None,
            accounts: u32::try_from(self.accounts.len()).unwrap(),
            has_session: true,
            lost_data: None,
            for_this_run_only: false,
            biometrics: Biometrics::Unavailable,
            biometrics_kept: false,
        })
    }
}

fn id(inn: &Inn) -> AccountId {
    AccountId(inn.as_str().to_owned())
}

/// An empty cache that keeps nothing.
pub(crate) fn cached(operation: &Cache) -> Cached {
    match operation {
        Cache::Load => Cached::Stored(Vec::new()),
        Cache::MergeHead { .. } => Cached::Merged(HeadMerge::Merged { added: 0 }),
        Cache::AppendTail { .. } => Cached::Appended(true),
        Cache::Window { list, .. } => {
            let rows = match *list {
                account::History::NAME => account::History::tell(Vec::new()),
                documents::List::NAME => documents::List::tell(Vec::new()),
                other => panic!("no list of {other}"),
            };
            Cached::Window(Window { rows, total: 0, state: ShelfState::default(), facets: Vec::new() })
        }
        Cache::Sendings => Cached::Sendings(Vec::new()),
        Cache::Submit { .. } | Cache::KeepSending(_) | Cache::RemoveSending(_) => {
            panic!("nobody sends anything here")
        }
        Cache::Drafts => Cached::Drafts { drafts: Vec::new(), unread: 0 },
        Cache::KeepDraft(_) | Cache::RemoveDraft(_) => panic!("nobody fills anything in here"),
        Cache::Recall { .. } => Cached::Recalled(false),
        Cache::Save { .. } | Cache::Replace { .. } | Cache::Remember { .. } => Cached::Done,
    }
}
