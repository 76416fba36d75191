use std::fmt::{self, Write};

use super::{Block, CheckState, Field, Files, Screen, StepState, Tone};

/// The screen as plain text: for golden tests, scripts and the tour. Marks say the tone in words, never in colour.
impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "== {}{}", self.title, if self.busy { " …" } else { "" })?;
        if let Some(notice) = &self.notice {
            writeln!(f, "{} {}", mark(notice.tone), notice.text)?;
            if let Some(action) = &notice.action {
                writeln!(f, "   [{}]", action.label)?;
            }
        }
        for block in &self.blocks {
            write!(f, "{block}")?;
        }
        if !self.tabs.is_empty() {
            let mut line = String::new();
            for tab in &self.tabs {
                let (open, close) = if tab.selected { ('<', '>') } else { (' ', ' ') };
                write!(line, "{open}{}{close} ", tab.label)?;
            }
            writeln!(f, "-- {}", line.trim_end())?;
        }
        Ok(())
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(b) => {
                writeln!(f, "{} {}", mark(b.tone), b.headline)?;
                if let Some(detail) = &b.detail {
                    writeln!(f, "   {detail}")?;
                }
                writeln!(f, "   ({})", b.age)
            }
            Self::Figure(b) => {
                write!(f, "   {}: {}", b.label, b.value)?;
                b.age.iter().try_for_each(|age| write!(f, " ({age})"))?;
                writeln!(f)
            }
            Self::Section(b) => match &b.detail {
                Some(detail) => writeln!(f, "\n# {} ({detail})", b.title),
                None => writeln!(f, "\n# {}", b.title),
            },
            Self::Row(b) => {
                write!(f, " - {}", b.title)?;
                if let Some(value) = &b.value {
                    write!(f, ": {value}")?;
                }
                writeln!(f)?;
                b.detail.iter().try_for_each(|detail| writeln!(f, "   {detail}"))
            }
            Self::Text(b) => writeln!(f, "   {}", b.text),
            Self::Field(b) => field(b, f),
            Self::Button(b) => writeln!(f, " [{}]{}", b.label, if b.enabled { "" } else { " (off)" }),
            Self::Notice(b) => {
                writeln!(f, "{} {}", mark(b.tone), b.text)?;
                b.action.iter().try_for_each(|action| writeln!(f, "   [{}]", action.label))
            }
            Self::Steps(b) => {
                for (number, step) in b.steps.iter().enumerate() {
                    let state = match step.state {
                        StepState::Done => '+',
                        StepState::Current => '>',
                        StepState::Ahead => ' ',
                    };
                    write!(f, " {state}{}. {}", number + 1, step.label)?;
                }
                writeln!(f)
            }
            Self::Checklist(b) => {
                writeln!(f, "   {}", b.title)?;
                b.checks.iter().try_for_each(|check| {
                    let mark = match check.state {
                        CheckState::Open => ' ',
                        CheckState::Met => '+',
                        CheckState::Failed => '!',
                    };
                    writeln!(f, "   {mark} {}", check.label)
                })
            }
            Self::Countdown(b) => writeln!(f, " ~ {}: {}", b.label, b.remaining),
            Self::Filter(b) => {
                write!(f, " {}:", b.label)?;
                for option in &b.options {
                    let (open, close) = if option.selected { ('<', '>') } else { (' ', ' ') };
                    write!(f, " {open}{}{close}", option.label)?;
                }
                b.error.iter().try_for_each(|error| write!(f, " ! {error}"))?;
                writeln!(f)
            }
            Self::Choice(b) => {
                write!(f, " [{}: {} v]", b.label, b.chosen.as_ref().unwrap_or(&b.unchosen))?;
                match (&b.error, &b.hint) {
                    (Some(error), _) => write!(f, " ! {error}")?,
                    (None, Some(hint)) => write!(f, " ({hint})")?,
                    (None, None) => {}
                }
                writeln!(f, "{}", if b.enabled { "" } else { " (off)" })
            }
            Self::Toggle(b) => {
                write!(f, " [{}] {}", if b.on { 'x' } else { ' ' }, b.label)?;
                b.error.iter().try_for_each(|error| write!(f, " ! {error}"))?;
                writeln!(f)
            }
            Self::Files(b) => files(b, f),
            Self::Picture(b) => writeln!(f, " [picture: {}]", b.description),
            Self::Progress(b) => {
                write!(f, " … {}", b.label)?;
                if let Some(cancel) = &b.cancel {
                    write!(f, " [{}]", cancel.label)?;
                }
                writeln!(f)
            }
            Self::Empty(b) => {
                writeln!(f, "   {}", b.title)?;
                b.detail.iter().try_for_each(|detail| writeln!(f, "   {detail}"))
            }
            Self::More(b) => writeln!(f, " … {}", b.label),
        }
    }
}

fn field(block: &Field, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, " [{}: {}_]", block.label, block.value)?;
    if let Some(error) = &block.error {
        write!(f, " ! {error}")?;
    } else if let Some(hint) = &block.hint {
        write!(f, " ({hint})")?;
    }
    block.count.iter().try_for_each(|count| write!(f, " ({count})"))?;
    block.calendar.iter().try_for_each(|calendar| write!(f, " [{}]", calendar.open))?;
    writeln!(f)
}

fn files(block: &Files, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "   {}:", block.label)?;
    for file in &block.files {
        writeln!(f, "   + {} ({}) [{}]", file.name, file.detail, file.remove.label)?;
    }
    block.busy.iter().try_for_each(|busy| writeln!(f, " … {busy}"))?;
    block.ways.iter().try_for_each(|way| writeln!(f, "   [{}]", way.label))?;
    block.error.iter().try_for_each(|error| writeln!(f, "   ! {error}"))?;
    block.hint.iter().try_for_each(|hint| writeln!(f, "   ({hint})"))
}

fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Quiet => " *",
        Tone::Good => "OK",
        Tone::Attention => " i",
        Tone::Bad => "!!",
    }
}
