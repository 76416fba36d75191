//! The desk on a terminal of every size: what it draws, and what keys and clicks send.

mod sample;
mod sizes;
mod touch;

use std::sync::Arc;

use fl_app::Screen;
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer};

use super::{Desk, Order, piece::NoAssets};

/// A desk and the terminal it draws on.
pub(super) struct Drawn {
    pub(super) desk: Desk,
    pub(super) terminal: Terminal<TestBackend>,
}

pub(super) fn drawn(screen: Screen, (width, height): (u16, u16), colour: bool) -> Drawn {
    let desk = Desk::new(Arc::new(screen), colour, true);
    let mut drawn = Drawn { desk, terminal: Terminal::new(TestBackend::new(width, height)).unwrap() };
    drawn.draw();
    drawn
}

impl Drawn {
    pub(super) fn draw(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        self.terminal
            .draw(|frame| {
                let area = frame.area();
                orders = self.desk.draw(frame, area, &NoAssets);
            })
            .unwrap();
        orders
    }

    pub(super) fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The cells as lines, without the spaces at their ends.
    pub(super) fn text(&self) -> String {
        let buffer = self.buffer();
        (0..buffer.area.height)
            .map(|y| {
                let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
                row.trim_end().to_owned() + "\n"
            })
            .collect()
    }
}
