//! Hands without a shell: they read the screen as it is and send its intents. For walking somewhere before a shell is looked
//! at, never in place of a shell's own test.

use std::sync::Arc;

use fl_app::{
    Intent, Screen,
    screen::{Action, Block, Field},
};
use fl_domain::Secret;
use fl_journeys::{Seen, Stuck, Target};
use fl_runtime::Engine;

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

    fn send(&self, intent: Intent) -> Done {
        let engine = self.engine()?;
        engine.dispatch(intent);
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
        let field = screen.blocks.iter().find_map(|block| match block {
            Block::Field(field) if field.key == key => Some(field),
            _ => None,
        });
        let field = field.ok_or_else(|| Stuck::new(format!("`{key}` is no field")))?;
        if !field.enabled {
            return Err(Stuck::new(format!("`{key}` cannot be typed into now")));
        }
        let before = self.typed.iter().position(|(r, k, _)| *r == field.revision && k == key);
        let text = change(match before {
            Some(index) => self.typed.remove(index).2,
            None => field.value.clone(),
        });
        self.typed.push((field.revision, key.to_owned(), text.clone()));
        self.send(Intent::Edit { field: field.field, text: Secret::from(text) })
    }
}

/// What a touch does.
enum Touch {
    Send(Intent),
    /// Shows or hides what is typed into the field with this revision and key.
    Reveal(u32, String),
}

/// Everything that can be touched: its key, its name, what it sends.
fn touchable(screen: &Screen, hands: &Headless) -> Vec<(String, String, Touch)> {
    let item = |key: &str, label: &str, intent: &Intent| {
        (key.to_owned(), label.to_owned(), Touch::Send(intent.clone()))
    };
    let action = |key: &str, action: &Action| item(key, &action.label, &action.intent);
    let mut all: Vec<_> = screen.tabs.iter().map(|t| item(&t.key, &t.label, &t.intent)).collect();
    all.extend(screen.notice.iter().filter_map(|n| n.action.as_ref().map(|a| action(&n.key, a))));
    for block in &screen.blocks {
        match block {
            Block::Row(b) => all.extend(b.intent.iter().map(|intent| item(&b.key, &b.title, intent))),
            Block::Button(b) if b.enabled => all.push(item(&b.key, &b.label, &b.intent)),
            Block::Field(b) if b.enabled => all.extend(hands.reveal(b).map(|(name, _)| {
                (format!("{}/show", b.key), name.to_owned(), Touch::Reveal(b.revision, b.key.clone()))
            })),
            Block::Notice(b) => all.extend(b.action.as_ref().map(|a| action(&b.key, a))),
            Block::Toggle(b) => all.push(item(&b.key, &b.label, &b.intent)),
            Block::Filter(b) => all
                .extend(b.options.iter().map(|o| item(&format!("{}/{}", b.key, o.key), &o.label, &o.intent))),
            Block::Progress(b) => all.extend(b.cancel.as_ref().map(|a| action(&b.key, a))),
            Block::More(b) => all.push(item(&b.key, &b.label, &b.intent)),
            Block::Status(_)
            | Block::Figure(_)
            | Block::Section(_)
            | Block::Text(_)
            | Block::Field(_)
            | Block::Button(_)
            | Block::Steps(_)
            | Block::Checklist(_)
            | Block::Countdown(_)
            | Block::Picture(_)
            | Block::Empty(_) => {}
        }
    }
    all
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
        let all = touchable(&screen, self);
        let found = all.into_iter().find(|(key, label, _)| match target {
            Target::Key(wanted) => wanted == key,
            Target::Label(wanted) => wanted == label,
        });
        match found {
            Some((_, _, Touch::Send(intent))) => self.send(intent),
            Some((_, _, Touch::Reveal(revision, key))) => {
                let known = self.shown.iter().position(|(r, k)| *r == revision && *k == key);
                match known {
                    Some(index) => drop(self.shown.remove(index)),
                    None => self.shown.push((revision, key)),
                }
                Ok(())
            }
            None => Err(Stuck::new(format!("{target} cannot be touched on\n{screen}"))),
        }
    }

    fn back(&mut self) -> Done {
        let back = self.screen()?.back.clone();
        self.send(back.ok_or_else(|| Stuck::new("there is no way back from here"))?)
    }

    fn refresh(&mut self) -> Done {
        let refresh = self.screen()?.refresh.clone();
        self.send(refresh.ok_or_else(|| Stuck::new("nothing can be read anew here"))?.intent)
    }

    fn scroll_end(&mut self) -> Done {
        for _ in 0..WINDOWS {
            let screen = self.screen()?;
            match screen.blocks.last() {
                Some(Block::More(more)) => self.send(more.intent.clone())?,
                _ => return Ok(()),
            }
        }
        Err(Stuck::new("this never ends"))
    }

    fn seen(&mut self) -> Seen {
        let Ok(screen) = self.screen() else { return Seen::default() };
        let revealed = screen.blocks.iter().map(|block| self.revealed(block));
        let picture = revealed.fold(screen.to_string(), |picture, seen| picture + &seen);
        let name = serde_json::to_value(screen.id).ok().and_then(|id| id.as_str().map(str::to_owned));
        Seen { screen: name.unwrap_or_default(), text: picture.clone(), picture }
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
