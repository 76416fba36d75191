//! Pages: each is a feature's own, lies over whatever is below, and goes when one goes back. What guards has no default: a page that
//! does not say what it drops when it is left, whether it outlives the account and what it waits for is not compiled.

use std::{any::Any, fmt};

use crux_core::Command;
use fl_domain::{
    Secret, Timestamp,
    service::{Failure, Question},
};

use super::{Event, Ground, Next};
use crate::kit::{
    effects::{Call, Moment, ServiceAnswer},
    flow::{self, Ctx},
    screen::{PageKey, Screen},
    touch::{Intent, Meant},
};

/// How long a page may stay, and what it asked for matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// As long as the account that is open, or as nobody's.
    Account,
    /// It was begun without an account and goes on while one is locked.
    Device,
}

/// What going back does.
pub(crate) enum Back {
    /// A step within the page was taken back.
    Stays,
    /// The page goes, and this is done.
    Goes(Next),
}

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

/// Any page. Made of a [`Page`] alone.
pub(crate) trait AnyPage: Send {
    fn path(&self) -> Vec<PageKey>;
    fn view(&self, ground: &Ground) -> Screen;
    /// `None` where it is another page's intent.
    fn touched(&mut self, meant: &Meant, ground: &mut Ground) -> Option<Next>;
    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next;
    fn back(&mut self, ground: &mut Ground) -> Back;
    fn left(&mut self, ground: &mut Ground);
    fn awaited(&self, ground: &Ground) -> Option<Timestamp>;
    fn life(&self) -> Life;
    fn any(&mut self) -> &mut dyn Any;
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

/// The key of a page: the first of its path.
pub(crate) fn key(page: &dyn AnyPage) -> PageKey {
    page.path().into_iter().next().unwrap_or_default()
}

/// Hands an event to its page, or to nobody.
type Deliver = Box<dyn FnOnce(Option<&mut dyn AnyPage>, &mut Ground) -> Next + Send>;

/// Something for a page.
pub struct PageEvent {
    /// Which.
    pub(crate) key: PageKey,
    /// Of the account that was open; [`None`] where it is delivered whatever is open by now.
    pub(crate) epoch: Option<u64>,
    /// The time, where it came with an answer.
    pub(crate) at: Option<Moment>,
    /// What a question in the session's name failed by: the account hears of it too.
    pub(crate) failure: Option<Failure>,
    pub(crate) deliver: Deliver,
}

/// Nothing of what it carries is written down.
impl fmt::Debug for PageEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageEvent").finish_non_exhaustive()
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
    asking::<P, Q>(key.into(), epoch::<P>(ground), question, heard)
}

/// As [`ask`]; the answer is heard whatever is open by then.
pub(crate) fn ask_lasting<P: Page, Q: Question>(
    key: impl Into<PageKey>,
    question: Q,
    heard: impl FnOnce(ServiceAnswer<Q::Told>) -> P::Event + Send + 'static,
) -> Next {
    asking::<P, Q>(key.into(), None, question, heard)
}

fn asking<P: Page, Q: Question>(
    key: PageKey,
    epoch: Option<u64>,
    question: Q,
    heard: impl FnOnce(ServiceAnswer<Q::Told>) -> P::Event + Send + 'static,
) -> Next {
    Command::request_from_shell(Call(question.ask())).then_send(move |answer| {
        let answer = flow::typed::<Q>(answer);
        let at = Some(answer.at.clone());
        let failure = answer.result.as_ref().err().filter(|_| Q::SESSION).cloned();
        match addressed::<P>(key, epoch, heard(answer)) {
            Event::Page(event) => Event::Page(PageEvent { at, failure, ..event }),
            event => event,
        }
    })
}
