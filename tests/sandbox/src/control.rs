//! The strings behind the stage.

use std::{sync::Arc, time::Duration};

use fl_domain::Timestamp;
use serde::Serialize;

use crate::{
    clock::later,
    faults::{Fault, FaultKind, Scope},
    ledger::NewOperation,
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
        self.world.lock().faults.set(fault, scope, None);
    }

    /// As [`Control::set`], and off again after `span` of the sandbox clock.
    pub fn set_for(&self, fault: Fault, scope: Scope, span: Duration) {
        let mut state = self.world.lock();
        let until = later(state.clock.now(), span);
        state.faults.set(fault, scope, Some(until));
    }

    /// Switches a fault off in one scope.
    pub fn clear(&self, kind: FaultKind, scope: &Scope) {
        self.world.lock().faults.clear(kind, scope);
    }

    /// Switches all faults off.
    pub fn clear_all(&self) {
        self.world.lock().faults.clear_all();
    }

    /// The faults that are on now.
    pub fn active(&self) -> Vec<(Scope, Fault)> {
        let mut state = self.world.lock();
        let now = state.clock.now();
        state.faults.active(now)
    }

    /// Jumps the sandbox clock forward.
    pub fn advance(&self, by: Duration) {
        self.world.lock().clock.advance(by);
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

    /// The taxpayer's INN, from an INN or a key such as `debt`.
    pub(crate) fn inn(&self, inn_or_key: &str) -> Option<String> {
        let cards = self.world.people.iter().map(|person| &person.card);
        cards
            .into_iter()
            .find(|card| card.inn == inn_or_key || card.key == inn_or_key)
            .map(|card| card.inn.clone())
    }
}
