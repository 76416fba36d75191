use crate::{
    kit::{
        blocks::secondary,
        screen::{Block, Button, ButtonRole, Step, StepState, Steps},
        texts::Texts,
    },
    open::{nav, place::Place, session::event::Intent},
};

pub(super) fn button(key: &str, label: String, role: ButtonRole, enabled: bool, intent: Intent) -> Block {
    Button::new(key, label, role, intent).enabled(enabled).into()
}

pub(super) fn settings(texts: &Texts) -> Block {
    secondary("settings", texts.say("settings-open"), true, nav::Intent::Go(Place::Settings))
}

/// How far in one is.
pub(super) fn steps(current: usize, texts: &Texts) -> Block {
    let labels = [texts.say("step-sign-in"), texts.say("step-pin")];
    let steps = labels
        .into_iter()
        .enumerate()
        .map(|(index, label)| Step {
            label,
            state: match index.cmp(&current) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Current,
                std::cmp::Ordering::Greater => StepState::Ahead,
            },
        })
        .collect();
    Block::Steps(Steps { key: "steps".to_owned(), steps })
}
