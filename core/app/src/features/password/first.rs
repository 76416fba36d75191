use fl_domain::{
    Date,
    access::{PrimaryValidity, primary_validity},
    service::{PasswordStatus, password::Status},
};

use crate::{
    kit::{screen::Tone, texts::Texts},
    open::{Ground, account::Account},
};

/// The first password of the card, as it stands today.
#[derive(Clone, Copy)]
pub(super) struct First {
    issued: Date,
    pub(super) validity: PrimaryValidity,
}

impl First {
    /// That of this account, where it is still in force.
    pub(super) fn of(account: &Account, ground: &Ground) -> Option<Self> {
        match *account.figures.get::<Status>()?.value {
            PasswordStatus::Primary { issued, .. } => {
                Some(Self { issued, validity: primary_validity(issued, ground.today()) })
            }
            PasswordStatus::Own { .. } | PasswordStatus::Absent => None,
        }
    }

    pub(super) const fn tone(self) -> Tone {
        match self.validity {
            PrimaryValidity::Valid { .. } => Tone::Attention,
            PrimaryValidity::LastDays { .. } | PrimaryValidity::Expired { .. } => Tone::Bad,
        }
    }

    pub(super) fn text(self, texts: &Texts) -> String {
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
