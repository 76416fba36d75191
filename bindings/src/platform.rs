use std::sync::Arc;

use fl_runtime::{Answer, Biometrics, Picked, Prompt, ZoneKeeper};

use crate::PlatformError;

/// Whether a finger or a face can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum BiometricsState {
    /// The device has no such sensor, or none that keeps secrets.
    Unavailable,
    /// It has one, and nobody is enrolled.
    NotEnrolled,
    /// It can be asked.
    Ready,
}

/// What the device says while it asks, ready to show.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct BiometricPrompt {
    /// What is asked for.
    pub title: String,
    /// Why.
    pub reason: String,
    /// The way out.
    pub cancel: String,
}

/// A file handed to another app.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SharedFile {
    /// Its name, with its ending.
    pub name: String,
    /// Such as `text/plain`.
    pub media_type: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Where a file is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum FileSource {
    /// Among the device's files.
    Files,
    /// Among the device's pictures.
    Gallery,
    /// A picture is taken.
    Camera,
}

/// What is picked.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FileRequest {
    /// Where.
    pub source: FileSource,
    /// A larger file is not read. In bytes.
    pub max_bytes: u64,
    /// A picture comes as an upright JPEG whose longer edge is at most this long; whatever is no picture comes as it is. In pixels.
    pub longest_edge: u32,
    /// Offered to pick from, such as `application/pdf`. What comes is judged by its content all the same.
    pub media_types: Vec<String>,
}

/// What came of picking a file.
#[derive(Clone, PartialEq, Eq, uniffi::Enum)]
pub enum PickedFile {
    /// A file.
    File {
        /// What it is called on the device.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
    /// It has more bytes than were asked for, and was not read.
    TooLarge,
}

/// What only the device can do. A shell implements it; whatever it throws becomes a message on screen. Secrets are asked for
/// on threads that may block.
#[uniffi::export(with_foreign)]
#[async_trait::async_trait]
pub trait Platform: Send + Sync {
    /// The secret of this name; none where there is none.
    ///
    /// # Errors
    /// [`PlatformError`] where the device cannot say.
    fn load_secret(&self, name: String) -> Result<Option<Vec<u8>>, PlatformError>;

    /// Keeps a secret until it is deleted; one of the same name is replaced.
    ///
    /// # Errors
    /// [`PlatformError`] where it was not kept.
    fn keep_secret(&self, name: String, secret: Vec<u8>) -> Result<(), PlatformError>;

    /// Deletes a secret; one that is not there is deleted already.
    ///
    /// # Errors
    /// [`PlatformError`] where it may still be there.
    fn delete_secret(&self, name: String) -> Result<(), PlatformError>;

    /// Whether a finger or a face can be asked for.
    ///
    /// # Errors
    /// [`PlatformError`] where the device cannot say.
    fn biometrics(&self) -> Result<BiometricsState, PlatformError>;

    /// Keeps a secret that only the person's finger or face gives back, and no finger or face added later.
    ///
    /// # Errors
    /// [`PlatformError::Cancelled`] where the person says no.
    async fn keep_with_biometrics(
        &self,
        name: String,
        secret: Vec<u8>,
        prompt: BiometricPrompt,
    ) -> Result<(), PlatformError>;

    /// Gives it back once the person has shown the finger or face.
    ///
    /// # Errors
    /// [`PlatformError::Cancelled`] where the person says no, [`PlatformError::Invalidated`] where fingers or faces changed.
    async fn load_with_biometrics(
        &self,
        name: String,
        prompt: BiometricPrompt,
    ) -> Result<Vec<u8>, PlatformError>;

    /// Deletes it; one that is not there is deleted already.
    ///
    /// # Errors
    /// [`PlatformError`] where it may still be there.
    fn forget_biometrics(&self, name: String) -> Result<(), PlatformError>;

    /// Opens a link in the system's browser; returns once it is shown.
    ///
    /// # Errors
    /// [`PlatformError`] where nothing opened.
    async fn open_link(&self, url: String) -> Result<(), PlatformError>;

    /// Where a sign-in in the browser comes back to: a link that leads into this app and no other.
    ///
    /// # Errors
    /// [`PlatformError::Unavailable`] where nothing leads back.
    fn sign_in_redirect(&self) -> Result<String, PlatformError>;

    /// Opens a sign-in page in the system's browser, never in a view of the app's own. Returns the redirect where the device
    /// catches it itself; none once the page is shown and the redirect comes as a link.
    ///
    /// # Errors
    /// [`PlatformError::Cancelled`] where the person closed it.
    async fn open_sign_in(&self, url: String, redirect: String) -> Result<Option<String>, PlatformError>;

    /// Offers a file to other apps; returns once that is shown.
    ///
    /// # Errors
    /// [`PlatformError`] where nothing was shown.
    async fn share_file(&self, file: SharedFile) -> Result<(), PlatformError>;

    /// Has the person pick a file, and reads it whole.
    ///
    /// # Errors
    /// [`PlatformError::Cancelled`] where the person picked none, [`PlatformError::Denied`] without the permission to,
    /// [`PlatformError::Failed`] where the file cannot be read.
    async fn pick_file(&self, request: FileRequest) -> Result<PickedFile, PlatformError>;

