use fl_domain::access::PinWeakness;

use super::{
    accounts::called,
    parts::{button, settings, steps},
};
use crate::{
    kit::{
        blocks::{notice, secondary, text},
        effects::PlatformFault,
        screen::{Block, ButtonRole, Field, FieldKind, Screen, Tone},
        texts::Texts,
    },
    open::{
        ground::Ground,
        nav,
        session::{
            event::Intent,
            model::{ChoosePin, PIN, PIN_AGAIN, PinFault, UnlockForm},
        },
    },
};

/// A PIN is chosen.
pub(super) fn choose(form: &ChoosePin, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("choose-pin-title"));
    screen.back = Some(nav::Intent::Back.into());
    screen.busy = form.busy;
    let (first, second) = match form.fault {
        Some(PinFault::Form) => (Some(texts.say("pin-form")), None),
        Some(PinFault::Differ) => (None, Some(texts.say("pin-differ"))),
        Some(PinFault::Weak(weakness)) => (Some(weak_pin(weakness, texts)), None),
        _ => (None, None),
    };
    let keep = match form.fault {
        Some(PinFault::Weak(_)) => texts.say("keep-pin-anyway"),
        _ => texts.say("keep-pin"),
    };
    screen.blocks.push(steps(1, texts));
    screen.blocks.push(text("why", Tone::Plain, texts.say("choose-pin-why")));
    if let Some(words) = device_fault(form.fault, texts) {
        screen.blocks.push(notice("fault", Tone::Bad, words));
    }
    let field = |key, label, error: Option<String>| {
        Field::new(key, FieldKind::NewPin, label, form.revision)
            .hint(texts.say("pin-hint"))
            .error(error)
            .enabled(!form.busy)
    };
    screen.blocks.extend([
        field(PIN, texts.say("pin-label"), first).into(),
        field(PIN_AGAIN, texts.say("pin-again-label"), second).submit(Intent::KeepPin).into(),
        button("keep-pin", keep, ButtonRole::Primary, !form.busy, Intent::KeepPin),
    ]);
    screen
}

/// The PIN is asked for.
pub(super) fn unlock(form: &UnlockForm, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("unlock-title"));
    screen.busy = form.busy;
    let chosen = form.accounts.iter().enumerate().find(|(_, account)| account.id == form.account);
    if let Some((index, account)) =
        chosen.filter(|(_, account)| form.accounts.len() > 1 || account.name.is_some())
    {
        screen.blocks.push(text("whose", Tone::Plain, called(account, index, texts)));
    }
    if let Some(words) = device_fault(form.fault, texts) {
        screen.blocks.push(notice("fault", Tone::Bad, words));
    }
    screen.blocks.extend([pin_field(form, texts), unlock_button(form, texts)]);
    if form.biometrics {
        let label = texts.say("use-biometrics");
        let role = ButtonRole::Secondary;
        screen.blocks.push(button("use-biometrics", label, role, !form.busy, Intent::UseBiometrics));
    }
    let (others, intent) = if form.accounts.len() > 1 {
        ("accounts-other", Intent::ListAccounts)
    } else {
        ("account-add", Intent::AddAccount)
    };
    screen.blocks.extend([
        secondary("accounts", texts.say(others), !form.busy, intent),
        secondary("forgot-pin", texts.say("forgot-pin"), !form.busy, Intent::AskSignOut),
        settings(texts),
    ]);
    screen
}

fn pin_field(form: &UnlockForm, texts: &Texts) -> Block {
    let error = match form.fault {
        Some(PinFault::Wrong(left)) => Some(texts.tell("pin-wrong", &[("left", left.into())])),
        Some(PinFault::Form) => Some(texts.say("pin-form")),
        _ if form.attempts_left < 10 => Some(texts.tell("pin-left", &[("left", form.attempts_left.into())])),
        _ => None,
    };
    Field::new(PIN, FieldKind::Pin, texts.say("pin-label"), form.revision)
        .error(error)
        .enabled(!form.busy)
        .submit(Intent::Unlock)
        .into()
}

fn unlock_button(form: &UnlockForm, texts: &Texts) -> Block {
    button("unlock", texts.say("unlock"), ButtonRole::Primary, !form.busy, Intent::Unlock)
}

/// What is wrong with the device rather than with the PIN.
fn device_fault(fault: Option<PinFault>, texts: &Texts) -> Option<String> {
    match fault? {
        PinFault::InUse => Some(texts.say("pin-in-use")),
        PinFault::DiskFull => Some(texts.say("pin-disk-full")),
        PinFault::ReadOnly => Some(texts.say("pin-read-only")),
        PinFault::Platform => Some(texts.say("pin-platform")),
        PinFault::Broken => Some(texts.say("pin-broken")),
        PinFault::Biometrics(PlatformFault::Invalidated) => Some(texts.say("biometrics-changed")),
        PinFault::Biometrics(_) => Some(texts.say("biometrics-failed")),
        PinFault::Form | PinFault::Differ | PinFault::Weak(_) | PinFault::Wrong(_) => None,
    }
}

/// Why a PIN is easily guessed.
fn weak_pin(weakness: PinWeakness, texts: &Texts) -> String {
    match weakness {
        PinWeakness::Same => texts.say("pin-weak-same"),
        PinWeakness::Run => texts.say("pin-weak-run"),
        PinWeakness::Repeated => texts.say("pin-weak-repeated"),
        PinWeakness::Birthday => texts.say("pin-weak-birthday"),
    }
}
