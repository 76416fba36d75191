//! A screen's blocks, placed in one column or two, and scrolled.

use std::ops::Range;

use fl_app::{Screen, screen::Block};
use ratatui::{layout::Rect, text::Line};

use super::piece::{Cx, Piece};
use crate::blocks;

/// The room at the left where the mark of the keyboard's place stands.
pub(crate) const GUTTER: u16 = 2;
/// A line of text longer than this is hard to follow to its end.
const READABLE: u16 = 92;
/// From here on there is room for two columns beside each other.
const TWO_COLUMNS: u16 = 150;
/// A column of two.
const HALF: u16 = 84;
const BETWEEN: u16 = 6;

/// A block's place, in rows of its column.
pub(crate) struct Placed {
    pub(crate) key: String,
    pub(crate) is_row: bool,
    pub(crate) rows: Range<usize>,
}

/// A place that can be touched, in rows of its column and columns of the terminal.
pub(crate) struct Touch {
    pub(crate) id: String,
    pub(crate) rows: Range<usize>,
    pub(crate) x: Range<u16>,
}

/// Blocks below each other.
pub(crate) struct Column {
    pub(crate) area: Rect,
    pub(crate) lines: Vec<Line<'static>>,
    pub(crate) blocks: Vec<Placed>,
    pub(crate) touches: Vec<Touch>,
    /// Row and terminal column of the text cursor.
    pub(crate) cursor: Option<(usize, u16)>,
}

impl Column {
    /// How far this column is scrolled when the page is scrolled by `scroll`: a shorter one stays at its end.
    pub(crate) fn offset(&self, scroll: usize) -> usize {
        scroll.min(self.lines.len().saturating_sub(usize::from(self.area.height)))
    }
}

/// All columns.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) columns: Vec<Column>,
}

impl Page {
    /// Places the blocks of a screen in an area.
    pub(crate) fn new(screen: &Screen, cx: &Cx<'_>, area: Rect) -> Self {
        let all = screen.blocks.as_slice();
        let columns = match second_column(all).filter(|_| area.width >= TWO_COLUMNS) {
            None => {
                let width = area.width.min(READABLE);
                let x = area.x + (area.width - width) / 2;
                vec![column(all, cx, Rect { x, width, ..area })]
            }
            Some(at) => {
                let (left, right) = all.split_at(at);
                let width = ((area.width - BETWEEN) / 2).min(HALF);
                let x = area.x + (area.width - 2 * width - BETWEEN) / 2;
                let place = |x| Rect { x, width, ..area };
                vec![column(left, cx, place(x)), column(right, cx, place(x + width + BETWEEN))]
            }
        };
        Self { columns }
    }

    /// How far it can be scrolled.
    pub(crate) fn longest_scroll(&self) -> usize {
        let below = |column: &Column| column.lines.len().saturating_sub(usize::from(column.area.height));
        self.columns.iter().map(below).max().unwrap_or(0)
    }

    /// Where something is: its column and rows.
    pub(crate) fn find(&self, id: &str) -> Option<(&Column, Range<usize>)> {
        self.columns.iter().find_map(|column| {
            let touch = column.touches.iter().find(|touch| touch.id == id).map(|touch| touch.rows.clone());
            let block = || column.blocks.iter().find(|block| block.key == id).map(|block| block.rows.clone());
            touch.or_else(block).map(|rows| (column, rows))
        })
    }

    /// Where all of something is drawn, also around what of it can be touched.
    pub(crate) fn find_whole(&self, id: &str) -> Option<(&Column, Range<usize>)> {
        let block = self.columns.iter().find_map(|column| {
            let block = column.blocks.iter().find(|block| block.key == id)?;
            Some((column, block.rows.clone()))
        });
        block.or_else(|| self.find(id))
    }

    /// The scroll at which something is in view, as near to `scroll` as can be.
    pub(crate) fn reveal(&self, id: &str, scroll: usize) -> usize {
        let Some((column, rows)) = self.find(id) else { return scroll };
        let height = usize::from(column.area.height);
        let top = column.offset(scroll);
        if rows.start < top || rows.len() >= height {
            rows.start
        } else if rows.end > top + height {
            rows.end - height
        } else {
            scroll
        }
    }

