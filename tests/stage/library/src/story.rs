use std::{path::Path, sync::Arc};

use fl_core::Engine;
use fl_journeys::{Seen, ShellName, Stuck, Target, files_of};
use fl_stage_hands::{Hands, play_file, told};
use thiserror::Error;

/// Why a step could not be done, or a story failed.
#[derive(Clone, Debug, PartialEq, Eq, Error, uniffi::Error)]
pub enum StoryError {
    /// In words.
    #[error("{words}")]
    Stuck {
        /// The words.
        words: String,
    },
}

impl StoryError {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self::Stuck { words: words.into() }
    }
}

impl From<uniffi::UnexpectedUniFFICallbackError> for StoryError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::new(format!("the shell threw: {}", error.reason))
    }
}

/// What a person sees at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct StorySeen {
    /// The key of the page that is seen.
    pub screen: String,
    /// Every text that is drawn, in reading order.
    pub text: String,
    /// The same, for people who read a report.
    pub picture: String,
}

/// How long to wait before looking: the engine under a story.
#[derive(uniffi::Object)]
pub struct Pace(Arc<fl_runtime::Engine>);

impl Pace {
    pub(crate) fn of(engine: &Arc<fl_runtime::Engine>) -> Arc<Self> {
        Arc::new(Self(Arc::clone(engine)))
    }
}

#[uniffi::export]
impl Pace {
    /// Waits until nothing but timers is under way and every listener has the newest screen. Not from a listener.
    pub fn settle(&self) {
        self.0.settle();
    }
}

/// A shell under test: fingers and eyes. Called on the thread that called [`play`]. Each method goes the way of a person, never
/// past the shell to the core, and returns once the shell has drawn what followed ([`Pace::settle`], then the shell's own rest).
#[uniffi::export(with_foreign)]
pub trait StoryShell: Send + Sync {
    /// The app is open, with this engine.
    ///
    /// # Errors
    /// Where the shell cannot show it.
    fn opened(&self, engine: Arc<Engine>, pace: Arc<Pace>) -> Result<(), StoryError>;

    /// The app's process ended without a goodbye; it may be opened again.
    ///
    /// # Errors
    /// None that count.
    fn closed(&self) -> Result<(), StoryError>;

    /// Draws the newest screen, whatever made it new.
    ///
    /// # Errors
    /// Where it never comes to rest.
    fn settle(&self) -> Result<(), StoryError>;

    /// Types at the end of the field with this key.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn type_text(&self, key: String, text: String) -> Result<(), StoryError>;

    /// Empties the field with this key.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn clear(&self, key: String) -> Result<(), StoryError>;

    /// Touches what has this key; an option of a filter is `filter/option`.
    ///
    /// # Errors
    /// Where there is nothing to touch, or it cannot be touched now.
    fn tap_key(&self, key: String) -> Result<(), StoryError>;

    /// Touches what has exactly this name on it.
    ///
    /// # Errors
    /// Where there is nothing to touch, or it cannot be touched now.
    fn tap_label(&self, label: String) -> Result<(), StoryError>;

    /// The platform's way back.
    ///
    /// # Errors
    /// Where the screen has none.
    fn back(&self) -> Result<(), StoryError>;

    /// The platform's way to read everything anew.
    ///
    /// # Errors
    /// Where the screen has none.
    fn refresh(&self) -> Result<(), StoryError>;

    /// Scrolls down until nothing more comes.
    ///
    /// # Errors
    /// Where it never ends.
    fn scroll_end(&self) -> Result<(), StoryError>;

    /// What is seen now.
    ///
    /// # Errors
    /// Where nothing is shown.
    fn seen(&self) -> Result<StorySeen, StoryError>;

    /// The text drawn for the thing with this key, brought into view first; none where there is none.
    ///
    /// # Errors
    /// Where nothing is shown.
    fn seen_at(&self, key: String) -> Result<Option<String>, StoryError>;
}

struct Foreign(Arc<dyn StoryShell>);

fn stuck(result: Result<(), StoryError>) -> Result<(), Stuck> {
    result.map_err(|error| Stuck::new(error.to_string()))
}

impl Hands for Foreign {
    fn opened(&mut self, engine: &Arc<fl_runtime::Engine>) -> Result<(), Stuck> {
        stuck(self.0.opened(Arc::new(Engine::of(Arc::clone(engine))), Pace::of(engine)))
    }

    fn closed(&mut self) {
        let _ = self.0.closed();
    }

    fn settle(&mut self) -> Result<(), Stuck> {
        stuck(self.0.settle())
    }

    fn type_text(&mut self, key: &str, text: &str) -> Result<(), Stuck> {
        stuck(self.0.type_text(key.to_owned(), text.to_owned()))
    }

    fn clear(&mut self, key: &str) -> Result<(), Stuck> {
        stuck(self.0.clear(key.to_owned()))
    }

    fn tap(&mut self, target: &Target) -> Result<(), Stuck> {
        stuck(match target {
            Target::Key(key) => self.0.tap_key(key.clone()),
            Target::Label(label) => self.0.tap_label(label.clone()),
        })
    }

    fn back(&mut self) -> Result<(), Stuck> {
        stuck(self.0.back())
    }

    fn refresh(&mut self) -> Result<(), Stuck> {
        stuck(self.0.refresh())
    }

    fn scroll_end(&mut self) -> Result<(), Stuck> {
        stuck(self.0.scroll_end())
    }

    fn seen(&mut self) -> Seen {
        let seen = self.0.seen().unwrap_or_else(|error| StorySeen {
            screen: "unknown".to_owned(),
            text: String::new(),
            picture: error.to_string(),
        });
        Seen { screen: seen.screen, text: seen.text, picture: seen.picture }
    }

    fn seen_at(&mut self, key: &str) -> Option<String> {
        self.0.seen_at(key.to_owned()).ok().flatten()
    }
}

/// The story files of a folder and of those in it that name this shell (`compose`, `swift`), in order. A file that is no story is
/// among them: playing it says what is wrong with it.
///
/// # Errors
/// Where no shell has this name, the folder cannot be read or holds none of its stories.
#[uniffi::export]
pub fn stories(folder: &str, shell: &str) -> Result<Vec<String>, StoryError> {
    let name =
        ShellName::of_word(shell).ok_or_else(|| StoryError::new(format!("`{shell}` plays no stories")))?;
    let files = files_of(Path::new(folder), name)
        .map_err(|why| StoryError::new(format!("{folder} cannot be read: {why}")))?;
    if files.is_empty() {
        return Err(StoryError::new(format!("{folder} holds no story that {shell} plays")));
    }
    Ok(files.iter().map(|path| path.to_string_lossy().into_owned()).collect())
}

/// Plays the story of a file with this shell, in a fresh folder with a sandbox of its own; says how many steps went well.
///
/// # Errors
/// The step that failed, why, and what was on the screen.
#[uniffi::export]
pub fn play(file: &str, shell: Arc<dyn StoryShell>) -> Result<u32, StoryError> {
    let report = play_file(Path::new(file), Foreign(shell), &mut |_| {})
        .map_err(|why| StoryError::new(why.to_string()))?;
    match told(&report) {
        None => Ok(u32::try_from(report.passed).unwrap_or(u32::MAX)),
        Some(why) => Err(StoryError::new(format!("{}: {} steps passed\n{why}", report.name, report.passed))),
    }
}
