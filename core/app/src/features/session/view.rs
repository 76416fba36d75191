use fl_domain::{
    InnError,
    service::{Failure, OfflineCause},
};

use super::{ChoosePin, Intent, PinFault, SignInFault, SignInForm, UnlockForm};
use crate::{
    app::{Intent as AppIntent, Place},
    effects::{Lost, PlatformFault, VaultFault},
    features::account::Account,
    model::Model,
    screen::{
        Block, Button, ButtonRole, Empty, Field, FieldId, FieldKind, Icon, Notice, Picture, Progress, Screen,
        ScreenId, Step, StepState, Steps, Text, Tone,
    },
    texts::Texts,
};

/// The device is being looked at.
pub(crate) fn view_starting(model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Starting, texts.say("app-title"));
    screen.busy = true;
    screen.blocks.push(Block::Progress(Progress {
        key: "starting".to_owned(),
        label: texts.say("starting"),
        cancel: None,
    }));
    screen
}

/// The app's folder cannot be used.
pub(crate) fn view_blocked(fault: VaultFault, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Blocked, texts.say("app-title"));
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
        Block::Empty(Empty {
            key: "blocked".to_owned(),
            icon: Icon::Settings,
            title: texts.say("blocked"),
            detail: Some(detail),
        }),
        button("try-again", texts.say("try-again"), ButtonRole::Primary, true, Intent::TryAgain),
    ];
    screen
}

/// INN and password; for an open account whose session ended, only the password.
pub(crate) fn view_sign_in(form: &SignInForm, again: Option<&Account>, model: &Model) -> Screen {
    let texts = model.texts();
    if let Some(captcha) = &form.captcha {
        return view_captcha(form, captcha, model);
    }
    let mut screen = model.screen(ScreenId::SignIn, texts.say("sign-in-title"));
    screen.busy = form.busy;
    screen.back = again.map(|_| AppIntent::Back);
    if again.is_none() {
        screen.blocks.push(steps(0, texts));
    }
    match form.lost {
        None => {}
        Some(Lost::TooManyPins) => screen.blocks.push(told("lost", Tone::Attention, texts.say("lost-pins"))),
        Some(Lost::PlatformSecret) => {
            screen.blocks.push(told("lost", Tone::Attention, texts.say("lost-secret")));
        }
        Some(Lost::KeyFile) => screen.blocks.push(told("lost", Tone::Attention, texts.say("lost-key-file"))),
    }
    if again.is_some() {
        screen.blocks.push(Block::Text(Text {
            key: "again".to_owned(),
            text: texts.say("sign-in-again-why"),
            tone: Tone::Plain,
        }));
    }
    match &form.fault {
        Some(SignInFault::WrongPassword) => {
            screen.blocks.push(told("fault", Tone::Bad, texts.say("wrong-password")));
        }
        Some(SignInFault::Service(failure)) => {
            let (tone, text) = failed(failure, model);
            screen.blocks.push(told("fault", tone, text));
        }
        Some(_) | None => {}
    }
    screen.blocks.extend([
        Block::Field(Field {
            key: "inn".to_owned(),
            field: FieldId::Inn,
            label: texts.say("inn-label"),
            kind: FieldKind::Login,
            value: form.inn.expose().to_owned(),
            revision: form.revision,
            hint: Some(texts.say("inn-hint")),
            error: match &form.fault {
                Some(SignInFault::Inn(fault)) => Some(inn_fault(*fault, texts)),
                _ => None,
            },
            enabled: again.is_none() && !form.busy,
            submit: None,
            reveal: None,
        }),
        Block::Field(Field {
            key: "password".to_owned(),
            field: FieldId::Password,
            label: texts.say("password-label"),
            kind: FieldKind::Password,
            value: String::new(),
            revision: form.revision,
            hint: Some(texts.say("password-hint")),
            error: match &form.fault {
                Some(SignInFault::PasswordEmpty) => Some(texts.say("password-empty")),
                Some(SignInFault::PasswordTooLong) => Some(texts.say("password-too-long")),
                _ => None,
            },
            enabled: !form.busy,
            submit: Some(AppIntent::Session(Intent::SignIn)),
            reveal: None,
        }),
        button(
            "sign-in",
            if form.busy { texts.say("signing-in") } else { texts.say("sign-in") },
            ButtonRole::Primary,
            !form.busy,
            Intent::SignIn,
        ),
    ]);
    if again.is_none() {
        screen.blocks.push(Block::Text(Text {
            key: "access".to_owned(),
            text: texts.say("access-where"),
            tone: Tone::Quiet,
        }));
        screen.blocks.push(settings_button(texts));
        screen.blocks.push(Block::Text(Text {
            key: "unofficial".to_owned(),
            text: texts.say("unofficial"),
            tone: Tone::Quiet,
        }));
    }
    screen
}

