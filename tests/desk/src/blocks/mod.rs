//! Every meaning of a screen, drawn as lines. One exhaustive match; a block knows nothing of its place on the screen.

mod choices;
mod field;
mod figure;
mod files;
mod picture;
mod row;
mod status;
mod waiting;
mod words;

use fl_app::screen::{Block, Icon};

use crate::ui::piece::{Cx, Piece};

/// Draws a block.
pub(crate) fn draw(block: &Block, cx: &Cx<'_>) -> Piece {
    match block {
        Block::Status(b) => status::status(b, cx),
        Block::Figure(b) => figure::figure(b, cx),
        Block::Section(b) => words::section(b, cx),
        Block::Row(b) => row::row(b, cx),
        Block::Text(b) => words::text(b, cx),
        Block::Field(b) => field::field(b, cx),
        Block::Button(b) => choices::button(b, cx),
        Block::Notice(b) => words::notice(b, cx),
        Block::Steps(b) => waiting::steps(b, cx),
        Block::Checklist(b) => waiting::checklist(b, cx),
        Block::Countdown(b) => waiting::countdown(b, cx),
        Block::Filter(b) => choices::filter(b, cx),
        Block::Choice(b) => choices::choice(b, cx),
        Block::Files(b) => files::files(b, cx),
        Block::Toggle(b) => choices::toggle(b, cx),
        Block::Picture(b) => picture::picture(b, cx),
        Block::Progress(b) => waiting::progress(b, cx),
        Block::Empty(b) => words::empty(b, cx),
        Block::More(b) => waiting::more(b, cx),
    }
}

pub(crate) use words::notice;

/// An icon as one column that every terminal font has.
pub(crate) const fn glyph(icon: Icon) -> &'static str {
    match icon {
        Icon::Home | Icon::Property => "⌂",
        Icon::Operations => "≡",
        Icon::Settings => "*",
        Icon::Transport => "○",
        Icon::Land => "▒",
        Icon::Tax => "§",
        Icon::Income => "+",
        Icon::Letter => "@",
        Icon::MoneyIn => "↓",
        Icon::MoneyOut => "↑",
        Icon::Offline => "×",
        Icon::Search => "?",
        Icon::Person => "&",
        Icon::Key => "¶",
        Icon::Card => "▤",
        Icon::Office => "▥",
        Icon::Phone => "#",
        Icon::Device => "□",
        Icon::Shield => "◊",
        Icon::Outside => "→",
        Icon::Clock => "~",
        Icon::Draft => "✎",
        Icon::File => "▭",
        Icon::Picture => "▦",
        Icon::Camera => "◉",
        Icon::Chosen => "●",
        Icon::NotChosen => "·",
    }
}
