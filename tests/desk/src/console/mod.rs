//! The pane in which QA sees what the engine does and steers the service and the clocks.

mod draw;
mod prompt;
mod steer;

#[cfg(test)]
mod tests;

use std::{collections::VecDeque, sync::Arc, time::Duration};

use fl_journeys::FaultName;
use fl_runtime::{Engine, Entry};
use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

pub(crate) use draw::draw;
pub(crate) use prompt::{Prompt, Typed};
pub(crate) use steer::{Steered, steer};

/// Lines of the trace that are kept.
const KEPT: usize = 1_000;

/// Something QA does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Switches a fault for everyone on or off.
    Fault(FaultName),
    /// Time goes on.
    Later(Duration),
    /// The device's clock is set back.
    ClockBack(Duration),
    /// It is set forward.
    ClockForward(Duration),
    /// Someone else: the engine is opened in a folder of this taxpayer's own, and the sign-in fields are filled.
    Taxpayer(String),
    /// The service ends the sessions of whom was picked last.
    Revoke,
    /// Their access token expires.
    Expire,
    /// A new operation of theirs.
    Operation,
    /// Somebody else signs in as them.
    Stranger,
    /// The newest link that was sent to them is touched.
    Letter,
    /// The form with every kind of field is opened.
    Pattern,
    /// On the sign-in page that is open they agree.
    Agree,
    /// They say no there.
    Deny,
    /// A line is typed that says how requests are answered.
    Prompt,
    /// Requests are answered as this line says.
    Script(String),
    /// The service takes no new password that is shorter; as it was at the start where this holds already.
    Policy(u32),
}

/// One line that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) label: String,
    pub(crate) act: Act,
}

/// A heading and what stands under it.
pub(crate) struct Group {
    pub(crate) title: &'static str,
    /// What is to be said of it, such as why there is nothing under it.
    pub(crate) note: Option<String>,
    pub(crate) items: Vec<Item>,
}

/// What is shown of the stage.
pub(crate) struct Facts {
    pub(crate) has_sandbox: bool,
    pub(crate) active: Vec<FaultName>,
    /// Key, title, INN and password.
    pub(crate) taxpayers: Vec<(String, String, String, String)>,
    /// Whom QA picked last.
    pub(crate) picked: Option<String>,
    /// What the service holds of them, in words.
    pub(crate) standing: Option<String>,
    /// A sign-in page is open in the browser.
    pub(crate) has_page: bool,
    /// The shortest password that the service takes.
    pub(crate) shortest: u32,
    /// How requests are answered, and how each is taken back.
    pub(crate) scripted: Vec<(String, String)>,
    /// What of it could not be done last.
    pub(crate) script_trouble: Option<String>,
    pub(crate) time: String,
}

/// The pane's own state.
#[derive(Default)]
pub(crate) struct Console {
    pub(crate) is_open: bool,
    pub(crate) chosen: usize,
    pub(crate) trace: VecDeque<Entry>,
    pub(crate) last: u64,
    /// What the last act did.
    pub(crate) said: String,
    /// The line that is being typed.
    pub(crate) prompt: Option<Prompt>,
    /// Rows of the items as drawn last, for the mouse: row, item.
    pub(crate) rows: Vec<(u16, usize)>,
    pub(crate) area: ratatui::layout::Rect,
}

/// What became of an event.
pub(crate) enum Taken {
    /// It was for somebody else.
    No,
    /// It was for the pane.
    Yes,
    /// It was, and this is to be done.
    Do(Act),
    /// The pane is to be closed.
    Close,
}

/// A password policy that is stricter than the documented one.
const STRICT: u32 = 10;

/// How a line that is typed is written.
pub(crate) const HELP: &str = "PATH [with NAME=VALUE] [for KEY], then: status 500 · header NAME VALUE · body \"TEXT\" · \
    json {…} · file NAME · empty · set /a/b VALUE · remove /a/b · request set /a/b VALUE · dropped · done · length N · cut N · \
    stall N · drip N every 1s · endless · wait 5s, then: once · 3 times. PATH as before. Enter does it, Esc leaves it. All of \
    it: tests/sandbox/README.md";

const NEEDS_SANDBOX: &str = "needs the sandbox: start without --service";

