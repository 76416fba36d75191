//! Pages: each is a feature's own, lies over whatever is below, and goes when one goes back. What guards has no default: a page that
//! does not say what it drops when it is left, whether it outlives the account and what it waits for is not compiled.

use std::any::Any;

use crux_core::Command;
use fl_domain::{Secret, Timestamp, service::Question};

use super::{
    event::{Ctx, Deliver, Event, Next, PageEvent},
    ground::{AnyPage, Ground},
};
use crate::kit::{
    effects::{Call, ServiceAnswer},
    flow,
    screen::{PageKey, Screen},
    touch::{Intent, Meant},
};

pub(crate) use super::ground::{Back, Life};

/// A page.
pub(crate) trait Page: Sized + Send + 'static {
    /// What a person does here; [`Nothing`](crate::kit::touch::Nothing) where that is nothing.
    type Intent: Intent;
    /// What comes back.
    type Event: Send + 'static;
    /// Its life, and that of whatever it asked for.
    const LIFE: Life;

    /// Where it is: one key, or one for each step into it. The first names the page among all that are open.
    fn path(&self) -> Vec<PageKey>;

    /// What is seen. Path and way back are put on it by whoever shows it.
    fn view(&self, ground: &Ground) -> Screen;

    /// A person did something here.
    fn touched(&mut self, intent: Self::Intent, ground: &mut Ground) -> Next;

    /// What this page asked for has come; `None` where the page is gone by now.
    fn heard(page: Option<&mut Self>, event: Self::Event, ground: &mut Ground) -> Next;

    /// A field now holds this text, whole.
    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next;

    /// A step back.
    fn back(&mut self, ground: &mut Ground) -> Back;

    /// Something else is seen now: every secret that was typed is dropped, since no shell shows it again.
    fn left(&mut self, ground: &mut Ground);

    /// The time this page counts down to, by the service's clock.
    fn awaited(&self, ground: &Ground) -> Option<Timestamp>;
}

impl<P: Page> AnyPage for P {
    fn path(&self) -> Vec<PageKey> {
        Page::path(self)
    }

    fn view(&self, ground: &Ground) -> Screen {
        Page::view(self, ground)
    }

    fn touched(&mut self, meant: &Meant, ground: &mut Ground) -> Option<Next> {
        meant.get::<P::Intent>().map(|intent| Page::touched(self, intent.clone(), ground))
    }

    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next {
        Page::edit(self, field, text, ground)
    }

    fn back(&mut self, ground: &mut Ground) -> Back {
        Page::back(self, ground)
    }

    fn left(&mut self, ground: &mut Ground) {
        Page::left(self, ground);
    }

    fn awaited(&self, ground: &Ground) -> Option<Timestamp> {
        Page::awaited(self, ground)
    }

    fn life(&self) -> Life {
        P::LIFE
    }

    fn any(&mut self) -> &mut dyn Any {
        self
    }
}

/// An event for the page of this key, passed over once another account is open or none.
pub(crate) fn event<P: Page>(key: impl Into<PageKey>, event: P::Event, ground: &Ground) -> Event {
    addressed::<P>(key.into(), epoch::<P>(ground), event)
}

/// An event for the page of this key; it is heard whatever is open by then.
pub(crate) fn lasting<P: Page>(key: impl Into<PageKey>, event: P::Event) -> Event {
    addressed::<P>(key.into(), None, event)
}

/// An event for the page of this key, for the account of this epoch: of what a refresh reads.
pub(crate) fn event_of<P: Page>(key: impl Into<PageKey>, epoch: u64, event: P::Event) -> Event {
    addressed::<P>(key.into(), Some(epoch), event)
}

/// Runs a flow for the page of this key, which hears what comes of it; passed over once another account is open or none.
pub(crate) fn run<P, F, Fut>(key: impl Into<PageKey>, ground: &Ground, flow: F) -> Next
where
    P: Page,
    F: FnOnce(Ctx) -> Fut + Send + 'static,
    Fut: Future<Output = P::Event> + Send + 'static,
{
    let (key, epoch) = (key.into(), epoch::<P>(ground));
    Command::new(move |ctx: Ctx| async move {
        let event = flow(ctx.clone()).await;
        ctx.send_event(addressed::<P>(key, epoch, event));
    })
}

/// Whose account a page's own belongs to.
fn epoch<P: Page>(ground: &Ground) -> Option<u64> {
    match P::LIFE {
        Life::Account => Some(ground.epoch),
        Life::Device => None,
    }
}

fn addressed<P: Page>(key: PageKey, epoch: Option<u64>, event: P::Event) -> Event {
    let deliver: Deliver = Box::new(move |page, ground| {
        P::heard(page.and_then(|page| page.any().downcast_mut::<P>()), event, ground)
    });
    Event::Page(PageEvent { key, epoch, at: None, failure: None, deliver })
}

/// Asks the service once for the page of this key. The answer is heard by [`Page::heard`], after the clock was set by it and the account
/// heard of an ended session; one for an earlier account is passed over.
pub(crate) fn ask<P: Page, Q: Question>(
    key: impl Into<PageKey>,
    question: Q,
    ground: &Ground,
    heard: impl FnOnce(ServiceAnswer<Q::Told>) -> P::Event + Send + 'static,
) -> Next {
    asking::<P, Q>(key.into(), (epoch::<P>(ground), ground.epoch), question, heard)
}

/// As [`ask`]; the answer is heard whatever is open by then.
pub(crate) fn ask_lasting<P: Page, Q: Question>(
    key: impl Into<PageKey>,
    question: Q,
    ground: &Ground,
    heard: impl FnOnce(ServiceAnswer<Q::Told>) -> P::Event + Send + 'static,
) -> Next {
    asking::<P, Q>(key.into(), (None, ground.epoch), question, heard)
}

fn asking<P: Page, Q: Question>(
    key: PageKey,
    (epoch, asker): (Option<u64>, u64),
    question: Q,
    heard: impl FnOnce(ServiceAnswer<Q::Told>) -> P::Event + Send + 'static,
) -> Next {
    Command::request_from_shell(Call::of(question.ask())).then_send(move |answer| {
        let answer = flow::typed::<Q>(answer);
        let at = Some(answer.at);
        let failure =
            answer.result.as_ref().err().filter(|_| Q::SESSION).cloned().map(|failure| (asker, failure));
        match addressed::<P>(key, epoch, heard(answer)) {
            Event::Page(event) => Event::Page(PageEvent { at, failure, ..event }),
            event => event,
        }
    })
}
