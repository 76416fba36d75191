use std::{collections::HashSet, sync::Arc};

use fl_app::{Screen, Touch, screen::Block};
use fl_domain::Secret;
use ratatui::{Frame, buffer::Buffer, layout::Rect};

use super::{
    chrome::{self, Areas, Head},
    focus::{self, Stop, stops},
    page::Page,
    piece::{Assets, Cx},
    theme::Theme,
    typed::{Typed, fields},
};

/// What the desk wants done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Order {
    /// Tell the core that this was touched.
    Touch(Touch),
    /// Tell it that the field with this id holds this text now.
    Type { field: String, text: Secret },
    /// Show or hide the console.
    Console,
    /// End.
    Quit,
}

/// The desk's own state: what the core knows nothing of.
pub(crate) struct Desk {
    pub(crate) screen: Arc<Screen>,
    pub(crate) typed: Typed,
    pub(crate) focus: Option<String>,
    pub(crate) scroll: usize,
    colour: bool,
    has_console: bool,
    /// What was drawn last: where touches go.
    pub(crate) drawn: Drawn,
    /// The lists' ends asked for since a person last did something. They may ask for each only once, else a window
    /// that is smaller than the terminal would slide up and down for ever.
    asked: HashSet<String>,
    /// The next drawing keeps the reader's place in a list whose window slid.
    slid: Option<(String, usize)>,
    /// The next drawing brings the focus into view.
    follow: bool,
}

/// What was drawn last.
#[derive(Default)]
pub(crate) struct Drawn {
    pub(crate) page: Page,
    pub(crate) head: Option<Head>,
    pub(crate) areas: Option<Areas>,
    pub(crate) height: u16,
}

impl Desk {
    /// A desk that shows a screen.
    pub(crate) fn new(screen: Arc<Screen>, colour: bool, has_console: bool) -> Self {
        let mut typed = Typed::default();
        typed.show(&screen);
        let focus = focus::first(&screen);
        Self {
            screen,
            typed,
            focus,
            scroll: 0,
            colour,
            has_console,
            drawn: Drawn::default(),
            asked: HashSet::new(),
            slid: None,
            follow: true,
        }
    }

    /// A new screen came.
    pub(crate) fn show(&mut self, screen: Arc<Screen>) {
        let is_another = screen.path != self.screen.path;
        self.typed.show(&screen);
        if is_another {
            self.scroll = 0;
            self.asked.clear();
            self.focus = focus::first(&screen);
            self.follow = true;
        } else {
            // At the top one wants to see what comes there, unless it is more of a list that was asked for.
            let keeps_place = self.scroll > 0 || !self.asked.is_empty();
            self.slid = self.drawn.page.anchor(self.scroll).filter(|_| keeps_place);
            self.turn_to_fault(&screen);
        }
        self.screen = screen;
        if !self.focus.as_ref().is_some_and(|id| self.stops().iter().any(|stop| stop.id == *id)) {
            self.focus = focus::first(&self.screen);
        }
    }

    /// A field that has just become wrong is where one types next, unless one is typing already.
    fn turn_to_fault(&mut self, screen: &Screen) {
        let is_typing = fields(screen).any(|field| self.focus.as_ref() == Some(&field.key));
        if is_typing {
            return;
        }
        let was_wrong = |key: &str| fields(&self.screen).any(|f| f.key == key && f.error.is_some());
        if let Some(field) = fields(screen).find(|f| f.error.is_some() && !was_wrong(&f.key)) {
            self.focus = Some(field.key.clone());
            self.follow = true;
        }
    }

    pub(crate) fn stops(&self) -> Vec<Stop> {
        let mut stops = stops(&self.screen);
        for field in fields(&self.screen).filter(|field| self.typed.is_shown(&field.key)) {
            let id = focus::reveal_id(&field.key);
            if let Some((stop, reveal)) =
                stops.iter_mut().find(|stop| stop.id == id).zip(field.reveal.as_ref())
            {
                stop.label.clone_from(&reveal.hide);
            }
        }
        stops
    }

    /// Puts the keyboard somewhere and brings it into view.
    pub(crate) fn focus_on(&mut self, id: &str) {
        self.focus = Some(id.to_owned());
        self.follow = true;
    }

    /// A person did something: lists may ask for more again.
    pub(crate) fn touched(&mut self) {
        self.asked.clear();
    }

