//! A stand for tests: the app with scripted effects, no runtime.

use std::collections::VecDeque;

use crux_core::{Core, Request};
use fl_domain::{
    Inn, Money, Secret, Timestamp,
    account::{
        Due, EnsBalance, Liability, LiabilityTotals, NearestAccrual, Operation, PaymentTotals, Tax, Taxpayer,
        YearIncome,
    },
    service::{Failure, Page, Read, Reading, SignIn},
};

use crate::{
    App, Biometrics, Cache, Cached, Effect, Event, Facet, HeadMerge, HistoryFilter, HistoryState,
    HistoryWindow, Intent, KeepPreferences, LockedAccount, LostData, Moment, Platform, PlatformFault,
    ServiceAnswer, Stored, UnlockFault, Unlocked, Vault, VaultFault, VaultStatus, Vaulted, Wait,
    screen::{Block, FieldId, Screen},
    session,
    texts::{Language, Preferences},
};

pub(crate) const START: &str = "2026-11-22T09:00:00Z";
pub(crate) const PIN: &str = "135790";

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
    pub(crate) cache: MemoryCache,
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
    /// Whom the account was made for, who signed in, and how often it was locked.
    pub(crate) made_for: Option<Inn>,
    pub(crate) signed_in_as: Vec<Inn>,
    pub(crate) locked: u32,
}

/// What the service knows.
#[derive(Default)]
pub(crate) struct Service {
    pub(crate) ens: EnsBalance,
    pub(crate) accruals: Vec<Liability>,
    pub(crate) arrears: Vec<Liability>,
    pub(crate) history: Vec<Operation>,
    pub(crate) taxpayer: Taxpayer,
    pub(crate) payments: Option<PaymentTotals>,
    pub(crate) incomes: Vec<YearIncome>,
    /// The largest page it gives.
    pub(crate) cap: Option<u32>,
    /// Operations that come in after so many more questions about the history.
    pub(crate) arriving: Option<(usize, Vec<Operation>)>,
}

impl Service {
    fn page<T: Clone>(&self, rows: &[T], page: Page) -> Vec<T> {
        let size = self.cap.unwrap_or(u32::MAX).min(page.size) as usize;
        rows.iter().skip(page.number as usize * size).take(size).cloned().collect()
    }

    fn answer(&mut self, read: Read) -> Reading {
        match read {
            Read::EnsBalance => Reading::EnsBalance(self.ens.clone()),
            Read::LiabilityTotals => Reading::LiabilityTotals(LiabilityTotals {
                accruals: self.accruals.iter().map(|l| l.amount).sum(),
                arrears: self.arrears.iter().map(|l| l.amount).sum(),
            }),
            Read::Accruals(page) => Reading::Accruals(self.page(&self.accruals, page)),
            Read::Arrears(page) => Reading::Arrears(self.page(&self.arrears, page)),
            Read::History(page) => {
                if let Some((left, operations)) = self.arriving.take() {
                    if left == 0 {
                        self.history.splice(0..0, operations);
                    } else {
                        self.arriving = Some((left - 1, operations));
                    }
                }
                Reading::History(self.page(&self.history, page))
            }
            Read::Incomes => Reading::Incomes(self.incomes.clone()),
            Read::Taxpayer => Reading::Taxpayer(self.taxpayer.clone()),
            Read::PaymentTotals => Reading::PaymentTotals(self.payments.clone()),
        }
    }
}

/// The cache's contract in the fewest lines.
#[derive(Default)]
pub(crate) struct MemoryCache {
    pub(crate) stored: Vec<Stored>,
    pub(crate) history: Vec<Operation>,
    pub(crate) complete: bool,
    fetched_at: Option<Timestamp>,
    pub(crate) fault: Option<crate::CacheFault>,
}

