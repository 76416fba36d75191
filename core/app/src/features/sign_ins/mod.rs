//! Who signed in and when, and what is done about a sign-in that was somebody else's.

mod model;
mod page;
mod update;
mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::service::{Ask, sign_ins::Read};

use self::model::List;
use crate::{
    kit::{
        screen::{Block, Icon, Row},
        sending::Sending,
        texts::Texts,
    },
    open::{
        Ground, Next, Place,
        account::{Account, describe},
        answer::Answer,
        blocks::on_the_website,
        feature::{Feature, Reading, SendingWords, Slot},
        nav,
    },
};

/// Who signed in and when.
pub(crate) struct SignIns;

impl Feature for SignIns {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::SignIns {
            return None;
        }
        ground.show(List::default());
        Some(Command::done())
    }

    fn reads(&self) -> Vec<Reading> {
        vec![Reading::ask(Read, |texts| texts.say("sign-ins-title"))]
    }

    fn sending(&self, ask: &Ask, texts: &Texts) -> Option<SendingWords> {
        update::disowned(ask)?;
        Some(SendingWords { icon: Icon::Shield, title: texts.say("sign-in-disown"), detail: None })
    }

    fn settled(&self, sending: &Sending, ground: &mut Ground) -> Next {
        update::settled(sending, ground)
    }

    fn summary(&self, slot: Slot, _account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::ProfileGettingIn => vec![row(ground)],
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::HomeMore
            | Slot::ProfileContacts
            | Slot::ProfileHere => Vec::new(),
        }
    }
}

/// How many sessions are open, in one line.
fn row(ground: &Ground) -> Block {
    let texts = ground.texts();
    let detail = match ground.answer::<Read>() {
        Answer::KnownNone(freshness) => {
            let age = describe(freshness, ground);
            texts.tell("sign-ins-open", &[("count", 0_u32.into()), ("age", age.into())])
        }
        Answer::Known(known) => {
            let open = known.value.iter().filter(|record| record.is_open).count();
            let age = describe(known.freshness, ground);
            texts.tell("sign-ins-open", &[("count", open.into()), ("age", age.into())])
        }
        Answer::NotKnown(why) if why.is_not_offered() => {
            return on_the_website("sign-ins-website", texts.say("sign-ins-title"), ground);
        }
        Answer::NotKnown(_) => texts.say("profile-unknown"),
    };
    Row::new("sign-ins", Icon::Shield, texts.say("sign-ins-title"))
        .detail(detail)
        .touch(nav::Intent::Go(Place::SignIns))
        .into()
}
