use fl_app::screen::{Field, Tone};
use ratatui::text::Span;

use crate::ui::{
    focus::reveal_id,
    piece::{Cx, Piece},
    text::{blank, clip, width},
    theme::mark,
};

/// No field is wider: what is typed here is short, and a line across a wide screen is hard to follow.
const WIDEST: usize = 60;
/// A secret keeps so many columns beside the way to look at it; where it cannot, that stands below.
const BESIDE: usize = 16;
/// Between them.
const APART: usize = 2;

/// Its name, a ruled line to type on, and below what is wrong with it or right to type.
pub(crate) fn field(block: &Field, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let focused = cx.is_focused(&block.key);
    let mut piece = Piece::default();
    let label = if focused { theme.accent() } else { theme.strong() };
    piece.paragraph(&block.label, cx.width, 0, label);
    let is_shown = block.reveal.is_some() && cx.typed.is_shown(&block.key);
    let reveal = block.reveal.as_ref().map(|reveal| {
        let name = if is_shown { &reveal.hide } else { &reveal.show };
        format!("[ {} ]", clip(name, cx.width.saturating_sub(4)))
    });
    let all = cx.width.saturating_sub(4);
    let beside = reveal.as_ref().and_then(|name| all.checked_sub(width(name) + APART));
    let is_beside = beside.is_some_and(|left| left >= BESIDE);
    let columns = beside.filter(|_| is_beside).unwrap_or(all).clamp(2, WIDEST);
    let is_dotted = block.secret && !is_shown;
    let (shown, at) = cx
        .typed
        .get(&block.key)
        .map_or_else(|| (String::new(), 0), |editor| editor.window(columns, is_dotted));
    let row = piece.lines.len();
    let edge = if focused { ("▐ ", " ▌") } else { ("│ ", " │") };
    let style = if block.enabled { theme.ruled() } else { theme.quiet() };
    let rest = columns.saturating_sub(width(&shown));
    piece.spans(vec![
        Span::styled(edge.0, label),
        Span::styled(format!("{shown}{}", blank(rest)), style),
        Span::styled(edge.1, label),
    ]);
    if let Some(name) = reveal {
        let id = reveal_id(&block.key);
        let style = if block.enabled { theme.text() } else { theme.quiet() };
        let (x, wide) = if is_beside { (columns + 4 + APART, width(&name)) } else { (2, width(&name)) };
        let name = Span::styled(name, cx.focusable(&id, style));
        if is_beside {
            piece.lines[row].push_span(Span::raw(blank(APART)));
            piece.lines[row].push_span(name);
        } else {
            piece.spans(vec![Span::raw(blank(x)), name]);
        }
        // Before the field's own place, which lies around it.
        let last = piece.lines.len() - 1;
        piece.touch(&id, last, x, wide);
    }
    if focused && block.enabled {
        piece.cursor = Some((row, at + 2));
    }
    // What does not fit into the line is read below it.
    let text = cx.typed.get(&block.key).map_or("", |editor| editor.text());
    if block.kind.is_long() && (text.contains('\n') || width(text) >= columns) {
        for line in text.lines() {
            piece.paragraph(line, cx.width, 2, theme.text());
        }
    }
    match (&block.error, &block.hint) {
        (Some(error), _) => {
            let words = format!("{} {error}", mark(Tone::Bad));
            piece.paragraph(&words, cx.width, 2, theme.tone(Tone::Bad));
        }
        (None, Some(hint)) => piece.paragraph(hint, cx.width, 2, theme.quiet()),
        (None, None) => {}
    }
    if let Some(count) = &block.count {
        piece.paragraph(count, cx.width, 2, theme.quiet());
    }
    piece.touch(&block.key, 0, 0, cx.width);
    piece
}
