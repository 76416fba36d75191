//! Keys, paste and mouse.

use fl_app::Touch;
use fl_domain::Secret;
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{
    chrome::BACK,
    desk::{Desk, Order},
    editor::Edit,
    focus::{Act, Stop},
};

/// Rows a turn of the wheel.
const WHEEL: isize = 3;

impl Desk {
    /// Something happened at the terminal.
    pub(crate) fn handle(&mut self, event: &Event) -> Vec<Order> {
        self.touched();
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(*key),
            Event::Paste(text) => self.insert(text),
            Event::Mouse(mouse) => self.mouse(*mouse),
            Event::Key(_) | Event::Resize(..) | Event::FocusGained | Event::FocusLost => Vec::new(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Vec<Order> {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Char('c' | 'q' | 'с' | 'й') if ctrl => vec![Order::Quit],
            KeyCode::Char(digit @ '1'..='9') if ctrl || alt => self.room(digit as usize - '1' as usize),
            KeyCode::Char('r' | 'к') if ctrl => self.reveal(),
            KeyCode::F(2) => vec![Order::Console],
            KeyCode::F(3) => self.reveal(),
            KeyCode::F(5) => touch(self.screen.refresh.as_ref().map(|action| &action.touch)),
            KeyCode::F(number @ 6..=12) => self.room(usize::from(number) - 6),
            KeyCode::Esc => touch(self.screen.back.as_ref()),
            KeyCode::Tab => self.step(1),
            KeyCode::BackTab => self.step(-1),
            KeyCode::PageDown => self.page(1),
            KeyCode::PageUp => self.page(-1),
            KeyCode::Down => self.down(),
            KeyCode::Up => self.up(),
            // Where several lines fit, it is one more; what is to be done stands below.
            KeyCode::Enter if self.editor().is_some_and(|editor| editor.has_lines()) => self.insert("\n"),
            KeyCode::Enter => self.act(),
            _ => match self.typing() {
                Some(field) => self.edit(&field, key, ctrl, alt),
                None => self.elsewhere(key.code),
            },
        }
    }

    /// Keys that mean something else while typing.
    fn elsewhere(&mut self, code: KeyCode) -> Vec<Order> {
        match code {
            KeyCode::Char(' ') => return self.act(),
            KeyCode::Left => self.within_group(-1),
            KeyCode::Right => self.within_group(1),
            KeyCode::Home => self.scroll_by(isize::MIN),
            KeyCode::End => self.scroll_by(isize::MAX),
            _ => {}
        }
        Vec::new()
    }

    fn focused(&self) -> Option<Stop> {
        let id = self.focus.as_deref()?;
        self.stops().into_iter().find(|stop| stop.id == id)
    }

    /// The id of the field that is typed into.
    fn typing(&self) -> Option<String> {
        match self.focused()?.act {
            Act::Type { field, .. } => Some(field),
            Act::Touch(_) | Act::Reveal(_) | Act::Nothing => None,
        }
    }

    fn act(&mut self) -> Vec<Order> {
        match self.focused().map(|stop| stop.act) {
            Some(Act::Touch(touch) | Act::Type { submit: Some(touch), .. }) => vec![Order::Touch(touch)],
            // Enter in a field that sends nothing goes on to the next.
            Some(Act::Type { submit: None, .. }) => self.step(1),
            Some(Act::Reveal(key)) => {
                self.typed.reveal(&key);
                Vec::new()
            }
            Some(Act::Nothing) | None => Vec::new(),
        }
    }

    /// Shows or hides the secret that is typed.
    fn reveal(&mut self) -> Vec<Order> {
        if let Some(stop) = self.focused()
            && self.stops().iter().any(|other| other.act == Act::Reveal(stop.group.clone()))
        {
            self.typed.reveal(&stop.group);
        }
        Vec::new()
    }

    fn room(&self, index: usize) -> Vec<Order> {
        touch(self.screen.tabs.get(index).map(|tab| &tab.touch))
    }

    fn step(&mut self, by: isize) -> Vec<Order> {
        let stops = self.stops();
        let count = stops.len();
        let at = self.focus.as_ref().and_then(|id| stops.iter().position(|stop| stop.id == *id));
        let next = match at {
            _ if count == 0 => return Vec::new(),
            Some(at) => (at + count).saturating_add_signed(by) % count,
            // Past the rooms, into what one came to read.
            None if by > 0 => self.screen.tabs.len().min(count - 1),
            None => count - 1,
        };
        self.focus_on(&stops[next].id);
        Vec::new()
    }

    fn within_group(&mut self, by: isize) {
        let stops = self.stops();
        let Some(at) = self.focus.as_ref().and_then(|id| stops.iter().position(|stop| stop.id == *id)) else {
            return;
        };
        if let Some(next) = at.checked_add_signed(by).and_then(|next| stops.get(next))
            && next.group == stops[at].group
        {
            self.focus_on(&next.id);
        }
    }

    fn down(&mut self) -> Vec<Order> {
        let stops = self.stops();
        let at = self.focus.as_ref().and_then(|id| stops.iter().position(|stop| stop.id == *id));
        let next = match at {
            Some(at) => stops[at..].iter().find(|stop| stop.group != stops[at].group),
            None => stops.get(self.screen.tabs.len()),
        };
        self.go_or_scroll(next.map(|stop| stop.id.clone()), 1)
    }

    fn up(&mut self) -> Vec<Order> {
        let stops = self.stops();
        let at = self.focus.as_ref().and_then(|id| stops.iter().position(|stop| stop.id == *id));
        let next = at.and_then(|at| stops[..at].iter().rfind(|stop| stop.group != stops[at].group));
        // Into a group from below one comes to what is chosen there; into the rooms, to the first.
        let next = next.map(|stop| match self.screen.tabs.iter().find(|tab| tab.selected) {
            Some(tab) if stop.group == "tabs" => tab.key.clone(),
            _ => stop.id.clone(),
        });
        self.go_or_scroll(next, -1)
    }

    /// Goes to what is near; what is far is scrolled to, since one may want to read what lies between.
    fn go_or_scroll(&mut self, id: Option<String>, direction: isize) -> Vec<Order> {
        let reach = isize::try_from(self.drawn.height / 2).unwrap_or(0) * direction;
        let near = |id: &String| {
            self.drawn.page.find(id).is_none()
                || self.drawn.page.is_in_view(id, self.scroll)
                || self.drawn.page.is_in_view(id, self.scroll.saturating_add_signed(reach))
        };
        match id.filter(near) {
            Some(id) => self.focus_on(&id),
            None => self.scroll_by(direction),
        }
        Vec::new()
    }

    fn page(&mut self, direction: isize) -> Vec<Order> {
        let height = self.drawn.areas.as_ref().map_or(1, |areas| areas.page.height);
        self.scroll_by(direction * isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1));
        Vec::new()
    }

