use fl_domain::{
    Freshness, Inn, Origin, Timestamp,
    account::{EnsBalance, Liability, LiabilityTotals, PaymentTotals, Taxpayer, YearIncome},
    service::{Capability, Contacts, Failure, PasswordStatus, Reading, SignInRecord},
};

use crate::{
    app::Place,
    effects::{Biometrics, CacheFault, LostData, Unlocked, VaultFault},
    features::{operations::Operations, password::Gate, profile::Reminder, session::SignInForm},
};

/// An open account.
pub(crate) struct Account {
    pub(crate) epoch: u64,
    /// What its owner calls it.
    pub(crate) name: Option<String>,
    /// So many accounts are on this device.
    pub(crate) accounts: u32,
    pub(crate) inn: Inn,
    /// What the service offers beyond the attested dialect.
    pub(crate) offers: Vec<Capability>,
    pub(crate) place: Place,
    pub(crate) figures: Figures,
    pub(crate) operations: Operations,
    pub(crate) connection: Connection,
    /// A refresh is under way.
    pub(crate) refreshing: bool,
    /// What failed in the last refresh, by the name of the question.
    pub(crate) failures: Vec<(&'static str, Failure)>,
    /// Which chain of pulses is alive.
    pub(crate) pulse_serial: u64,
    /// The password is asked for again.
    pub(crate) sign_in_again: Option<SignInForm>,
    /// Asking before this device's copy is removed.
    pub(crate) asking_sign_out: bool,
    /// The cache had to start anew.
    pub(crate) lost_data: Option<LostData>,
    /// The last save failed.
    pub(crate) cache_fault: Option<CacheFault>,
    /// The session could not be kept for the next start.
    pub(crate) keep_fault: Option<VaultFault>,
    /// The platform keeps secrets for this run only.
    pub(crate) for_this_run_only: bool,
    pub(crate) biometrics: BiometricLock,
    /// The first password of the card is decided on.
    pub(crate) gate: Gate,
    /// That recovery is not set up.
    pub(crate) reminder: Reminder,
}

/// Opening this account with a finger or a face.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BiometricLock {
    /// Whether one can be asked for.
    pub(crate) state: Biometrics,
    /// One opens it already.
    pub(crate) kept: bool,
}

impl Account {
    pub(crate) fn new(epoch: u64, unlocked: Unlocked) -> Self {
        Self {
            epoch,
            name: unlocked.name,
            accounts: unlocked.accounts,
            inn: unlocked.inn,
            offers: Vec::new(),
            place: Place::Home,
            figures: Figures::default(),
            operations: Operations::default(),
            connection: if unlocked.has_session { Connection::Fine } else { Connection::SessionEnded },
            refreshing: false,
            failures: Vec::new(),
            pulse_serial: 0,
            sign_in_again: None,
            asking_sign_out: false,
            lost_data: unlocked.lost_data,
            cache_fault: None,
            keep_fault: None,
            for_this_run_only: unlocked.for_this_run_only,
            biometrics: BiometricLock { state: unlocked.biometrics, kept: unlocked.biometrics_kept },
            gate: Gate::default(),
            reminder: Reminder::default(),
        }
    }
}

/// How things stand with the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Connection {
    /// The last refresh went well, or none has ended yet.
    #[default]
    Fine,
    /// The service could not be asked.
    Offline,
    /// The service did not answer in time.
    NoAnswer,
    /// Closed for maintenance.
    Closed(Option<Timestamp>),
    /// The service ended the session.
    SessionEnded,
    /// Something else failed; the code is for support.
    Trouble(String),
}

