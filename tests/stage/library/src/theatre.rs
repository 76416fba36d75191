use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use fl_core::{Engine, Platform};
use fl_journeys::{Story, play};
use fl_stage_hands::{Headless, Player, Stage, told};

use crate::{Pace, StoryError};

/// Whom the sandbox knows: made up, with check digits that are right.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Card {
    /// Its key in stories.
    pub key: String,
    /// The login.
    pub inn: String,
    /// An invented password, no secret.
    pub password: String,
}

/// A sandbox with a folder and a clock that is moved by hand, for tests that are no stories.
#[derive(uniffi::Object)]
pub struct Theatre(Mutex<Standing>);

struct Standing {
    /// `None` only while a walk is under way.
    stage: Option<Stage>,
    engine: Option<Arc<fl_runtime::Engine>>,
}

impl Theatre {
    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Stage) -> T) -> Result<T, StoryError> {
        self.standing().stage.as_mut().map(work).ok_or_else(|| StoryError::new("the stage fell"))
    }
}

#[uniffi::export]
impl Theatre {
    /// A fresh folder, a sandbox of its own, noon in Moscow on 22 November 2026.
    ///
    /// # Errors
    /// Where the sandbox does not start.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<Self>, StoryError> {
        let stage = Stage::rehearsal().map_err(|why| StoryError::new(why.to_string()))?;
        Ok(Arc::new(Self(Mutex::new(Standing { stage: Some(stage), engine: None }))))
    }

    /// Opens an engine in the folder; one that was open is dropped as by a kill.
    ///
    /// # Errors
    /// Where it does not start.
    pub fn open(&self) -> Result<Arc<Engine>, StoryError> {
        let engine = self.with(|stage| {
            stage.kill();
            stage.open()
        })?;
        let engine = engine.map_err(|why| StoryError::new(why.to_string()))?;
        self.standing().engine = Some(Arc::clone(&engine));
        Ok(Arc::new(Engine::of(engine)))
    }

    /// The same on this device.
    ///
    /// # Errors
    /// Where it does not start.
    pub fn open_on(&self, platform: Arc<dyn Platform>) -> Result<Arc<Engine>, StoryError> {
        self.with(|stage| stage.use_platform(fl_core::as_device(platform)))?;
        self.open()
    }

    /// Waits for the open engine.
    ///
    /// # Errors
    /// Where none is open.
    pub fn pace(&self) -> Result<Arc<Pace>, StoryError> {
        let standing = self.standing();
        standing.engine.as_ref().map(Pace::of).ok_or_else(|| StoryError::new("no engine is open"))
    }

    /// Walks a story's steps without a shell, from the header on, to bring the core somewhere; the engine is a new one.
    ///
    /// # Errors
    /// The step that failed.
    pub fn walk(&self, story: &str) -> Result<Arc<Engine>, StoryError> {
        let story = Story::parse(story).map_err(|why| StoryError::new(why.to_string()))?;
        let mut standing = self.standing();
        standing.engine = None;
        let mut stage = standing.stage.take().ok_or_else(|| StoryError::new("the stage fell"))?;
        if story.attested
            && let Err(why) = stage.use_attested()
        {
            standing.stage = Some(stage);
            return Err(StoryError::new(why.to_string()));
        }
        let mut player =
            Player::new(stage, Headless::default()).map_err(|w| StoryError::new(w.to_string()))?;
        let report = play(&story, &mut player, &mut |_| {});
        let (stage, hands) = player.into_parts();
        standing.stage = Some(stage);
        if let Some(why) = told(&report) {
            return Err(StoryError::new(why));
        }
        let engine = hands.into_engine().ok_or_else(|| StoryError::new("the story left the app closed"))?;
        standing.engine = Some(Arc::clone(&engine));
        Ok(Arc::new(Engine::of(engine)))
    }

    /// Time goes on for the app and the sandbox. What follows is not waited for: see [`Pace::settle`].
    ///
    /// # Errors
    /// Where the stage fell.
    pub fn later(&self, seconds: u64) -> Result<(), StoryError> {
        self.with(|stage| stage.later(Duration::from_secs(seconds)))
    }

    /// A mistake inside the core: the next event panics.
    ///
    /// # Errors
    /// Where no engine is open.
    pub fn break_inside(&self) -> Result<(), StoryError> {
        let standing = self.standing();
        let engine = standing.engine.as_ref().ok_or_else(|| StoryError::new("no engine is open"))?;
        engine.break_inside();
        Ok(())
    }

    /// The sandbox as a service profile, for an engine of the product.
    ///
    /// # Errors
    /// Where the stage fell.
    pub fn profile(&self) -> Result<String, StoryError> {
        self.with(|stage| stage.profile_toml().unwrap_or_default())
    }

    /// Whom the sandbox knows.
    ///
    /// # Errors
    /// Where the stage fell.
    pub fn cards(&self) -> Result<Vec<Card>, StoryError> {
        self.with(|stage| {
            let card = |card: &fl_stage_hands::TaxpayerCard| Card {
                key: card.key.to_string(),
                inn: card.inn.clone(),
                password: card.password.clone(),
            };
            stage.taxpayers().iter().map(card).collect()
        })
    }

    /// A folder that goes with the stage.
    ///
    /// # Errors
    /// Where the stage fell.
    pub fn folder(&self) -> Result<String, StoryError> {
        self.with(|stage| stage.data().to_string_lossy().into_owned())
    }
}

/// Panics across the boundary, as a mistake of ours in an exported call would: the caller gets an error and goes on.
///
/// # Errors
/// None: it never returns.
#[uniffi::export]
pub fn break_in_a_call() -> Result<(), StoryError> {
    // Not `panic!`, which the house denies: an index that is out of bounds is what a mistake looks like.
    let nothing: Vec<u8> = Vec::new();
    let at = nothing.len();
    let byte = nothing[at];
    Err(StoryError::new(byte.to_string()))
}
