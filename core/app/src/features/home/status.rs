use fl_domain::{
    Freshness, Origin,
    account::{Liability, Standing, standing},
    service::account as service,
};

use crate::{
    kit::screen::{Status, Tone},
    open::{
        Ground,
        account::{Account, describe},
    },
};

/// The one large line, worked out from the service's figures.
pub(super) fn status(account: &Account, freshness: Freshness, ground: &Ground) -> Status {
    let texts = ground.texts();
    let arrears = account.figures.get::<service::Arrears>();
    let arrears = arrears.map_or(&[] as &[Liability], |known| known.value);
    let told = account
        .figures
        .get::<service::EnsBalance>()
        .map_or(Standing::Unknown, |ens| standing(ens.value, arrears));
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
    Status::new("status", tone, headline, age).detail(detail)
}