    fn edit(&mut self, field: &str, key: KeyEvent, ctrl: bool, alt: bool) -> Vec<Order> {
        let word = ctrl || alt;
        let edit = match key.code {
            KeyCode::Left if word => Edit::WordLeft,
            KeyCode::Right if word => Edit::WordRight,
            KeyCode::Left => Edit::Left,
            KeyCode::Right => Edit::Right,
            KeyCode::Home => Edit::Home,
            KeyCode::End => Edit::End,
            KeyCode::Backspace if word => Edit::DeleteWord,
            KeyCode::Backspace => Edit::Backspace,
            KeyCode::Delete => Edit::Delete,
            KeyCode::Char('u') if ctrl => Edit::DeleteToStart,
            KeyCode::Char('k') if ctrl => Edit::DeleteToEnd,
            KeyCode::Char('w') if ctrl => Edit::DeleteWord,
            KeyCode::Char('a') if ctrl => Edit::Home,
            KeyCode::Char('e') if ctrl => Edit::End,
            KeyCode::Char('b') if alt => Edit::WordLeft,
            KeyCode::Char('f') if alt => Edit::WordRight,
            // Some keyboards type with Ctrl and Alt held together.
            KeyCode::Char(c) if ctrl == alt => return self.insert(c.encode_utf8(&mut [0; 4])),
            _ => return Vec::new(),
        };
        let changed = self.editor().is_some_and(|editor| editor.apply(edit));
        if changed { self.edited(field) } else { Vec::new() }
    }

    fn editor(&mut self) -> Option<&mut super::editor::Editor> {
        let id = self.focus.clone()?;
        self.typed.get_mut(&id)
    }

    fn insert(&mut self, text: &str) -> Vec<Order> {
        let Some(field) = self.typing() else { return Vec::new() };
        if let Some(editor) = self.editor() {
            editor.insert(text);
        }
        self.edited(&field)
    }

    fn edited(&mut self, field: &str) -> Vec<Order> {
        let Some(editor) = self.editor() else { return Vec::new() };
        vec![Order::Type { field: field.to_owned(), text: Secret::new(editor.text()) }]
    }

    /// Types a text over what a field holds, as the console does for QA.
    pub(crate) fn type_over(&mut self, key: &str, text: &str) -> Vec<Order> {
        self.focus_on(key);
        let Some(field) = self.typing() else { return Vec::new() };
        if let Some(editor) = self.editor() {
            let has_lines = editor.has_lines();
            *editor = super::editor::Editor::new(text).with_lines(has_lines);
        }
        self.edited(&field)
    }

    fn mouse(&mut self, mouse: MouseEvent) -> Vec<Order> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll_by(WHEEL),
            MouseEventKind::ScrollUp => self.scroll_by(-WHEEL),
            MouseEventKind::Down(MouseButton::Left) => return self.click(mouse.column, mouse.row),
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, x: u16, y: u16) -> Vec<Order> {
        let head = self.drawn.head.as_ref().zip(self.drawn.areas.as_ref());
        let hit = head
            .and_then(|(head, areas)| head.at(areas, x, y))
            .or_else(|| self.drawn.page.at(x, y, self.scroll))
            .map(str::to_owned);
        let Some(id) = hit else { return Vec::new() };
        if id == BACK {
            return touch(self.screen.back.as_ref());
        }
        self.focus = Some(id);
        // A click into a field only puts the keyboard there.
        if self.typing().is_some() {
            return Vec::new();
        }
        let field = self.focused().and_then(|stop| match stop.act {
            Act::Reveal(field) => Some(field),
            Act::Touch(_) | Act::Type { .. } | Act::Nothing => None,
        });
        let orders = self.act();
        // Whoever looked at what was typed goes on typing.
        if field.is_some() {
            self.focus = field;
        }
        orders
    }
}

fn touch(touch: Option<&Touch>) -> Vec<Order> {
    touch.map(|touch| Order::Touch(touch.clone())).into_iter().collect()
}
