//! What can happen next.

use proptest::{
    prelude::*,
    sample::select,
    strategy::{BoxedStrategy, Union},
};

use crate::{
    line::{Loss, Lost},
    reference::{Page, Stage, State},
    rules::{Seconds, Worth},
};

const MINUTE: Seconds = 60;
const HOUR: Seconds = 3600;
const DAY: Seconds = 24 * HOUR;

/// The people of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    SetUp,
    AlsoSetUp,
    NotSetUp,
    Nobody,
}

pub(crate) const ALL: [Who; 4] = [Who::SetUp, Who::AlsoSetUp, Who::NotSetUp, Who::Nobody];

#[derive(Clone, Debug)]
pub(crate) enum Step {
    SignIn {
        who: Who,
        key: Key,
    },
    /// An entry; `anew` from the form of the sign-in, else on the page that is open.
    Recover {
        who: Who,
        entry: Entry,
        anew: bool,
    },
    /// The page is opened and looked at.
    Look {
        who: Who,
    },
    /// The same from somewhere else than this app.
    Elsewhere {
        who: Who,
        is_right: bool,
    },
    /// A link is pasted, or given to the app by the system.
    OpenLink {
        link: Link,
        pasted: bool,
    },
    SetPassword {
        good: bool,
    },
    Later(Seconds),
    /// The device's clock is set, forward or back, while the app runs.
    DeviceClock(Seconds),
    /// The app ends, properly or killed; time goes by and the device's clock may be set before it starts again.
    Restart {
        killed: bool,
        away: Seconds,
        set: Seconds,
    },
    Reinstall,
    LoseNextAnswer(Loss),
    Back,
    KeepPin,
    Unlock,
}

/// What is typed to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Right,
    /// A password that was in force before.
    Old,
    /// One that never was.
    Wrong,
    SwappedInn,
    Empty,
}

/// What is typed to recover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    Right,
    WrongEmail,
    WrongWord,
    MalformedEmail,
    SwappedInn,
    EmptyWord,
}

