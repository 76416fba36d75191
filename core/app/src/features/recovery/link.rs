//! What a letter's link holds.

use fl_domain::{
    Secret,
    access::{Verdict, judge},
};

use super::fault::Fault;
use crate::open::{Ground, device};

/// No token is longer (our own limit).
const TOKEN_MAX: usize = 512;

/// The token in a letter's link: our own `fltaxes://recovery?token=…`, or a page of the service with a `token`.
pub(super) fn token(text: &str, ground: &Ground) -> Result<Secret, Fault> {
    let text = text.trim();
    let query = match device::own(text) {
        Some(("recovery", query)) => query,
        Some(_) => return Err(Fault::NoLink),
        None => match judge(text, &device::hosts(ground)) {
            Verdict::Service => text.split_once('?').map_or("", |(_, query)| query),
            Verdict::NotALink => return Err(Fault::NoLink),
            verdict => return Err(Fault::ForeignLink(verdict)),
        },
    };
    device::parameter(query, "token")
        .filter(|token| token.len() <= TOKEN_MAX && token.bytes().all(|b| b.is_ascii_graphic()))
        .map(Secret::new)
        .ok_or(Fault::NoLink)
}
