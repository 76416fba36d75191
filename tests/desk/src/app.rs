//! The full-screen app: one loop that waits for the terminal or the engine and draws what there is then.

use std::{
    env, io,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::Duration,
};

use fl_app::Screen;
use fl_runtime::{Engine, PlatformError, ScreenListener};
use fl_stage::Stage;
use ratatui::{
    Frame,
    crossterm::event::Event,
    layout::{Margin, Rect},
    widgets::Clear,
};

use crate::{
    assets::EngineAssets,
    console::{self, Act, Console, Facts, Prompt, Steered, Taken, Typed},
    pick::Picks,
    platform::{DeskPlatform, browse},
    sign_in::SignIns,
    trouble::Trouble,
    ui::{
        Desk, Order,
        terminal::{Full, listen},
        theme::Theme,
    },
};

/// What is said above the line for a path.
const ASKS: &str = "The path of the file that goes along. Enter takes it, Esc goes without.";
/// From here on the console stands beside the app; below it lies over it.
const BESIDE: u16 = 130;
/// How wide it is there.
const CONSOLE: u16 = 62;
/// How often the trace in the open console reads on.
const TRACE: Duration = Duration::from_millis(500);

enum Happened {
    Terminal(io::Result<Event>),
    Screen,
    /// The path of a file is wanted.
    Asks,
    /// The device did something that is seen elsewhere.
    Said(String),
}

/// Tells the loop that there is a new screen; which one it is, it reads itself.
struct Bell(Sender<Happened>);

impl ScreenListener for Bell {
    fn changed(&self, _screen: Arc<Screen>) -> Result<(), PlatformError> {
        // When nobody listens any more, the app is ending.
        let _ = self.0.send(Happened::Screen);
        Ok(())
    }
}

/// Runs the app until it is left.
pub(crate) fn run(mut stage: Stage) -> Result<(), Trouble> {
    let (sender, happened) = channel();
    let (sign_ins, picks) = (Arc::<SignIns>::default(), Arc::<Picks>::default());
    let engine = open(&mut stage, &sender, &sign_ins, &picks)?;
    // https://no-color.org: any value but an empty one.
    let colour = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let mut app = App {
        desk: Desk::new(engine.screen(), colour, true),
        engine,
        stage,
        console: Console::default(),
        picked: None,
        sign_ins,
        picks,
        path: None,
        sender: sender.clone(),
        colour,
    };
    let mut full = Full::take().map_err(Trouble::Terminal)?;
    listen(sender, Happened::Terminal);
    let ended = app.go_on(&mut full, &happened);
    app.engine.close();
    ended
}

fn open(
    stage: &mut Stage,
    bell: &Sender<Happened>,
    sign_ins: &Arc<SignIns>,
    picks: &Arc<Picks>,
) -> Result<Arc<Engine>, Trouble> {
    // What another engine has begun is none of this one's.
    sign_ins.end();
    picks.leave();
    let (said, asks) = (Mutex::new(bell.clone()), Mutex::new(bell.clone()));
    stage.use_device(Arc::new(DeskPlatform {
        folder: stage.data().to_owned(),
        sign_ins: Arc::clone(sign_ins),
        browse,
        picks: Arc::clone(picks),
        asks: Box::new(move || {
            let bell = asks.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = bell.send(Happened::Asks);
        }),
        said: Box::new(move |words| {
            let bell = said.lock().unwrap_or_else(PoisonError::into_inner);
            // When nobody listens any more, the app is ending.
            let _ = bell.send(Happened::Said(words));
        }),
    }));
    let engine = stage.open()?;
    engine.subscribe(Arc::new(Bell(bell.clone())))?;
    Ok(engine)
}

struct App {
    desk: Desk,
    engine: Arc<Engine>,
    stage: Stage,
    console: Console,
    picked: Option<String>,
    sign_ins: Arc<SignIns>,
    picks: Arc<Picks>,
    /// The path of a file, while one is waited for.
    path: Option<Prompt>,
    sender: Sender<Happened>,
    colour: bool,
}

impl App {
    fn go_on(&mut self, full: &mut Full, happened: &Receiver<Happened>) -> Result<(), Trouble> {
        loop {
            self.draw(full)?;
            let Some(first) = self.wait(happened) else { return Ok(()) };
            // All that came meanwhile is handled before the next drawing: pasted keys do not draw one by one.
            for event in std::iter::once(first).chain(happened.try_iter()) {
                if self.handle(event)? {
                    return Ok(());
                }
            }
        }
    }

