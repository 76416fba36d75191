use fl_app::screen::{Button, ButtonRole, Choice, Filter, Toggle, Tone};
use ratatui::{style::Modifier, text::Span};

use crate::ui::{
    focus::option_id,
    piece::{Cx, Piece, Spot},
    text::{clip, width},
    theme::mark,
};

/// A name in brackets; the one thing to do here is drawn stronger, what cannot be undone says so by its tone.
pub(crate) fn button(block: &Button, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let style = match block.role {
        _ if !block.enabled => theme.quiet(),
        ButtonRole::Primary => theme.accent(),
        ButtonRole::Secondary => theme.text(),
        ButtonRole::Destructive => theme.tone(Tone::Bad),
    };
    let (open, close) = match block.role {
        ButtonRole::Primary => ("[[ ", " ]]"),
        ButtonRole::Secondary => ("[ ", " ]"),
        ButtonRole::Destructive => ("[! ", " ]"),
    };
    let label = format!("{open}{}{close}", clip(&block.label, cx.width.saturating_sub(6)));
    let wide = width(&label);
    let mut piece = Piece::default();
    piece.line(label, cx.focusable(&block.key, style));
    piece.touch(&block.key, 0, 0, wide);
    piece
}

/// Its name and the choices beside it, in as many lines as they take.
pub(crate) fn filter(block: &Filter, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let mut piece = Piece::default();
    let name = format!("{}: ", clip(&block.label, cx.width.saturating_sub(2)));
    let indent = if width(&name) * 3 > cx.width { 2 } else { width(&name) };
    let mut x = width(&name);
    let mut spans = vec![Span::styled(name, theme.strong())];
    for option in &block.options {
        let (open, close) = if option.selected { ("(•) ", "  ") } else { ("( ) ", "  ") };
        let label = format!("{open}{}", clip(&option.label, cx.width.saturating_sub(indent + 6)));
        let wide = width(&label);
        if x + wide > cx.width && x > indent {
            piece.spans(std::mem::take(&mut spans));
            spans.push(Span::raw(" ".repeat(indent)));
            x = indent;
        }
        let id = option_id(&block.key, &option.key);
        let mut style = theme.text();
        if option.selected {
            style = style.add_modifier(Modifier::BOLD);
        }
        spans.push(Span::styled(label, cx.focusable(&id, style)));
        spans.push(Span::raw(close));
        piece.spots.push(Spot { id, row: piece.lines.len(), rows: 1, x, width: wide });
        x += wide + width(close);
    }
    piece.spans(spans);
    wrong(block.error.as_deref(), cx, &mut piece);
    piece
}

/// Its name, what is chosen, and below what is wrong with it or right to choose.
pub(crate) fn choice(block: &Choice, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let focused = cx.is_focused(&block.key);
    let mut piece = Piece::default();
    piece.paragraph(&block.label, cx.width, 0, if focused { theme.accent() } else { theme.strong() });
    let style = match &block.chosen {
        _ if !block.enabled => theme.quiet(),
        Some(_) => theme.text(),
        None => theme.quiet(),
    };
    let chosen = block.chosen.as_ref().unwrap_or(&block.unchosen);
    let label = format!("[ {} ▾ ]", clip(chosen, cx.width.saturating_sub(6)));
    piece.line(label, cx.focusable(&block.key, style));
    match (&block.error, &block.hint) {
        (Some(_), _) => wrong(block.error.as_deref(), cx, &mut piece),
        (None, Some(hint)) => piece.paragraph(hint, cx.width, 2, theme.quiet()),
        (None, None) => {}
    }
    piece.touch(&block.key, 0, 0, cx.width);
    piece
}

/// What is wrong, by a mark and words.
pub(super) fn wrong(error: Option<&str>, cx: &Cx<'_>, piece: &mut Piece) {
    if let Some(error) = error {
        let words = format!("{} {error}", mark(Tone::Bad));
        piece.paragraph(&words, cx.width, 2, cx.theme.tone(Tone::Bad));
    }
}

/// On or off.
pub(crate) fn toggle(block: &Toggle, cx: &Cx<'_>) -> Piece {
    let mark = if block.on { "[x]" } else { "[ ]" };
    let label = format!("{mark} {}", clip(&block.label, cx.width.saturating_sub(4)));
    let wide = width(&label);
    let mut piece = Piece::default();
    piece.line(label, cx.focusable(&block.key, cx.theme.text()));
    piece.touch(&block.key, 0, 0, wide);
    wrong(block.error.as_deref(), cx, &mut piece);
    piece
}
