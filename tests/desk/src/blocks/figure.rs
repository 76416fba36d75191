use fl_app::screen::{Figure, Tone};
use ratatui::text::Span;

use crate::ui::{
    piece::{Cx, Piece},
    text::{clean, width},
    theme::{Theme, mark},
};

/// Room at the right end, so amounts stand in one column with those of rows that lead somewhere.
pub(crate) const AFTER_VALUE: usize = 2;

/// A name, an amount at the right end, and its age between them where there is room. Where it is explained, an arrow says so.
pub(crate) fn figure(block: &Figure, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let mut piece = Piece::default();
    let label = clean(&block.label);
    let value = value(&block.value, block.tone, theme);
    let room = cx.width.saturating_sub(AFTER_VALUE);
    let age = block.age.as_deref().unwrap_or_default();
    let fits = width(&label) + 2 + width(age) + 2 + width(&value.content) <= room;
    let style = if block.touch.is_some() { cx.focusable(&block.key, theme.text()) } else { theme.text() };
    let mut left = vec![Span::styled(label, style)];
    if fits && !age.is_empty() {
        left.push(Span::styled(format!("  {}", clean(age)), theme.quiet()));
    }
    piece.ends(None, left, vec![value], room);
    if block.touch.is_some()
        && let Some(last) = piece.lines.last_mut()
    {
        last.push_span(Span::styled(" ›", theme.quiet()));
    }
    if !fits && !age.is_empty() {
        piece.paragraph(age, cx.width, 2, theme.quiet());
    }
    if block.touch.is_some() {
        piece.touch(&block.key, 0, 0, cx.width);
    }
    piece
}

/// An amount with its tone, which is a mark too where colour cannot be relied on.
pub(crate) fn value(text: &str, tone: Tone, theme: Theme) -> Span<'static> {
    let text = clean(text);
    let marked = match tone {
        Tone::Bad | Tone::Attention if theme.needs_marks() => format!("{} {text}", mark(tone)),
        Tone::Plain | Tone::Good | Tone::Attention | Tone::Bad | Tone::Quiet => text,
    };
    let style = match tone {
        Tone::Quiet => theme.quiet(),
        tone => theme.tone(tone).patch(theme.strong()),
    };
    Span::styled(marked, style)
}
