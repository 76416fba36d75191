//! The engine's own task: one event after another, effects performed beside it, the newest screen shown.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use crux_core::{Core, Request, capability::Operation};
use fl_app::{App, Effect, Event, Touch};
use fl_domain::Secret;
use futures::future::BoxFuture;
use tokio::sync::mpsc;
use tracing::instrument::WithSubscriber;

use super::{
    Shown,
    work::{Ticket, Work},
    world::World,
};

/// Messages handled before a screen is shown: under a flood of touches it still moves.
const BATCH: usize = 256;

/// What comes to the task; whoever sent it waits, if at all, until it is done and shown.
pub(crate) struct Message {
    what: What,
    ticket: Ticket,
}

/// Hands an effect's output to the core that asked for it; what it asks for next comes back.
type Resolve = Box<dyn FnOnce(&Core<App>) -> Vec<Effect> + Send>;

enum What {
    Event(Box<Event>),
    /// What a person or the platform did. It is stamped with its time when its turn comes.
    Touched(Touch),
    Typed(Box<str>, Secret),
    Followed(Secret),
    NetworkBack,
    /// An effect is done.
    Resolve {
        generation: u64,
        resolve: Resolve,
    },
    /// Fails: for tests.
    #[cfg(any(test, feature = "qa"))]
    Broken,
}

impl Message {
    fn of(what: What, work: &Arc<Work>) -> Self {
        Self { what, ticket: work.ticket() }
    }

    pub(crate) fn start(work: &Arc<Work>) -> Self {
        Self::of(What::Event(Box::new(Event::Start)), work)
    }

    #[cfg(any(test, feature = "qa"))]
    pub(crate) fn broken(work: &Arc<Work>) -> Self {
        Self::of(What::Broken, work)
    }

    fn start_anew(work: &Arc<Work>) -> Self {
        Self::of(What::Event(Box::new(Event::StartAnew)), work)
    }

    pub(crate) fn touch(touch: Touch, work: &Arc<Work>) -> Self {
        Self::of(What::Touched(touch), work)
    }

    pub(crate) fn typed(field: &str, text: Secret, work: &Arc<Work>) -> Self {
        Self::of(What::Typed(field.into(), text), work)
    }

    pub(crate) fn followed(link: Secret, work: &Arc<Work>) -> Self {
        Self::of(What::Followed(link), work)
    }

    pub(crate) fn network_back(work: &Arc<Work>) -> Self {
        Self::of(What::NetworkBack, work)
    }
}

pub(crate) struct Task {
    core: Core<App>,
    /// Counts cores; answers to an earlier one are dropped.
    generation: u64,
    world: Arc<World>,
    work: Arc<Work>,
    shown: Arc<Shown>,
    inbox: mpsc::UnboundedSender<Message>,
}

impl Task {
    pub(crate) fn new(
        world: Arc<World>,
        work: Arc<Work>,
        shown: Arc<Shown>,
        inbox: mpsc::UnboundedSender<Message>,
    ) -> Self {
        Self { core: Core::new(), generation: 0, world, work, shown, inbox }
    }

    pub(crate) async fn run(mut self, mut messages: mpsc::UnboundedReceiver<Message>) {
        while let Some(first) = messages.recv().await {
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(next) = messages.try_recv()
            {
                batch.push(next);
            }
            // Tickets are kept until the screen that follows from their messages is shown.
            let mut done = Vec::with_capacity(batch.len());
            for Message { what, ticket } in batch {
                done.push(ticket);
                self.guarded(what);
            }
            if let Ok(view) = catch_unwind(AssertUnwindSafe(|| self.core.view())) {
                self.shown.publish(view);
            } else {
                self.start_anew();
            }
        }
    }

    /// A mistake of ours in one event must not end the app: it starts anew, locked, with all that was kept.
    fn guarded(&mut self, what: What) {
        if catch_unwind(AssertUnwindSafe(|| self.handle(what))).is_err() {
            self.start_anew();
        }
    }

    fn start_anew(&mut self) {
        tracing::error!(target: "fl::log", "the app failed and starts anew");
        self.core = Core::new();
        self.generation += 1;
        // The new core counts its accounts anew: what was shown before means nothing to it.
        self.shown.forget_touches();
        let world = Arc::clone(&self.world);
        let (inbox, start) = (self.inbox.clone(), Message::start_anew(&self.work));
        spawn(Box::pin(async move {
            world.lock().await;
            let _ = inbox.send(start);
        }));
    }

