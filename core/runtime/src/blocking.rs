//! Threads that may wait: for files, and for what a platform takes its time over.

/// Runs what blocks where it may; `None` if the engine ends meanwhile.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    tokio::task::spawn_blocking(move || tracing::dispatcher::with_default(&dispatch, work)).await.ok()
}
