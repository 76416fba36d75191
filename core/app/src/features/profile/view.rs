use fl_domain::service::account::Taxpayer;

use crate::{
    kit::{
        blocks::section,
        screen::{Block, Icon, Row, Screen},
    },
    open::{
        Ground,
        account::{Account, describe},
        answer::Answer,
        blocks::sign_out,
        feature::Slot,
    },
};

/// Who one is and how one is reached.
pub(super) fn view(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.account_screen(texts.say("profile-title"));
    let Some(account) = ground.account() else { return screen };
    screen.blocks.push(who(account, ground));
    screen.blocks.extend(ground.summary(Slot::ProfileContacts));
    screen.blocks.extend(ground.summary(Slot::ProfileGettingIn));
    screen.blocks.push(section("here", texts.say("profile-here")));
    screen.blocks.extend(ground.summary(Slot::ProfileHere));
    screen.blocks.push(sign_out(texts.say("sign-out")));
    screen
}

fn who(account: &Account, ground: &Ground) -> Block {
    let inn = ground.texts().tell("settings-inn", &[("inn", account.inn.as_str().into())]);
    let named = match ground.answer::<Taxpayer>() {
        Answer::Known(known) => {
            known.value.name.clone().map(|name| (name, describe(known.freshness, ground)))
        }
        Answer::KnownNone(_) | Answer::NotKnown(_) => None,
    };
    match named {
        Some((name, age)) => Row::new("who", Icon::Person, name).detail(format!("{inn} ({age})")).into(),
        None => Row::new("who", Icon::Person, inn).into(),
    }
}
