use fl_app::screen::{Field, Tone};
use ratatui::text::Span;

use crate::ui::{
    piece::{Cx, Piece},
    text::{blank, width},
    theme::mark,
};

/// No field is wider: what is typed here is short, and a line across a wide screen is hard to follow.
const WIDEST: usize = 60;

/// Its name, a ruled line to type on, and below what is wrong with it or right to type.
pub(crate) fn field(block: &Field, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let focused = cx.is_focused(&block.key);
    let mut piece = Piece::default();
    let label = if focused { theme.accent() } else { theme.strong() };
    piece.paragraph(&block.label, cx.width, 0, label);
    let columns = cx.width.saturating_sub(4).clamp(2, WIDEST);
    let (shown, at) = cx
        .typed
        .get(&block.key)
        .map_or_else(|| (String::new(), 0), |editor| editor.window(columns, block.kind.is_secret()));
    let row = piece.lines.len();
    let edge = if focused { ("▐ ", " ▌") } else { ("│ ", " │") };
    let style = if block.enabled { theme.ruled() } else { theme.quiet() };
    let rest = columns.saturating_sub(width(&shown));
    piece.spans(vec![
        Span::styled(edge.0, label),
        Span::styled(format!("{shown}{}", blank(rest)), style),
        Span::styled(edge.1, label),
    ]);
    if focused && block.enabled {
        piece.cursor = Some((row, at + 2));
    }
    match (&block.error, &block.hint) {
        (Some(error), _) => {
            let words = format!("{} {error}", mark(Tone::Bad));
            piece.paragraph(&words, cx.width, 2, theme.tone(Tone::Bad));
        }
        (None, Some(hint)) => piece.paragraph(hint, cx.width, 2, theme.quiet()),
        (None, None) => {}
    }
    piece.touch(&block.key, 0, 0, cx.width);
    piece
}
