use fl_domain::{
    Date,
    access::{Case, PrimaryValidity, Way, primary_validity},
    service::{Capability, Failure, PasswordStatus},
};

use super::Intent;
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{notice, primary, secondary, section, text},
    features::{
        access,
        account::{Account, Connection},
        session,
    },
    model::Model,
    outcome,
    screen::{Action, Block, Button, ButtonRole, Notice, Screen, ScreenId, Tone},
    texts::Texts,
};

/// A confirmed first password is spoken of again so many days before it may run out (our own).
const REMIND_DAYS: u32 = 7;

/// The first password of the card is decided on before anything else.
#[derive(Default)]
pub(crate) struct Gate {
    /// Put off while the service cannot be asked.
    pub(crate) is_later: bool,
    pub(crate) busy: bool,
    pub(crate) fault: Option<Failure>,
}

/// The first password of the card, as it stands today.
#[derive(Clone, Copy)]
struct Primary {
    issued: Date,
    validity: PrimaryValidity,
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

    fn primary(&self, today: Date) -> Option<Primary> {
        match self.figures.password.as_ref()?.value {
            PasswordStatus::Primary { issued, .. } => {
                Some(Primary { issued, validity: primary_validity(issued, today) })
            }
            PasswordStatus::Own { .. } | PasswordStatus::Absent => None,
        }
    }
}

/// What is seen instead of any room while the first password is not decided on.
pub(crate) fn view_gate(account: &Account, model: &Model) -> Option<Screen> {
    let primary_now = account.primary(model.today()).filter(|_| account.gate_is_shut())?;
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::FirstPassword, texts.say("first-password-title"));
    screen.busy = account.gate.busy;
    if let PrimaryValidity::Expired { .. } = primary_now.validity {
        screen.blocks = vec![
            notice("validity", Tone::Bad, primary_now.text(texts)),
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
        let enabled = !account.gate.busy;
        screen.blocks.extend(fault(account, model));
        screen.blocks.extend([
            text("what", Tone::Plain, texts.say("first-password-what")),
            notice("validity", primary_now.tone(), primary_now.text(texts)),
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
    let (tone, words) = outcome::words(account.gate.fault.as_ref()?, model);
    Some(notice("fault", tone, words))
}

/// What the first screen says of a first password that was confirmed or put off, once its time comes near.
pub(crate) fn home_notice(account: &Account, model: &Model) -> Option<Block> {
    let texts = model.texts();
    let first = account.primary(model.today())?;
    if matches!(first.validity, PrimaryValidity::Valid { days_left, .. } if days_left > REMIND_DAYS) {
        return None;
    }
    Some(Block::Notice(Notice {
        key: "first-password".to_owned(),
        tone: first.tone(),
        text: first.text(texts),
        action: Some(Action { label: texts.say("password-change"), intent: AppIntent::Go(Place::Password) }),
    }))
}

/// The password in one line, for the profile.
pub(crate) fn status(account: &Account, model: &Model) -> Option<(Tone, String)> {
    let texts = model.texts();
    Some(match &account.figures.password.as_ref()?.value {
        PasswordStatus::Primary { .. } => {
            let first = account.primary(model.today())?;
            (first.tone(), first.text(texts))
        }
        PasswordStatus::Own { changed: Some(day) } => {
            (Tone::Plain, texts.tell("password-own-since", &[("date", texts.date(*day).into())]))
        }
        PasswordStatus::Own { changed: None } => (Tone::Plain, texts.say("password-own")),
        PasswordStatus::Absent => (Tone::Plain, texts.say("password-absent")),
    })
}

impl Primary {
    const fn tone(self) -> Tone {
        match self.validity {
            PrimaryValidity::Valid { .. } => Tone::Attention,
            PrimaryValidity::LastDays { .. } | PrimaryValidity::Expired { .. } => Tone::Bad,
        }
    }

    fn text(self, texts: &Texts) -> String {
        match self.validity {
            PrimaryValidity::Valid { warn_from, days_left } => texts.tell(
                "primary-valid",
                &[("date", texts.date(warn_from).into()), ("count", days_left.into())],
            ),
            PrimaryValidity::LastDays { last_day, days_left } => texts.tell(
                "primary-last-days",
                &[
                    ("earlier", texts.date(self.shorter()).into()),
                    ("later", texts.date(last_day).into()),
                    ("count", days_left.into()),
                ],
            ),
            PrimaryValidity::Expired { since } => {
                texts.tell("primary-expired-since", &[("date", texts.date(since).into())])
            }
        }
    }

    /// The last day by the shorter reading.
    fn shorter(self) -> Date {
        match primary_validity(self.issued, self.issued) {
            PrimaryValidity::Valid { warn_from, .. } => warn_from,
            PrimaryValidity::LastDays { last_day, .. } => last_day,
            PrimaryValidity::Expired { since } => since,
        }
    }
}
