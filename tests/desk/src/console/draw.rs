use fl_domain::Timestamp;
use fl_runtime::{Entry, EntryKind};
use ratatui::{
    buffer::Buffer,
    layout::{Margin, Rect},
    style::Style,
    widgets::{Block, BorderType, Clear, Widget},
};

use super::{Console, Facts};
use crate::ui::{
    text::{clip, wrap},
    theme::Theme,
};

/// Lines of the trace that are always shown, however long the list above.
const TRACE: u16 = 6;

/// Draws the pane.
pub(crate) fn draw(console: &mut Console, facts: &Facts, theme: Theme, area: Rect, buffer: &mut Buffer) {
    console.area = area;
    console.rows.clear();
    Clear.render(area, buffer);
    let title = format!(" Console · {} ", facts.time);
    let frame = Block::bordered()
        .border_type(BorderType::Rounded)
        .title(title)
        .title_bottom(" Alt-↑↓ or F3/F4 choose · Alt-Enter or F9 do · F2 close ");
    frame.render(area, buffer);
    let inner = area.inner(Margin::new(2, 1));
    if inner.width == 0 || inner.height == 0 {
        return;
    }
    let lines = listed(console, facts, theme);
    let mut said = told_last(console, inner.width);
    said.truncate(usize::from(inner.height / 4));
    let trace = TRACE.min(inner.height / 2);
    let typed = u16::from(console.prompt.is_some());
    let room = usize::from(inner.height - trace).saturating_sub(said.len() + usize::from(typed));
    // The chosen line stays in view.
    let at = lines.iter().position(|line| line.item == Some(console.chosen)).unwrap_or(0);
    let top = (at + 2).saturating_sub(room).min(lines.len().saturating_sub(room));
    let mut y = inner.y;
    for line in lines.iter().skip(top).take(room) {
        put(buffer, inner, y, &line.text, line.style);
        if let Some(item) = line.item {
            console.rows.push((y, item));
        }
        y += 1;
    }
    if let Some(prompt) = console.prompt.as_ref().filter(|_| y < inner.bottom()) {
        prompt.draw(Rect { y, height: 1, ..inner }, theme, buffer);
        y += 1;
    }
    for line in said {
        put(buffer, inner, y, &line, theme.strong());
        y += 1;
    }
    if y < inner.bottom() {
        put(buffer, inner, y, &rule("Trace", inner.width), theme.accent());
        y += 1;
    }
    let rest = usize::from(inner.bottom().saturating_sub(y));
    let from = console.trace.len().saturating_sub(rest);
    for entry in console.trace.iter().skip(from) {
        put(buffer, inner, y, &told(entry), theme.text());
        y += 1;
    }
}

struct Listed {
    text: String,
    style: Style,
    item: Option<usize>,
}

fn listed(console: &Console, facts: &Facts, theme: Theme) -> Vec<Listed> {
    let mut lines = Vec::new();
    let mut number = 0;
    for group in facts.groups() {
        lines.push(Listed { text: group.title.to_owned(), style: theme.accent(), item: None });
        if let Some(note) = group.note {
            lines.push(Listed { text: format!("  {note}"), style: theme.quiet(), item: None });
        }
        for item in group.items {
            let style = if number == console.chosen { theme.focus(theme.text()) } else { theme.text() };
            lines.push(Listed { text: format!("  {}", item.label), style, item: Some(number) });
            number += 1;
        }
    }
    lines
}

/// What the last act did, in view however long the list is: it may be an address to open.
fn told_last(console: &Console, width: u16) -> Vec<String> {
    if console.said.is_empty() {
        Vec::new()
    } else {
        wrap(&format!("→ {}", console.said), usize::from(width))
    }
}

fn put(buffer: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) {
    buffer.set_string(area.x, y, clip(text, usize::from(area.width)), style);
}

fn rule(title: &str, width: u16) -> String {
    format!("{title} {}", "─".repeat(usize::from(width).saturating_sub(title.len() + 1)))
}

fn told(entry: &Entry) -> String {
    let kind = match entry.kind {
        EntryKind::Event => "event ",
        EntryKind::Effect => "effect",
        EntryKind::Http => "http  ",
        EntryKind::Log => "log   ",
    };
    format!("{} {kind} {}", time(entry.at.at, entry.at.offset_minutes()), entry.text)
}

/// The time of day.
pub(crate) fn time(at: Timestamp, offset_minutes: i32) -> String {
    let seconds = (at.as_second() + i64::from(offset_minutes) * 60).rem_euclid(24 * 60 * 60);
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
