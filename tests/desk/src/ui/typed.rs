use std::collections::HashMap;

use fl_app::{
    Screen,
    screen::{Block, Field, ScreenId},
};

use super::editor::Editor;

/// The texts of all fields. The desk owns them; the core's value is taken over only where its revision says so.
#[derive(Default)]
pub(crate) struct Typed {
    fields: HashMap<String, Kept>,
    flow: Option<Flow>,
}

struct Kept {
    revision: u32,
    editor: Editor,
}

/// Screens between which typed texts stay: the core keeps its form through all of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    SigningIn,
    ChoosingPin,
    Unlocking,
    Open,
    Between,
}

impl Typed {
    /// A new screen is shown.
    pub(crate) fn show(&mut self, screen: &Screen) {
        let flow = match screen.id {
            ScreenId::SignIn | ScreenId::Captcha => Some(Flow::SigningIn),
            ScreenId::ChoosePin => Some(Flow::ChoosingPin),
            ScreenId::Unlock => Some(Flow::Unlocking),
            ScreenId::Home | ScreenId::Operations | ScreenId::Income => Some(Flow::Open),
            ScreenId::Starting | ScreenId::Blocked => Some(Flow::Between),
            // These are a look aside: what was typed before them is still meant.
            ScreenId::Settings | ScreenId::SignOut => self.flow,
        };
        if flow != self.flow {
            self.fields.clear();
            self.flow = flow;
        }
        for field in fields(screen) {
            let kept = self.fields.get(&field.key);
            if kept.is_none_or(|kept| kept.revision != field.revision) {
                let kept = Kept { revision: field.revision, editor: Editor::new(&field.value) };
                self.fields.insert(field.key.clone(), kept);
            }
        }
    }

    /// What is typed into a field.
    pub(crate) fn get(&self, key: &str) -> Option<&Editor> {
        self.fields.get(key).map(|kept| &kept.editor)
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
