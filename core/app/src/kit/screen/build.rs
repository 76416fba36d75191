//! Blocks, put together piece by piece: what is not said is the plain case.

use super::{
    Action, Block, Button, ButtonRole, Calendar, Choice, Empty, Field, FieldKind, Figure, Files, Filter,
    FilterOption, Icon, More, Notice, Progress, Reveal, Row, Section, Status, Text, Toggle, Tone,
};
use crate::kit::touch::Touch;

impl Action {
    /// Something one can do.
    pub(crate) fn new(label: String, touch: impl Into<Touch>) -> Self {
        Self { label, touch: touch.into() }
    }
}

impl Status {
    pub(crate) fn new(key: impl Into<String>, tone: Tone, headline: String, age: String) -> Self {
        Self { key: key.into(), tone, headline, detail: None, age }
    }

    pub(crate) fn detail(self, detail: impl Into<Option<String>>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

impl Figure {
    /// An amount that feels like nothing special and is read out as it is written.
    pub(crate) fn new(key: impl Into<String>, label: String, value: String) -> Self {
        Self { key: key.into(), label, value, spoken: None, tone: Tone::Plain, age: None, touch: None }
    }

    pub(crate) fn age(self, age: impl Into<Option<String>>) -> Self {
        Self { age: age.into(), ..self }
    }

    pub(crate) fn touch(self, touch: impl Into<Touch>) -> Self {
        Self { touch: Some(touch.into()), ..self }
    }

    pub(crate) fn spoken(self, spoken: impl Into<Option<String>>) -> Self {
        Self { spoken: spoken.into(), ..self }
    }

    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

impl Row {
    /// A line that says what it is and no more.
    pub(crate) fn new(key: impl Into<String>, icon: Icon, title: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            icon,
            title: title.into(),
            detail: None,
            value: None,
            spoken: None,
            tone: Tone::Plain,
            touch: None,
        }
    }

    pub(crate) fn detail(self, detail: impl Into<Option<String>>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    pub(crate) fn value(self, value: impl Into<Option<String>>) -> Self {
        Self { value: value.into(), ..self }
    }

    pub(crate) fn spoken(self, spoken: impl Into<Option<String>>) -> Self {
        Self { spoken: spoken.into(), ..self }
    }

    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    pub(crate) fn touch(self, touch: impl Into<Touch>) -> Self {
        Self { touch: Some(touch.into()), ..self }
    }
}

impl Section {
    pub(crate) fn new(key: impl Into<String>, title: String) -> Self {
        Self { key: key.into(), title, detail: None }
    }

    pub(crate) fn detail(self, detail: impl Into<Option<String>>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

impl Text {
    pub(crate) fn new(key: impl Into<String>, tone: Tone, text: String) -> Self {
        Self { key: key.into(), text, tone }
    }
}

impl Button {
    /// That can be touched; [`Button::enabled`] says otherwise.
    pub(crate) fn new(
        key: impl Into<String>,
        label: String,
        role: ButtonRole,
        touch: impl Into<Touch>,
    ) -> Self {
        Self { key: key.into(), label, role, enabled: true, touch: touch.into() }
    }

    pub(crate) fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }
}

impl Notice {
    pub(crate) fn new(key: impl Into<String>, tone: Tone, text: String) -> Self {
        Self { key: key.into(), tone, text, action: None }
    }

    pub(crate) fn action(self, label: String, touch: impl Into<Touch>) -> Self {
        Self { action: Some(Action::new(label, touch)), ..self }
    }
}

impl Field {
    /// That can be typed into, with nothing wrong so far.
    pub(crate) fn new(key: impl Into<String>, kind: FieldKind, label: String, revision: u32) -> Self {
        Self {
            key: key.into(),
            // Said by the table of touches, which knows the page.
            id: String::new(),
            label,
            kind,
            secret: kind.is_secret(),
            value: String::new(),
            revision,
            hint: None,
            error: None,
            enabled: true,
            submit: None,
            reveal: None,
            count: None,
            calendar: None,
        }
    }

    /// Nothing of a secret is shown.
    pub(crate) fn value(self, value: impl Into<String>) -> Self {
        let value = if self.secret { String::new() } else { value.into() };
        Self { value, ..self }
    }

    pub(crate) fn hint(self, hint: impl Into<Option<String>>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    pub(crate) fn error(self, error: impl Into<Option<String>>) -> Self {
        Self { error: error.into(), ..self }
    }

    pub(crate) fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    pub(crate) fn submit(self, touch: impl Into<Touch>) -> Self {
        Self { submit: Some(touch.into()), ..self }
    }

    pub(crate) fn reveal(self, reveal: Reveal) -> Self {
        Self { reveal: Some(reveal), ..self }
    }

    pub(crate) fn count(self, count: impl Into<Option<String>>) -> Self {
        Self { count: count.into(), ..self }
    }

    pub(crate) fn calendar(self, calendar: Calendar) -> Self {
        Self { calendar: Some(calendar), ..self }
    }
}

impl Filter {
    pub(crate) fn new(key: impl Into<String>, label: String, options: Vec<FilterOption>) -> Self {
        Self { key: key.into(), label, options, error: None }
    }

    pub(crate) fn error(self, error: impl Into<Option<String>>) -> Self {
        Self { error: error.into(), ..self }
    }
}

impl Choice {
    /// Nothing is chosen so far.
    pub(crate) fn new(
        key: impl Into<String>,
        label: String,
        unchosen: String,
        touch: impl Into<Touch>,
    ) -> Self {
        Self {
            key: key.into(),
            label,
            chosen: None,
            unchosen,
            hint: None,
            error: None,
            enabled: true,
            touch: touch.into(),
        }
    }

    pub(crate) fn chosen(self, chosen: impl Into<Option<String>>) -> Self {
        Self { chosen: chosen.into(), ..self }
    }

    pub(crate) fn hint(self, hint: impl Into<Option<String>>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    pub(crate) fn error(self, error: impl Into<Option<String>>) -> Self {
        Self { error: error.into(), ..self }
    }
}

impl Files {
    /// None so far, and no way to one.
    pub(crate) fn new(key: impl Into<String>, label: String) -> Self {
        Self {
            key: key.into(),
            label,
            files: Vec::new(),
            ways: Vec::new(),
            hint: None,
            error: None,
            busy: None,
        }
    }

    pub(crate) fn hint(self, hint: impl Into<Option<String>>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    pub(crate) fn error(self, error: impl Into<Option<String>>) -> Self {
        Self { error: error.into(), ..self }
    }
}

impl FilterOption {
    pub(crate) fn new(
        key: impl Into<String>,
        label: String,
        selected: bool,
        touch: impl Into<Touch>,
    ) -> Self {
        Self { key: key.into(), label, selected, touch: touch.into() }
    }
}

impl Toggle {
    pub(crate) fn new(key: impl Into<String>, label: String, on: bool, touch: impl Into<Touch>) -> Self {
        Self { key: key.into(), label, on, error: None, touch: touch.into() }
    }

    pub(crate) fn error(self, error: impl Into<Option<String>>) -> Self {
        Self { error: error.into(), ..self }
    }
}

impl Progress {
    pub(crate) fn new(key: impl Into<String>, label: String) -> Self {
        Self { key: key.into(), label, cancel: None }
    }
}

impl Empty {
    pub(crate) fn new(key: impl Into<String>, icon: Icon, title: String) -> Self {
        Self { key: key.into(), icon, title, detail: None }
    }

    pub(crate) fn detail(self, detail: impl Into<Option<String>>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

impl More {
    pub(crate) fn new(key: impl Into<String>, label: String, busy: bool, touch: impl Into<Touch>) -> Self {
        Self { key: key.into(), label, busy, touch: touch.into() }
    }
}

macro_rules! blocks {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Block {
            fn from(block: $kind) -> Self {
                Self::$kind(block)
            }
        }
    )*};
}
blocks!(
    Status, Figure, Row, Section, Text, Button, Notice, Field, Filter, Choice, Toggle, Files, Progress,
    Empty, More
);
