//! The device of a rehearsal: it notes what is opened, has a browser that a story answers for, and a sensor that a story holds
//! a finger to. Everything answers at once.

use std::{
    collections::HashMap,
    future::ready,
    sync::{Mutex, MutexGuard, PoisonError},
};

use fl_journeys::Finger;
use fl_runtime::{
    Answer, Biometrics, FileRequest, NoPlatform, Picked, PickedFile, Platform, PlatformError, Prompt,
    SharedFile,
};

/// Where a sign-in in the browser comes back to.
const REDIRECT: &str = "fltaxes://esia";

/// See the module. Secrets are held elsewhere, by the stage's own store.
#[derive(Default)]
pub struct StageDevice(Mutex<State>);

#[derive(Default)]
struct State {
    opened: Vec<String>,
    page: Option<SignInPage>,
    finger: Option<Finger>,
    /// What the person picks, one after another; after the last they pick nothing.
    picks: Vec<Pick>,
    /// What fingers guard, by name.
    guarded: HashMap<String, Guarded>,
}

/// A sign-in page in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInPage {
    /// Its address.
    pub url: String,
    /// Where it comes back to.
    pub redirect: String,
}

/// What comes of picking a file once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This file.
    File {
        /// Its name.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
    /// The device did not give it.
    Fault(PlatformError),
}

enum Guarded {
    Secret(Vec<u8>),
    /// Other fingers came.
    Gone,
}

impl StageDevice {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every address that was opened in the browser since the last [`StageDevice::forget_opened`], sign-in pages too.
    pub fn opened(&self) -> Vec<String> {
        self.state().opened.clone()
    }

    /// Forgets them.
    pub fn forget_opened(&self) {
        self.state().opened.clear();
    }

    /// The sign-in page that was opened last, until it was answered or closed.
    pub fn sign_in_page(&self) -> Option<SignInPage> {
        self.state().page.clone()
    }

    /// The page is no longer there.
    pub fn close_page(&self) {
        self.state().page = None;
    }

    /// From now on the sensor is like this.
    pub fn use_finger(&self, finger: Finger) {
        let mut state = self.state();
        // Without fingers there is nothing to guard with; with others, nothing that was guarded comes back.
        if matches!(finger, Finger::Changed | Finger::Nobody) {
            state.guarded.values_mut().for_each(|guarded| *guarded = Guarded::Gone);
        }
        state.finger = Some(finger);
    }

    /// What the person picks when a file is asked for next.
    pub fn will_pick(&self, pick: Pick) {
        self.state().picks.push(pick);
    }

    /// The app is removed: what the sensor guarded for it goes too.
    pub fn forget_app(&self) {
        self.state().guarded.clear();
    }
}

/// Whether the finger is one that the sensor takes.
fn shown(finger: Option<Finger>) -> Result<(), PlatformError> {
    match finger {
        Some(Finger::Enrolled | Finger::Changed) => Ok(()),
        Some(Finger::Refuses) => Err(PlatformError::Denied),
        Some(Finger::Nobody) | None => Err(PlatformError::Unavailable),
    }
}

fn at_once<T: Send + 'static>(answer: Result<T, PlatformError>) -> Answer<T> {
    Box::pin(ready(answer))
}

impl Platform for StageDevice {
    fn load_secret(&self, name: &str) -> Result<Option<Vec<u8>>, PlatformError> {
        NoPlatform.load_secret(name)
    }

    fn keep_secret(&self, name: &str, secret: Vec<u8>) -> Result<(), PlatformError> {
        NoPlatform.keep_secret(name, secret)
    }

    fn delete_secret(&self, name: &str) -> Result<(), PlatformError> {
        NoPlatform.delete_secret(name)
    }

    fn biometrics(&self) -> Result<Biometrics, PlatformError> {
        Ok(match self.state().finger {
            None => Biometrics::Unavailable,
            Some(Finger::Nobody) => Biometrics::NotEnrolled,
            Some(Finger::Enrolled | Finger::Refuses | Finger::Changed) => Biometrics::Ready,
        })
    }

    fn keep_with_biometrics(&self, name: &str, secret: Vec<u8>, _: Prompt) -> Answer<()> {
        let mut state = self.state();
        let shown = shown(state.finger);
        if shown.is_ok() {
            state.guarded.insert(name.to_owned(), Guarded::Secret(secret));
        }
        at_once(shown)
    }