impl Connection {
    /// What a refresh with these failures says about the service; the one that most needs a person comes first.
    pub(crate) fn after(failures: &[(&'static str, Failure)]) -> Self {
        failures.iter().map(|(_, failure)| Self::of(failure)).max_by_key(Self::rank).unwrap_or_default()
    }

    pub(crate) fn of(failure: &Failure) -> Self {
        use fl_domain::service::OfflineCause::{Lost, NoAnswer, NoNetwork};
        match failure {
            Failure::Offline(NoNetwork | Lost) => Self::Offline,
            Failure::Offline(NoAnswer) => Self::NoAnswer,
            Failure::Closed { until } => Self::Closed(*until),
            Failure::SignInAgain => Self::SessionEnded,
            // A part this service does not have is no trouble: the part itself says so.
            Failure::NotOffered { .. } => Self::Fine,
            Failure::Refused { .. } => Self::Trouble("refused".to_owned()),
            Failure::Fields(_) => Self::Trouble("fields".to_owned()),
            Failure::Unexpected { operation, code } => Self::Trouble(format!("{operation}/{code}")),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Trouble(_) => 1,
            Self::NoAnswer => 2,
            Self::Offline => 3,
            Self::Closed(_) => 4,
            Self::SessionEnded => 5,
        }
    }
}

/// A figure with its age.
#[derive(Clone, Debug)]
pub(crate) struct Known<T> {
    pub(crate) value: T,
    pub(crate) freshness: Freshness,
}

/// What is known of the account, each part with its own age.
#[derive(Default)]
pub(crate) struct Figures {
    pub(crate) ens: Option<Known<EnsBalance>>,
    pub(crate) totals: Option<Known<LiabilityTotals>>,
    pub(crate) accruals: Option<Known<Vec<Liability>>>,
    pub(crate) arrears: Option<Known<Vec<Liability>>>,
    pub(crate) incomes: Option<Known<Vec<YearIncome>>>,
    pub(crate) taxpayer: Option<Known<Taxpayer>>,
    pub(crate) payments: Option<Known<Option<PaymentTotals>>>,
    pub(crate) password: Option<Known<PasswordStatus>>,
    pub(crate) contacts: Option<Known<Contacts>>,
    pub(crate) sign_ins: Option<Known<Vec<SignInRecord>>>,
}

impl Figures {
    /// Takes an answer over; a cached one never replaces a live one.
    pub(crate) fn take(&mut self, reading: Reading, origin: Origin, fetched_at: Timestamp) {
        let freshness = Freshness { origin, fetched_at };
        match reading {
            Reading::EnsBalance(value) => put(&mut self.ens, value, freshness),
            Reading::LiabilityTotals(value) => put(&mut self.totals, value, freshness),
            Reading::Accruals(value) => put(&mut self.accruals, value, freshness),
            Reading::Arrears(value) => put(&mut self.arrears, value, freshness),
            Reading::Incomes(value) => put(&mut self.incomes, value, freshness),
            Reading::Taxpayer(value) => put(&mut self.taxpayer, value, freshness),
            Reading::PaymentTotals(value) => put(&mut self.payments, value, freshness),
            Reading::Password(value) => put(&mut self.password, value, freshness),
            Reading::Contacts(value) => put(&mut self.contacts, value, freshness),
            Reading::SignIns(value) => put(&mut self.sign_ins, value, freshness),
            // The history has its own windows.
            Reading::History(_) => {}
        }
    }

    /// After time without the service, a live figure is one that was kept.
    pub(crate) fn all_cached(&mut self) {
        fn cached<T>(known: &mut Option<Known<T>>) {
            if let Some(known) = known {
                known.freshness.origin = Origin::Cached;
            }
        }
        cached(&mut self.ens);
        cached(&mut self.totals);
        cached(&mut self.accruals);
        cached(&mut self.arrears);
        cached(&mut self.incomes);
        cached(&mut self.taxpayer);
        cached(&mut self.payments);
        cached(&mut self.password);
        cached(&mut self.contacts);
        cached(&mut self.sign_ins);
    }
}

fn put<T>(slot: &mut Option<Known<T>>, value: T, freshness: Freshness) {
    let is_newer = slot
        .as_ref()
        .is_none_or(|known| freshness.origin == Origin::Live || known.freshness.origin != Origin::Live);
    if is_newer {
        *slot = Some(Known { value, freshness });
    }
}