    /// The next thing that happens; a screen looked at anew where only the trace may have gone on.
    fn wait(&self, happened: &Receiver<Happened>) -> Option<Happened> {
        if !self.console.is_open {
            return happened.recv().ok();
        }
        match happened.recv_timeout(TRACE) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Happened::Screen),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Returns whether this was the end.
    fn handle(&mut self, happened: Happened) -> Result<bool, Trouble> {
        let event = match happened {
            Happened::Terminal(event) => event.map_err(Trouble::Terminal)?,
            Happened::Screen => {
                let screen = self.engine.screen();
                if *screen != *self.desk.screen {
                    self.desk.show(screen);
                }
                return Ok(false);
            }
            Happened::Asks => {
                self.path = self.picks.is_waiting().then(|| Prompt::after("file: "));
                return Ok(false);
            }
            Happened::Said(words) => {
                self.console.said = words;
                self.console.is_open = true;
                let facts = self.facts();
                if facts.has_page {
                    self.console.go_to(&Act::Agree, &facts);
                }
                return Ok(false);
            }
        };
        if let Some(path) = &mut self.path {
            match path.handle(&event) {
                Typed::No => {}
                Typed::Yes => return Ok(false),
                Typed::Line(line) => {
                    self.path = None;
                    self.picks.typed(&line);
                    return Ok(false);
                }
                Typed::Left => {
                    self.path = None;
                    self.picks.leave();
                    return Ok(false);
                }
            }
        }
        if self.console.is_open {
            let facts = self.facts();
            match self.console.handle(&event, &facts) {
                Taken::No => {}
                Taken::Yes => return Ok(false),
                Taken::Close => {
                    self.console.is_open = false;
                    return Ok(false);
                }
                Taken::Do(act) => {
                    self.steer(&act)?;
                    return Ok(false);
                }
            }
        }
        let orders = self.desk.handle(&event);
        Ok(self.carry_out(orders))
    }

    fn carry_out(&mut self, orders: Vec<Order>) -> bool {
        for order in orders {
            match order {
                Order::Touch(touch) => self.engine.touch(touch),
                Order::Type { field, text } => self.engine.typed(&field, text),
                Order::Console => self.console.is_open = true,
                Order::Quit => return true,
            }
        }
        false
    }

    fn steer(&mut self, act: &Act) -> Result<(), Trouble> {
        let page = self.sign_ins.page();
        let (said, folder, typed) = match console::steer(act, &mut self.picked, page.as_deref(), &self.stage)?
        {
            Steered::Said(said) => {
                self.console.say(said, false);
                return Ok(());
            }
            Steered::Taken(said) => {
                self.console.say(said, true);
                return Ok(());
            }
            Steered::Ask => {
                self.console.ask();
                return Ok(());
            }
            Steered::Link { said, url } => {
                self.console.said = said;
                self.engine.follow(url.into());
                return Ok(());
            }
            Steered::Redirect { said, url } => {
                let is_taken = self.sign_ins.answered(&url);
                self.console.said = if is_taken { said } else { "nobody waits for it".to_owned() };
                return Ok(());
            }
            Steered::Reopen { said, folder, typed } => (said, folder, typed),
        };
        self.engine.close();
        self.stage.use_folder(&folder)?;
        self.engine = open(&mut self.stage, &self.sender, &self.sign_ins, &self.picks)?;
        self.engine.settle();
        self.console.forget();
        self.desk = Desk::new(self.engine.screen(), self.colour, true);
        if self.desk.screen.key() != "sign-in" {
            "this taxpayer's folder is locked: enter its PIN".clone_into(&mut self.console.said);
            return Ok(());
        }
        self.console.said = said;
        for (key, text) in typed {
            let orders = self.desk.type_over(key, &text);
            self.carry_out(orders);
        }
        self.desk.focus_on("password");
        Ok(())
    }

    fn facts(&self) -> Facts {
        Facts::of(&self.stage, self.picked.as_ref(), self.sign_ins.page().is_some())
    }

    fn draw(&mut self, full: &mut Full) -> Result<(), Trouble> {
        self.console.read(&self.engine);
        let facts = self.facts();
        let mut orders = Vec::new();
        full.terminal.draw(|frame| orders = self.paint(frame, &facts)).map_err(Trouble::Terminal)?;
        self.carry_out(orders);
        Ok(())
    }

    fn paint(&mut self, frame: &mut Frame<'_>, facts: &Facts) -> Vec<Order> {
        let area = frame.area();
        let orders = self.paint_app(frame, facts, area);
        if let Some(path) = &self.path {
            let theme = Theme::of(self.desk.screen.appearance, self.colour);
            let rows = area.height.min(2);
            let place = Rect { y: area.bottom().saturating_sub(rows), height: rows, ..area };
            frame.render_widget(Clear, place);
            frame.buffer_mut().set_stringn(place.x, place.y, ASKS, usize::from(place.width), theme.quiet());
            path.draw(
                Rect { y: place.bottom().saturating_sub(1), height: 1, ..place },
                theme,
                frame.buffer_mut(),
            );
        }
        orders
    }

    fn paint_app(&mut self, frame: &mut Frame<'_>, facts: &Facts, area: Rect) -> Vec<Order> {
        let assets = EngineAssets(Some(Arc::clone(&self.engine)));
        if !self.console.is_open {
            return self.desk.draw(frame, area, &assets);
        }
        let (desk, pane) = divide(area);
        let orders = self.desk.draw(frame, desk, &assets);
        let theme = Theme::of(self.desk.screen.appearance, self.colour);
        console::draw(&mut self.console, facts, theme, pane, frame.buffer_mut());
        orders
    }
}

/// The app's room and the console's.
fn divide(area: Rect) -> (Rect, Rect) {
    if area.width >= BESIDE {
        let desk = Rect { width: area.width - CONSOLE, ..area };
        let pane = Rect { x: desk.right(), width: CONSOLE, ..area };
        return (desk, pane);
    }
    let margin = if area.width > 60 && area.height > 16 { Margin::new(4, 2) } else { Margin::new(0, 0) };
    (area, area.inner(margin))
}
