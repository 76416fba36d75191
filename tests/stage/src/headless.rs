//! Hands without a shell: they read the screen as it is and hand back its touches. For walking somewhere before a shell is looked
//! at, never in place of a shell's own test.

use std::sync::Arc;

use fl_app::{
    Screen, Touch,
    screen::{Block, Field},
};
use fl_journeys::{Seen, Stuck, Target};
use fl_runtime::{Engine, field_of, touchable};

use crate::Hands;

type Done = Result<(), Stuck>;

/// A list of more windows never ends.
const WINDOWS: usize = 2_000;

/// See the module.
#[derive(Default)]
pub struct Headless {
    engine: Option<Arc<Engine>>,
    /// What was typed into the fields of this screen, by revision and key.
    typed: Vec<(u32, String, String)>,
    /// Which of them are looked at although they are secret, likewise.
    shown: Vec<(u32, String)>,
}

impl Headless {
    /// The engine it has used, if the app is still open.
    pub fn into_engine(self) -> Option<Arc<Engine>> {
        self.engine
    }

    fn engine(&self) -> Result<&Arc<Engine>, Stuck> {
        self.engine.as_ref().ok_or_else(|| Stuck::new("the app is not open"))
    }

    fn screen(&self) -> Result<Arc<Screen>, Stuck> {
        Ok(self.engine()?.screen())
    }

    fn touch(&self, touch: Touch) -> Done {
        let engine = self.engine()?;
        engine.touch(touch);
        engine.settle();
        Ok(())
    }

    /// The name of the way to look at a field's secret, and the secret while it is looked at.
    fn reveal<'a>(&'a self, field: &'a Field) -> Option<(&'a str, Option<&'a str>)> {
        let reveal = field.reveal.as_ref()?;
        let is = |revision: &u32, key: &String| *revision == field.revision && *key == field.key;
        if !self.shown.iter().any(|(r, k)| is(r, k)) {
            return Some((&reveal.show, None));
        }
        let typed = self.typed.iter().find(|(r, k, _)| is(r, k));
        Some((&reveal.hide, Some(typed.map_or("", |(_, _, text)| text))))
    }

    /// The same as it is seen.
    fn revealed(&self, block: &Block) -> String {
        let Block::Field(field) = block else { return String::new() };
        let reveal = self.reveal(field);
        reveal.map_or_else(String::new, |(name, text)| format!(" [{name}] {}\n", text.unwrap_or_default()))
    }

    fn set(&mut self, key: &str, change: impl FnOnce(String) -> String) -> Done {
        let screen = self.screen()?;
        let field = field_of(&screen, key).ok_or_else(|| Stuck::new(format!("`{key}` is no field")))?;
        if !field.enabled {
            return Err(Stuck::new(format!("`{key}` cannot be typed into now")));
        }
        let before = self.typed.iter().position(|(r, k, _)| *r == field.revision && k == key);
        let text = change(match before {
            Some(index) => self.typed.remove(index).2,
            None => field.value.clone(),
        });
        self.typed.push((field.revision, key.to_owned(), text.clone()));
        let engine = self.engine()?;
        engine.typed(&field.id, text.into());
        engine.settle();
        Ok(())
    }
}

/// The ways to look at what is typed into a field: key and name of each, with the field's revision and key.
fn reveals<'a>(
    screen: &'a Screen,
    hands: &'a Headless,
) -> impl Iterator<Item = (String, &'a str, &'a Field)> {
    screen.blocks.iter().filter_map(move |block| match block {
        Block::Field(field) if field.enabled => {
            hands.reveal(field).map(|(name, _)| (format!("{}/show", field.key), name, field))
        }
        _ => None,
    })
}

impl Hands for Headless {
    fn opened(&mut self, engine: &Arc<Engine>) -> Done {
        self.engine = Some(Arc::clone(engine));
        Ok(())
    }

    fn closed(&mut self) {
        *self = Self::default();
    }

    fn settle(&mut self) -> Done {
        Ok(())
    }

    fn type_text(&mut self, key: &str, text: &str) -> Done {
        self.set(key, |before| before + text)
    }

    fn clear(&mut self, key: &str) -> Done {
        self.set(key, |_| String::new())
    }

    fn tap(&mut self, target: &Target) -> Done {
        let screen = self.screen()?;
        let is_it = |key: &str, label: &str| match target {
            Target::Key(wanted) => wanted == key,
            Target::Label(wanted) => wanted == label,
        };
        if let Some(found) = touchable(&screen).into_iter().find(|item| is_it(&item.key, item.label)) {
            return self.touch(found.touch.clone());
        }
        let field = reveals(&screen, self).find(|(key, name, _)| is_it(key, name)).map(|(_, _, field)| field);
        let field = field.ok_or_else(|| Stuck::new(format!("{target} cannot be touched on\n{screen}")))?;
        let known = self.shown.iter().position(|(r, k)| *r == field.revision && *k == field.key);
        match known {
            Some(index) => drop(self.shown.remove(index)),
            None => self.shown.push((field.revision, field.key.clone())),
        }
        Ok(())
    }

    fn back(&mut self) -> Done {
        let back = self.screen()?.back.clone();
        self.touch(back.ok_or_else(|| Stuck::new("there is no way back from here"))?)
    }

    fn refresh(&mut self) -> Done {
        let refresh = self.screen()?.refresh.clone();
        self.touch(refresh.ok_or_else(|| Stuck::new("nothing can be read anew here"))?.touch)
    }

    fn scroll_end(&mut self) -> Done {
        for _ in 0..WINDOWS {
            let screen = self.screen()?;
            match screen.blocks.last() {
                Some(Block::More(more)) => self.touch(more.touch.clone())?,
                _ => return Ok(()),
            }
        }
        Err(Stuck::new("this never ends"))
    }

    fn seen(&mut self) -> Seen {
        let Ok(screen) = self.screen() else { return Seen::default() };
        let revealed = screen.blocks.iter().map(|block| self.revealed(block));
        let picture = revealed.fold(screen.to_string(), |picture, seen| picture + &seen);
        Seen { screen: screen.key().to_owned(), text: picture.clone(), picture }
    }

    fn seen_at(&mut self, key: &str) -> Option<String> {
        let screen = self.screen().ok()?;
        if let Some(notice) = screen.notice.iter().find(|notice| notice.key == key) {
            return Some(notice.text.clone());
        }
        let block = screen.blocks.iter().find(|block| block.key() == key)?;
        Some(format!("{block}{}", self.revealed(block)))
    }
}
