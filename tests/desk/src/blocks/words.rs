use fl_app::screen::{Empty, Notice, Section, Text};
use ratatui::{style::Style, text::Span};

use super::glyph;
use crate::ui::{
    piece::{Cx, Piece},
    text::{clean, width, wrap},
    theme::mark,
};

/// A heading with a rule to the right end.
pub(crate) fn section(block: &Section, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let mut piece = Piece::default();
    let title = clean(&block.title);
    let rest = cx.width.saturating_sub(width(&title) + 1);
    if rest >= 3 {
        piece.spans(vec![
            Span::styled(format!("{title} "), theme.accent()),
            Span::styled("─".repeat(rest), theme.quiet()),
        ]);
    } else {
        piece.paragraph(&title, cx.width, 0, theme.accent());
    }
    if let Some(detail) = &block.detail {
        piece.paragraph(detail, cx.width, 0, theme.quiet());
    }
    piece
}

/// A paragraph.
pub(crate) fn text(block: &Text, cx: &Cx<'_>) -> Piece {
    let mut piece = Piece::default();
    piece.paragraph(&block.text, cx.width, 0, cx.theme.tone(block.tone));
    piece
}

/// Something to know, after a mark that tells its tone; what can be done about it below.
pub(crate) fn notice(block: &Notice, cx: &Cx<'_>) -> Piece {
    let tone = cx.theme.tone(block.tone);
    let mut piece = Piece::default();
    for (index, line) in wrap(&block.text, cx.width.saturating_sub(2)).into_iter().enumerate() {
        let lead = if index == 0 { format!("{} ", mark(block.tone)) } else { "  ".to_owned() };
        piece.spans(vec![Span::styled(lead, tone.patch(cx.theme.strong())), Span::styled(line, tone)]);
    }
    if let Some(action) = &block.action {
        let label = format!("[ {} ]", clean(&action.label));
        let wide = width(&label);
        let style = cx.focusable(&block.key, cx.theme.strong());
        let last = piece.lines.len() - 1;
        // Beside the words where it fits: a notice is on every screen, so it should be low.
        let used = piece.lines[last].width();
        if used + 2 + wide <= cx.width {
            piece.lines[last].push_span(Span::raw("  "));
            piece.lines[last].push_span(Span::styled(label, style));
            piece.touch(&block.key, last, used + 2, wide);
        } else {
            piece.spans(vec![Span::raw("  "), Span::styled(label, style)]);
            piece.touch(&block.key, last + 1, 2, wide);
        }
    }
    piece
}

/// Nothing here, and why.
pub(crate) fn empty(block: &Empty, cx: &Cx<'_>) -> Piece {
    let mut piece = Piece::default();
    piece.line("", Style::new());
    piece.paragraph(&format!("{} {}", glyph(block.icon), block.title), cx.width, 0, cx.theme.strong());
    if let Some(detail) = &block.detail {
        piece.paragraph(detail, cx.width, 2, cx.theme.quiet());
    }
    piece.line("", Style::new());
    piece
}
