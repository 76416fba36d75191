//! A picture of the desk as SVG, from the cells that it draws: text stays text, and the same run gives the same file.

use std::{fmt::Write, fs, path::Path};

use fl_app::texts::Language;
use fl_stage::Stage;
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    style::{Color, Modifier},
};

use crate::{
    assets::EngineAssets,
    driver::Driver,
    trouble::Trouble,
    ui::{Desk, text::width},
};

const COLUMNS: u16 = 88;
const ROWS: u16 = 34;
/// A cell, in the picture's units; monospace letters of 15 units are 9 wide.
const CELL: (u16, u16) = (9, 19);
const MARGIN: u16 = 16;

/// Draws the debt taxpayer's home in English and writes it to a file.
pub(crate) fn picture(out: &Path) -> Result<(), Trouble> {
    let stage = Stage::rehearsal()?;
    let card = stage.taxpayer("debt").map(|card| (card.inn.clone(), card.password.clone()));
    let (inn, password) =
        card.ok_or_else(|| Trouble::Asked("the sandbox has no debt taxpayer".to_owned()))?;
    let driver = Driver::new(stage)?;
    driver.language(Language::En)?;
    driver.sign_in(&inn, &password)?;
    driver.choose_pin("246810")?;
    driver.expect("home")?;
    let mut desk = Desk::new(driver.screen(), true, true);
    let assets = EngineAssets(Some(std::sync::Arc::clone(&driver.engine)));
    let Ok(mut terminal) = Terminal::new(TestBackend::new(COLUMNS, ROWS));
    let Ok(_) = terminal.draw(|frame| {
        let area = frame.area();
        // What comes into view and could be asked for is not part of a picture.
        let _ = desk.draw(frame, area, &assets);
    });
    let text = svg(terminal.backend().buffer());
    fs::write(out, text).map_err(|why| Trouble::File { path: out.display().to_string(), why })
}

/// The cells as SVG.
fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (wide, high) = (area.width * CELL.0 + 2 * MARGIN, area.height * CELL.1 + 2 * MARGIN);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"15\">\n\
         <rect width=\"{wide}\" height=\"{high}\" rx=\"10\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(area.x + x, area.y + y)];
            let look = Look::of(cell.fg, cell.modifier);
            let mut run = String::new();
            let from = x;
            while x < area.width {
                let cell = &buffer[(area.x + x, area.y + y)];
                if Look::of(cell.fg, cell.modifier) != look {
                    break;
                }
                run.push_str(cell.symbol());
                x += u16::try_from(width(cell.symbol()).max(1)).unwrap_or(1);
            }
            look.write(&run, (from, x - from, y), &mut text);
        }
    }
    text + "</svg>\n"
}

const PAPER: &str = "#14181d";
const INK: &str = "#dfe5ea";

/// What a run of cells has in common.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: &'static str,
    modifier: Modifier,
}

impl Look {
    fn of(colour: Color, modifier: Modifier) -> Self {
        let ink = match colour {
            Color::Green => "#7fd88f",
            Color::Yellow => "#f0c674",
            Color::Red => "#ff8b8b",
            Color::Cyan => "#7cc7e8",
            _ => INK,
        };
        Self { ink, modifier }
    }

    fn write(self, run: &str, (x, cells, y): (u16, u16, u16), into: &mut String) {
        let reversed = self.modifier.contains(Modifier::REVERSED);
        let (left, top) = (MARGIN + x * CELL.0, MARGIN + y * CELL.1);
        let wide = cells * CELL.0;
        if reversed {
            let _ = writeln!(
                into,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"{}\"/>",
                CELL.1, self.ink
            );
        }
        if run.trim().is_empty() && !self.modifier.contains(Modifier::UNDERLINED) {
            return;
        }
        let ink = if reversed { PAPER } else { self.ink };
        let mut look = format!("fill=\"{ink}\"");
        if self.modifier.contains(Modifier::BOLD) {
            look += " font-weight=\"bold\"";
        }
        if self.modifier.contains(Modifier::DIM) {
            look += " opacity=\"0.65\"";
        }
        if self.modifier.contains(Modifier::UNDERLINED) {
            look += " text-decoration=\"underline\"";
        }
        // The length is said, so a font of another width keeps the columns.
        let _ = writeln!(
            into,
            "<text x=\"{left}\" y=\"{}\" textLength=\"{wide}\" xml:space=\"preserve\" {look}>{}</text>",
            top + 14,
            escaped(run)
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;

    #[test]
    fn cells_become_text_of_their_look() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "a<b", Style::new().fg(Color::Red));
        buffer.set_string(3, 0, "数", Style::new().add_modifier(Modifier::REVERSED));
        let text = svg(&buffer);
        assert!(text.contains(">a&lt;b</text>"), "{text}");
        assert!(text.contains("fill=\"#ff8b8b\""), "{text}");
        assert!(text.contains("textLength=\"18\"") && text.contains("<rect x=\"43\""), "{text}");
        assert_eq!(text, svg(&buffer));
    }
}
