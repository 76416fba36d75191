//! The model: what the service knows, how far in the person is, and what the last step has to come to.

use proptest::{
    prelude::*,
    strategy::{BoxedStrategy, Just},
};
use proptest_state_machine::ReferenceStateMachine;

use crate::{
    line::{Loss, Lost},
    rules::{Account, Entered, Seconds, Worth},
    steps::{self, Entry, Key, Link, Step, Who},
};

/// An open account locks after so long without a touch; and when the clock is set back by more than a minute.
const IDLE: Seconds = 5 * 60;
const SET_BACK: Seconds = -60;

/// How far in the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    SignedOut,
    ChoosePin(Who),
    Locked,
    Open,
}

/// How far on the page of recovery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    None,
    Form,
    Letter,
    Choose,
}

/// What the last step has to come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Begun,
    /// Nothing that was asked for: time, clocks, the network.
    Quiet,
    SignIn(SignIn),
    Recover(Recover),
    /// The form, or a countdown.
    Elsewhere(Entered),
    Looked {
        lost: bool,
    },
    Link(LinkEnd),
    Set(Set),
    Restarted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignIn {
    In,
    Wrong,
    Lost,
    Malformed(Key),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recover {
    Letter,
    Mismatch {
        left: u32,
    },
    Blocked,
    /// How it stands could not be asked.
    LookLost,
    /// The answer to the entry itself was lost.
    Lost,
    Malformed(Entry),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkEnd {
    Of(Worth),
    Lost,
    Nonsense { pasted: bool },
    Foreign { pasted: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// And signed in with it, where no account is open.
    Changed,
    /// And the answer to that sign-in was lost.
    ChangedNotIn,
    Weak,
    Spent(Worth),
    /// It may have been changed: it was, or it was not.
    Lost {
        changed: bool,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) now: Seconds,
    people: [Account; 4],
    pub(crate) stage: Stage,
    /// Whose accounts are on this device, the last used first.
    pub(crate) devices: Vec<Who>,
    pub(crate) page: Page,
    /// The good link that is open.
    pub(crate) choosing: Option<(Who, usize)>,
    /// Of the next thing that is done.
    pub(crate) loss: Option<Loss>,
    /// The device's seconds since the last touch.
    idle: Seconds,
    pub(crate) outcome: Outcome,
    /// Entries that the app had to send in this step.
    pub(crate) entries: usize,
    /// The account was locked in this step, by time or by the clock.
    pub(crate) locked: bool,
    /// Ahead of the service, in seconds, at the start.
    pub(crate) skew: Seconds,
}

impl State {
    pub(crate) fn new(skew: Seconds) -> Self {
        let person =
            |set_up, wants_digits, exists| Account { exists, set_up, wants_digits, ..Account::default() };
        Self {
            now: 0,
            people: [
                person(true, false, true),
                person(true, false, true),
                person(false, true, true),
                person(false, false, false),
            ],
            stage: Stage::SignedOut,
            devices: Vec::new(),
            page: Page::None,
            choosing: None,
            loss: None,
            idle: 0,
            outcome: Outcome::Begun,
            entries: 0,
            locked: false,
            skew,
        }
    }

    pub(crate) const fn of(&self, who: Who) -> &Account {
        &self.people[who as usize]
    }

    const fn of_mut(&mut self, who: Who) -> &mut Account {
        &mut self.people[who as usize]
    }

    /// The loss that was announced, if it is one of these; an act uses it up whether it struck or not.
    fn struck(&mut self, what: Lost) -> Option<Loss> {
        self.loss.filter(|loss| loss.what == what)
    }

    fn leave_pages(&mut self) {
        (self.page, self.choosing) = (Page::None, None);
    }

    /// A sign-in form is looked for: what is not open yet is left.
    fn seek_sign_in(&mut self) {
        self.leave_pages();
        if self.stage != Stage::Open {
            self.stage = Stage::SignedOut;
        }
    }

    fn sign_in(&mut self, who: Who, key: Key) -> SignIn {
        self.seek_sign_in();
        if matches!(key, Key::SwappedInn | Key::Empty) {
            return SignIn::Malformed(key);
        }
        let lost = self.struck(Lost::SigningIn);
        let is_right = key == Key::Right && self.of(who).exists;
        // Where digits are wanted first, it is the picture's call that is lost.
        let done = lost.is_none_or(|loss| loss.is_done) && !(lost.is_some() && self.of(who).wants_digits);
        if is_right && done {
            let account = self.of_mut(who);
            account.sessions += 1;
            account.wants_digits = false;
        }
        match (lost, is_right) {
            (Some(_), _) => SignIn::Lost,
            (None, false) => SignIn::Wrong,
            (None, true) => {
                if self.stage != Stage::Open {
                    self.stage = Stage::ChoosePin(who);
                }
                SignIn::In
            }
        }
    }

    fn recover(&mut self, who: Who, entry: Entry, anew: bool) -> Recover {
        if anew {
            self.seek_sign_in();
        }
        (self.page, self.choosing) = (Page::Form, None);
        if entry.is_malformed() {
            return Recover::Malformed(entry);
        }
        if self.struck(Lost::Looking).is_some() {
            return Recover::LookLost;
        }
        let now = self.now;
        if self.of(who).blocked_until(now).is_some() {
            return Recover::Blocked;
        }
        self.entries = 1;
        let lost = self.struck(Lost::Changing);
        if lost.is_none_or(|loss| loss.is_done) {
            let entered = self.of_mut(who).enter(entry == Entry::Right, now);
            if lost.is_none() {
                return match entered {
                    Entered::Letter => {
                        self.page = Page::Letter;
                        Recover::Letter
                    }
                    Entered::Mismatch { left } => Recover::Mismatch { left },
                    Entered::Blocked => Recover::Blocked,
                };
            }
        }
        Recover::Lost
    }

    fn open_link(&mut self, link: Link, pasted: bool) -> LinkEnd {
        match link {
            Link::Nonsense | Link::Foreign if !pasted => {}
            _ => (self.page, self.choosing) = (Page::Letter, None),
        }
        match link {
            Link::Nonsense => LinkEnd::Nonsense { pasted },
            Link::Foreign => LinkEnd::Foreign { pasted },
            _ if self.struck(Lost::Looking).is_some() => LinkEnd::Lost,
            Link::Unknown => LinkEnd::Of(Worth::Stale),
            Link::Letter { who, index } => {
                let worth = self.of(who).worth(index, self.now);
                if worth == Worth::Good {
                    (self.page, self.choosing) = (Page::Choose, Some((who, index)));
                }
                LinkEnd::Of(worth)
            }
        }
    }

    fn set_password(&mut self, is_good: bool) -> Set {
        let Some((who, index)) = self.choosing else { return Set::Weak };
        if !is_good {
            return Set::Weak;
        }
        let now = self.now;
        let account = self.of_mut(who);
        account.proposed += 1;
        let number = account.proposed;
        if let Some(loss) = self.struck(Lost::Changing) {
            let changed = loss.is_done && self.of_mut(who).set_by(index, number, now) == Worth::Good;
            return Set::Lost { changed };
        }
        let worth = self.of_mut(who).set_by(index, number, now);
        if worth != Worth::Good {
            (self.page, self.choosing) = (Page::Letter, None);
            return Set::Spent(worth);
        }
        self.leave_pages();
        if self.stage == Stage::Open {
            return Set::Changed;
        }
        let lost = self.struck(Lost::SigningIn);
        if lost.is_none_or(|loss| loss.is_done) {
            self.of_mut(who).sessions += 1;
        }
        self.stage = if lost.is_some() { Stage::SignedOut } else { Stage::ChoosePin(who) };
        if lost.is_some() { Set::ChangedNotIn } else { Set::Changed }
    }

    fn back(&mut self) {
        match (self.page, self.stage) {
            (Page::Choose | Page::Letter, _) => (self.page, self.choosing) = (Page::Form, None),
            (Page::Form, _) => self.page = Page::None,
            (Page::None, Stage::ChoosePin(_)) => self.stage = Stage::SignedOut,
            (Page::None, Stage::SignedOut) if !self.devices.is_empty() => self.stage = Stage::Locked,
            (Page::None, Stage::SignedOut | Stage::Locked | Stage::Open) => {}
        }
    }

    fn start(&mut self) {
        self.leave_pages();
        self.stage = if self.devices.is_empty() { Stage::SignedOut } else { Stage::Locked };
    }

    /// The device's clock moved: an open account may lock.
    fn moved(&mut self, by: Seconds) {
        self.idle += by;
        self.locked = self.stage == Stage::Open && (self.idle >= IDLE || self.idle < SET_BACK);
        if self.locked {
            self.stage = Stage::Locked;
        }
    }

    fn happen(&mut self, step: &Step) -> Outcome {
        match step {
            Step::SignIn { who, key } => Outcome::SignIn(self.sign_in(*who, *key)),
            Step::Recover { who, entry, anew } => Outcome::Recover(self.recover(*who, *entry, *anew)),
            Step::Elsewhere { who, is_right } => {
                let now = self.now;
                Outcome::Elsewhere(self.of_mut(*who).enter(*is_right, now))
            }
            Step::Look { .. } => {
                self.seek_sign_in();
                self.page = Page::Form;
                Outcome::Looked { lost: self.struck(Lost::Looking).is_some() }
            }
            Step::OpenLink { link, pasted } => Outcome::Link(self.open_link(*link, *pasted)),
            Step::SetPassword { good } => Outcome::Set(self.set_password(*good)),
            Step::Later(seconds) => {
                self.now += seconds;
                self.moved(*seconds);
                Outcome::Quiet
            }
            Step::DeviceClock(by) => {
                self.moved(*by);
                Outcome::Quiet
            }
            Step::Restart { away, .. } => {
                self.now += away;
                self.start();
                Outcome::Restarted
            }
            Step::Reinstall => {
                self.devices.clear();
                self.start();
                Outcome::Restarted
            }
            Step::LoseNextAnswer(loss) => {
                self.loss = Some(*loss);
                Outcome::Quiet
            }
            Step::Back => {
                self.back();
                Outcome::Quiet
            }
            Step::KeepPin => {
                self.leave_pages();
                if let Stage::ChoosePin(who) = self.stage {
                    self.devices.retain(|other| *other != who);
                    self.devices.insert(0, who);
                    self.stage = Stage::Open;
                }
                Outcome::Quiet
            }
            Step::Unlock => {
                self.leave_pages();
                self.stage = Stage::Open;
                Outcome::Quiet
            }
        }
    }
}

pub(crate) struct Reference;

impl ReferenceStateMachine for Reference {
    type State = State;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<State> {
        let day = 24 * 3600;
        prop_oneof![2 => Just(0), 1 => Just(40 * day), 1 => Just(-3 * day), 1 => Just(90)]
            .prop_map(State::new)
            .boxed()
    }

    fn transitions(state: &State) -> BoxedStrategy<Step> {
        steps::steps(state)
    }

    fn preconditions(state: &State, step: &Step) -> bool {
        steps::can_happen(state, step)
    }

    fn apply(mut state: State, step: &Step) -> State {
        (state.entries, state.locked) = (0, false);
        state.outcome = state.happen(step);
        // Only what a person does touches the app; and only what asks something uses a loss up.
        if !matches!(
            step,
            Step::Later(_) | Step::DeviceClock(_) | Step::LoseNextAnswer(_) | Step::Elsewhere { .. }
        ) {
            state.idle = 0;
        }
        if matches!(
            step,
            Step::SignIn { .. }
                | Step::Recover { .. }
                | Step::Look { .. }
                | Step::OpenLink { .. }
                | Step::SetPassword { .. }
        ) {
            state.loss = None;
        }
        state
    }
}
