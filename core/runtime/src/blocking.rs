//! Threads that may wait: for files, and for what a platform takes its time over.

use futures::channel::oneshot;

/// Runs what blocks where it may; `None` if the engine ends meanwhile.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = oneshot::channel();
    on_a_thread(Box::new(move || {
        // Nobody waits any more where the engine ended.
        let _ = tell.send(work());
    }));
    told.await.ok()
}

/// One kind of task for all work: each kind of its own would be some kilobytes more of a phone's library.
fn on_a_thread(work: Box<dyn FnOnce() + Send>) {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    drop(tokio::task::spawn_blocking(move || tracing::dispatcher::with_default(&dispatch, work)));
}
