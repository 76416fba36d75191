use fl_domain::{
    Freshness, Origin,
    account::{Liability, Standing, standing},
    service::account as service,
};

use crate::{
    kit::screen::{Status, Tone},
    open::{Ground, account::describe, answer::Answer},
};

/// The one large line, worked out from the service's figures; where there is no balance, the line that misses says so.
pub(super) fn status(ground: &Ground) -> Option<Status> {
    let texts = ground.texts();
    let ens = match ground.answer::<service::EnsBalance>() {
        Answer::Known(ens) => ens,
        Answer::KnownNone(_) | Answer::NotKnown(_) => return None,
    };
    // They only say since when.
    let arrears: &[Liability] = match ground.answer::<service::Arrears>() {
        Answer::Known(known) => known.value,
        Answer::KnownNone(_) | Answer::NotKnown(_) => &[],
    };
    let freshness = ens.freshness;
    let told = standing(ens.value, arrears);
    let (tone, headline, detail) = match told {
        Standing::Debt { amount, since } => (
            Tone::Bad,
            texts.tell("standing-debt", &[("amount", texts.money(amount).into())]),
            Some(match since {
                Some(date) => texts.tell("standing-debt-since", &[("date", texts.date(date).into())]),
                None => texts.say("standing-debt-overdue"),
            }),
        ),
        Standing::Due { amount, by } => (
            Tone::Attention,
            texts.say("standing-clear"),
            Some(match by {
                Some(date) => texts.tell(
                    "standing-due-by",
                    &[("amount", texts.money(amount).into()), ("date", texts.date(date).into())],
                ),
                None => texts.tell("standing-due", &[("amount", texts.money(amount).into())]),
            }),
        ),
        Standing::Clear { balance } if balance.is_positive() => (
            Tone::Good,
            texts.say("standing-clear"),
            Some(texts.tell("standing-overpaid", &[("amount", texts.money(balance).into())])),
        ),
        Standing::Clear { .. } => (Tone::Good, texts.say("standing-clear"), None),
        Standing::Unknown => (Tone::Plain, texts.say("standing-unknown"), None),
    };
    // The line is worked out from the service's figures; it is as old as they are.
    let origin = if freshness.origin == Origin::Live { Origin::Computed } else { freshness.origin };
    let age = describe(Freshness { origin, ..freshness }, ground);
    Some(Status::new("status", tone, headline, age).detail(detail))
}
