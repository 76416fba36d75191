use std::sync::Arc;

use fl_journeys::{Seen, Stuck, Target};
use fl_runtime::Engine;
use fl_stage::Hands;
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
};

use crate::{
    assets::EngineAssets,
    ui::{
        Desk, Order,
        focus::{Act, Stop},
    },
};

/// Wide enough for one readable column, high enough for most screens in one view.
const SIZE: (u16, u16) = (100, 200);
/// A screen that asks for more after so many rounds never comes to rest.
const ROUNDS: usize = 100;
/// A list of more pages never ends.
const PAGES: usize = 2_000;

/// Hands on the desk: a keyboard, and eyes on what is drawn.
#[derive(Default)]
pub(crate) struct DeskHands(Option<Open>);

/// A desk that shows an engine.
struct Open {
    engine: Arc<Engine>,
    desk: Desk,
    terminal: Terminal<TestBackend>,
}

type Done = Result<(), Stuck>;

impl DeskHands {
    fn open(&mut self) -> Result<&mut Open, Stuck> {
        self.0.as_mut().ok_or_else(|| Stuck::new("the app is not open"))
    }
}

impl Open {
    fn new(engine: &Arc<Engine>) -> Result<Self, Stuck> {
        // Without colour, so that a story sees what someone sees who has none.
        let desk = Desk::new(engine.screen(), false, false);
        let terminal =
            Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).map_err(|never| Stuck::new(never.to_string()))?;
        let mut open = Self { engine: Arc::clone(engine), desk, terminal };
        open.settle()?;
        Ok(open)
    }

    /// Waits until nothing is under way and draws what there is, until drawing it asks for nothing more.
    fn settle(&mut self) -> Done {
        for _ in 0..ROUNDS {
            self.engine.settle();
            let screen = self.engine.screen();
            if *screen != *self.desk.screen {
                self.desk.show(screen);
            }
            let orders = self.draw();
            if orders.is_empty() {
                return Ok(());
            }
            self.carry_out(orders);
        }
        Err(Stuck::new("the screen never comes to rest"))
    }

    fn draw(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        let assets = EngineAssets(Some(Arc::clone(&self.engine)));
        let desk = &mut self.desk;
        // Under a wide letter this double of a terminal keeps what stood in its second column, which no terminal does.
        let Ok(()) = self.terminal.clear();
        let Ok(_) = self.terminal.draw(|frame| {
            let area = frame.area();
            orders = desk.draw(frame, area, &assets);
        });
        orders
    }

    fn carry_out(&self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Touch(touch) => self.engine.touch(touch),
                Order::Type { field, text } => self.engine.typed(&field, text),
                Order::Console | Order::Quit => {}
            }
        }
    }

    /// Presses a key; what it starts is not waited for.
    fn press(&mut self, code: KeyCode) {
        self.press_with(code, KeyModifiers::NONE);
    }

    fn press_with(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        let orders = self.desk.handle(&Event::Key(KeyEvent::new(code, modifiers)));
        self.carry_out(orders);
    }

    /// Brings the keyboard to something, with the keyboard.
    fn go_to(&mut self, wanted: &dyn Fn(&Stop) -> bool) -> Result<Stop, Stuck> {
        let stops = self.desk.stops();
        let names = || stops.iter().map(|stop| stop.id.as_str()).collect::<Vec<_>>().join(", ");
        let stop = stops.iter().find(|stop| wanted(stop)).ok_or_else(|| {
            Stuck::new(format!("nothing of that name can be touched; there are {}", names()))
        })?;
        for _ in 0..=stops.len() {
            if self.desk.focus.as_ref() == Some(&stop.id) {
                return Ok(stop.clone());
            }
            self.press(KeyCode::Tab);
        }
        Err(Stuck::new(format!("the keyboard does not come to `{}`", stop.id)))
    }

    fn go_to_field(&mut self, key: &str) -> Done {
        let stop = self.go_to(&|stop| stop.id == key)?;
        match stop.act {
            Act::Type { .. } => {
                self.press(KeyCode::End);
                Ok(())
            }
            Act::Touch(_) | Act::Reveal(_) => Err(Stuck::new(format!("`{key}` is no field"))),
            Act::Nothing => Err(Stuck::new(format!("`{key}` cannot be typed into now"))),
        }
    }

    fn read(&self, area: Rect) -> String {
        let buffer = self.terminal.backend().buffer();
        let mut text = String::new();
        for y in area.top()..area.bottom().min(buffer.area.bottom()) {
            text.push_str(&row(buffer, area.left()..area.right().min(buffer.area.right()), y));
            text.push('\n');
        }
        text
    }
}

