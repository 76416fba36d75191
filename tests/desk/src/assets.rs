use std::sync::Arc;

use fl_runtime::Engine;

use crate::ui::piece::Assets;

/// The engine's pictures; none while no engine is open.
pub(crate) struct EngineAssets(pub(crate) Option<Arc<Engine>>);

impl Assets for EngineAssets {
    fn png(&self, key: &str) -> Option<Arc<[u8]>> {
        let asset = self.0.as_ref()?.asset(key)?;
        (asset.media_type == "image/png").then_some(asset.bytes)
    }
}
