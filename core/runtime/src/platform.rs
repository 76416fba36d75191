//! What only the device can do: hold secrets, ask for a finger or a face, open a link, share a file.

use std::fmt;

use futures::future::{BoxFuture, ready};
use thiserror::Error;

pub use fl_app::{Biometrics, PlatformFault, Prompt};

/// A file handed to another app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedFile {
    /// Its name, with its ending.
    pub name: String,
    /// Such as `text/plain`.
    pub media_type: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Where a file is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSource {
    /// Among the device's files.
    Files,
    /// Among the device's pictures.
    Gallery,
    /// A picture is taken.
    Camera,
}

/// What is picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRequest {
    /// Where.
    pub source: FileSource,
    /// A larger file is not read: [`Picked::TooLarge`]. In bytes.
    pub max_bytes: u64,
    /// A picture comes as an upright JPEG whose longer edge is at most this long; whatever is no picture comes as it is. In pixels.
    pub longest_edge: u32,
    /// Offered to pick from, such as `application/pdf`. What comes is judged by its content all the same.
    pub media_types: Vec<String>,
}

/// A file that was picked.
#[derive(Clone, PartialEq, Eq)]
pub struct PickedFile {
    /// What it is called on the device. Personal.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// What came of picking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A file.
    File(PickedFile),
    /// It has more bytes than were asked for, and was not read.
    TooLarge,
}

/// Neither a name nor what is in it ends up in a log.
impl fmt::Debug for PickedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PickedFile").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// Why the device did not do it. Its own words stay out: they may hold a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PlatformError {
    /// The person said no.
    #[error("the person cancelled it")]
    Cancelled,
    /// The device has nothing that can do it.
    #[error("the device cannot do it")]
    Unavailable,
    /// The device refused: locked, no permission, too many attempts.
    #[error("the device refused")]
    Denied,
    /// Fingers or faces changed, so what they guarded is gone.
    #[error("the device's biometrics changed")]
    Invalidated,
    /// Anything else.
    #[error("the device failed")]
    Failed,
}

/// What an operation of the device answers.
pub type Answer<T> = BoxFuture<'static, Result<T, PlatformError>>;

/// The device. Secrets are asked for on threads that may block; everything else answers when it is done. A device that never
/// answers is given up after a while, so an implementation need not guard against that.
pub trait Platform: Send + Sync {
    /// The secret of this name; `None` where there is none.
    ///
    /// # Errors
    /// [`PlatformError`] where the device cannot say.
    fn load_secret(&self, name: &str) -> Result<Option<Vec<u8>>, PlatformError>;

    /// Keeps a secret until it is deleted; one of the same name is replaced.
    ///
    /// # Errors
    /// [`PlatformError`] where it was not kept.
    fn keep_secret(&self, name: &str, secret: Vec<u8>) -> Result<(), PlatformError>;

    /// Deletes a secret; one that is not there is deleted already.
    ///
    /// # Errors
    /// [`PlatformError`] where it may still be there.
    fn delete_secret(&self, name: &str) -> Result<(), PlatformError>;

    /// Whether a finger or a face can be asked for.
    ///
    /// # Errors
    /// [`PlatformError`] where the device cannot say.
    fn biometrics(&self) -> Result<Biometrics, PlatformError>;

    /// Keeps a secret that only the person's finger or face gives back, and no finger or face added later.
    fn keep_with_biometrics(&self, name: &str, secret: Vec<u8>, prompt: Prompt) -> Answer<()>;

    /// Gives it back once the person has shown the finger or face.
    fn load_with_biometrics(&self, name: &str, prompt: Prompt) -> Answer<Vec<u8>>;

    /// Deletes it.
    ///
    /// # Errors
    /// [`PlatformError`] where it may still be there.
    fn forget_biometrics(&self, name: &str) -> Result<(), PlatformError>;

    /// Opens a link in the system's browser; done once it is shown.
    fn open_link(&self, url: &str) -> Answer<()>;

    /// Where a sign-in in the browser comes back to: a link that leads into this app and no other.
    ///
    /// # Errors
    /// [`PlatformError::Unavailable`] where nothing leads back.
    fn sign_in_redirect(&self) -> Result<String, PlatformError>;

    /// Opens a sign-in page in the system's browser, never in a view of the app's own. Answers the redirect where the
    /// device catches it itself; `None` once the page is shown and the redirect comes as a link.
    fn open_sign_in(&self, url: &str, redirect: &str) -> Answer<Option<String>>;

    /// Offers a file to other apps; done once that is shown.
    fn share_file(&self, file: SharedFile) -> Answer<()>;

    /// Has the person pick a file, and reads it whole. A person may take their time.
    fn pick_file(&self, request: FileRequest) -> Answer<Picked>;
}

/// A device that can do nothing: tests, scripts, and a desk without a browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPlatform;

fn unavailable<T: Send + 'static>() -> Answer<T> {
    Box::pin(ready(Err(PlatformError::Unavailable)))
}

impl Platform for NoPlatform {
    fn load_secret(&self, _: &str) -> Result<Option<Vec<u8>>, PlatformError> {
        Err(PlatformError::Unavailable)
    }

    fn keep_secret(&self, _: &str, _: Vec<u8>) -> Result<(), PlatformError> {
        Err(PlatformError::Unavailable)
    }

    fn delete_secret(&self, _: &str) -> Result<(), PlatformError> {
        Err(PlatformError::Unavailable)
    }

    fn biometrics(&self) -> Result<Biometrics, PlatformError> {
        Ok(Biometrics::Unavailable)
    }

    fn keep_with_biometrics(&self, _: &str, _: Vec<u8>, _: Prompt) -> Answer<()> {
        unavailable()
    }

    fn load_with_biometrics(&self, _: &str, _: Prompt) -> Answer<Vec<u8>> {
        unavailable()
    }

    fn forget_biometrics(&self, _: &str) -> Result<(), PlatformError> {
        Ok(())
    }

    fn open_link(&self, _: &str) -> Answer<()> {
        unavailable()
    }

    fn sign_in_redirect(&self) -> Result<String, PlatformError> {
        Err(PlatformError::Unavailable)
    }

    fn open_sign_in(&self, _: &str, _: &str) -> Answer<Option<String>> {
        unavailable()
    }

    fn share_file(&self, _: SharedFile) -> Answer<()> {
        unavailable()
    }

    fn pick_file(&self, _: FileRequest) -> Answer<Picked> {
        unavailable()
    }
}