/// One row of cells. A wide letter fills two, the second of which holds nothing of its own.
fn row(buffer: &Buffer, columns: std::ops::Range<u16>, y: u16) -> String {
    let mut text = String::new();
    let mut covered = 0;
    for x in columns {
        let symbol = buffer[(x, y)].symbol();
        if covered == 0 {
            text.push_str(symbol);
            covered = crate::ui::text::width(symbol).max(1);
        }
        covered -= 1;
    }
    text.trim_end().to_owned()
}

/// What a person reads of it: no frames and rules, and one space for any run of them.
fn words(drawn: &str) -> String {
    let is_line = |c: char| "│║╭╮╰╯─═╔╗╚╝▸┃╎▐▌".contains(c);
    drawn.replace(is_line, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Hands for DeskHands {
    fn opened(&mut self, engine: &Arc<Engine>) -> Done {
        self.0 = Some(Open::new(engine)?);
        Ok(())
    }

    fn closed(&mut self) {
        self.0 = None;
    }

    fn settle(&mut self) -> Done {
        self.open()?.settle()
    }

    fn type_text(&mut self, key: &str, text: &str) -> Done {
        let open = self.open()?;
        open.go_to_field(key)?;
        for c in text.chars() {
            open.press(KeyCode::Char(c));
        }
        open.settle()
    }

    fn paste(&mut self, key: &str, text: &str) -> Done {
        let open = self.open()?;
        open.go_to_field(key)?;
        let orders = open.desk.handle(&Event::Paste(text.to_owned()));
        open.carry_out(orders);
        open.settle()
    }

    fn clear(&mut self, key: &str) -> Done {
        let open = self.open()?;
        open.go_to_field(key)?;
        open.press_with(KeyCode::Char('u'), KeyModifiers::CONTROL);
        open.settle()
    }

    fn tap(&mut self, target: &Target) -> Done {
        let open = self.open()?;
        let stop = match target {
            Target::Key(key) => open.go_to(&|stop| stop.id == *key)?,
            Target::Label(label) => open.go_to(&|stop| words(&stop.label) == words(label))?,
        };
        match stop.act {
            Act::Touch(_) | Act::Reveal(_) => open.press(KeyCode::Enter),
            Act::Type { .. } => {}
            Act::Nothing => return Err(Stuck::new(format!("{target} cannot be touched now"))),
        }
        open.settle()
    }

    fn back(&mut self) -> Done {
        let open = self.open()?;
        if open.desk.screen.back.is_none() {
            return Err(Stuck::new("there is no way back from here"));
        }
        open.press(KeyCode::Esc);
        open.settle()
    }

    fn refresh(&mut self) -> Done {
        let open = self.open()?;
        if open.desk.screen.refresh.is_none() {
            return Err(Stuck::new("nothing can be read anew here"));
        }
        open.press(KeyCode::F(5));
        open.settle()
    }

    fn scroll_end(&mut self) -> Done {
        let open = self.open()?;
        for _ in 0..PAGES {
            let before = (Arc::clone(&open.desk.screen), open.desk.scroll);
            open.press(KeyCode::PageDown);
            open.settle()?;
            if before == (Arc::clone(&open.desk.screen), open.desk.scroll) {
                return Ok(());
            }
        }
        Err(Stuck::new("this never ends"))
    }

    fn seen(&mut self) -> Seen {
        let Ok(open) = self.open() else { return Seen::default() };
        let picture = open.read(*open.terminal.backend().buffer().area());
        let screen = open.desk.screen.key().to_owned();
        Seen { screen, text: words(&picture), picture }
    }

    fn seen_at(&mut self, key: &str) -> Option<String> {
        let open = self.open().ok()?;
        let screen = &open.desk.screen;
        let in_head = screen.notice.as_ref().is_some_and(|notice| notice.key == key)
            || screen.tabs.iter().any(|tab| tab.key == key);
        if in_head {
            let head = open.desk.drawn.areas.as_ref()?.head;
            return Some(words(&open.read(head)));
        }
        open.desk.scroll = open.desk.drawn.page.reveal(key, open.desk.scroll);
        let _ = open.draw();
        let (column, rows) = open.desk.drawn.page.find_whole(key)?;
        let top = rows.start.checked_sub(column.offset(open.desk.scroll))?;
        let cells = |n: usize| u16::try_from(n).ok();
        let area = Rect { y: column.area.y + cells(top)?, height: cells(rows.len())?, ..column.area };
        Some(words(&open.read(area)))
    }
}
