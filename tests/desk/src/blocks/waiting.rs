use fl_app::screen::{CheckState, Checklist, Countdown, More, Progress, StepState, Steps, Tone};
use ratatui::text::Span;

use crate::ui::{
    piece::{Cx, Piece},
    text::{blank, clean, clip, width, wrap},
};

/// The steps side by side; where they do not fit, one a line.
pub(crate) fn steps(block: &Steps, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let names: Vec<_> = block
        .steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let (mark, style) = match step.state {
                StepState::Done => ("✓", theme.text()),
                StepState::Current => ("▶", theme.accent()),
                StepState::Ahead => ("·", theme.quiet()),
            };
            Span::styled(format!("{mark} {}. {}", index + 1, clean(&step.label)), style)
        })
        .collect();
    let mut piece = Piece::default();
    let total: usize = names.iter().map(|name| width(&name.content) + 5).sum();
    if total <= cx.width {
        let mut spans = Vec::new();
        for (index, name) in names.into_iter().enumerate() {
            if index > 0 {
                spans.push(Span::styled("  ──  ", theme.quiet()));
            }
            spans.push(name);
        }
        piece.spans(spans);
    } else {
        for name in names {
            piece.paragraph(&name.content, cx.width, 0, name.style);
        }
    }
    piece
}

/// Each after a mark that tells its state without colour; what does not fit into one line goes on below the words.
pub(crate) fn checklist(block: &Checklist, cx: &Cx<'_>) -> Piece {
    let theme = cx.theme;
    let mut piece = Piece::default();
    piece.paragraph(&block.title, cx.width, 0, theme.strong());
    for check in &block.checks {
        let (mark, style) = match check.state {
            CheckState::Open => ("·", theme.quiet()),
            CheckState::Met => ("✓", theme.tone(Tone::Good)),
            CheckState::Failed => ("✗", theme.tone(Tone::Bad)),
        };
        for (index, line) in wrap(&check.label, cx.width.saturating_sub(2)).into_iter().enumerate() {
            let lead = if index == 0 { format!("{mark} ") } else { blank(2) };
            piece.spans(vec![Span::styled(lead, style.patch(theme.strong())), Span::styled(line, style)]);
        }
    }
    piece
}

/// What is waited for and how long still.
pub(crate) fn countdown(block: &Countdown, cx: &Cx<'_>) -> Piece {
    let mut piece = Piece::default();
    let left = vec![Span::styled(clean(&block.label), cx.theme.text())];
    let right = vec![Span::styled(clean(&block.remaining), cx.theme.strong())];
    piece.ends(None, left, right, cx.width);
    piece
}

/// What is under way, and the way to stop it.
pub(crate) fn progress(block: &Progress, cx: &Cx<'_>) -> Piece {
    let mut piece = Piece::default();
    piece.paragraph(&format!("… {}", block.label), cx.width, 0, cx.theme.text());
    if let Some(cancel) = &block.cancel {
        let row = piece.lines.len();
        let label = format!("[ {} ]", clip(&cancel.label, cx.width.saturating_sub(4)));
        let wide = width(&label);
        piece.line(label, cx.focusable(&block.key, cx.theme.text()));
        piece.touch(&block.key, row, 0, wide);
    }
    piece
}

/// The list goes on.
pub(crate) fn more(block: &More, cx: &Cx<'_>) -> Piece {
    let mark = if block.busy { "…" } else { "⋮" };
    let label = format!("{mark} {}", clip(&block.label, cx.width.saturating_sub(2)));
    let wide = width(&label);
    let style = if block.busy { cx.theme.quiet() } else { cx.theme.text() };
    let mut piece = Piece::default();
    piece.line(label, cx.focusable(&block.key, style));
    piece.touch(&block.key, 0, 0, wide);
    piece
}
