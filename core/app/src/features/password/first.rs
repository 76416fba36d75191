use fl_domain::{
    Date,
    access::{Case, PrimaryValidity, Way, primary_validity},
    service::{Capability, Failure, PasswordStatus},
};

use super::Intent;
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{self, notice, primary, secondary, section, text},
    features::{
        access,
        account::{Account, Connection},
        session,
    },
    model::Model,
    outcome::Outcome,
    screen::{Action, Block, Button, ButtonRole, Notice, Screen, ScreenId, Tone},
    texts::Texts,
};

/// A confirmed first password is spoken of again so many days before it may run out (our own).
const REMIND_DAYS: i32 = 7;

/// The first password of the card is decided on before anything else.
#[derive(Default)]
pub(crate) struct Gate {
    /// Put off while the service cannot be asked.
    pub(crate) is_later: bool,
    pub(crate) busy: bool,
    pub(crate) fault: Option<Failure>,
}

impl Account {
    /// The person signed in with the first password of the card and has neither changed nor confirmed it
    /// (order ММВ-7-17/617@, cl. 13–14).
    pub(crate) fn gate_is_shut(&self) -> bool {
        let is_open_question = matches!(
            self.figures.password.as_ref().map(|known| &known.value),
            Some(PasswordStatus::Primary { confirmed: false, .. })
        );
        let is_put_off = self.gate.is_later && self.connection != Connection::Fine;
        is_open_question && !is_put_off && self.offers.contains(&Capability::Password)
    }

    fn primary(&self, today: Date) -> Option<(bool, PrimaryValidity)> {
        match self.figures.password.as_ref()?.value {
            PasswordStatus::Primary { issued, confirmed } => Some((confirmed, primary_validity(issued, today))),
            PasswordStatus::Own { .. } | PasswordStatus::Absent => None,
        }
    }
}

/// What is seen instead of any room while the first password is not decided on.
pub(crate) fn view_gate(account: &Account, model: &Model) -> Option<Screen> {
    let (_, validity) = account.primary(model.today()).filter(|_| account.gate_is_shut())?;
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::FirstPassword, texts.say("first-password-title"));
    screen.busy = account.gate.busy;
    if let PrimaryValidity::Expired { .. } = validity {
        screen.blocks = vec![
            notice("validity", Tone::Bad, validity_text(validity, texts)),
            text("what", Tone::Plain, texts.say("first-password-expired")),
        ];
        for (key, case, title) in [
            ("own-office", Case::OwnOffice, texts.say("first-password-own-office")),
            ("other-office", Case::OtherOffice, texts.say("first-password-other-office")),
        ] {
            screen.blocks.push(section(key, title));
            screen.blocks.extend(documents(key, case, texts));
        }
    } else {
        let (enabled, tone) = (!account.gate.busy, validity_tone(validity));
        screen.blocks.extend(fault(account, model));
        screen.blocks.extend([
            text("what", Tone::Plain, texts.say("first-password-what")),
            notice("validity", tone, validity_text(validity, texts)),
            primary("change", texts.say("password-change"), enabled, AppIntent::Go(Place::Password)),
            secondary(
                "confirm",
                texts.say("first-password-confirm"),
                enabled,
                AppIntent::Password(Intent::Confirm),
            ),
            text("confirm-what", Tone::Quiet, texts.say("first-password-confirm-what")),
        ]);
        if account.connection != Connection::Fine {
            screen.blocks.push(secondary(
                "later",
                texts.say("first-password-later"),
                enabled,
                AppIntent::Password(Intent::Later),
            ));
        }
    }
    screen.blocks.extend([
        secondary("settings", texts.say("settings-open"), true, AppIntent::Go(Place::Settings)),
        Block::Button(Button {
            key: "sign-out".to_owned(),
            label: texts.say("sign-out"),
            role: ButtonRole::Destructive,
            enabled: true,
            intent: AppIntent::Session(session::Intent::AskSignOut),
        }),
    ]);
    Some(screen)
}

/// What to take along to an office; both cases stand on one screen, so their keys differ.
fn documents(prefix: &str, case: Case, texts: &Texts) -> Vec<Block> {
    access::documents(Way::Card, Some(case), texts)
        .into_iter()
        .filter_map(|block| match block {
            Block::Row(mut row) => {
                row.key = format!("{prefix}-{}", row.key);
                Some(Block::Row(row))
            }
            _ => None,
        })
        .collect()
}

fn fault(account: &Account, model: &Model) -> Option<Block> {
    let texts = model.texts();
    let failure = account.gate.fault.as_ref()?;
    let (tone, words) = match Outcome::of(failure) {
        Outcome::NotSent => (Tone::Attention, texts.say("change-not-sent")),
        Outcome::Unknown => (Tone::Attention, texts.say("change-unknown")),
        Outcome::NotDone => blocks::failed(failure, model),
    };
    Some(notice("fault", tone, words))
}

/// What the first screen says of a confirmed first password, once its time comes near.
pub(crate) fn home_notice(account: &Account, model: &Model) -> Option<Block> {
    let texts = model.texts();
    let (_, validity) = account.primary(model.today()).filter(|(confirmed, _)| *confirmed)?;
    if matches!(validity, PrimaryValidity::Valid { days_left, .. } if i64::from(days_left) > i64::from(REMIND_DAYS)) {
        return None;
    }
    Some(Block::Notice(Notice {
        key: "first-password".to_owned(),
        tone: validity_tone(validity),
        text: validity_text(validity, texts),
        action: Some(Action { label: texts.say("password-change"), intent: AppIntent::Go(Place::Password) }),
    }))
}

/// The password in one line, for the profile.
pub(crate) fn status(account: &Account, model: &Model) -> Option<(Tone, String)> {
    let texts = model.texts();
    Some(match &account.figures.password.as_ref()?.value {
        PasswordStatus::Primary { .. } => {
            let (_, validity) = account.primary(model.today())?;
            (validity_tone(validity), validity_text(validity, texts))
        }
        PasswordStatus::Own { changed: Some(day) } => {
            (Tone::Plain, texts.tell("password-own-since", &[("date", texts.date(*day).into())]))
        }
        PasswordStatus::Own { changed: None } => (Tone::Plain, texts.say("password-own")),
        PasswordStatus::Absent => (Tone::Plain, texts.say("password-absent")),
    })
}

const fn validity_tone(validity: PrimaryValidity) -> Tone {
    match validity {
        PrimaryValidity::Valid { .. } => Tone::Attention,
        PrimaryValidity::LastDays { .. } | PrimaryValidity::Expired { .. } => Tone::Bad,
    }
}

fn validity_text(validity: PrimaryValidity, texts: &Texts) -> String {
    match validity {
        PrimaryValidity::Valid { until, days_left } => texts.tell(
            "primary-valid",
            &[("date", texts.date(until).into()), ("count", days_left.into())],
        ),
        PrimaryValidity::LastDays { earlier, later } => texts.tell(
            "primary-last-days",
            &[("earlier", texts.date(earlier).into()), ("later", texts.date(later).into())],
        ),
        PrimaryValidity::Expired { on } => {
            texts.tell("primary-expired-on", &[("date", texts.date(on).into())])
        }
    }
}