    fn handle(&mut self, what: What) {
        #[cfg(test)]
        self.shown.updates.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let effects = match what {
            What::Event(event) => self.core.process_event(*event),
            What::Touched(touch) => {
                // Looked up in its turn, so that a touch from before a lock finds nothing after it.
                let Some(meant) = self.shown.touches().meant(&touch) else {
                    tracing::info!(target: "fl::event", "a touch that means nothing any more");
                    return;
                };
                tracing::info!(target: "fl::event", "{}", meant.name());
                self.core.process_event(Event::Touched(self.now(), meant))
            }
            What::Typed(field, text) => {
                // The log names fields that a screen named, and nothing that a shell may have mixed up with one.
                if self.shown.names_field(&field) {
                    tracing::info!(target: "fl::event", "typed {field}");
                } else {
                    tracing::info!(target: "fl::event", "typed into a field that is not seen");
                }
                self.core.process_event(Event::Typed { now: self.now(), field: field.into(), text })
            }
            What::Followed(link) => {
                tracing::info!(target: "fl::event", "link");
                self.core.process_event(Event::Followed(self.now(), link))
            }
            What::NetworkBack => {
                tracing::info!(target: "fl::event", "network back");
                self.core.process_event(Event::NetworkBack(self.now()))
            }
            What::Resolve { generation, resolve } if generation == self.generation => resolve(&self.core),
            What::Resolve { .. } => Vec::new(),
            #[cfg(any(test, feature = "qa"))]
            What::Broken => {
                let nothing: [Effect; 0] = [];
                let at = nothing.len();
                let _ = &nothing[at..][0];
                Vec::new()
            }
        };
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            queue.extend(self.perform(effect));
        }
    }

    fn now(&self) -> fl_app::Moment {
        self.world.clock().now()
    }

    /// Starts an effect, or performs it right here when it takes no time.
    fn perform(&mut self, effect: Effect) -> Vec<Effect> {
        let world = Arc::clone(&self.world);
        match effect {
            Effect::Now(mut request) => {
                return self.core.resolve(&mut request, world.clock().now()).unwrap_or_default();
            }
            Effect::Describe(mut request) => {
                return self.core.resolve(&mut request, world.describe()).unwrap_or_default();
            }
            Effect::Ask(request) => {
                let call = request.operation.clone();
                tracing::info!(target: "fl::effect", "ask {}", call.ask.name());
                self.answer(request, async move { world.ask(call).await });
            }
            Effect::Esia(request) => {
                let call = request.operation.clone();
                tracing::info!(target: "fl::effect", "esia {}", call.name());
                self.answer(request, async move { world.esia(call).await });
            }
            Effect::SignIn(request) => {
                tracing::info!(target: "fl::effect", "sign in");
                let call = request.operation.clone();
                self.answer(request, async move { world.sign_in(call).await });
            }
            Effect::Captcha(request) => {
                let call = request.operation.clone();
                self.answer(request, async move { world.captcha(call).await });
            }
            Effect::Cache(request) => {
                let operation = request.operation.clone();
                tracing::info!(target: "fl::effect", "cache {}", operation.name());
                self.answer(request, async move { world.cache(operation).await });
            }
            Effect::Attach(request) => {
                let operation = request.operation.clone();
                tracing::info!(target: "fl::effect", "{}", operation.name());
                self.answer(request, async move { world.attach(operation).await });
            }
            Effect::Vault(request) => {
                let operation = request.operation.clone();
                tracing::info!(target: "fl::effect", "vault {}", operation.name());
                self.answer(request, async move { world.vault(operation).await });
            }
            Effect::Preferences(request) => {
                let operation = request.operation.clone();
                self.answer(request, async move { world.preferences(operation).await });
            }
            Effect::Waiting(request) => {
                let operation = request.operation.clone();
                self.answer(request, async move { world.waiting(operation).await });
            }
            Effect::Platform(request) => {
                let operation = request.operation.clone();
                tracing::info!(target: "fl::effect", "platform {}", operation.name());
                self.answer(request, async move { world.platform(operation).await });
            }
            Effect::Wait(request) => self.wait(request),
        }
        Vec::new()
    }

    fn answer<Op: Operation>(
        &self,
        request: Request<Op>,
        work: impl Future<Output = Op::Output> + Send + 'static,
    ) {
        let (inbox, ticket, generation) = (self.inbox.clone(), self.work.ticket(), self.generation);
        spawn(Box::pin(async move {
            let output = work.await;
            let _ = inbox.send(resolved(request, output, generation, ticket));
        }));
    }

    fn wait(&self, request: Request<fl_app::Wait>) {
        let until = request.operation.until;
        let timer = self.work.timer(until);
        let (inbox, generation, world) = (self.inbox.clone(), self.generation, Arc::clone(&self.world));
        spawn(Box::pin(async move {
            world.clock().wake_at(until).await;
            let ticket = timer.go_off();
            let now = world.clock().now();
            let _ = inbox.send(resolved(request, now, generation, ticket));
        }));
    }
}

/// One kind of task for all effects: each kind of its own would be some kilobytes more of a phone's library.
fn spawn(work: BoxFuture<'static, ()>) {
    tokio::spawn(work.with_current_subscriber());
}

fn resolved<Op: Operation>(
    mut request: Request<Op>,
    output: Op::Output,
    generation: u64,
    ticket: Ticket,
) -> Message {
    let resolve = Box::new(move |core: &Core<App>| core.resolve(&mut request, output).unwrap_or_default());
    Message { what: What::Resolve { generation, resolve }, ticket }
}