impl MemoryCache {
    fn perform(&mut self, cache: Cache) -> Result<Cached, crate::CacheFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        Ok(match cache {
            Cache::Load => Cached::Stored(self.stored.clone()),
            Cache::Save { readings, at } => {
                for reading in readings {
                    self.stored
                        .retain(|s| std::mem::discriminant(&s.reading) != std::mem::discriminant(&reading));
                    self.stored.push(Stored { reading, fetched_at: at });
                }
                Cached::Done
            }
            Cache::MergeHead { rows, whole, at } => Cached::Merged(self.merge(&rows, whole, at)),
            Cache::ReplaceHistory { rows, whole, at } => {
                (self.history, self.complete, self.fetched_at) = (rows, whole, Some(at));
                Cached::Done
            }
            Cache::AppendTail { expected, rows, whole } => {
                let as_expected = expected == self.history.len() as u64;
                if as_expected {
                    self.history.extend(rows);
                    self.complete |= whole;
                }
                Cached::Appended(as_expected)
            }
            Cache::Window { filter, offset, limit } => Cached::Window(self.window(&filter, offset, limit)),
        })
    }

    fn merge(&mut self, rows: &[Operation], whole: bool, at: Timestamp) -> HeadMerge {
        let overlap = (0..rows.len()).find(|shift| {
            let known = rows.len() - shift;
            !self.history.is_empty()
                && rows[*shift..][..known.min(self.history.len())]
                    == self.history[..known.min(self.history.len())]
        });
        let added = match overlap {
            Some(shift) if !whole => {
                self.history.splice(0..0, rows[..shift].iter().cloned());
                shift
            }
            _ if whole || self.history.is_empty() => {
                let added = rows.len().saturating_sub(self.history.len());
                self.history = rows.to_vec();
                self.complete = whole;
                added
            }
            _ => return HeadMerge::Gap,
        };
        self.fetched_at = Some(at);
        HeadMerge::Merged { added: added as u64 }
    }

    fn window(&self, filter: &HistoryFilter, offset: u64, limit: u32) -> HistoryWindow {
        let matching: Vec<&Operation> = self
            .history
            .iter()
            .filter(|o| filter.tax.as_ref().is_none_or(|tax| *tax == o.tax))
            .filter(|o| filter.kind.as_ref().is_none_or(|kind| *kind == o.kind))
            .filter(|o| o.description.to_lowercase().contains(&filter.text.trim().to_lowercase()))
            .collect();
        let facets = |name: fn(&Operation) -> &String| {
            let mut facets: Vec<Facet> = Vec::new();
            for operation in self.history.iter().filter(|o| !name(o).is_empty()) {
                match facets.iter_mut().find(|f| f.name == *name(operation)) {
                    Some(facet) => facet.count += 1,
                    None => facets.push(Facet { name: name(operation).clone(), count: 1 }),
                }
            }
            facets.sort_by_key(|f| std::cmp::Reverse(f.count));
            facets
        };
        HistoryWindow {
            total: matching.len() as u64,
            rows: matching
                .into_iter()
                .skip(usize::try_from(offset).unwrap())
                .take(limit as usize)
                .cloned()
                .collect(),
            state: HistoryState {
                count: self.history.len() as u64,
                complete: self.complete,
                fetched_at: self.fetched_at,
                oldest: self.history.last().and_then(|o| o.date),
            },
            taxes: facets(|o| &o.tax),
            kinds: facets(|o| &o.kind),
        }
    }
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
            cache: MemoryCache::default(),
            platform: None,
            biometrics: Biometrics::Unavailable,
            biometrics_kept: false,
            asked: Vec::new(),
            hold: false,
            held: Vec::new(),
            waits: Vec::new(),
            sent: Vec::new(),
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

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if self.hold && matches!(effect, Effect::Read(_) | Effect::SignIn(_)) {
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

    fn vault(&mut self, operation: Vault) -> Result<Vaulted, VaultFault> {
        let opened = Unlocked {
            inn: inn(),
            has_session: self.has_session,
            lost_data: self.lost_data,
            for_this_run_only: self.for_this_run_only,
            biometrics: self.biometrics,
            biometrics_kept: self.biometrics_kept,
        };
        match operation {
            Vault::Look => Ok(Vaulted::Status(self.vault.clone())),
            Vault::Create { inn, .. } => {
                self.made_for = Some(inn);
                self.vault = VaultStatus::Locked(LockedAccount {
                    attempts_left: 10,
                    biometrics: self.biometrics_kept,
                });
                Ok(Vaulted::Opened(opened))
            }
            Vault::Unlock { pin } if pin.expose() == PIN => Ok(Vaulted::Opened(opened)),
            Vault::Unlock { .. } => Err(VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: 9 })),
            Vault::Wipe => {
                self.vault = VaultStatus::Empty;
                self.cache = MemoryCache::default();
                Ok(Vaulted::Done)
            }
            Vault::Lock => {
                self.locked += 1;
                Ok(Vaulted::Done)
            }
            Vault::UnlockWithBiometrics(_) => match self.platform {
                None => Ok(Vaulted::Opened(opened)),
                Some(fault) => Err(VaultFault::Biometrics(fault)),
            },
            Vault::KeepBiometrics(_) => match self.platform {
                None => {
                    self.biometrics_kept = true;
                    Ok(Vaulted::Done)
                }
                Some(fault) => Err(VaultFault::Biometrics(fault)),
            },
            Vault::ForgetBiometrics => {
                self.biometrics_kept = false;
                Ok(Vaulted::Done)
            }
            Vault::Resume | Vault::Forget => Ok(Vaulted::Done),
        }
    }
}

