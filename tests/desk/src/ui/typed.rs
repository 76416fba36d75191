use std::collections::HashMap;

use fl_app::{
    Screen,
    screen::{Block, Field},
};

use super::editor::Editor;

/// The texts of the fields in view. The desk owns them; the core's value is taken over when a field comes into view and
/// when its revision changes.
#[derive(Default)]
pub(crate) struct Typed {
    fields: HashMap<String, Kept>,
}

struct Kept {
    revision: u32,
    editor: Editor,
    /// A secret is looked at; it is hidden again when the field goes or the core sets its text.
    shown: bool,
}

impl Typed {
    /// A new screen is shown. What was typed into fields that are gone leaves memory.
    pub(crate) fn show(&mut self, screen: &Screen) {
        self.fields.retain(|key, _| fields(screen).any(|field| field.key == *key));
        for field in fields(screen) {
            let kept = self.fields.get(&field.key);
            if kept.is_none_or(|kept| kept.revision != field.revision) {
                let kept = Kept {
                    revision: field.revision,
                    editor: Editor::new(&field.value).with_lines(field.kind.is_long()),
                    shown: false,
                };
                self.fields.insert(field.key.clone(), kept);
            }
        }
    }

    /// What is typed into a field.
    pub(crate) fn get(&self, key: &str) -> Option<&Editor> {
        self.fields.get(key).map(|kept| &kept.editor)
    }

    /// Whether a field's secret is looked at.
    pub(crate) fn is_shown(&self, key: &str) -> bool {
        self.fields.get(key).is_some_and(|kept| kept.shown)
    }

    /// Shows or hides it.
    pub(crate) fn reveal(&mut self, key: &str) {
        if let Some(kept) = self.fields.get_mut(key) {
            kept.shown = !kept.shown;
        }
    }

    /// The same, to type on.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Editor> {
        self.fields.get_mut(key).map(|kept| &mut kept.editor)
    }
}

/// The fields of a screen.
pub(crate) fn fields(screen: &Screen) -> impl Iterator<Item = &Field> {
    screen.blocks.iter().filter_map(|block| if let Block::Field(field) = block { Some(field) } else { None })
}
