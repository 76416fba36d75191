use fl_app::screen::Files;
use ratatui::text::Span;

use super::{choices::wrong, glyph};
use crate::ui::{
    focus::option_id,
    piece::{Cx, Piece},
    text::{clip, width},
};

/// Its name, a line a file with the way to take it away, and the ways to one more.
pub(crate) fn files(block: &Files, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let mut piece = Piece::default();
    piece.paragraph(&block.label, cx.width, 0, theme.strong());
    for file in &block.files {
        let id = option_id(&block.key, &file.key);
        piece.paragraph(&format!("+ {} · {}", file.name, file.detail), cx.width, 2, theme.text());
        button(&id, &file.remove.label, cx, &mut piece);
    }
    if let Some(busy) = &block.busy {
        piece.paragraph(&format!("… {busy}"), cx.width, 2, theme.quiet());
    }
    for way in &block.ways {
        let id = option_id(&block.key, &way.key);
        button(&id, &format!("{} {}", glyph(way.icon), way.label), cx, &mut piece);
    }
    wrong(block.error.as_deref(), cx, &mut piece);
    if let Some(hint) = &block.hint {
        piece.paragraph(hint, cx.width, 2, theme.quiet());
    }
    piece
}

fn button(id: &str, label: &str, cx: &Cx<'_>, piece: &mut Piece) {
    let label = format!("[ {} ]", clip(label, cx.width.saturating_sub(8)));
    let (row, wide) = (piece.lines.len(), width(&label));
    piece.spans(vec![Span::raw("  "), Span::styled(label, cx.focusable(id, cx.theme.text()))]);
    piece.touch(id, row, 2, wide);
}
