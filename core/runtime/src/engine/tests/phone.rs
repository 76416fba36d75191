//! A made-up phone: what it holds, how it answers, what its browser does.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use futures::future::{pending, ready};

use crate::{
    Answer, Biometrics, FileRequest, Picked, PickedFile, Platform, PlatformError, Prompt, SharedFile,
};

/// How a device answers.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Mood {
    Fine,
    Refuses(PlatformError),
    /// Never answers.
    Hangs,
    Panics,
}

/// What the browser does with a sign-in page, by its address.
type Browser = Box<dyn Fn(&str) -> Answer<Option<String>> + Send + Sync>;

/// A made-up phone.
pub(super) struct Phone {
    pub(super) mood: Mutex<Mood>,
    pub(super) shelf: Mutex<HashMap<String, Vec<u8>>>,
    pub(super) guarded: Mutex<HashMap<String, Vec<u8>>>,
    pub(super) shared: Mutex<Vec<SharedFile>>,
    /// What the person picks, the last first.
    pub(super) picks: Mutex<Vec<PickedFile>>,
    pub(super) opened: Mutex<Vec<String>>,
    /// `None` for one that shows the page; the redirect comes as a link.
    browser: Mutex<Option<Browser>>,
}

impl Phone {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            mood: Mutex::new(Mood::Fine),
            shelf: Mutex::default(),
            guarded: Mutex::default(),
            shared: Mutex::default(),
            picks: Mutex::default(),
            opened: Mutex::default(),
            browser: Mutex::default(),
        })
    }

    /// From now on the browser does this.
    pub(super) fn browse(&self, browser: impl Fn(&str) -> Answer<Option<String>> + Send + Sync + 'static) {
        *self.browser.lock().unwrap() = Some(Box::new(browser));
    }

    /// What was opened last.
    pub(super) fn page(&self) -> String {
        self.opened.lock().unwrap().last().cloned().unwrap_or_default()
    }

    pub(super) fn forget_pages(&self) {
        self.opened.lock().unwrap().clear();
    }

    /// So many secrets are held.
    pub(super) fn secrets(&self) -> usize {
        self.shelf.lock().unwrap().len()
    }

    pub(super) fn be(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// Answers in its mood, on a thread that may block.
    fn say<T>(&self, answer: impl FnOnce() -> T) -> Result<T, PlatformError> {
        let mood = *self.mood.lock().unwrap();
        match mood {
            Mood::Fine => Ok(answer()),
            Mood::Refuses(error) => Err(error),
            Mood::Hangs => loop {
                std::thread::park();
            },
            Mood::Panics => panic!("a shell's own mistake"),
        }
    }

    fn later<T: Send + 'static>(&self, answer: impl FnOnce() -> Option<T>) -> Answer<T> {
        if *self.mood.lock().unwrap() == Mood::Hangs {
            return Box::pin(pending());
        }
        let said = self.say(answer).and_then(|answer| answer.ok_or(PlatformError::Failed));
        Box::pin(ready(said))
    }
}

impl Platform for Phone {
    fn load_secret(&self, name: &str) -> Result<Option<Vec<u8>>, PlatformError> {
        self.say(|| self.shelf.lock().unwrap().get(name).cloned())
    }

    fn keep_secret(&self, name: &str, secret: Vec<u8>) -> Result<(), PlatformError> {
        self.say(|| {
            self.shelf.lock().unwrap().insert(name.to_owned(), secret);
        })
    }

    fn delete_secret(&self, name: &str) -> Result<(), PlatformError> {
        self.say(|| {
            self.shelf.lock().unwrap().remove(name);
        })
    }

    fn biometrics(&self) -> Result<Biometrics, PlatformError> {
        self.say(|| Biometrics::Ready)
    }

    fn keep_with_biometrics(&self, name: &str, secret: Vec<u8>, _: Prompt) -> Answer<()> {
        self.later(|| {
            self.guarded.lock().unwrap().insert(name.to_owned(), secret);
            Some(())
        })
    }

    fn load_with_biometrics(&self, name: &str, prompt: Prompt) -> Answer<Vec<u8>> {
        assert!(!prompt.title.is_empty() && !prompt.reason.is_empty() && !prompt.cancel.is_empty());
        self.later(|| self.guarded.lock().unwrap().get(name).cloned())
    }

    fn forget_biometrics(&self, name: &str) -> Result<(), PlatformError> {
        self.say(|| {
            self.guarded.lock().unwrap().remove(name);
        })
    }

    fn open_link(&self, url: &str) -> Answer<()> {
        self.later(|| {
            self.opened.lock().unwrap().push(url.to_owned());
            Some(())
        })
    }

    fn sign_in_redirect(&self) -> Result<String, PlatformError> {
        self.say(|| "fltaxes://esia".to_owned())
    }

    fn open_sign_in(&self, url: &str, _: &str) -> Answer<Option<String>> {
        self.opened.lock().unwrap().push(url.to_owned());
        match &*self.browser.lock().unwrap() {
            Some(browser) => browser(url),
            None => self.later(|| Some(None)),
        }
    }

    fn share_file(&self, file: SharedFile) -> Answer<()> {
        self.later(|| {
            self.shared.lock().unwrap().push(file);
            Some(())
        })
    }

    fn pick_file(&self, request: FileRequest) -> Answer<Picked> {
        let picks = self.picks.lock().unwrap().pop();
        self.later(move || match picks {
            Some(file) if file.bytes.len() as u64 > request.max_bytes => Some(Picked::TooLarge),
            Some(file) => Some(Picked::File(file)),
            None => None,
        })
    }
}
