use std::sync::Arc;

use fl_app::Screen;

use crate::PlatformError;

/// Hears of new screens.
#[uniffi::export(with_foreign)]
pub trait ScreenListener: Send + Sync {
    /// The newest screen. Called on a thread of the core, one call at a time; screens that came meanwhile are left out, so a
    /// slow listener is late and never behind.
    ///
    /// # Errors
    /// What it throws is logged; the next screen comes all the same.
    fn changed(&self, screen: Screen) -> Result<(), PlatformError>;
}

pub(crate) struct Heard(pub(crate) Arc<dyn ScreenListener>);

impl fl_runtime::ScreenListener for Heard {
    fn changed(&self, screen: Arc<Screen>) -> Result<(), fl_runtime::PlatformError> {
        Ok(self.0.changed(Screen::clone(&screen))?)
    }
}
