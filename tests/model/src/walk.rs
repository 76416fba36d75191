//! The walks themselves.

use std::{cell::Cell, panic, sync::Once};

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use proptest_state_machine::{ReferenceStateMachine as _, StateMachineTest};

use crate::{
    device::{Device, VaultWork},
    line::Loss,
    reference::{LinkEnd, Outcome, Reference, SignIn, State},
    rules::Worth,
    steps::{Key, Link, Step, Who},
    tally::{self, reached, reached_if},
};

/// Of all tests together.
const WALKS: u32 = 10_000;
const TESTS: u32 = 4;
const LONGEST: usize = 20;

pub(crate) struct Walk {
    device: Device,
    choosing: Option<Who>,
    loss: Option<Loss>,
    was_blocked: bool,
}

impl StateMachineTest for Walk {
    type SystemUnderTest = Self;
    type Reference = Reference;

    fn init_test(state: &State) -> Self {
        Self { device: Device::new(state.skew), choosing: None, loss: None, was_blocked: false }
    }

    fn apply(mut walk: Self, state: &State, step: Step) -> Self {
        walk.device.vault = VaultWork::default();
        walk.device.act(state, &step, walk.choosing, walk.loss);
        walk.count(state, &step);
        let who = match step {
            Step::Recover { who, .. } | Step::Look { who } => Some(who),
            _ => None,
        };
        walk.device.judge_outcome(state, who);
        walk.choosing = state.choosing.map(|(who, _)| who);
        walk.loss = state.loss;
        walk
    }

    fn check_invariants(walk: &Self, state: &State) {
        assert_eq!(walk.device.now, state.now);
        walk.device.judge(state);
    }
}

impl Walk {
    fn count(&mut self, state: &State, step: &Step) {
        reached(match step {
            Step::SignIn { .. } => "step: sign in",
            Step::Recover { .. } => "step: recover",
            Step::Look { .. } => "step: look",
            Step::Elsewhere { .. } => "step: recover elsewhere",
            Step::OpenLink { .. } => "step: open a link",
            Step::SetPassword { .. } => "step: set a password",
            Step::Later(_) => "step: later",
            Step::DeviceClock(_) => "step: the device's clock",
            Step::Restart { killed: false, .. } => "step: restart",
            Step::Restart { killed: true, .. } => "step: killed",
            Step::Reinstall => "step: reinstall",
            Step::LoseNextAnswer(_) => "step: lose the next answer",
            Step::Back => "step: back",
            Step::KeepPin => "step: keep a PIN",
            Step::Unlock => "step: unlock",
        });
        match (step, state.outcome) {
            (Step::SignIn { key: Key::Old, .. }, Outcome::SignIn(SignIn::Wrong)) => {
                reached("an old password");
            }
            (Step::SignIn { who, .. }, Outcome::SignIn(SignIn::In)) if state.of(*who).password > 0 => {
                reached("signed in with a new password");
            }
            (
                Step::OpenLink { link: Link::Letter { who, index }, .. },
                Outcome::Link(LinkEnd::Of(Worth::Good)),
            ) => {
                reached_if(index + 1 < state.of(*who).letters.len(), "an older link that is good");
            }
            (Step::Elsewhere { who: Who::SetUp, .. }, _) => {
                reached_if(self.was_blocked, "tried elsewhere while blocked");
            }
            _ => {}
        }
        reached_if(state.locked, "locked by time or clock");
        let account = state.of(Who::SetUp);
        let is_blocked = account.blocked_until(state.now).is_some();
        reached_if(self.was_blocked && account.reopened(state.now), "reopened");
        reached_if(is_blocked && matches!(step, Step::Restart { .. }), "restarted while blocked");
        reached_if(
            is_blocked && matches!(step, Step::DeviceClock(_)),
            "the device's clock is set while blocked",
        );
        let is_at_the_end = self.was_blocked && account.opens_at == Some(state.now);
        reached_if(is_at_the_end, "the very second a block ends");
        self.was_blocked = is_blocked;
    }
}

pub(crate) fn config() -> Config {
    Config { failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() }
}

/// As many walks as the environment says, over all tests.
fn walks() -> u32 {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    wanted.unwrap_or(WALKS).div_ceil(TESTS)
}

thread_local! {
    static WALKING: Cell<bool> = const { Cell::new(false) };
}

/// What goes wrong on the way to the shortest walk that fails is not told: only that walk is.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !WALKING.get() {
                told(info);
            }
        }));
    });
}

fn walk(seed: u8) {
    hush();
    let cases = walks();
    let config = Config { cases, ..config() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    tally::begin();
    let walks = Reference::sequential_strategy(1..=LONGEST);
    WALKING.set(true);
    let done = TestRunner::new_with_rng(config.clone(), rng).run(&walks, |(state, steps, seen)| {
        Walk::test_sequential(config.clone(), state, steps, seen);
        Ok(())
    });
    WALKING.set(false);
    if let Err(failure) = done {
        panic!("{failure}");
    }
    println!("{cases} walks");
    tally::end(u64::from(cases / 200));
}

#[test]
fn walks_of_the_first_quarter() {
    walk(1);
}

#[test]
fn walks_of_the_second_quarter() {
    walk(2);
}

#[test]
fn walks_of_the_third_quarter() {
    walk(3);
}

#[test]
fn walks_of_the_last_quarter() {
    walk(4);
}
