use std::sync::Arc;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{
    text::{blank, width, wrap},
    theme::Theme,
    typed::Typed,
};

/// Pictures by their key.
pub(crate) trait Assets {
    /// The bytes of a PNG file.
    fn png(&self, key: &str) -> Option<Arc<[u8]>>;
}

/// No pictures.
#[cfg(test)]
pub(crate) struct NoAssets;

#[cfg(test)]
impl Assets for NoAssets {
    fn png(&self, _key: &str) -> Option<Arc<[u8]>> {
        None
    }
}

/// What a block is drawn with.
#[derive(Clone, Copy)]
pub(crate) struct Cx<'a> {
    /// Columns there are.
    pub(crate) width: usize,
    /// How it looks.
    pub(crate) theme: Theme,
    /// What the keyboard is on.
    pub(crate) focus: Option<&'a str>,
    /// What is typed.
    pub(crate) typed: &'a Typed,
    /// Pictures.
    pub(crate) assets: &'a dyn Assets,
}

impl Cx<'_> {
    /// The keyboard is here.
    pub(crate) fn is_focused(&self, id: &str) -> bool {
        self.focus == Some(id)
    }

    /// `style`, made visible as the keyboard's place if it is here.
    pub(crate) fn focusable(&self, id: &str, style: Style) -> Style {
        if self.is_focused(id) { self.theme.focus(style) } else { style }
    }
}

/// A place that can be touched, in rows and columns of its piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// What is touched: a block's key, or `filter/option`.
    pub(crate) id: String,
    pub(crate) row: usize,
    pub(crate) rows: usize,
    pub(crate) x: usize,
    pub(crate) width: usize,
}

/// A drawn block: its lines, and where it can be touched.
#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    pub(crate) lines: Vec<Line<'static>>,
    pub(crate) spots: Vec<Spot>,
    /// Row and column of the text cursor.
    pub(crate) cursor: Option<(usize, usize)>,
}

impl Piece {
    /// Adds one line of one style.
    pub(crate) fn line(&mut self, text: impl Into<String>, style: Style) {
        self.lines.push(Line::styled(text.into(), style));
    }

    /// Adds one line of several.
    pub(crate) fn spans(&mut self, spans: Vec<Span<'static>>) {
        self.lines.push(Line::from(spans));
    }

    /// Adds a text in as many lines as it takes, all `indent` columns in.
    pub(crate) fn paragraph(&mut self, text: &str, columns: usize, indent: usize, style: Style) {
        for line in wrap(text, columns.saturating_sub(indent)) {
            self.spans(vec![Span::raw(blank(indent)), Span::styled(line, style)]);
        }
    }

    /// Makes everything from `row` on touchable.
    pub(crate) fn touch(&mut self, id: &str, row: usize, x: usize, width: usize) {
        let rows = self.lines.len().saturating_sub(row).max(1);
        self.spots.push(Spot { id: id.to_owned(), row, rows, x, width });
    }

    /// Adds a line with something at its left and something at its right end. Where both do not fit, the left one
    /// takes as many lines as it needs and the right one stands in the last, or below.
    /// What follows the first line is as far in as the words of that line are behind their sign.
    pub(crate) fn ends(
        &mut self,
        sign: Option<Span<'static>>,
        left: Vec<Span<'static>>,
        right: Vec<Span<'static>>,
        columns: usize,
    ) {
        let wide = |spans: &[Span<'static>]| spans.iter().map(|s| width(&s.content)).sum::<usize>();
        let indent = sign.as_ref().map_or(0, |sign| width(&sign.content));
        let (l, r) = (indent + wide(&left), wide(&right));
        if l + usize::from(r > 0) + r <= columns {
            let mut spans: Vec<_> = sign.into_iter().chain(left).collect();
            spans.push(Span::raw(blank(columns.saturating_sub(l + r))));
            spans.extend(right);
            self.spans(spans);
            return;
        }
        let room = columns.saturating_sub(r + 1);
        let mut rest = right;
        // A left end that has half the line to itself is readable; with less it is given whole lines.
        let room = if room * 2 >= columns { room } else { columns };
        let style = left.last().map_or_else(Style::new, |span| span.style);
        let text: String = left.iter().map(|s| s.content.as_ref()).collect();
        let lines = wrap(&text, room.saturating_sub(indent));
        let last = lines.len() - 1;
        let mut sign = sign;
        for (index, line) in lines.into_iter().enumerate() {
            let used = indent + width(&line);
            let lead = sign.take().unwrap_or_else(|| Span::raw(blank(indent)));
            let mut spans = vec![lead, Span::styled(line, style)];
            if index == last && used + 1 + r <= columns {
                spans.push(Span::raw(blank(columns - used - r)));
                spans.append(&mut rest);
            }
            self.spans(spans);
        }
        if !rest.is_empty() {
            let mut spans = vec![Span::raw(blank(columns.saturating_sub(r)))];
            spans.append(&mut rest);
            self.spans(spans);
        }
    }
}