impl Facts {
    /// Everything that can be chosen.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let note = || (!self.has_sandbox).then(|| NEEDS_SANDBOX.to_owned());
        let only_here = |items: Vec<Item>| if self.has_sandbox { items } else { Vec::new() };
        let item = |label: String, act| Item { label, act };
        let faults = FaultName::ALL
            .into_iter()
            .map(|name| {
                let mark = if self.active.contains(&name) { "[x]" } else { "[ ]" };
                item(format!("{mark} {}", name.word()), Act::Fault(name))
            })
            .collect();
        let minutes = |count: u64| Duration::from_secs(count * 60);
        let clock = vec![
            item("+1 minute".to_owned(), Act::Later(minutes(1))),
            item("+1 hour".to_owned(), Act::Later(minutes(60))),
            item("+24 hours".to_owned(), Act::Later(minutes(24 * 60))),
            item("−1 hour (this device only)".to_owned(), Act::ClockBack(minutes(60))),
            item("+25 hours (this device only)".to_owned(), Act::ClockForward(minutes(25 * 60))),
        ];
        let people = self
            .taxpayers
            .iter()
            .map(|(key, title, inn, password)| {
                let mark = if self.picked.as_ref() == Some(key) { "▸" } else { " " };
                item(format!("{mark} {inn}  {password}  {key}: {title}"), Act::Taxpayer(key.clone()))
            })
            .collect();
        let session = vec![
            item("end all sessions".to_owned(), Act::Revoke),
            item("let the access token expire".to_owned(), Act::Expire),
            item("add an operation".to_owned(), Act::Operation),
            item("let somebody else sign in as them".to_owned(), Act::Stranger),
            item("open the link of their newest letter".to_owned(), Act::Letter),
        ];
        let who = self.picked.as_deref().unwrap_or("nobody: pick a taxpayer first");
        let page = vec![item(format!("agree as {who}"), Act::Agree), item("say no".to_owned(), Act::Deny)];
        let no_page = (!self.has_page).then(|| "no sign-in page is open".to_owned());
        let mark = if self.shortest == STRICT { "[x]" } else { "[ ]" };
        let held = self
            .scripted
            .iter()
            .map(|(script, back)| item(format!("[x] {script}"), Act::Script(back.clone())));
        let answers = std::iter::once(item("type an answer…".to_owned(), Act::Prompt)).chain(held).collect();
        let policy = vec![item(format!("{mark} passwords from {STRICT} characters on"), Act::Policy(STRICT))];
        vec![
            Group { title: "Faults, for everyone", note: note(), items: only_here(faults) },
            Group { title: "Clocks", note: None, items: clock },
            Group {
                title: "Forms",
                note: Some("every kind of field; no app that ships has it".to_owned()),
                items: vec![item("open the pattern book".to_owned(), Act::Pattern)],
            },
            Group { title: "Another taxpayer", note: note(), items: only_here(people) },
            Group {
                title: "Their account at the service",
                note: note().or_else(|| self.standing.clone()),
                items: only_here(session),
            },
            Group { title: "What the service takes", note: note(), items: only_here(policy) },
            Group {
                title: "What the service answers",
                note: note().or_else(|| self.script_trouble.clone()),
                items: only_here(answers),
            },
            // Last, since it comes and goes: the other lines keep their places.
            Group {
                title: "Gosuslugi, in the browser",
                note: note().or(no_page),
                items: only_here(if self.has_page { page } else { Vec::new() }),
            },
        ]
    }

    fn items(&self) -> Vec<Item> {
        self.groups().into_iter().flat_map(|group| group.items).collect()
    }
}

impl Console {
    /// Reads on in what the engine did.
    pub(crate) fn read(&mut self, engine: &Arc<Engine>) {
        for entry in engine.console().entries_since(self.last) {
            self.last = entry.number;
            self.trace.push_back(entry);
        }
        let over = self.trace.len().saturating_sub(KEPT);
        self.trace.drain(..over);
    }

    /// Goes to the line that does this, if there is one.
    pub(crate) fn go_to(&mut self, act: &Act, facts: &Facts) {
        if let Some(at) = facts.items().iter().position(|item| item.act == *act) {
            self.chosen = at;
        }
    }

    /// Another engine counts from one again.
    pub(crate) fn forget(&mut self) {
        self.last = 0;
    }

    /// An event at the terminal while the pane is open. A few keys of its own belong to it; the rest goes on to the app, so
    /// that both can be used at once.
    pub(crate) fn handle(&mut self, event: &Event, facts: &Facts) -> Taken {
        let items = facts.items();
        if let Some(prompt) = &mut self.prompt {
            match prompt.handle(event) {
                Typed::No => {}
                Typed::Yes => return Taken::Yes,
                Typed::Line(line) => return Taken::Do(Act::Script(line)),
                Typed::Left => {
                    self.prompt = None;
                    return Taken::Yes;
                }
            }
        }
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let alt = key.modifiers.contains(KeyModifiers::ALT);
                match key.code {
                    KeyCode::F(2) => Taken::Close,
                    KeyCode::F(3) => self.choose(-1, items.len()),
                    KeyCode::F(4) => self.choose(1, items.len()),
                    KeyCode::Up if alt => self.choose(-1, items.len()),
                    KeyCode::Down if alt => self.choose(1, items.len()),
                    KeyCode::Enter if alt => self.act(&items),
                    KeyCode::F(9) => self.act(&items),
                    _ => Taken::No,
                }
            }
            Event::Mouse(mouse) if self.area.contains((mouse.column, mouse.row).into()) => {
                if mouse.kind != MouseEventKind::Down(MouseButton::Left) {
                    return Taken::Yes;
                }
                let Some((_, item)) = self.rows.iter().find(|(row, _)| *row == mouse.row) else {
                    return Taken::Yes;
                };
                self.chosen = *item;
                self.act(&items)
            }
            _ => Taken::No,
        }
    }

    /// What an act did. A line that was taken is done with; one that was not can be mended.
    pub(crate) fn say(&mut self, said: String, is_done: bool) {
        self.said = said;
        if is_done {
            self.prompt = None;
        }
    }

    /// A line can be typed; how, is said.
    pub(crate) fn ask(&mut self) {
        self.prompt = Some(Prompt::after("answer "));
        HELP.clone_into(&mut self.said);
    }

    fn choose(&mut self, by: isize, count: usize) -> Taken {
        self.chosen = (self.chosen + count).saturating_add_signed(by) % count.max(1);
        Taken::Yes
    }

    fn act(&self, items: &[Item]) -> Taken {
        items.get(self.chosen).map_or(Taken::Yes, |item| Taken::Do(item.act.clone()))
    }
}
