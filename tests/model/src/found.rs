//! Walks that once found something wrong.

use proptest_state_machine::StateMachineTest as _;

use crate::{
    line::{Loss, Lost},
    reference::State,
    rules::BLOCK,
    steps::{Entry, Key, Link, Step, Who},
    walk::{Walk, config},
};

const LETTER: Step = Step::OpenLink { link: Link::Letter { who: Who::SetUp, index: 0 }, pasted: false };

const fn recover(who: Who, entry: Entry) -> Step {
    Step::Recover { who, entry, anew: true }
}

fn wrong(times: usize) -> Vec<Step> {
    vec![recover(Who::SetUp, Entry::WrongWord); times]
}

const fn nobody_can_be_asked() -> Step {
    Step::LoseNextAnswer(Loss { what: Lost::Looking, is_done: false })
}

fn walk(steps: impl IntoIterator<Item = Vec<Step>>) {
    Walk::test_sequential(config(), State::new(0), steps.into_iter().flatten().collect(), None);
}

#[test]
fn once_a_block_is_over_nobody_is_told_of_no_attempts() {
    walk([wrong(3), vec![Step::Later(BLOCK - 1), Step::Later(1)]]);
}

#[test]
fn attempts_of_one_person_are_not_told_to_another() {
    let other = Step::Recover { who: Who::AlsoSetUp, entry: Entry::Right, anew: false };
    walk([wrong(1), vec![nobody_can_be_asked(), other]]);
}

#[test]
fn a_recovery_beside_a_locked_account_signs_in() {
    walk([vec![
        recover(Who::SetUp, Entry::Right),
        Step::SignIn { who: Who::SetUp, key: Key::Right },
        Step::KeepPin,
        Step::Restart { killed: false, away: 0, set: 0 },
        LETTER,
        Step::SetPassword { good: true },
    ]]);
}

#[test]
fn an_account_is_made_with_the_session_of_its_own_person() {
    walk([vec![
        recover(Who::SetUp, Entry::Right),
        Step::SignIn { who: Who::AlsoSetUp, key: Key::Right },
        LETTER,
        Step::SetPassword { good: true },
        Step::KeepPin,
    ]]);
}

#[test]
fn a_block_goes_on_whoever_sets_a_password_meanwhile() {
    let look = Step::Look { who: Who::SetUp };
    let set = vec![LETTER, Step::SetPassword { good: true }, nobody_can_be_asked(), look];
    walk([vec![recover(Who::SetUp, Entry::Right)], wrong(3), set]);
}
