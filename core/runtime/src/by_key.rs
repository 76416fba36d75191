//! What can be touched on a screen, found by its key: for tests and scripts, which have no finger.

use fl_app::{
    Screen, Touch,
    screen::{Action, Block, Field},
};
use fl_domain::Secret;

use crate::Engine;

/// Something that can be touched now.
#[derive(Clone, Debug, PartialEq)]
pub struct Touchable<'a> {
    /// Its block's key; an option of a filter is `filter/option`.
    pub key: String,
    /// The name on it.
    pub label: &'a str,
    /// What to hand back.
    pub touch: &'a Touch,
}

/// All that can be touched on a screen now, in reading order.
pub fn touchable(screen: &Screen) -> Vec<Touchable<'_>> {
    let mut all: Vec<_> = screen.tabs.iter().map(|tab| found(&tab.key, &tab.label, &tab.touch)).collect();
    all.extend(screen.notice.iter().filter_map(|b| b.action.as_ref().map(|action| of(&b.key, action))));
    for block in &screen.blocks {
        match block {
            Block::Figure(b) => all.extend(b.touch.iter().map(|touch| found(&b.key, &b.label, touch))),
            Block::Row(b) => all.extend(b.touch.iter().map(|touch| found(&b.key, &b.title, touch))),
            Block::Button(b) => all.extend(b.enabled.then(|| found(&b.key, &b.label, &b.touch))),
            Block::Notice(b) => all.extend(b.action.iter().map(|action| of(&b.key, action))),
            Block::Choice(b) => all.extend(b.enabled.then(|| found(&b.key, &b.label, &b.touch))),
            Block::Files(b) => {
                let name = |key: &str| format!("{}/{key}", b.key);
                all.extend(b.files.iter().map(|file| of(&name(&file.key), &file.remove)));
                all.extend(b.ways.iter().map(|way| found(&name(&way.key), &way.label, &way.touch)));
            }
            Block::Toggle(b) => all.push(found(&b.key, &b.label, &b.touch)),
            Block::Filter(b) => all
                .extend(b.options.iter().map(|o| found(&format!("{}/{}", b.key, o.key), &o.label, &o.touch))),
            Block::Progress(b) => all.extend(b.cancel.iter().map(|action| of(&b.key, action))),
            Block::More(b) => all.extend((!b.busy).then(|| found(&b.key, &b.label, &b.touch))),
            Block::Status(_)
            | Block::Section(_)
            | Block::Text(_)
            | Block::Field(_)
            | Block::Steps(_)
            | Block::Checklist(_)
            | Block::Countdown(_)
            | Block::Picture(_)
            | Block::Empty(_) => {}
        }
    }
    all
}

fn found<'a>(key: &str, label: &'a str, touch: &'a Touch) -> Touchable<'a> {
    Touchable { key: key.to_owned(), label, touch }
}

fn of<'a>(key: &str, action: &'a Action) -> Touchable<'a> {
    found(key, &action.label, &action.touch)
}

/// What a touch of this key hands back; `None` where there is nothing to touch now.
pub fn touch_of(screen: &Screen, key: &str) -> Option<Touch> {
    touchable(screen).into_iter().find(|item| item.key == key).map(|item| item.touch.clone())
}

/// The field with this key.
pub fn field_of<'a>(screen: &'a Screen, key: &str) -> Option<&'a Field> {
    screen.blocks.iter().find_map(|block| match block {
        Block::Field(field) if field.key == key => Some(field),
        _ => None,
    })
}

impl Engine {
    /// Touches what has this key on the newest screen. Answers whether there was something to touch.
    #[must_use]
    pub fn tap(&self, key: &str) -> bool {
        let touch = touch_of(&self.screen(), key);
        let is_there = touch.is_some();
        if let Some(touch) = touch {
            self.touch(touch);
        }
        is_there
    }

    /// Types over what the field with this key holds on the newest screen. Answers whether it can be typed into.
    #[must_use]
    pub fn type_into(&self, key: &str, text: &str) -> bool {
        let screen = self.screen();
        let field = field_of(&screen, key).filter(|field| field.enabled);
        if let Some(field) = field {
            self.typed(&field.id, Secret::new(text));
        }
        field.is_some()
    }

    /// Reads everything anew, by the newest screen's own way. Answers whether it has one.
    #[must_use]
    pub fn refresh(&self) -> bool {
        let refresh = self.screen().refresh.as_ref().map(|action| action.touch.clone());
        let is_there = refresh.is_some();
        if let Some(touch) = refresh {
            self.touch(touch);
        }
        is_there
    }
}
