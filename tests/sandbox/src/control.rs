//! The strings behind the stage.

use std::{sync::Arc, time::Duration};

use fl_domain::{
    Timestamp,
    access::PasswordPolicy,
    service::{OnceKey, SignInWay},
};
use serde::Serialize;

use crate::{
    clock::later,
    faults::{Fault, FaultKind, Scope},
    http::query_parameter,
    ledger::NewOperation,
    script::{Script, ScriptError, ScriptTrouble, Scripted},
    service::{Letter, RecoveryStanding},
    sessions::{SignIn, Visitor},
    world::World,
};

/// Changes what the double does, also while requests are under way.
#[derive(Clone, Debug)]
pub struct Control {
    world: Arc<World>,
}

/// One request the double got. No query, no body: those hold personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequestLog {
    /// The HTTP method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The status answered; `None` where the connection was dropped.
    pub status: Option<u16>,
    /// When the answer was ready, by the sandbox clock.
    pub at: Timestamp,
}

impl Control {
    pub(crate) const fn new(world: Arc<World>) -> Self {
        Self { world }
    }

    /// Switches a fault on; one of the same kind in the same scope is replaced.
    pub fn set(&self, fault: Fault, scope: Scope) {
        let mut state = self.world.lock();
        match fault {
            Fault::KeysForgotten => {
                let now = state.clock.now();
                state.keys.forget(now);
            }
            fault => state.faults.set(fault, scope, None),
        }
    }

    /// As [`Control::set`], and off again after `span` of the sandbox clock.
    pub fn set_for(&self, fault: Fault, scope: Scope, span: Duration) {
        if fault == Fault::KeysForgotten {
            return self.set(fault, scope);
        }
        let mut state = self.world.lock();
        let until = later(state.clock.now(), span);
        state.faults.set(fault, scope, Some(until));
    }

    /// Switches a fault off in one scope.
    pub fn clear(&self, kind: FaultKind, scope: &Scope) {
        self.world.lock().faults.clear(kind, scope);
    }

    /// Switches all faults off and takes all scripts back.
    pub fn clear_all(&self) {
        let mut state = self.world.lock();
        state.faults.clear_all();
        state.scripts.clear();
    }

    /// The faults that are on now.
    pub fn active(&self) -> Vec<(Scope, Fault)> {
        let mut state = self.world.lock();
        let now = state.clock.now();
        state.faults.active(now)
    }

    /// The forms of the pattern book that this taxpayer sent, in order, each with its files in one line.
    pub fn forms(&self, inn: &str) -> Vec<String> {
        self.world.lock().forms.of(inn)
    }

    /// Under which keys something was done for this taxpayer, in order; whatever was forgotten since.
    pub fn done_under(&self, inn: &str) -> Vec<OnceKey> {
        self.world.lock().keys.done(inn)
    }

    /// Jumps the sandbox clock forward.
    pub fn advance(&self, by: Duration) {
        self.world.advance(by);
    }

    /// The sandbox clock.
    pub fn now(&self) -> Timestamp {
        self.world.lock().clock.now()
    }

    /// A new operation appears at the head of the history, and every figure moves with it; `false` if there is no
    /// such taxpayer.
    pub fn add_operation(&self, inn: &str, operation: NewOperation) -> bool {
        let Some(person) = self.world.person(inn) else { return false };
        self.world.with_ledger(person, |ledger, today| ledger.add(operation, today));
        true
    }

    /// Ends the taxpayer's sessions: access and refresh tokens are unknown from now on.
    pub fn revoke(&self, inn: &str) {
        self.world.lock().sessions.revoke(inn);
    }

    /// Lets the taxpayer's access tokens expire; refresh tokens stay valid.
    pub fn expire_access(&self, inn: &str) {
        let mut state = self.world.lock();
        let now = state.clock.now();
        state.sessions.expire(inn, now);
    }

    /// The digits of the picture last drawn for a taxpayer from whom they are wanted, until they are tried.
    pub fn captcha_digits(&self, inn: &str) -> Option<String> {
        self.world.lock().captcha_digits(inn)
    }

    /// The service's requests in the order they were answered, the last 10,000.
    pub fn requests(&self) -> Vec<RequestLog> {
        self.world.lock().requests()
    }

    /// Forgets them.
    pub fn clear_requests(&self) {
        self.world.lock().clear_requests();
    }

    /// What was sent to a taxpayer, oldest first.
    pub fn letters(&self, inn: &str) -> Vec<Letter> {
        self.world.lock().entrance.letters(inn)
    }

