//! The terminal, taken and given back.

use std::{
    io::{self, Stdout, stdout},
    panic,
    sync::mpsc::Sender,
    thread,
};

use ratatui::{
    Terminal,
    backend::CrosstermBackend,
    crossterm::{
        event::{
            self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, Event,
        },
        execute,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    },
};

/// The whole terminal; given back when this is dropped.
pub(crate) struct Full {
    pub(crate) terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Full {
    /// Takes it. A panic gives it back before it is told, so the words are readable and the shell is usable.
    pub(crate) fn take() -> io::Result<Self> {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            told(info);
        }));
        enable_raw_mode()?;
        // From here on it is given back even if the rest of the taking fails.
        let mut full = Self { terminal: Terminal::new(CrosstermBackend::new(stdout()))? };
        execute!(stdout(), EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste)?;
        full.terminal.clear()?;
        Ok(full)
    }
}

impl Drop for Full {
    fn drop(&mut self) {
        give_back();
        let _ = self.terminal.show_cursor();
    }
}

fn give_back() {
    // There is nobody to tell: the terminal is what failed.
    let _ = execute!(stdout(), DisableBracketedPaste, DisableMouseCapture, LeaveAlternateScreen);
    let _ = disable_raw_mode();
}

/// Sends what happens at the terminal, wrapped, until nobody listens or the terminal is gone.
pub(crate) fn listen<T: Send + 'static>(to: Sender<T>, wrap: fn(io::Result<Event>) -> T) {
    thread::spawn(move || {
        loop {
            let event = event::read();
            let is_gone = event.is_err();
            if to.send(wrap(event)).is_err() || is_gone {
                return;
            }
        }
    });
}