    /// How many minutes this place's clock is east of UTC at a moment, so many seconds after 1970, by the rules of that moment and
    /// in the zone the person has chosen by now. Asked on a thread that may block, some hundreds of times in a row.
    ///
    /// # Errors
    /// [`PlatformError`] where the device cannot say.
    fn utc_offset_minutes(&self, at_second: i64) -> Result<i32, PlatformError>;
}

/// A shell's platform, as the runtime calls it.
pub(crate) struct Phone(pub(crate) Arc<dyn Platform>);

/// Where a shell's platform is.
pub(crate) fn place_of(platform: &Arc<dyn Platform>) -> ZoneKeeper {
    let platform = Arc::clone(platform);
    ZoneKeeper::new(move |at| platform.utc_offset_minutes(at.as_second()).ok())
}

/// A shell's platform as a device of the runtime, for an engine that is set up otherwise.
pub fn as_device(platform: Arc<dyn Platform>) -> Arc<dyn fl_runtime::Platform> {
    Arc::new(Phone(platform))
}

impl From<Prompt> for BiometricPrompt {
    fn from(prompt: Prompt) -> Self {
        Self { title: prompt.title, reason: prompt.reason, cancel: prompt.cancel }
    }
}

impl From<fl_runtime::FileRequest> for FileRequest {
    fn from(request: fl_runtime::FileRequest) -> Self {
        Self {
            source: match request.source {
                fl_runtime::FileSource::Files => FileSource::Files,
                fl_runtime::FileSource::Gallery => FileSource::Gallery,
                fl_runtime::FileSource::Camera => FileSource::Camera,
            },
            max_bytes: request.max_bytes,
            longest_edge: request.longest_edge,
            media_types: request.media_types,
        }
    }
}

impl fl_runtime::Platform for Phone {
    fn load_secret(&self, name: &str) -> Result<Option<Vec<u8>>, fl_runtime::PlatformError> {
        Ok(self.0.load_secret(name.to_owned())?)
    }

    fn keep_secret(&self, name: &str, secret: Vec<u8>) -> Result<(), fl_runtime::PlatformError> {
        Ok(self.0.keep_secret(name.to_owned(), secret)?)
    }

    fn delete_secret(&self, name: &str) -> Result<(), fl_runtime::PlatformError> {
        Ok(self.0.delete_secret(name.to_owned())?)
    }

    fn biometrics(&self) -> Result<Biometrics, fl_runtime::PlatformError> {
        Ok(match self.0.biometrics()? {
            BiometricsState::Unavailable => Biometrics::Unavailable,
            BiometricsState::NotEnrolled => Biometrics::NotEnrolled,
            BiometricsState::Ready => Biometrics::Ready,
        })
    }

    fn keep_with_biometrics(&self, name: &str, secret: Vec<u8>, prompt: Prompt) -> Answer<()> {
        let (phone, name) = (Arc::clone(&self.0), name.to_owned());
        Box::pin(async move { Ok(phone.keep_with_biometrics(name, secret, prompt.into()).await?) })
    }

    fn load_with_biometrics(&self, name: &str, prompt: Prompt) -> Answer<Vec<u8>> {
        let (phone, name) = (Arc::clone(&self.0), name.to_owned());
        Box::pin(async move { Ok(phone.load_with_biometrics(name, prompt.into()).await?) })
    }

    fn forget_biometrics(&self, name: &str) -> Result<(), fl_runtime::PlatformError> {
        Ok(self.0.forget_biometrics(name.to_owned())?)
    }

    fn open_link(&self, url: &str) -> Answer<()> {
        let (phone, url) = (Arc::clone(&self.0), url.to_owned());
        Box::pin(async move { Ok(phone.open_link(url).await?) })
    }

    fn sign_in_redirect(&self) -> Result<String, fl_runtime::PlatformError> {
        Ok(self.0.sign_in_redirect()?)
    }

    fn open_sign_in(&self, url: &str, redirect: &str) -> Answer<Option<String>> {
        let (phone, url, redirect) = (Arc::clone(&self.0), url.to_owned(), redirect.to_owned());
        Box::pin(async move { Ok(phone.open_sign_in(url, redirect).await?) })
    }

    fn share_file(&self, file: fl_runtime::SharedFile) -> Answer<()> {
        let phone = Arc::clone(&self.0);
        let file = SharedFile { name: file.name, media_type: file.media_type, bytes: file.bytes };
        Box::pin(async move { Ok(phone.share_file(file).await?) })
    }

    fn pick_file(&self, request: fl_runtime::FileRequest) -> Answer<Picked> {
        let (phone, request) = (Arc::clone(&self.0), request.into());
        Box::pin(async move {
            Ok(match phone.pick_file(request).await? {
                PickedFile::File { name, bytes } => Picked::File(fl_runtime::PickedFile { name, bytes }),
                PickedFile::TooLarge => Picked::TooLarge,
            })
        })
    }
}
