//! What stands around the page: the title and rooms above, the keys that work here below.

use fl_app::{Screen, screen::Block, texts::Language};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use super::{
    page::{GUTTER, Touch},
    piece::Cx,
    text::{clip, width},
    typed::fields,
};
use crate::blocks;

/// Where things are on the terminal.
pub(crate) struct Areas {
    pub(crate) head: Rect,
    pub(crate) page: Rect,
    pub(crate) foot: Rect,
}

/// What is drawn above the page.
pub(crate) struct Head {
    lines: Vec<Line<'static>>,
    pub(crate) touches: Vec<Touch>,
}

/// Builds the head for so many columns: title, rooms, the one notice that is true of the whole screen.
pub(crate) fn head(screen: &Screen, cx: &Cx<'_>, area: Rect) -> Head {
    let theme = cx.theme;
    let columns = usize::from(area.width);
    let mut head = Head { lines: Vec::new(), touches: Vec::new() };
    let cell = |x: usize| area.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
    let busy = if screen.busy { " …" } else { "" };
    let mut left = vec![Span::raw("  ")];
    if screen.back.is_some() {
        left.push(Span::styled("‹ ", theme.strong()));
        head.touches.push(Touch { id: BACK.to_owned(), rows: 0..1, x: area.x..cell(4) });
    }
    let title = clip(&screen.title, columns.saturating_sub(8));
    left.push(Span::styled(format!("{title}{busy}"), theme.strong()));
    head.lines.push(Line::from(left));
    if !screen.tabs.is_empty() {
        let mut spans = vec![Span::raw("  ")];
        let mut x = 2;
        for (index, tab) in screen.tabs.iter().enumerate() {
            let (open, close) = if tab.selected { ("[", "]") } else { (" ", " ") };
            let label = format!("{open}{} {}{close}", index + 1, clip(&tab.label, columns / 3));
            let wide = width(&label);
            let style = if tab.selected { theme.accent() } else { theme.text() };
            head.touches.push(Touch { id: tab.key.clone(), rows: 1..2, x: cell(x)..cell(x + wide) });
            spans.push(Span::styled(label, cx.focusable(&tab.key, style)));
            spans.push(Span::raw(" "));
            x += wide + 1;
        }
        head.lines.push(Line::from(spans));
    }
    head.lines.push(Line::styled("─".repeat(columns), theme.quiet()));
    if let Some(notice) = &screen.notice {
        let inner = Cx { width: columns.saturating_sub(4), ..*cx };
        let piece = blocks::notice(notice, &inner);
        let top = head.lines.len();
        for mut line in piece.lines {
            line.spans.insert(0, Span::raw("  "));
            head.lines.push(line);
        }
        head.touches.extend(piece.spots.into_iter().map(|spot| Touch {
            rows: top + spot.row..top + spot.row + spot.rows,
            x: cell(spot.x + usize::from(GUTTER))..cell(spot.x + usize::from(GUTTER) + spot.width),
            id: spot.id,
        }));
        head.lines.push(Line::styled("─".repeat(columns), theme.quiet()));
    }
    head
}

/// The way back, as a place to touch.
pub(crate) const BACK: &str = "@back";

impl Head {
    /// Divides the terminal: the page keeps at least half of it.
    pub(crate) fn divide(&self, area: Rect) -> Areas {
        let wanted = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let head = wanted.min(area.height / 2);
        let foot = u16::from(area.height >= 6);
        let page = area.height - head - foot;
        Areas {
            head: Rect { height: head, ..area },
            page: Rect { y: area.y + head, height: page, ..area },
            foot: Rect { y: area.y + head + page, height: foot, ..area },
        }
    }

    pub(crate) fn draw(&self, areas: &Areas, buffer: &mut Buffer) {
        for (row, line) in (0..areas.head.height).zip(&self.lines) {
            buffer.set_line(areas.head.x, areas.head.y + row, line, areas.head.width);
        }
    }

    /// What stands at a cell.
    pub(crate) fn at(&self, areas: &Areas, x: u16, y: u16) -> Option<&str> {
        let row = usize::from(y.checked_sub(areas.head.y)?);
        let hit = self.touches.iter().find(|touch| touch.rows.contains(&row) && touch.x.contains(&x));
        hit.filter(|_| areas.head.contains((x, y).into())).map(|touch| touch.id.as_str())
    }
}

/// The keys that work here, most needed first; those that do not fit are left out whole.
pub(crate) fn foot(screen: &Screen, cx: &Cx<'_>, area: Rect, has_console: bool, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let en = screen.appearance.language == Language::En;
    let word = |ru: &'static str, en_word: &'static str| if en { en_word } else { ru };
    let has_secret = fields(screen).any(|field| field.reveal.is_some() && cx.is_focused(&field.key));
    let keys = [
        (true, "Tab", word("дальше", "next")),
        (true, "Enter", word("выбрать", "do")),
        (screen.back.is_some(), "Esc", word("назад", "back")),
        (has_secret, "Ctrl-R", word("показать/скрыть", "show/hide")),
        (screen.refresh.is_some(), "F5", word("обновить", "refresh")),
        (has_console, "F2", word("консоль", "console")),
        (true, "Ctrl-Q", word("выход", "quit")),
        (!screen.tabs.is_empty(), "Alt-1…3", word("разделы", "rooms")),
        (true, "PgUp/PgDn", word("листать", "scroll")),
        (screen.blocks.iter().any(|b| matches!(b, Block::Field(_))), "Ctrl-U", word("стереть", "empty")),
    ];
    let mut x = area.x + u16::from(area.width > 2) * 2;
    for (_, key, what) in keys.into_iter().filter(|(works, ..)| *works) {
        let wide = u16::try_from(width(key) + width(what) + 3).unwrap_or(u16::MAX);
        if x.saturating_add(wide) > area.right() {
            continue;
        }
        let strong = Style::new().add_modifier(Modifier::BOLD);
        buffer.set_string(x, area.y, key, strong);
        let after = x + u16::try_from(width(key) + 1).unwrap_or(0);
        buffer.set_string(after, area.y, what, cx.theme.quiet());
        x += wide;
    }
}