impl Entry {
    pub(crate) const fn is_malformed(self) -> bool {
        matches!(self, Self::MalformedEmail | Self::SwappedInn | Self::EmptyWord)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Of a letter, by its number.
    Letter {
        who: Who,
        index: usize,
    },
    /// Of no letter there ever was.
    Unknown,
    Nonsense,
    Foreign,
}

/// Whether it can happen now: also asked while a failing walk is made shorter.
pub(crate) fn can_happen(state: &State, step: &Step) -> bool {
    let is_open = state.stage == Stage::Open;
    let owner = state.devices.first().copied();
    match step {
        Step::SignIn { who, key } => {
            let has_old = *key != Key::Old || !state.of(*who).former.is_empty();
            // Whose account it is cannot be typed there.
            let fits = !is_open || (Some(*who) == owner && *key != Key::SwappedInn);
            has_old && fits
        }
        Step::Recover { who, anew, .. } => {
            let is_there = state.page != Page::None && matches!(state.stage, Stage::SignedOut | Stage::Open);
            (*anew || is_there) && (!is_open || Some(*who) == owner)
        }
        Step::Look { who } => !is_open || Some(*who) == owner,
        Step::OpenLink { link: Link::Letter { who, index }, .. } => *index < state.of(*who).letters.len(),
        Step::SetPassword { .. } => state.choosing.is_some(),
        Step::KeepPin => matches!(state.stage, Stage::ChoosePin(_)),
        Step::Unlock => state.stage == Stage::Locked,
        Step::OpenLink { .. }
        | Step::Elsewhere { .. }
        | Step::Later(_)
        | Step::DeviceClock(_)
        | Step::Restart { .. }
        | Step::Reinstall
        | Step::LoseNextAnswer(_)
        | Step::Back => true,
    }
}

fn who(state: &State) -> BoxedStrategy<Who> {
    match (state.stage, state.devices.first()) {
        (Stage::Open, Some(owner)) => Just(*owner).boxed(),
        _ => prop_oneof![
            8 => Just(Who::SetUp), 2 => Just(Who::AlsoSetUp), 1 => Just(Who::NotSetUp), 1 => Just(Who::Nobody)
        ]
        .boxed(),
    }
}

/// The moments at which something ends, and the second before each.
fn edges(state: &State) -> Vec<Seconds> {
    let ends = ALL.iter().flat_map(|who| {
        let account = state.of(*who);
        account.blocked_until(state.now).into_iter().chain(account.letters.iter().map(|letter| letter.until))
    });
    let left = ends.map(|end| end - state.now).filter(|left| *left > 0);
    left.flat_map(|left| [left, left - 1]).filter(|left| *left > 0).collect()
}

fn links(state: &State) -> Vec<(u32, BoxedStrategy<Link>)> {
    let mut links = vec![
        (1, Just(Link::Unknown).boxed()),
        (1, Just(Link::Nonsense).boxed()),
        (1, Just(Link::Foreign).boxed()),
    ];
    for who in ALL {
        let account = state.of(who);
        let letter = |index| Just(Link::Letter { who, index }).boxed();
        let count = account.letters.len();
        if count > 0 {
            links.push((10, letter(count - 1)));
        }
        let of_worth = |worth| (0..count).filter(move |index| account.worth(*index, state.now) == worth);
        let older: Vec<usize> = of_worth(Worth::Good).filter(|index| index + 1 < count).collect();
        let spent: Vec<usize> = of_worth(Worth::Used).chain(of_worth(Worth::Stale)).collect();
        links.extend(older.last().map(|index| (5, letter(*index))));
        if !spent.is_empty() {
            links.push((4, select(spent).prop_map(move |index| Link::Letter { who, index }).boxed()));
        }
    }
    links
}

/// What a person may do at any time.
fn everyday(state: &State) -> Vec<(u32, BoxedStrategy<Step>)> {
    let is_open = state.stage == Stage::Open;
    let key = prop_oneof![
        4 => Just(Key::Right), 3 => Just(Key::Wrong), 1 => Just(Key::SwappedInn), 1 => Just(Key::Empty)
    ];
    let key = key.prop_map(move |key| if is_open && key == Key::SwappedInn { Key::Empty } else { key });
    let entry = prop_oneof![
        7 => Just(Entry::Right), 8 => Just(Entry::WrongEmail), 8 => Just(Entry::WrongWord),
        1 => Just(Entry::MalformedEmail), 1 => Just(Entry::SwappedInn), 1 => Just(Entry::EmptyWord)
    ];
    let can_stay = state.page != Page::None && matches!(state.stage, Stage::SignedOut | Stage::Open);
    let anew = prop_oneof![2 => Just(!can_stay), 1 => Just(true)];
    vec![
        (
            if is_open { 3 } else { 8 },
            (who(state), key).prop_map(|(who, key)| Step::SignIn { who, key }).boxed(),
        ),
        (
            34,
            (who(state), entry, anew)
                .prop_map(|(who, entry, anew)| Step::Recover { who, entry, anew })
                .boxed(),
        ),
        (5, who(state).prop_map(|who| Step::Look { who }).boxed()),
        (if links(state).len() > 3 { 20 } else { 4 }, {
            let link = (Union::new_weighted(links(state)), any::<bool>());
            link.prop_map(|(link, pasted)| Step::OpenLink { link, pasted }).boxed()
        }),
        (3, Just(Step::Back).boxed()),
    ]
}

fn loss(what: impl Strategy<Value = Lost> + 'static) -> BoxedStrategy<Step> {
    (what, prop_oneof![2 => Just(true), 1 => Just(false)])
        .prop_map(|(what, is_done)| Step::LoseNextAnswer(Loss { what, is_done }))
        .boxed()
}

/// What time, clocks, the device and the network do; the more of it where somebody waits for the end of a block.
fn surroundings(is_waited: bool) -> Vec<(u32, BoxedStrategy<Step>)> {
    let jumps = vec![-3 * DAY, -DAY, -2 * HOUR, 2 * HOUR, DAY, 3 * DAY];
    let whiles = vec![MINUTE, 10 * MINUTE, 3 * HOUR, DAY - HOUR, DAY, 3 * DAY];
    let away = prop_oneof![3 => Just(0), 1 => Just(10 * MINUTE), 1 => Just(5 * HOUR), 1 => Just(30 * HOUR)];
    let set = prop_oneof![2 => Just(0), 1 => select(jumps.clone())];
    let restart = (any::<bool>(), away, set);
    let more = |usual: u32| if is_waited { usual * 3 } else { usual };
    let whose = prop_oneof![4 => Just(Who::SetUp), 1 => Just(Who::AlsoSetUp), 1 => Just(Who::Nobody)];
    let elsewhere = (whose, any::<bool>()).prop_map(|(who, is_right)| Step::Elsewhere { who, is_right });
    vec![
        (5, select(whiles).prop_map(Step::Later).boxed()),
        (more(4), select(jumps).prop_map(Step::DeviceClock).boxed()),
        (more(6), restart.prop_map(|(killed, away, set)| Step::Restart { killed, away, set }).boxed()),
        (1, Just(Step::Reinstall).boxed()),
        (more(3), loss(Just(Lost::Looking))),
        (more(2), elsewhere.boxed()),
        (7, loss(prop_oneof![2 => Just(Lost::Changing), 1 => Just(Lost::SigningIn)])),
    ]
}

/// What is near at hand after what was before: else it would hardly ever be reached.
fn next_in_line(state: &State) -> Vec<(u32, BoxedStrategy<Step>)> {
    let mut steps = Vec::new();
    let edges = edges(state);
    if !edges.is_empty() {
        steps.push((9, select(edges).prop_map(Step::Later).boxed()));
    }
    let has_old = |who: &Who| can_happen(state, &Step::SignIn { who: *who, key: Key::Old });
    let with_old: Vec<Who> = ALL.into_iter().filter(has_old).collect();
    if !with_old.is_empty() {
        let key = prop_oneof![2 => Just(Key::Old), 1 => Just(Key::Right)];
        steps.push((12, (select(with_old), key).prop_map(|(who, key)| Step::SignIn { who, key }).boxed()));
    }
    if state.loss.is_some_and(|loss| loss.what == Lost::Looking) {
        steps.push((40, who(state).prop_map(|who| Step::Look { who }).boxed()));
    }
    if state.choosing.is_some() {
        let good = prop_oneof![4 => Just(true), 1 => Just(false)];
        let weight = if state.loss.is_some() { 400 } else { 60 };
        steps.push((weight, good.prop_map(|good| Step::SetPassword { good }).boxed()));
        steps.push((50, loss(prop_oneof![2 => Just(Lost::Changing), 1 => Just(Lost::SigningIn)])));
        steps.push((10, Just(Step::Later(DAY)).boxed()));
    }
    match state.stage {
        Stage::ChoosePin(_) => steps.push((25, Just(Step::KeepPin).boxed())),
        Stage::Locked => steps.push((40, Just(Step::Unlock).boxed())),
        Stage::SignedOut | Stage::Open => {}
    }
    steps
}

pub(crate) fn steps(state: &State) -> BoxedStrategy<Step> {
    let is_waited = ALL.into_iter().any(|who| state.of(who).blocked_until(state.now).is_some());
    let mut steps = everyday(state);
    steps.extend(surroundings(is_waited));
    steps.extend(next_in_line(state));
    Union::new_weighted(steps).boxed()
}
