use fl_domain::{
    Inn,
    access::{Facts, PrimaryValidity, TypingHint, primary_validity, suspicions},
    service::{PasswordStatus, contacts, password},
};

use crate::open::{Ground, session};

/// What this app knows of the person whose INN is typed: never asked again.
pub(super) fn known(ground: &Ground) -> Facts {
    let mut facts = Facts {
        typing: session::typed_password(ground).and_then(|typed| TypingHint::of(&suspicions(typed))),
        ..Facts::default()
    };
    let typed = Inn::parse_person(session::typed_login(ground).expose()).ok();
    let is_this = |inn: &Inn| typed.as_ref() == Some(inn);
    if ground.waiting.changed.as_ref().is_some_and(|(inn, _)| is_this(inn)) {
        facts.has_card_password = Some(false);
        facts.changed_lately = Some(true);
    }
    if let Some((inn, until)) = &ground.waiting.activation
        && is_this(inn)
    {
        facts.registered_within_hour = Some(*until > ground.now.trusted());
    }
    let Some(account) = ground.account() else { return facts };
    match account.figures.get::<password::Status>().map(|known| known.value) {
        Some(PasswordStatus::Primary { issued, .. }) => {
            facts.has_card_password = Some(true);
            let validity = primary_validity(*issued, ground.today());
            facts.card_older_than_month = Some(matches!(validity, PrimaryValidity::Expired { .. }));
        }
        Some(PasswordStatus::Own { .. }) => facts.has_card_password = Some(false),
        Some(PasswordStatus::Absent) => facts.esia_only = Some(true),
        None => {}
    }
    if let Some(contacts) = account.figures.get::<contacts::Read>() {
        facts.recovery_set_up = Some(contacts.value.can_recover());
    }
    facts
}
