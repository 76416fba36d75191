use fl_app::screen::Status;
use ratatui::{style::Modifier, text::Span};

use crate::ui::{
    piece::{Cx, Piece},
    text::{blank, width, wrap},
    theme::mark,
};

/// The one large line, in a box: nothing else on a screen has one.
pub(crate) fn status(block: &Status, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let tone = theme.tone(block.tone);
    let [top_left, top_right, low_left, low_right, across, down] = if theme.high_contrast {
        ["╔", "╗", "╚", "╝", "═", "║"]
    } else {
        ["╭", "╮", "╰", "╯", "─", "│"]
    };
    let inner = cx.width.saturating_sub(4).max(1);
    let mut rows = Vec::new();
    let headline = format!("{} {}", mark(block.tone), block.headline);
    rows.extend(wrap(&headline, inner).into_iter().map(|line| (line, tone.add_modifier(Modifier::BOLD))));
    for (text, style) in block
        .detail
        .iter()
        .map(|detail| (detail, theme.text()))
        .chain(std::iter::once((&block.age, theme.quiet())))
    {
        let lines = wrap(text, inner.saturating_sub(2));
        rows.extend(lines.into_iter().map(|line| (format!("  {line}"), style)));
    }
    let mut piece = Piece::default();
    let rule = across.repeat(inner + 2);
    piece.line(format!("{top_left}{rule}{top_right}"), tone);
    let air = theme.gap() > 0;
    let empty = || (String::new(), theme.text());
    let rows = air.then(empty).into_iter().chain(rows).chain(air.then(empty));
    for (line, style) in rows {
        let rest = inner.saturating_sub(width(&line));
        piece.spans(vec![
            Span::styled(format!("{down} "), tone),
            Span::styled(line, style),
            Span::raw(blank(rest)),
            Span::styled(format!(" {down}"), tone),
        ]);
    }
    piece.line(format!("{low_left}{rule}{low_right}"), tone);
    piece
}
