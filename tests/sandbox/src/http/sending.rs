//! Bodies that go out otherwise than they are announced.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header, response},
    response::Response,
};
use hyper::body::{Body as HttpBody, Frame};

use crate::{script::Sending, world::World};

/// Of what follows without end, so much at a time.
const PIECE: usize = 8 << 10;

/// A response that never ends, marked for those who would read it whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unending;

/// A response with this body, sent as it is said.
pub(super) fn response(
    world: &Arc<World>,
    mut head: response::Parts,
    body: Vec<u8>,
    sending: Option<Sending>,
) -> Response {
    let Some(sending) = sending else { return Response::from_parts(head, Body::from(body)) };
    let all = u64::try_from(body.len()).unwrap_or(u64::MAX);
    let mut bytes = Bytes::from(body);
    let (announced, then, pace) = match sending {
        Sending::Length(length) => (Some(length), Then::End, None),
        Sending::Cut(sent) => {
            bytes.truncate(sent);
            (Some(all), Then::End, None)
        }
        Sending::Stall(sent) => {
            bytes.truncate(sent);
            (Some(all), Then::Nothing, None)
        }
        Sending::Drip { bytes, every } => (Some(all), Then::End, Some((bytes, every))),
        Sending::Endless => (None, Then::Spaces, None),
    };
    if let Some(announced) = announced {
        head.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(announced));
    }
    if then != Then::End {
        head.extensions.insert(Unending);
    }
    let body = Sent { bytes, then, pace, world: Arc::clone(world), pause: None, is_flushed: false };
    Response::from_parts(head, Body::new(body))
}

/// What comes behind the last byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    End,
    /// The connection stays, and nothing comes.
    Nothing,
    Spaces,
}

type Pause = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Tells nobody how long it is, so that what is announced is not held against it.
struct Sent {
    bytes: Bytes,
    then: Then,
    /// So many bytes, so long one after another.
    pace: Option<(usize, Duration)>,
    world: Arc<World>,
    pause: Option<Pause>,
    /// What came before the end was given the time to go out.
    is_flushed: bool,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = &mut *self;
        if let Some(pause) = &mut this.pause {
            ready!(pause.as_mut().poll(cx));
            this.pause = None;
        }
        if this.bytes.is_empty() {
            return match this.then {
                // A connection that ends early takes along what it had not sent yet: it sends when there is nothing more to read.
                Then::End if !std::mem::replace(&mut this.is_flushed, true) => {
                    cx.waker().wake_by_ref();
                    Poll::Pending
                }
                Then::End => Poll::Ready(None),
                // Nobody wakes it; it ends with its connection.
                Then::Nothing => Poll::Pending,
                Then::Spaces => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b' '; PIECE]))))),
            };
        }
        let size = this.pace.map_or(this.bytes.len(), |(size, _)| size.min(this.bytes.len()));
        let piece = this.bytes.split_to(size);
        if let Some((_, every)) = this.pace.filter(|(_, every)| !every.is_zero() && !this.bytes.is_empty()) {
            let world = Arc::clone(&this.world);
            this.pause = Some(Box::pin(async move { world.passes(every).await }));
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
