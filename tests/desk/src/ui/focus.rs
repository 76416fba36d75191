//! What can be focused and touched on a screen, in reading order.

use fl_app::{
    Screen, Touch,
    screen::{Block, FieldKind},
};

/// What a touch does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Act {
    /// Hands this to the core.
    Touch(Touch),
    /// Is typed into, as the field with this id; Enter hands the touch to the core.
    Type { field: String, submit: Option<Touch> },
    /// Shows or hides the secret in the field of this key.
    Reveal(String),
    /// Nothing for now: it is switched off, but it keeps its place, so the keyboard is not thrown elsewhere while an
    /// answer is on its way.
    Nothing,
}

/// One thing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stop {
    /// Its key; an option of a filter is `filter/option`.
    pub(crate) id: String,
    /// The name on it.
    pub(crate) label: String,
    /// Left and right go through the same group, up and down past it.
    pub(crate) group: String,
    pub(crate) act: Act,
}

fn stop(id: &str, label: &str, act: Act) -> Stop {
    Stop { id: id.to_owned(), label: label.to_owned(), group: id.to_owned(), act }
}

/// All of them.
pub(crate) fn stops(screen: &Screen) -> Vec<Stop> {
    let tabs = screen.tabs.iter().map(|tab| Stop {
        group: "tabs".to_owned(),
        ..stop(&tab.key, &tab.label, Act::Touch(tab.touch.clone()))
    });
    let notice = screen.notice.iter().filter_map(|notice| {
        let action = notice.action.as_ref()?;
        Some(stop(&notice.key, &action.label, Act::Touch(action.touch.clone())))
    });
    tabs.chain(notice).chain(screen.blocks.iter().flat_map(of_block)).collect()
}

fn of_block(block: &Block) -> Vec<Stop> {
    let touched = |touch: &Touch| Act::Touch(touch.clone());
    match block {
        Block::Status(_)
        | Block::Section(_)
        | Block::Text(_)
        | Block::Steps(_)
        | Block::Checklist(_)
        | Block::Countdown(_)
        | Block::Picture(_)
        | Block::Empty(_) => Vec::new(),
        Block::Figure(b) => b.touch.iter().map(|touch| stop(&b.key, &b.label, touched(touch))).collect(),
        Block::Row(b) => b.touch.iter().map(|touch| stop(&b.key, &b.title, touched(touch))).collect(),
        Block::Field(b) => {
            let act = if b.enabled {
                Act::Type { field: b.id.clone(), submit: b.submit.clone() }
            } else {
                Act::Nothing
            };
            let reveal = b.reveal.iter().map(|reveal| Stop {
                group: b.key.clone(),
                ..stop(
                    &reveal_id(&b.key),
                    &reveal.show,
                    if b.enabled { Act::Reveal(b.key.clone()) } else { Act::Nothing },
                )
            });
            std::iter::once(stop(&b.key, &b.label, act)).chain(reveal).collect()
        }
        Block::Button(b) => {
            vec![stop(&b.key, &b.label, if b.enabled { touched(&b.touch) } else { Act::Nothing })]
        }
        Block::Notice(b) => b.action.iter().map(|a| stop(&b.key, &a.label, touched(&a.touch))).collect(),
        Block::Progress(b) => b.cancel.iter().map(|a| stop(&b.key, &a.label, touched(&a.touch))).collect(),
        Block::Filter(b) => b
            .options
            .iter()
            .map(|option| Stop {
                group: b.key.clone(),
                ..stop(&option_id(&b.key, &option.key), &option.label, touched(&option.touch))
            })
            .collect(),
        Block::Choice(b) => {
            vec![stop(&b.key, &b.label, if b.enabled { touched(&b.touch) } else { Act::Nothing })]
        }
        Block::Files(b) => {
            let of = |key: &str, label: &str, touch| Stop {
                group: b.key.clone(),
                ..stop(&option_id(&b.key, key), label, touched(touch))
            };
            let removals = b.files.iter().map(|file| of(&file.key, &file.remove.label, &file.remove.touch));
            removals.chain(b.ways.iter().map(|way| of(&way.key, &way.label, &way.touch))).collect()
        }
        Block::Toggle(b) => vec![stop(&b.key, &b.label, touched(&b.touch))],
        Block::More(b) => vec![stop(&b.key, &b.label, if b.busy { Act::Nothing } else { touched(&b.touch) })],
    }
}

/// The id of an option.
pub(crate) fn option_id(filter: &str, option: &str) -> String {
    format!("{filter}/{option}")
}

/// The id of the way to look at a field's secret.
pub(crate) fn reveal_id(field: &str) -> String {
    format!("{field}/show")
}

/// Where the keyboard is when a screen is new: the first field to type into, else the first button.
pub(crate) fn first(screen: &Screen) -> Option<String> {
    let fields = screen.blocks.iter().filter(|block| matches!(block, Block::Field(f) if f.enabled));
    let button = || screen.blocks.iter().find(|block| matches!(block, Block::Button(b) if b.enabled));
    // A list begins with its search, but one comes to it to read; a form has its field first, whatever it leads to besides.
    let is_list =
        screen.blocks.iter().any(|block| matches!(block, Block::More(_) | Block::Row(_) | Block::Figure(_)));
    let is_search = |block: &&Block| matches!(block, Block::Field(f) if f.kind == FieldKind::Search);
    let field =
        fields.clone().find(|block| !is_search(block)).or_else(|| fields.clone().next().filter(|_| !is_list));
    field.or_else(|| button().filter(|_| !is_list)).map(|block| block.key().to_owned())
}
