//! A script as the line that reads back to it.

use std::{fmt, time::Duration};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    Answer, Condition, Content, Edit, Pattern, Pointer, Script, Sending, cursor::is_space, edit::Value,
};

/// A text as a bare word where it can be one, else in quotes.
struct Text<'a>(&'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_part = |c: char| !is_space(c) && !c.is_control() && !matches!(c, '"' | '=');
        if !self.0.is_empty() && !self.0.starts_with('#') && self.0.chars().all(is_part) {
            return f.write_str(self.0);
        }
        quoted(self.0, f)
    }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            // C1 too, which JSON would let stand.
            c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c))?,
            c => write!(f, "{c}")?,
        }
    }
    f.write_str("\"")
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Text(self.text()).fmt(f)
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.pattern)?;
        match &self.answer {
            None => f.write_str(" as before"),
            Some(answer) => write!(f, "{answer}"),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = &self.method {
            write!(f, "{method} ")?;
        }
        f.write_str(&self.path)?;
        for condition in &self.conditions {
            match condition {
                Condition::Named { name, value } => write!(f, " with {}={}", Text(name), Text(value))?,
                Condition::Member { pointer, value } => write!(f, " with {pointer}={value}")?,
            }
        }
        match &self.whose {
            Some(whose) => write!(f, " for {}", Text(whose)),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for edit in &self.asked {
            write!(f, " request {edit}")?;
        }
        if self.is_done {
            f.write_str(" done")?;
        }
        if self.is_dropped {
            f.write_str(" dropped")?;
        }
        if let Some(wait) = self.wait {
            write!(f, " wait {}", Span(wait))?;
        }
        if let Some(status) = self.status {
            write!(f, " status {status}")?;
        }
        for (name, value) in &self.headers {
            match value {
                Some(value) => write!(f, " header {} {}", Text(name), Text(value))?,
                None => write!(f, " no header {}", Text(name))?,
            }
        }
        if let Some(body) = &self.body {
            write!(f, " {body}")?;
        }
        for edit in &self.edits {
            write!(f, " {edit}")?;
        }
        if let Some(sending) = self.sending {
            write!(f, " {sending}")?;
        }
        match self.times {
            None => Ok(()),
            Some(1) => f.write_str(" once"),
            Some(times) => write!(f, " {times} times"),
        }
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty"),
            Self::Text(text) => {
                f.write_str("body ")?;
                quoted(text, f)
            }
            Self::Json(text) => write!(f, "json {text}"),
            Self::Bytes(bytes) => write!(f, "base64 \"{}\"", STANDARD.encode(bytes)),
        }
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(pointer, Value::Json(text)) => write!(f, "set {pointer} {text}"),
            Self::Set(pointer, Value::Raw(text)) => {
                write!(f, "set {pointer} raw ")?;
                quoted(text, f)
            }
            Self::Remove(pointer) => write!(f, "remove {pointer}"),
        }
    }
}

impl fmt::Display for Sending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(bytes) => write!(f, "length {bytes}"),
            Self::Cut(bytes) => write!(f, "cut {bytes}"),
            Self::Stall(bytes) => write!(f, "stall {bytes}"),
            Self::Drip { bytes, every } => write!(f, "drip {bytes} every {}", Span(*every)),
            Self::Endless => f.write_str("endless"),
        }
    }
}

/// In the largest unit that leaves no rest.
struct Span(Duration);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.0.as_millis();
        let units = [(3_600_000, "h"), (60_000, "m"), (1_000, "s"), (1, "ms")];
        let (unit, word) =
            units.into_iter().find(|(unit, _)| milliseconds.is_multiple_of(*unit)).unwrap_or((1, "ms"));
        write!(f, "{}{word}", milliseconds / unit)
    }
}
