use crate::{
    kit::{
        blocks::text,
        effects::{AccountState, DeviceAccount},
        screen::{Block, Icon, Row, Screen, Tone},
        texts::Texts,
    },
    open::{
        ground::Ground,
        nav,
        session::{event::Intent, model::UnlockForm},
    },
};

/// The accounts of this device, to choose from.
pub(super) fn view(form: &UnlockForm, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("accounts-title"));
    screen.back = Some(nav::Intent::Back.into());
    screen.blocks =
        form.accounts.iter().enumerate().map(|(index, account)| choice(index, account, texts)).collect();
    screen.blocks.extend([
        Row::new("add-account", Icon::Person, texts.say("account-add"))
            .detail(texts.say("account-add-detail"))
            .touch(Intent::AddAccount)
            .into(),
        text("apart", Tone::Quiet, texts.say("accounts-apart")),
    ]);
    screen
}

fn choice(index: usize, account: &DeviceAccount, texts: &Texts) -> Block {
    let row = Row::new(format!("account-{index}"), Icon::Person, called(account, index, texts));
    let choose = Intent::ChooseAccount(u32::try_from(index).unwrap_or(u32::MAX));
    match account.state {
        AccountState::Locked(found) if found.attempts_left < 10 => row
            .detail(texts.tell("pin-left", &[("left", found.attempts_left.into())]))
            .tone(Tone::Attention)
            .touch(choose),
        AccountState::Locked(_) => row.touch(choose),
        AccountState::Lost(_) => row.detail(texts.say("account-lost")).tone(Tone::Quiet),
    }
    .into()
}

/// What an account is called before it is open.
pub(super) fn called(account: &DeviceAccount, index: usize, texts: &Texts) -> String {
    account
        .name
        .clone()
        .unwrap_or_else(|| texts.tell("account-number", &[("number", (index + 1).to_string().into())]))
}
