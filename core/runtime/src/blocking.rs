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
    drop(tokio::task::spawn_blocking(move || {
        tracing::dispatcher::with_default(&dispatch, work);
        wipe_stack();
    }));
}

/// More than any work here takes, and little beside a thread's 2 MiB. In bytes.
const DEEPEST: usize = 128 * 1024;

/// Ciphers and hashes put copies of short texts on the stack, such as an INN in a block that is not full. The allocator wipes what is freed;
/// this wipes what was below here.
#[inline(never)]
#[allow(clippy::large_stack_arrays)]
fn wipe_stack() {
    std::hint::black_box(&mut [0_u8; DEEPEST]);
}