fn view_captcha(form: &SignInForm, captcha: &super::CaptchaForm, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Captcha, texts.say("captcha-title"));
    screen.back = Some(AppIntent::Back);
    screen.busy = form.busy;
    screen.blocks.push(Block::Text(Text {
        key: "why".to_owned(),
        text: texts.say("captcha-why"),
        tone: Tone::Plain,
    }));
    match &captcha.picture {
        Ok(asset) => screen.blocks.push(Block::Picture(Picture {
            key: "picture".to_owned(),
            asset: asset.clone(),
            description: texts.say("captcha-picture"),
        })),
        Err(failure) => {
            let (tone, text) = failed(failure, model);
            screen.blocks.push(told("no-picture", tone, text));
        }
    }
    if let Some(SignInFault::Service(failure)) = &form.fault {
        let (tone, text) = failed(failure, model);
        screen.blocks.push(told("fault", tone, text));
    }
    screen.blocks.extend([
        Block::Field(Field {
            key: "captcha".to_owned(),
            field: FieldId::Captcha,
            label: texts.say("captcha-label"),
            kind: FieldKind::Digits,
            value: String::new(),
            revision: captcha.revision,
            hint: None,
            error: if captcha.wrong {
                Some(texts.say("captcha-wrong"))
            } else if captcha.empty {
                Some(texts.say("captcha-empty"))
            } else {
                None
            },
            enabled: !form.busy,
            submit: Some(AppIntent::Session(Intent::SendCaptcha)),
            reveal: None,
        }),
        button("send", texts.say("sign-in"), ButtonRole::Primary, !form.busy, Intent::SendCaptcha),
        button(
            "another",
            texts.say("captcha-another"),
            ButtonRole::Secondary,
            !form.busy,
            Intent::AnotherPicture,
        ),
    ]);
    screen
}

/// A PIN is chosen.
pub(crate) fn view_choose_pin(form: &ChoosePin, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::ChoosePin, texts.say("choose-pin-title"));
    screen.back = Some(AppIntent::Back);
    screen.busy = form.busy;
    let (first, second) = match form.fault {
        Some(PinFault::Form) => (Some(texts.say("pin-form")), None),
        Some(PinFault::Differ) => (None, Some(texts.say("pin-differ"))),
        _ => (None, None),
    };
    screen.blocks.push(steps(1, texts));
    screen.blocks.push(Block::Text(Text {
        key: "why".to_owned(),
        text: texts.say("choose-pin-why"),
        tone: Tone::Plain,
    }));
    if let Some(text) = device_fault(form.fault, texts) {
        screen.blocks.push(told("fault", Tone::Bad, text));
    }
    let field = |key: &str, field, label, error, submit| {
        Block::Field(Field {
            key: key.to_owned(),
            field,
            label,
            kind: FieldKind::NewPin,
            value: String::new(),
            revision: form.revision,
            hint: Some(texts.say("pin-hint")),
            error,
            enabled: !form.busy,
            submit,
            reveal: None,
        })
    };
    screen.blocks.extend([
        field("pin", FieldId::Pin, texts.say("pin-label"), first, None),
        field(
            "pin-again",
            FieldId::PinAgain,
            texts.say("pin-again-label"),
            second,
            Some(AppIntent::Session(Intent::KeepPin)),
        ),
        button("keep-pin", texts.say("keep-pin"), ButtonRole::Primary, !form.busy, Intent::KeepPin),
    ]);
    screen
}

/// The PIN is asked for.
pub(crate) fn view_unlock(form: &UnlockForm, model: &Model) -> Screen {
    if form.asking {
        return view_ask_sign_out(model);
    }
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Unlock, texts.say("unlock-title"));
    screen.busy = form.busy;
    if let Some(text) = device_fault(form.fault, texts) {
        screen.blocks.push(told("fault", Tone::Bad, text));
    }
    let error = match form.fault {
        Some(PinFault::Wrong(left)) => Some(texts.tell("pin-wrong", &[("left", left.into())])),
        Some(PinFault::Form) => Some(texts.say("pin-form")),
        _ if form.attempts_left < 10 => Some(texts.tell("pin-left", &[("left", form.attempts_left.into())])),
        _ => None,
    };
    screen.blocks.extend([
        Block::Field(Field {
            key: "pin".to_owned(),
            field: FieldId::Pin,
            label: texts.say("pin-label"),
            kind: FieldKind::Pin,
            value: String::new(),
            revision: form.revision,
            hint: None,
            error,
            enabled: !form.busy,
            submit: Some(AppIntent::Session(Intent::Unlock)),
            reveal: None,
        }),
        button("unlock", texts.say("unlock"), ButtonRole::Primary, !form.busy, Intent::Unlock),
    ]);
    if form.biometrics {
        let label = texts.say("use-biometrics");
        screen.blocks.push(button(
            "use-biometrics",
            label,
            ButtonRole::Secondary,
            !form.busy,
            Intent::UseBiometrics,
        ));
    }
    screen.blocks.extend([
        button("forgot-pin", texts.say("forgot-pin"), ButtonRole::Secondary, !form.busy, Intent::AskSignOut),
        settings_button(texts),
    ]);
    screen
}

