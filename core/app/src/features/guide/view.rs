use fl_domain::access::{Action, Next as Step, Question, TypingHint};

use super::{Intent, Talk};
use crate::{
    kit::{
        blocks::{primary, secondary, section, text},
        screen::{Screen, Status, Tone},
    },
    open::{
        Ground,
        blocks::{contact_centre, countdown},
    },
};

/// The page: one question, or the one thing to do.
pub(super) fn view(page: &Talk, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("guide-title"));
    match page.step() {
        Step::Ask(question) => {
            let (ask, more) = match question {
                Question::Typing => ("ask-typing", "ask-typing-more"),
                Question::CardNeverChanged => ("ask-card", "ask-card-more"),
                Question::CardOlderThanMonth => ("ask-card-month", "ask-card-month-more"),
                Question::ChangedLately => ("ask-changed", "ask-changed-more"),
                Question::TriedTheOneBefore => ("ask-before", "ask-before-more"),
                Question::EsiaOnly => ("ask-esia", "ask-esia-more"),
                Question::RegisteredWithinHour => ("ask-hour", "ask-hour-more"),
                Question::RecoverySetUp => ("ask-recovery", "ask-recovery-more"),
            };
            if page.answers.is_empty() {
                screen.blocks.push(text("free", Tone::Quiet, texts.say("guide-free")));
            }
            screen.blocks.extend([
                section("question", texts.say(ask)),
                text("more", Tone::Plain, texts.say(more)),
                primary("yes", texts.say("yes"), true, Intent::Yes),
                secondary("no", texts.say("no"), true, Intent::No),
            ]);
        }
        Step::Do(action) => end(page, action, ground, &mut screen),
    }
    screen
}

fn end(page: &Talk, action: Action, ground: &Ground, screen: &mut Screen) {
    let texts = ground.texts();
    let (what, why, label) = match action {
        Action::TypeAgain => {
            let why = match page.known.typing {
                Some(TypingHint::Cyrillic) => "do-type-cyrillic",
                Some(TypingHint::CapsLock) => "do-type-caps",
                Some(TypingHint::Spaces) => "do-type-spaces",
                None => "do-type-why",
            };
            ("do-type", why, "do-type-button")
        }
        Action::NewCard => ("do-card", "do-card-why", "do-card-button"),
        Action::TryTheOneBefore => ("do-before", "do-before-why", "do-before-button"),
        Action::SignInThroughEsia => ("do-esia", "do-esia-why", "esia-sign-in"),
        Action::WaitForActivation => ("do-wait", "do-wait-why", "do-wait-button"),
        Action::Recover => ("do-recover", "do-recover-why", "do-recover-button"),
        Action::GoToOffice => ("do-office", "do-office-why", "do-office-button"),
    };
    let age = texts.say("guide-end");
    let status = Status::new("action", Tone::Attention, texts.say(what), age).detail(texts.say(why));
    screen.blocks.push(status.into());
    if let (Action::WaitForActivation, Some((_, until))) = (action, &ground.waiting.activation) {
        screen.blocks.push(countdown("active-in", texts.say("active-in"), *until, ground));
    }
    screen.blocks.push(primary("do", texts.say(label), true, Intent::Do));
    if action == Action::TypeAgain && page.known.typing.is_some() {
        screen.blocks.push(secondary("right", texts.say("do-type-right"), true, Intent::Yes));
    }
    if action == Action::GoToOffice {
        screen.blocks.extend(contact_centre(ground));
    }
}