    fn load_with_biometrics(&self, name: &str, _: Prompt) -> Answer<Vec<u8>> {
        let state = self.state();
        at_once(shown(state.finger).and_then(|()| match state.guarded.get(name) {
            Some(Guarded::Secret(secret)) => Ok(secret.clone()),
            Some(Guarded::Gone) => Err(PlatformError::Invalidated),
            None => Err(PlatformError::Unavailable),
        }))
    }

    fn forget_biometrics(&self, name: &str) -> Result<(), PlatformError> {
        self.state().guarded.remove(name);
        Ok(())
    }

    fn open_link(&self, url: &str) -> Answer<()> {
        self.state().opened.push(url.to_owned());
        at_once(Ok(()))
    }

    fn sign_in_redirect(&self) -> Result<String, PlatformError> {
        Ok(REDIRECT.to_owned())
    }

    fn open_sign_in(&self, url: &str, redirect: &str) -> Answer<Option<String>> {
        let mut state = self.state();
        state.opened.push(url.to_owned());
        state.page = Some(SignInPage { url: url.to_owned(), redirect: redirect.to_owned() });
        at_once(Ok(None))
    }

    fn share_file(&self, file: SharedFile) -> Answer<()> {
        NoPlatform.share_file(file)
    }

    /// A file that vanished cannot be read, as one that the device lost between choosing and reading.
    fn pick_file(&self, request: FileRequest) -> Answer<Picked> {
        let mut state = self.state();
        if state.picks.is_empty() {
            return at_once(Err(PlatformError::Cancelled));
        }
        at_once(match state.picks.remove(0) {
            Pick::File { bytes, .. } if bytes.len() as u64 > request.max_bytes => Ok(Picked::TooLarge),
            Pick::File { name, bytes } => Ok(Picked::File(PickedFile { name, bytes })),
            Pick::Fault(fault) => Err(fault),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now<T>(answer: Answer<T>) -> Result<T, PlatformError> {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(answer)
    }

    fn prompt() -> Prompt {
        Prompt { title: "t".to_owned(), reason: "r".to_owned(), cancel: "c".to_owned() }
    }

    #[test]
    fn a_finger_gives_back_what_it_guards_until_others_come() {
        let device = StageDevice::default();
        let keep = || now(device.keep_with_biometrics("a", vec![7], prompt()));
        let load = || now(device.load_with_biometrics("a", prompt()));
        assert_eq!(
            (device.biometrics(), keep()),
            (Ok(Biometrics::Unavailable), Err(PlatformError::Unavailable))
        );
        device.use_finger(Finger::Nobody);
        assert_eq!(
            (device.biometrics(), keep()),
            (Ok(Biometrics::NotEnrolled), Err(PlatformError::Unavailable))
        );
        device.use_finger(Finger::Refuses);
        assert_eq!((device.biometrics(), keep()), (Ok(Biometrics::Ready), Err(PlatformError::Denied)));
        device.use_finger(Finger::Enrolled);
        assert_eq!((load(), keep(), load()), (Err(PlatformError::Unavailable), Ok(()), Ok(vec![7])));
        device.use_finger(Finger::Refuses);
        assert_eq!(load(), Err(PlatformError::Denied));
        device.use_finger(Finger::Enrolled);
        assert_eq!(load(), Ok(vec![7]), "a refusal destroys nothing");
        device.use_finger(Finger::Changed);
        assert_eq!(load(), Err(PlatformError::Invalidated));
        assert_eq!((keep(), load()), (Ok(()), Ok(vec![7])), "the new fingers guard anew");
        assert_eq!((device.forget_biometrics("a"), load()), (Ok(()), Err(PlatformError::Unavailable)));
    }

    #[test]
    fn what_is_opened_is_noted_and_a_page_stays_until_it_is_answered() {
        let device = StageDevice::default();
        assert_eq!(now(device.open_link("https://a.test")), Ok(()));
        assert_eq!(device.sign_in_page(), None);
        let redirect = device.sign_in_redirect().unwrap();
        assert_eq!(now(device.open_sign_in("https://b.test", &redirect)), Ok(None));
        assert_eq!(device.opened(), ["https://a.test", "https://b.test"]);
        device.forget_opened();
        assert_eq!(device.opened(), [""; 0]);
        let page = SignInPage { url: "https://b.test".to_owned(), redirect: "fltaxes://esia".to_owned() };
        assert_eq!(device.sign_in_page(), Some(page));
        device.close_page();
        assert_eq!(device.sign_in_page(), None);
    }
}