/// Asking before this device's copy is removed.
pub(crate) fn view_ask_sign_out(model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::SignOut, texts.say("sign-out-title"));
    screen.back = Some(AppIntent::Back);
    screen.blocks = vec![
        Block::Text(Text { key: "what".to_owned(), text: texts.say("sign-out-what"), tone: Tone::Plain }),
        button("sign-out", texts.say("sign-out"), ButtonRole::Destructive, true, Intent::SignOut),
        Block::Button(Button {
            key: "stay".to_owned(),
            label: texts.say("sign-out-stay"),
            role: ButtonRole::Secondary,
            enabled: true,
            intent: AppIntent::Back,
        }),
    ];
    screen
}

fn settings_button(texts: &Texts) -> Block {
    Block::Button(Button {
        key: "settings".to_owned(),
        label: texts.say("settings-open"),
        role: ButtonRole::Secondary,
        enabled: true,
        intent: AppIntent::Go(Place::Settings),
    })
}

fn button(key: &str, label: String, role: ButtonRole, enabled: bool, intent: Intent) -> Block {
    Block::Button(Button { key: key.to_owned(), label, role, enabled, intent: AppIntent::Session(intent) })
}

fn told(key: &str, tone: Tone, text: String) -> Block {
    Block::Notice(Notice { key: key.to_owned(), tone, text, action: None })
}

fn steps(current: usize, texts: &Texts) -> Block {
    let labels = [texts.say("step-sign-in"), texts.say("step-pin")];
    let steps = labels
        .into_iter()
        .enumerate()
        .map(|(index, label)| Step {
            label,
            state: match index.cmp(&current) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Current,
                std::cmp::Ordering::Greater => StepState::Ahead,
            },
        })
        .collect();
    Block::Steps(Steps { key: "steps".to_owned(), steps })
}

fn inn_fault(fault: InnError, texts: &Texts) -> String {
    match fault {
        InnError::Empty => texts.say("inn-empty"),
        InnError::NotADigit { position } => texts.tell("inn-not-a-digit", &[("position", position.into())]),
        InnError::Length { digits } => texts.tell("inn-length", &[("digits", digits.into())]),
        InnError::CheckDigit => texts.say("inn-check-digit"),
        InnError::NotAPerson => texts.say("inn-not-a-person"),
    }
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
        PinFault::Form | PinFault::Differ | PinFault::Wrong(_) => None,
    }
}

/// A failure on the way in. No attempt was spent where no answer came.
fn failed(failure: &Failure, model: &Model) -> (Tone, String) {
    let texts = model.texts();
    match failure {
        Failure::Offline(OfflineCause::NoNetwork) => (Tone::Attention, texts.say("sign-in-offline")),
        Failure::Offline(OfflineCause::NoAnswer) => (Tone::Attention, texts.say("sign-in-no-answer")),
        Failure::Closed { until } => (Tone::Attention, texts.closed(*until, model.now)),
        Failure::Refused { words } => (Tone::Bad, texts.tell("refused", &[("words", words.into())])),
        Failure::Fields(faults) => {
            let words = faults.iter().map(|f| f.words.as_str()).collect::<Vec<_>>().join("; ");
            (Tone::Bad, texts.tell("refused", &[("words", words.into())]))
        }
        Failure::SignInAgain => (Tone::Bad, texts.tell("trouble", &[("code", "sign-in/session".into())])),
        Failure::NotOffered { website } => (
            Tone::Attention,
            texts.tell("on-the-website", &[("website", website.as_deref().unwrap_or("nalog.gov.ru").into())]),
        ),
        Failure::Unexpected { operation, code } => {
            (Tone::Bad, texts.tell("trouble", &[("code", format!("{operation}/{code}").into())]))
        }
    }
}