/// A made-up person.
pub(crate) fn inn() -> Inn {
    Inn::made_up(7_700_123_456)
}

pub(crate) fn money(roubles: i64) -> Money {
    Money::from_kopecks(roubles * 100)
}

pub(crate) fn liability(code: &str, title: &str, roubles: i64, due: Due) -> Liability {
    Liability { amount: money(roubles), tax: Tax { code: code.to_owned(), title: title.to_owned() }, due }
}

/// A debt for 2024 and accruals for 2025, as the service would tell them.
pub(crate) fn debtor(stand: &mut Stand) {
    stand.service.ens = EnsBalance {
        balance: Some(Money::from_kopecks(-1_234_056)),
        arrears: Some(Money::from_kopecks(1_234_056)),
        recommended: Some(Money::from_kopecks(1_634_056)),
        nearest: Some(NearestAccrual { amount: money(4_000), date: Some("2026-12-01".parse().unwrap()) }),
    };
    stand.service.arrears = vec![Liability {
        amount: Money::from_kopecks(1_234_056),
        ..liability("20", "Транспортный налог", 0, Due::ForYear(2024))
    }];
    stand.service.accruals = vec![
        liability("25", "Налог на имущество физических лиц", 3_000, Due::On("2026-12-01".parse().unwrap())),
        liability("X7", "", 1_000, Due::On("2026-12-01".parse().unwrap())),
    ];
    stand.service.taxpayer.new_letters = Some(2);
    stand.service.payments = Some(PaymentTotals { enp: None, confirmed: Some(money(500)) });
    stand.service.incomes = vec![
        YearIncome { year: 2024, income: Some(money(900_000)), tax: Some(money(117_000)) },
        YearIncome { year: 2025, income: Some(money(1_000_000)), tax: Some(money(130_000)) },
    ];
    stand.service.history = operations(3);
}

/// So many operations, newest first, each different from its neighbours.
pub(crate) fn operations(count: usize) -> Vec<Operation> {
    (0..count)
        .map(|index| Operation {
            date: fl_domain::dates::from_unix_days(20_000 - i64::try_from(index / 2).unwrap()),
            amount: money(if index % 3 == 0 { 1_000 } else { -500 } + i64::try_from(index).unwrap()),
            description: format!("Операция № {index}"),
            kind: if index % 3 == 0 { "Уплата" } else { "Начислен налог" }.to_owned(),
            tax: if index % 3 == 0 { "" } else { "Транспортный налог" }.to_owned(),
            source: String::new(),
        })
        .collect()
}
