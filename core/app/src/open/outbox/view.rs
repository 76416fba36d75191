//! How one thing that is done once is told of, wherever it is shown.

use fl_domain::service::{Capability, Failure, OfflineCause};

use super::{
    event::Intent,
    model::{Fault, Of},
};
use crate::{
    kit::{
        blocks::{notice, secondary},
        effects::CacheFault,
        screen::{Block, Tone},
        sending::{Sending, SendingState, Step},
    },
    open::{account::connection::Connection, answer::reason, ground::Ground},
};

/// Where it is, in one sentence that is true.
pub(crate) fn words(sending: &Sending, ground: &Ground) -> (Tone, String) {
    let texts = ground.texts();
    let account = ground.account();
    if account.is_some_and(|account| account.outbox.is_going(sending.key)) {
        return (Tone::Plain, texts.say("outbox-going"));
    }
    match account.and_then(|account| account.outbox.doing(sending.key)) {
        Some(Step::Send) => return (Tone::Plain, texts.say("outbox-on-its-way")),
        Some(Step::Ask) => return (Tone::Plain, texts.say("outbox-asking")),
        Some(Step::Wait) | None => {}
    }
    match &sending.state {
        SendingState::Waiting(_) if account.is_some_and(|it| it.outbox.is_behind(sending)) => {
            (Tone::Attention, texts.say("outbox-waits-in-turn"))
        }
        SendingState::Waiting(_) if account.is_some_and(|it| it.connection == Connection::SessionEnded) => {
            (Tone::Attention, texts.say("outbox-waits-for-session"))
        }
        SendingState::Waiting(Some(failure)) => {
            let why = reason(failure, ground);
            (Tone::Attention, texts.tell("outbox-waits-because", &[("why", why.into())]))
        }
        SendingState::Waiting(None) if sending.times_sent > 0 => {
            (Tone::Attention, texts.say("outbox-goes-again"))
        }
        SendingState::Waiting(None) => (Tone::Attention, waits(ground)),
        SendingState::Left | SendingState::Forgotten if sending.needs_a_person(can_ask(ground)) => {
            let at = sending.left_at.unwrap_or(sending.made_at);
            let words = texts.tell("outbox-nobody-knows", &[("time", texts.moment(at, &ground.now).into())]);
            (Tone::Attention, words)
        }
        SendingState::Left | SendingState::Forgotten => {
            (Tone::Attention, texts.tell("outbox-no-answer", &[("times", sending.times_asked.into())]))
        }
        SendingState::Accepted { at } => {
            (Tone::Good, texts.tell("outbox-done", &[("time", texts.moment(*at, &ground.now).into())]))
        }
        SendingState::Refused { failure, .. } => (Tone::Bad, refused(failure, ground)),
    }
}

/// On this device alone; why, where that is known of the service as a whole.
fn waits(ground: &Ground) -> String {
    let texts = ground.texts();
    let why = match ground.account().map(|account| &account.connection) {
        Some(Connection::Offline) => Failure::Offline(OfflineCause::NoNetwork),
        Some(Connection::NoAnswer) => Failure::Offline(OfflineCause::NoAnswer),
        Some(Connection::Closed(until)) => Failure::Closed { until: *until },
        Some(Connection::NotSafe(fault)) => Failure::NotSafe(*fault),
        Some(
            Connection::Fine
            | Connection::SessionEnded
            | Connection::NotRenewed { .. }
            | Connection::Trouble { .. },
        )
        | None => return texts.say("outbox-waits"),
    };
    texts.tell("outbox-waits-because", &[("why", reason(&why, ground).into())])
}

fn refused(failure: &Failure, ground: &Ground) -> String {
    let texts = ground.texts();
    // The service was never asked.
    if matches!(failure, Failure::FileGone { .. }) {
        return reason(failure, ground);
    }
    texts.tell("outbox-refused", &[("why", reason(failure, ground).into())])
}

/// What can be done about it.
pub(crate) fn actions(sending: &Sending, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let Some(account) = ground.account() else { return Vec::new() };
    if account.outbox.is_busy(sending.key) {
        return Vec::new();
    }
    let key = sending.key;
    let dismiss = || secondary("outbox-dismiss", texts.say("outbox-dismiss"), true, Intent::Dismiss(key));
    if sending.may_be_withdrawn() {
        vec![secondary("outbox-withdraw", texts.say("outbox-withdraw"), true, Intent::Withdraw(key))]
    } else if sending.needs_a_person(can_ask(ground)) {
        vec![secondary("outbox-again", texts.say("outbox-again"), true, Intent::Again(key)), dismiss()]
    } else if sending.may_be_dismissed(can_ask(ground)) {
        vec![dismiss()]
    } else {
        Vec::new()
    }
}

/// What the page on which it was wanted says of it while it is under way, and when it was refused.
pub(crate) fn under_way(of: Of<'_>, ground: &Ground) -> Vec<Block> {
    match of {
        Of::Nothing | Of::Keeping => Vec::new(),
        Of::OnItsWay(sending) | Of::Known(sending)
            if matches!(sending.state, SendingState::Accepted { .. }) =>
        {
            Vec::new()
        }
        Of::OnItsWay(sending) | Of::Known(sending) => {
            let (tone, words) = words(sending, ground);
            let mut blocks = vec![notice("outbox", tone, words)];
            blocks.extend(actions(sending, ground));
            blocks
        }
    }
}

/// That this device could not keep something: then it is not sent either.
pub(crate) fn fault(ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let words = match ground.account()?.outbox.fault? {
        Fault::Wanted(CacheFault::DiskFull) => texts.say("outbox-disk-full"),
        Fault::Wanted(CacheFault::ReadOnly) => texts.say("outbox-read-only"),
        Fault::Wanted(CacheFault::Damaged | CacheFault::Closed | CacheFault::Broken) => {
            texts.say("outbox-broken")
        }
        Fault::Read => texts.say("outbox-not-read"),
        Fault::Noted => texts.say("outbox-not-noted"),
        Fault::Removed => texts.say("outbox-not-removed"),
    };
    Some(notice("outbox-fault", Tone::Bad, words))
}

fn can_ask(ground: &Ground) -> bool {
    ground.offers(Capability::Outbox)
}