    /// It is drawn when the page is scrolled so far.
    pub(crate) fn is_in_view(&self, id: &str, scroll: usize) -> bool {
        self.find(id).is_some_and(|(column, rows)| {
            let top = column.offset(scroll);
            rows.start < top + usize::from(column.area.height) && rows.end > top
        })
    }

    /// What stands at a cell of the terminal.
    pub(crate) fn at(&self, x: u16, y: u16, scroll: usize) -> Option<&str> {
        self.columns.iter().find_map(|column| {
            let inside = column.area.contains((x, y).into());
            let row = usize::from(y.checked_sub(column.area.y)?) + column.offset(scroll);
            let hit = column.touches.iter().find(|t| t.rows.contains(&row) && t.x.contains(&x));
            hit.filter(|_| inside).map(|touch| touch.id.as_str())
        })
    }

    /// The first row of a list in view in the longest column: where one reads.
    pub(crate) fn anchor(&self, scroll: usize) -> Option<(String, usize)> {
        let column = self.columns.iter().max_by_key(|column| column.lines.len())?;
        let top = column.offset(scroll);
        // A row keeps its key wherever a window slides; headings and «more» are there in every window.
        let placed = column.blocks.iter().find(|b| b.rows.start >= top && b.is_row)?;
        Some((placed.key.clone(), placed.rows.start - top))
    }

    /// The scroll at which the anchor stands where it stood.
    pub(crate) fn restore(&self, (key, below): &(String, usize)) -> Option<usize> {
        let (_, rows) = self.find(key)?;
        Some(rows.start.saturating_sub(*below))
    }
}

/// Where a second column begins: at the first heading, if something stands before it.
fn second_column(blocks: &[Block]) -> Option<usize> {
    blocks.iter().position(|block| matches!(block, Block::Section(_))).filter(|at| *at > 0)
}

fn column(blocks: &[Block], cx: &Cx<'_>, area: Rect) -> Column {
    let inner = area.width.saturating_sub(GUTTER + 1).max(1);
    let cx = Cx { width: usize::from(inner), ..*cx };
    let mut column =
        Column { area, lines: Vec::new(), blocks: Vec::new(), touches: Vec::new(), cursor: None };
    let mut before: Option<&Block> = None;
    for block in blocks {
        let gap = before.map_or(0, |before| gap(before, block)) + cx.theme.gap();
        column.lines.extend(std::iter::repeat_n(Line::default(), if before.is_some() { gap } else { 0 }));
        let Piece { lines, spots, cursor } = blocks::draw(block, &cx);
        let top = column.lines.len();
        column.blocks.push(Placed {
            key: block.key().to_owned(),
            is_row: matches!(block, Block::Row(_)),
            rows: top..top + lines.len(),
        });
        let left = area.x + GUTTER;
        let cell = |x: usize| left.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
        column.touches.extend(spots.into_iter().map(|spot| Touch {
            rows: top + spot.row..top + spot.row + spot.rows,
            x: cell(spot.x).saturating_sub(GUTTER)..cell(spot.x + spot.width),
            id: spot.id,
        }));
        if let Some((row, x)) = cursor {
            column.cursor = Some((top + row, cell(x)));
        }
        column.lines.extend(lines);
        before = Some(block);
    }
    column
}

/// Empty lines between two blocks: what belongs together stands together.
fn gap(before: &Block, block: &Block) -> usize {
    let belongs = match block {
        Block::Section(_) => false,
        Block::Row(_) => {
            matches!(before, Block::Section(_) | Block::Figure(_) | Block::Row(_) | Block::More(_))
        }
        Block::More(_) => matches!(before, Block::Section(_) | Block::Row(_)),
        Block::Figure(_) => matches!(before, Block::Section(_) | Block::Figure(_) | Block::Row(_)),
        Block::Button(_) => matches!(before, Block::Section(_) | Block::Button(_)),
        Block::Filter(_) | Block::Toggle(_) => {
            matches!(before, Block::Section(_) | Block::Filter(_) | Block::Toggle(_))
        }
        Block::Status(_)
        | Block::Text(_)
        | Block::Field(_)
        | Block::Choice(_)
        | Block::Files(_)
        | Block::Notice(_)
        | Block::Steps(_)
        | Block::Checklist(_)
        | Block::Countdown(_)
        | Block::Picture(_)
        | Block::Progress(_)
        | Block::Empty(_) => matches!(before, Block::Section(_)),
    };
    usize::from(!belongs)
}
