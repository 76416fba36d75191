use std::{sync::Arc, time::Duration};

use fl_journeys::{FaultName, FaultSpec, Language, Seen, Shell, Stuck, Target, Taxpayer};
use fl_runtime::Engine;
use fl_sandbox::{Control, Scope};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
};

use super::bridge;
use crate::{
    assets::EngineAssets,
    stage::{SECRETS, Stage},
    trouble::Trouble,
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

/// A story's player on the desk.
pub(crate) struct DeskShell {
    desk: Desk,
    engine: Option<Arc<Engine>>,
    terminal: Terminal<TestBackend>,
    stage: Stage,
}

type Done = Result<(), Stuck>;

impl DeskShell {
    /// A desk in its first state on a stage.
    pub(crate) fn new(mut stage: Stage) -> Result<Self, Trouble> {
        let engine = stage.open()?;
        engine.settle();
        // Without colour, so that a story sees what someone sees who has none.
        let desk = Desk::new(engine.screen(), false, false);
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1))
            .map_err(|never| Trouble::Unexpected(never.to_string()))?;
        let mut shell = Self { desk, engine: Some(engine), terminal, stage };
        shell.settle().map_err(|stuck| Trouble::Unexpected(stuck.0))?;
        Ok(shell)
    }

    fn engine(&self) -> Result<&Arc<Engine>, Stuck> {
        self.engine.as_ref().ok_or_else(|| Stuck::new("the app is not open"))
    }

    fn control(&self) -> Result<&Control, Stuck> {
        self.stage.control().ok_or_else(|| Stuck::new("this service is no sandbox"))
    }

    /// Waits until nothing is under way and draws what there is, until drawing it asks for nothing more.
    fn settle(&mut self) -> Done {
        for _ in 0..ROUNDS {
            let engine = Arc::clone(self.engine()?);
            engine.settle();
            let screen = engine.screen();
            if *screen != *self.desk.screen {
                self.desk.show(screen);
            }
            let orders = self.draw(Some(&engine));
            if orders.is_empty() {
                return Ok(());
            }
            self.carry_out(orders)?;
        }
        Err(Stuck::new("the screen never comes to rest"))
    }

    fn draw(&mut self, engine: Option<&Arc<Engine>>) -> Vec<Order> {
        let mut orders = Vec::new();
        let assets = EngineAssets(engine.cloned());
        let desk = &mut self.desk;
        let Ok(_) = self.terminal.draw(|frame| {
            let area = frame.area();
            orders = desk.draw(frame, area, &assets);
        });
        orders
    }

    fn carry_out(&self, orders: Vec<Order>) -> Done {
        for order in orders {
            match order {
                Order::Send(intent) => self.engine()?.dispatch(intent),
                Order::Console | Order::Quit => {}
            }
        }
        Ok(())
    }

    /// Presses a key; what it starts is not waited for.
    fn press(&mut self, code: KeyCode) -> Done {
        let orders = self.desk.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        self.carry_out(orders)
    }

    /// Brings the keyboard to something, with the keyboard.
    fn go_to(&mut self, wanted: &dyn Fn(&Stop) -> bool) -> Result<Stop, Stuck> {
        self.engine()?;
        let stops = self.desk.stops();
        let names = || stops.iter().map(|stop| stop.id.as_str()).collect::<Vec<_>>().join(", ");
        let stop = stops.iter().find(|stop| wanted(stop)).ok_or_else(|| {
            Stuck::new(format!("nothing of that name can be touched; there are {}", names()))
        })?;
        for _ in 0..=stops.len() {
            if self.desk.focus.as_ref() == Some(&stop.id) {
                return Ok(stop.clone());
            }
            self.press(KeyCode::Tab)?;
        }
        Err(Stuck::new(format!("the keyboard does not come to `{}`", stop.id)))
    }

    fn go_to_field(&mut self, key: &str) -> Done {
        let stop = self.go_to(&|stop| stop.id == key)?;
        match stop.act {
            Act::Type { .. } => self.press(KeyCode::End),
            Act::Send(_) => Err(Stuck::new(format!("`{key}` is no field"))),
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

impl Shell for DeskShell {
    fn taxpayer(&mut self, key: &str) -> Result<Taxpayer, Stuck> {
        let card = self.stage.taxpayer(key).ok_or_else(|| Stuck::new(format!("nobody is called `{key}`")))?;
        Ok(Taxpayer { inn: card.inn.clone(), password: card.password.clone() })
    }

    fn language(&mut self, language: Language) -> Done {
        let key = |key: &str| Target::Key(key.to_owned());
        self.tap(&key("settings"))?;
        self.tap(&key(match language {
            Language::Ru => "language/ru",
            Language::En => "language/en",
        }))?;
        self.back()
    }

    fn type_text(&mut self, key: &str, text: &str) -> Done {
        self.go_to_field(key)?;
        for c in text.chars() {
            self.press(KeyCode::Char(c))?;
        }
        self.settle()
    }

    fn clear(&mut self, key: &str) -> Done {
        self.go_to_field(key)?;
        let erase = KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL);
        let orders = self.desk.handle(&Event::Key(erase));
        self.carry_out(orders)?;
        self.settle()
    }

    fn tap(&mut self, target: &Target) -> Done {
        let stop = match target {
            Target::Key(key) => self.go_to(&|stop| stop.id == *key)?,
            Target::Label(label) => self.go_to(&|stop| words(&stop.label) == words(label))?,
        };
        match stop.act {
            Act::Send(_) => self.press(KeyCode::Enter)?,
            Act::Type { .. } => {}
            Act::Nothing => return Err(Stuck::new(format!("{target} cannot be touched now"))),
        }
        self.settle()
    }

    fn back(&mut self) -> Done {
        if self.desk.screen.back.is_none() {
            return Err(Stuck::new("there is no way back from here"));
        }
        self.press(KeyCode::Esc)?;
        self.settle()
    }

    fn refresh(&mut self) -> Done {
        if self.desk.screen.refresh.is_none() {
            return Err(Stuck::new("nothing can be read anew here"));
        }
        self.press(KeyCode::F(5))?;
        self.settle()
    }

    fn scroll_end(&mut self) -> Done {
        for _ in 0..PAGES {
            let before = (Arc::clone(&self.desk.screen), self.desk.scroll);
            self.press(KeyCode::PageDown)?;
            self.settle()?;
            if before == (Arc::clone(&self.desk.screen), self.desk.scroll) {
                return Ok(());
            }
        }
        Err(Stuck::new("this never ends"))
    }

    fn seen(&mut self) -> Seen {
        let Some(_) = &self.engine else { return Seen::default() };
        let picture = self.read(*self.terminal.backend().buffer().area());
        // The kebab-case name that screens are told apart by everywhere.
        let screen = serde_json::to_value(self.desk.screen.id)
            .ok()
            .and_then(|id| id.as_str().map(str::to_owned))
            .unwrap_or_default();
        Seen { screen, text: words(&picture), picture }
    }

    fn seen_at(&mut self, key: &str) -> Option<String> {
        let engine = self.engine.clone()?;
        let screen = &self.desk.screen;
        let in_head = screen.notice.as_ref().is_some_and(|notice| notice.key == key)
            || screen.tabs.iter().any(|tab| tab.key == key);
        if in_head {
            let head = self.desk.drawn.areas.as_ref()?.head;
            return Some(words(&self.read(head)));
        }
        self.desk.scroll = self.desk.drawn.page.reveal(key, self.desk.scroll);
        let _ = self.draw(Some(&engine));
        let (column, rows) = self.desk.drawn.page.find(key)?;
        let top = rows.start.checked_sub(column.offset(self.desk.scroll))?;
        let cells = |n: usize| u16::try_from(n).ok();
        let area = Rect { y: column.area.y + cells(top)?, height: cells(rows.len())?, ..column.area };
        Some(words(&self.read(area)))
    }

    fn fault(&mut self, fault: FaultSpec) -> Done {
        let control = self.control()?;
        control.set(bridge::fault(fault, control.now()), Scope::Everyone);
        Ok(())
    }

    fn no_fault(&mut self, name: FaultName) -> Done {
        self.control()?.clear(bridge::kind(name), &Scope::Everyone);
        Ok(())
    }

    fn later(&mut self, by: Duration) -> Done {
        self.stage.later(by);
        if self.engine.is_some() { self.settle() } else { Ok(()) }
    }

    fn clock_back(&mut self, by: Duration) -> Done {
        self.stage.clock_back(by);
        if self.engine.is_some() { self.settle() } else { Ok(()) }
    }

    fn kill(&mut self) -> Done {
        self.engine()?;
        self.engine = None;
        self.stage.kill();
        Ok(())
    }

    fn open(&mut self) -> Done {
        if self.engine.is_some() {
            return Err(Stuck::new("the app is open already"));
        }
        let engine = self.stage.open().map_err(|trouble| Stuck::new(trouble.to_string()))?;
        engine.settle();
        self.desk = Desk::new(engine.screen(), false, false);
        self.engine = Some(engine);
        self.settle()
    }

    fn revoke(&mut self, inn: &str) -> Done {
        self.control()?.revoke(inn);
        Ok(())
    }

    fn expire(&mut self, inn: &str) -> Done {
        self.control()?.expire_access(inn);
        Ok(())
    }

    fn operation(&mut self, inn: &str, amount: &str, text: &str) -> Done {
        let operation =
            bridge::operation(amount, text).ok_or_else(|| Stuck::new(format!("`{amount}` is no amount")))?;
        if self.control()?.add_operation(inn, operation) {
            Ok(())
        } else {
            Err(Stuck::new("the sandbox knows no such taxpayer"))
        }
    }

    fn captcha_answer(&mut self, inn: &str) -> Result<String, Stuck> {
        self.control()?.captcha_digits(inn).ok_or_else(|| Stuck::new("no picture was asked for"))
    }

    fn requests(&mut self) -> Result<Vec<String>, Stuck> {
        Ok(self.control()?.requests().into_iter().map(|request| request.path).collect())
    }

    fn forget_requests(&mut self) -> Done {
        self.control()?.clear_requests();
        Ok(())
    }

    fn kept(&mut self) -> Option<String> {
        let accounts = std::fs::read_dir(self.stage.data().join("accounts")).ok();
        let folders: Vec<_> = accounts
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        if !folders.is_empty() {
            return Some(format!("there are still folders of accounts: {}", folders.join(", ")));
        }
        let secrets = std::fs::read_to_string(self.stage.data().join(SECRETS)).unwrap_or_default();
        (!matches!(secrets.trim(), "" | "{}")).then(|| "the platform still holds a secret".to_owned())
    }
}
