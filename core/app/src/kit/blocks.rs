//! Blocks as features put them together most often.

use super::{
    screen::{Block, Button, ButtonRole, Icon, Notice, Reveal, Row, Section, Text, Tone},
    texts::Texts,
    touch::Touch,
};

/// Something to know.
pub(crate) fn notice(key: &str, tone: Tone, text: String) -> Block {
    Notice::new(key, tone, text).into()
}

/// A paragraph.
pub(crate) fn text(key: &str, tone: Tone, text: String) -> Block {
    Text::new(key, tone, text).into()
}

/// A heading.
pub(crate) fn section(key: &str, title: String) -> Block {
    Section::new(key, title).into()
}

/// The one thing to do here.
pub(crate) fn primary(key: &str, label: String, enabled: bool, touch: impl Into<Touch>) -> Block {
    Button::new(key, label, ButtonRole::Primary, touch).enabled(enabled).into()
}

/// Something else to do.
pub(crate) fn secondary(key: &str, label: String, enabled: bool, touch: impl Into<Touch>) -> Block {
    Button::new(key, label, ButtonRole::Secondary, touch).enabled(enabled).into()
}

/// A line that only says something.
pub(crate) fn row(key: &str, icon: Icon, title: String, detail: Option<String>) -> Block {
    Row::new(key, icon, title).detail(detail).into()
}

/// How a secret is looked at while it is typed.
pub(crate) fn reveal(texts: &Texts) -> Reveal {
    Reveal { show: texts.say("password-show"), hide: texts.say("password-hide") }
}
