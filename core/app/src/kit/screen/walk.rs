use super::{Action, Block, Field, Screen};
use crate::kit::touch::Touch;

impl Screen {
    /// Every touch of the screen, with its block's key and which of that block's touches it is.
    pub(crate) fn for_each_touch(&mut self, mut see: impl FnMut(&str, usize, &mut Touch)) {
        if let Some(back) = &mut self.back {
            see("back", 0, back);
        }
        if let Some(action) = &mut self.refresh {
            see("refresh", 0, &mut action.touch);
        }
        for tab in &mut self.tabs {
            see(&tab.key, 0, &mut tab.touch);
        }
        if let Some(Action { touch, .. }) = self.notice.as_mut().and_then(|notice| notice.action.as_mut()) {
            see("notice", 0, touch);
        }
        for block in &mut self.blocks {
            block.for_each_touch(&mut see);
        }
    }

    /// Every field of the screen.
    pub(crate) fn fields_mut(&mut self) -> impl Iterator<Item = &mut Field> {
        self.blocks.iter_mut().filter_map(|block| match block {
            Block::Field(field) => Some(field),
            _ => None,
        })
    }
}

impl Block {
    fn for_each_touch(&mut self, see: &mut impl FnMut(&str, usize, &mut Touch)) {
        match self {
            Self::Figure(b) => b.touch.iter_mut().for_each(|touch| see(&b.key, 0, touch)),
            Self::Row(b) => b.touch.iter_mut().for_each(|touch| see(&b.key, 0, touch)),
            Self::Field(b) => b.submit.iter_mut().for_each(|touch| see(&b.key, 0, touch)),
            Self::Button(b) => see(&b.key, 0, &mut b.touch),
            Self::Notice(b) => b.action.iter_mut().for_each(|action| see(&b.key, 0, &mut action.touch)),
            Self::Filter(b) => {
                for (nth, option) in b.options.iter_mut().enumerate() {
                    see(&b.key, nth, &mut option.touch);
                }
            }
            Self::Choice(b) => see(&b.key, 0, &mut b.touch),
            Self::Files(b) => {
                let removals = b.files.iter_mut().map(|file| &mut file.remove.touch);
                let touches = removals.chain(b.ways.iter_mut().map(|way| &mut way.touch));
                for (nth, touch) in touches.enumerate() {
                    see(&b.key, nth, touch);
                }
            }
            Self::Toggle(b) => see(&b.key, 0, &mut b.touch),
            Self::Progress(b) => b.cancel.iter_mut().for_each(|action| see(&b.key, 0, &mut action.touch)),
            Self::More(b) => see(&b.key, 0, &mut b.touch),
            Self::Status(_)
            | Self::Section(_)
            | Self::Text(_)
            | Self::Steps(_)
            | Self::Checklist(_)
            | Self::Countdown(_)
            | Self::Picture(_)
            | Self::Empty(_) => {}
        }
    }
}
