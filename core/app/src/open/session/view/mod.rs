//! What is seen of getting in and out.

mod accounts;
mod leave;
mod parts;
mod pin;
mod sign_in;

use self::parts::button;
use super::{
    event::Intent,
    model::{Over, SignInForm},
};
use crate::{
    kit::{
        effects::VaultFault,
        screen::{ButtonRole, Empty, Icon, PageKey, Progress, Screen},
    },
    open::ground::{Ground, Stage},
};

pub(crate) use sign_in::forming;

/// Where one is, before an account or over one.
pub(crate) fn path(ground: &Ground) -> Vec<PageKey> {
    let keys: &[&str] = match &ground.stage {
        Stage::Starting => &["starting"],
        Stage::Blocked(_) => &["blocked"],
        Stage::SignedOut(SignInForm { captcha: None, .. }) => &["sign-in"],
        Stage::SignedOut(_) => &["sign-in", "captcha"],
        Stage::ChoosePin(_) => &["choose-pin"],
        Stage::Locked(form) => match form.over {
            Over::Nothing => &["unlock"],
            Over::Choosing => &["unlock", "accounts"],
            Over::Asking => &["unlock", "sign-out"],
        },
        Stage::Open(account) => match &account.sign_in_again {
            Some(SignInForm { captcha: None, .. }) => &["sign-in"],
            Some(_) => &["sign-in", "captcha"],
            None if account.asking_sign_out => &["sign-out"],
            None => &[],
        },
    };
    keys.iter().map(|key| (*key).to_owned()).collect()
}

/// What is seen there.
pub(crate) fn view(ground: &Ground) -> Screen {
    match &ground.stage {
        Stage::Starting => starting(ground),
        Stage::Blocked(fault) => blocked(*fault, ground),
        Stage::SignedOut(form) => sign_in::view(form, None, ground),
        Stage::ChoosePin(form) => pin::choose(form, ground),
        Stage::Locked(form) => match form.over {
            Over::Nothing => pin::unlock(form, ground),
            Over::Choosing => accounts::view(form, ground),
            Over::Asking => leave::ask(ground),
        },
        Stage::Open(account) => match &account.sign_in_again {
            Some(form) => sign_in::view(form, Some(account), ground),
            None if account.asking_sign_out => leave::ask(ground),
            // No room of this account is there yet.
            None => starting(ground),
        },
    }
}

/// The device is being looked at.
fn starting(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("app-title"));
    screen.busy = true;
    screen.blocks.push(Progress::new("starting", texts.say("starting")).into());
    screen
}

/// The app's folder cannot be used.
fn blocked(fault: VaultFault, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("app-title"));
    let detail = match fault {
        VaultFault::InUse => texts.say("pin-in-use"),
        VaultFault::DiskFull => texts.say("pin-disk-full"),
        VaultFault::ReadOnly => texts.say("pin-read-only"),
        VaultFault::Platform => texts.say("pin-platform"),
        VaultFault::Unlock(_) | VaultFault::Biometrics(_) | VaultFault::Nothing | VaultFault::Broken => {
            texts.say("pin-broken")
        }
    };
    screen.blocks = vec![
        Empty::new("blocked", Icon::Settings, texts.say("blocked")).detail(detail).into(),
        button("try-again", texts.say("try-again"), ButtonRole::Primary, true, Intent::TryAgain),
    ];
    screen
}
