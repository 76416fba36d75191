use fl_app::screen::Row;
use ratatui::text::Span;

use super::{
    figure::{AFTER_VALUE, value},
    glyph,
};
use crate::ui::{
    piece::{Cx, Piece},
    text::clean,
};

/// What it is, more about it below, the amount at the right end. Where it leads somewhere, an arrow says so.
pub(crate) fn row(block: &Row, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let mut piece = Piece::default();
    let title = cx.focusable(&block.key, theme.text());
    let sign = Span::styled(format!("{} ", glyph(block.icon)), theme.quiet());
    let left = vec![Span::styled(clean(&block.title), title)];
    let right = block.value.iter().map(|text| value(text, block.tone, theme)).collect();
    piece.ends(Some(sign), left, right, cx.width.saturating_sub(AFTER_VALUE));
    if block.touch.is_some()
        && let Some(last) = piece.lines.last_mut()
    {
        last.push_span(Span::styled(" ›", theme.quiet()));
    }
    if let Some(detail) = &block.detail {
        piece.paragraph(detail, cx.width.saturating_sub(AFTER_VALUE), 2, theme.quiet());
    }
    if block.touch.is_some() {
        piece.touch(&block.key, 0, 0, cx.width);
    }
    piece
}