    /// A person says yes on the page that the broker named: where the browser goes. `None` if there is no such page or
    /// nobody of that INN or key.
    pub fn esia_agree(&self, url: &str, who: &str) -> Option<String> {
        self.world.esia_agree(&page_of(url)?, who)
    }

    /// The person says no.
    pub fn esia_deny(&self, url: &str) -> Option<String> {
        self.world.esia_deny(&page_of(url)?)
    }

    /// How recovery stands for an INN, also for one that nobody has.
    pub fn recovery_standing(&self, inn: &str) -> RecoveryStanding {
        let mut state = self.world.lock();
        let now = state.clock.now();
        state.entrance.recovery_standing(inn, now)
    }

    /// Whether this is the taxpayer's password. Costs no attempt.
    pub fn password_is(&self, inn: &str, password: &str) -> bool {
        self.world.lock().entrance.account(inn).is_some_and(|account| account.password.is(password))
    }

    /// The next so many calls whose path ends so are done, and the connection is dropped before their answer; 0 ends it.
    pub fn lose_answers(&self, path_end: &str, times: u32) {
        self.world.lock().scripts.lose(path_end, times);
    }

    /// From now on requests are answered as this line says, or as before.
    ///
    /// # Errors
    /// [`ScriptError`] where it names nobody of the sandbox, or too many scripts hold.
    pub fn script(&self, script: Script) -> Result<(), ScriptError> {
        let inn = match script.whose() {
            None => None,
            Some(whose) => Some(self.inn(whose).ok_or_else(|| {
                ScriptError::new(format!(
                    "nobody has the key or INN {whose:?}; GET /sandbox/state lists everybody"
                ))
            })?),
        };
        self.world.lock().scripts.set(script, inn)
    }

    /// The scripts that hold, in the order in which they were said.
    pub fn scripted(&self) -> Vec<Scripted> {
        self.world.lock().scripts.held()
    }

    /// What scripts could not do, oldest first.
    pub fn script_troubles(&self) -> Vec<ScriptTrouble> {
        self.world.lock().scripts.troubles()
    }

    /// The scripts by which no request was answered, so far or until they were taken back: most likely their path is wrong.
    pub fn scripts_never_given(&self) -> Vec<String> {
        self.world.lock().scripts.never_given()
    }

    /// Takes all scripts back.
    pub fn clear_scripts(&self) {
        self.world.lock().scripts.clear();
    }

    /// Which passwords are taken from now on.
    pub fn set_policy(&self, policy: PasswordPolicy) {
        self.world.lock().entrance.policy = policy;
    }

    /// The policy in force.
    pub fn policy(&self) -> PasswordPolicy {
        self.world.lock().entrance.policy.clone()
    }

    /// Somebody else signs in as this taxpayer, with the right password; the name of that sign-in.
    pub fn sign_in_elsewhere(&self, inn: &str, device: &str, place: &str) -> Option<String> {
        self.world.person(inn)?;
        let mut state = self.world.lock();
        let now = state.clock.now();
        let visitor = Visitor { inn, way: SignInWay::Password, device, place };
        state.sessions.begin(visitor, now, self.world.token_lifetime);
        state.sessions.history(inn).next().map(|sign_in| sign_in.id.clone())
    }

    /// A taxpayer's sign-ins, newest first.
    pub fn sign_ins(&self, inn: &str) -> Vec<SignIn> {
        self.world.lock().sessions.history(inn).cloned().collect()
    }

    /// How many sessions of a taxpayer are open.
    pub fn open_sessions(&self, inn: &str) -> usize {
        self.world.lock().sessions.history(inn).filter(|sign_in| sign_in.is_open).count()
    }

    /// Whether a sign-in of the taxpayer, by its name, still has good tokens.
    pub fn is_session_open(&self, inn: &str, id: &str) -> bool {
        let state = self.world.lock();
        state.sessions.history(inn).any(|sign_in| sign_in.id == id && sign_in.is_open)
    }

    /// The taxpayer's INN, from an INN or a key such as `debt`.
    pub(crate) fn inn(&self, inn_or_key: &str) -> Option<String> {
        self.world.anyone(inn_or_key).map(|person| person.card.inn.clone())
    }
}

/// The broker's name of a page, from the address that a browser would open.
fn page_of(url: &str) -> Option<String> {
    query_parameter(&url.parse().ok()?, "request")
}
