//! The line that QA types in the console.

use ratatui::{
    buffer::Buffer,
    crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers},
    layout::Rect,
    style::Modifier,
};

use crate::ui::{
    editor::{Edit, Editor},
    theme::Theme,
};

/// A line being typed, and what stands before it.
pub(crate) struct Prompt(Editor, &'static str);

impl Prompt {
    pub(crate) fn after(before: &'static str) -> Self {
        Self(Editor::default(), before)
    }
}

/// What became of an event.
pub(crate) enum Typed {
    /// It was for somebody else.
    No,
    Yes,
    /// The line is whole.
    Line(String),
    /// Nobody wants it any more.
    Left,
}

impl Prompt {
    pub(crate) fn handle(&mut self, event: &Event) -> Typed {
        let key = match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => key,
            Event::Paste(text) => {
                self.0.insert(text);
                return Typed::Yes;
            }
            _ => return Typed::No,
        };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let edit = match key.code {
            KeyCode::Enter if !alt => return Typed::Line(self.0.text().to_owned()),
            KeyCode::Esc => return Typed::Left,
            KeyCode::Left => Edit::Left,
            KeyCode::Right => Edit::Right,
            KeyCode::Home => Edit::Home,
            KeyCode::End => Edit::End,
            KeyCode::Backspace => Edit::Backspace,
            KeyCode::Delete => Edit::Delete,
            KeyCode::Char('u') if ctrl && !alt => Edit::DeleteToStart,
            KeyCode::Char('w') if ctrl && !alt => Edit::DeleteWord,
            // Some keyboards type with Ctrl and Alt held together.
            KeyCode::Char(c) if ctrl == alt => {
                self.0.insert(c.encode_utf8(&mut [0; 4]));
                return Typed::Yes;
            }
            _ => return Typed::No,
        };
        self.0.apply(edit);
        Typed::Yes
    }

    /// Draws it into one row.
    pub(crate) fn draw(&self, area: Rect, theme: Theme, buffer: &mut Buffer) {
        let before = u16::try_from(self.1.len()).unwrap_or(u16::MAX).min(area.width);
        let (shown, cursor) = self.0.window(usize::from(area.width - before), false);
        buffer.set_stringn(area.x, area.y, self.1, usize::from(before), theme.accent());
        buffer.set_stringn(area.x + before, area.y, shown, usize::from(area.width - before), theme.strong());
        let at = area.x + before + u16::try_from(cursor).unwrap_or(0);
        if at < area.right() {
            let style = buffer[(at, area.y)].style().add_modifier(Modifier::REVERSED);
            buffer[(at, area.y)].set_style(style);
        }
    }
}