    /// Scrolls by so many rows; up where negative.
    pub(crate) fn scroll_by(&mut self, rows: isize) {
        self.scroll = self.scroll.saturating_add_signed(rows).min(self.drawn.page.longest_scroll());
        self.slid = None;
    }

    /// Draws everything into an area. What came into view and has to be asked for is returned.
    pub(crate) fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, assets: &dyn Assets) -> Vec<Order> {
        let theme = Theme::of(self.screen.appearance, self.colour);
        let focus = self.focus.clone();
        let cx =
            Cx { width: usize::from(area.width), theme, focus: focus.as_deref(), typed: &self.typed, assets };
        let head = chrome::head(&self.screen, &cx, area);
        let areas = head.divide(area);
        let page = Page::new(&self.screen, &cx, areas.page);
        if let Some(scroll) = self.slid.take().and_then(|anchor| page.restore(&anchor)) {
            self.scroll = scroll;
        }
        if std::mem::take(&mut self.follow)
            && let Some(id) = &self.focus
        {
            self.scroll = page.reveal(id, self.scroll);
        }
        self.scroll = self.scroll.min(page.longest_scroll());
        let buffer = frame.buffer_mut();
        head.draw(&areas, buffer);
        draw_page(&page, self.scroll, focus.as_deref(), theme, buffer);
        chrome::foot(&self.screen, &cx, areas.foot, self.has_console, buffer);
        if let Some(cell) = cursor(&page, self.scroll) {
            frame.set_cursor_position(cell);
        }
        self.drawn = Drawn { page, head: Some(head), areas: Some(areas), height: area.height };
        self.ask_for_more()
    }

    /// Sends each end of a list that is in view, once for what is now between its ends.
    fn ask_for_more(&mut self) -> Vec<Order> {
        let screen = Arc::clone(&self.screen);
        let rows = || screen.blocks.iter().filter(|b| matches!(b, Block::Row(_))).map(Block::key);
        let between = format!("{:?}{:?}", rows().next(), rows().next_back());
        let in_view = screen.blocks.iter().filter_map(|block| match block {
            Block::More(more) if !more.busy && self.drawn.page.is_in_view(&more.key, self.scroll) => {
                Some(more)
            }
            _ => None,
        });
        // One at a time: two windows asked for at once would cross.
        let more =
            in_view.into_iter().find(|m| !self.asked.contains(&format!("{}{}{between}", m.key, m.label)));
        more.map(|more| {
            self.asked.insert(format!("{}{}{between}", more.key, more.label));
            Order::Touch(more.touch.clone())
        })
        .into_iter()
        .collect()
    }
}

fn draw_page(page: &Page, scroll: usize, focus: Option<&str>, theme: Theme, buffer: &mut Buffer) {
    for column in &page.columns {
        let top = column.offset(scroll);
        let area = column.area;
        let left = area.x.saturating_add(super::page::GUTTER);
        let room = area.right().saturating_sub(left);
        for (row, line) in (0..area.height).zip(column.lines.iter().skip(top)) {
            buffer.set_line(left, area.y + row, line, room);
        }
        let mark = focus.and_then(|id| column.touches.iter().find(|touch| touch.id == id));
        if let Some(row) = mark.and_then(|touch| touch.rows.start.checked_sub(top))
            && let Ok(row) = u16::try_from(row)
            && row < area.height
            && area.width > 0
        {
            buffer.set_string(area.x, area.y + row, "▸", theme.accent());
        }
        draw_scroll_bar(column, top, theme, buffer);
    }
}

/// A mark at the right edge that says how far down one is, where not all of a column is seen.
fn draw_scroll_bar(column: &super::page::Column, top: usize, theme: Theme, buffer: &mut Buffer) {
    let height = usize::from(column.area.height);
    let below = column.lines.len().saturating_sub(height);
    if below == 0 || height < 3 || column.area.width < 8 {
        return;
    }
    let at = u16::try_from(top * (height - 1) / below).unwrap_or(0);
    let x = column.area.right() - 1;
    for row in 0..column.area.height {
        let symbol = if row == at { "┃" } else { "╎" };
        buffer.set_string(x, column.area.y + row, symbol, theme.quiet());
    }
}

fn cursor(page: &Page, scroll: usize) -> Option<(u16, u16)> {
    page.columns.iter().find_map(|column| {
        let (row, x) = column.cursor?;
        let row = u16::try_from(row.checked_sub(column.offset(scroll))?).ok()?;
        (row < column.area.height && x < column.area.right()).then(|| (x, column.area.y + row))
    })
}
