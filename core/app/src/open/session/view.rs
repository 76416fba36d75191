use fl_domain::{InnError, access::PinWeakness};

use super::{ChoosePin, Intent, Over, PinFault, SignInFault, SignInForm, UnlockForm};
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{self, countdown, failed, notice, row, secondary, text},
    effects::{Lost, PlatformFault, VaultFault},
    features::{access, account::Account, accounts, esia},
    model::Model,
    policy,
    screen::{
        Action, Block, Button, ButtonRole, Empty, Field, FieldId, FieldKind, Icon, Notice, Picture, Progress,
        Screen, ScreenId, Step, StepState, Steps, Text, Tone,
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
    screen.back = (again.is_some() || !form.beside.is_empty()).then_some(AppIntent::Back);
    match again {
        None => screen.blocks.push(steps(0, texts)),
        Some(_) => screen.blocks.push(text("again", Tone::Plain, texts.say("sign-in-again-why"))),
    }
    if let Some(lost) = form.lost {
        let words = match lost {
            Lost::TooManyPins => texts.say("lost-pins"),
            Lost::PlatformSecret => texts.say("lost-secret"),
            Lost::KeyFile => texts.say("lost-key-file"),
        };
        screen.blocks.push(notice("lost", Tone::Attention, words));
    }
    if let (None, Some(until)) = (again, model.waiting.forming) {
        screen.blocks.extend(esia::forming(Some(until), model));
    }
    screen.blocks.extend(fault(form, model));
    screen.blocks.extend(fields(form, again.is_some(), model));
    if again.is_none() {
        screen.blocks.extend(other_ways(model));
    } else {
        let go = |key: &str, words: &str, place| {
            secondary(key, texts.say(words), !form.busy, AppIntent::Go(place))
        };
        screen.blocks.extend([
            go("esia", "esia-sign-in", Place::Esia),
            go("recovery", "forgot-password", Place::Recovery),
        ]);
    }
    screen
}

/// What is wrong, where it belongs to no field; and what can be done about it.
fn fault(form: &SignInForm, model: &Model) -> Vec<Block> {
    let texts = model.texts();
    match &form.fault {
        Some(SignInFault::WrongPassword) => vec![Block::Notice(Notice {
            key: "fault".to_owned(),
            tone: Tone::Bad,
            text: texts.say("wrong-password"),
            action: Some(Action { label: texts.say("guide-open"), intent: AppIntent::Go(Place::Guide) }),
        })],
        Some(SignInFault::PrimaryExpired) => vec![Block::Notice(Notice {
            key: "fault".to_owned(),
            tone: Tone::Bad,
            text: texts.say("primary-expired"),
            action: Some(Action {
                label: texts.say("do-card-button"),
                intent: AppIntent::Access(access::Intent::Card),
            }),
        })],
        Some(SignInFault::NotYetActive(until)) => activation(*until, model),
        Some(SignInFault::Service(failure)) => {
            let (tone, words) = failed(failure, model);
            vec![notice("fault", tone, words)]
        }
        Some(SignInFault::Inn(_) | SignInFault::PasswordEmpty | SignInFault::PasswordTooLong) => Vec::new(),
        None => {
            model.waiting.activation.as_ref().map_or_else(Vec::new, |(_, until)| activation(*until, model))
        }
    }
}

/// The login is not active yet, or should be by now.
fn activation(until: fl_domain::Timestamp, model: &Model) -> Vec<Block> {
    let texts = model.texts();
    if until <= model.now.trusted() {
        return vec![notice("fault", Tone::Good, texts.say("active-now"))];
    }
    vec![
        notice("fault", Tone::Attention, texts.say("not-yet-active")),
        countdown("active-in", texts.say("active-in"), until, model),
    ]
}

fn fields(form: &SignInForm, again: bool, model: &Model) -> [Block; 3] {
    let texts = model.texts();
    let suspicion = policy::suspicion(form.password.expose(), texts);
    [
        Block::Field(Field {
            value: form.inn.expose().to_owned(),
            hint: Some(texts.say("inn-hint")),
            error: match &form.fault {
                Some(SignInFault::Inn(fault)) => Some(inn_fault(*fault, texts)),
                _ => None,
            },
            enabled: !again && !form.busy,
            ..blocks::field("inn", FieldId::Inn, FieldKind::Login, texts.say("inn-label"), form.revision)
        }),
        Block::Field(Field {
            hint: suspicion.or_else(|| Some(texts.say("password-hint"))),
            error: match &form.fault {
                Some(SignInFault::PasswordEmpty) => Some(texts.say("password-empty")),
                Some(SignInFault::PasswordTooLong) => Some(texts.say("password-too-long")),
                _ => None,
            },
            enabled: !form.busy,
            submit: Some(AppIntent::Session(Intent::SignIn)),
            reveal: Some(blocks::reveal(texts)),
            ..blocks::field(
                "password",
                FieldId::Password,
                FieldKind::Password,
                texts.say("password-label"),
                form.revision,
            )
        }),
        button(
            "sign-in",
            if form.busy { texts.say("signing-in") } else { texts.say("sign-in") },
            ButtonRole::Primary,
            !form.busy,
            Intent::SignIn,
        ),
    ]
}

/// The other ways in, and the help on the way.
fn other_ways(model: &Model) -> [Block; 7] {
    let texts = model.texts();
    let way = |key: &str, icon, title: &str, detail: &str, place| {
        row(key, icon, texts.say(title), Some(texts.say(detail)), Some(AppIntent::Go(place)))
    };
    [
        secondary("esia", texts.say("esia-sign-in"), true, AppIntent::Go(Place::Esia)),
        blocks::section("help", texts.say("sign-in-help")),
        way("recovery", Icon::Key, "forgot-password", "forgot-password-detail", Place::Recovery),
        way("access", Icon::Card, "access-title", "access-where", Place::Access),
        way("check-link", Icon::Shield, "check-link-title", "check-link-detail", Place::CheckLink),
        settings_button(texts),
        text("unofficial", Tone::Quiet, texts.say("unofficial")),
    ]
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
            screen.blocks.push(notice("no-picture", tone, text));
        }
    }
    if let Some(SignInFault::Service(failure)) = &form.fault {
        let (tone, text) = failed(failure, model);
        screen.blocks.push(notice("fault", tone, text));
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
        Some(PinFault::Weak(weakness)) => (Some(weak_pin(weakness, texts)), None),
        _ => (None, None),
    };
    let keep = match form.fault {
        Some(PinFault::Weak(_)) => texts.say("keep-pin-anyway"),
        _ => texts.say("keep-pin"),
    };
    screen.blocks.push(steps(1, texts));
    screen.blocks.push(Block::Text(Text {
        key: "why".to_owned(),
        text: texts.say("choose-pin-why"),
        tone: Tone::Plain,
    }));
    if let Some(text) = device_fault(form.fault, texts) {
        screen.blocks.push(notice("fault", Tone::Bad, text));
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
        button("keep-pin", keep, ButtonRole::Primary, !form.busy, Intent::KeepPin),
    ]);
    screen
}

/// The PIN is asked for.
pub(crate) fn view_unlock(form: &UnlockForm, model: &Model) -> Screen {
    if form.over == Over::Asking {
        return view_ask_sign_out(model);
    }
    if form.over == Over::Choosing {
        let mut screen = accounts::view_choose(form, model);
        screen.back = Some(AppIntent::Back);
        return screen;
    }
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Unlock, texts.say("unlock-title"));
    screen.busy = form.busy;
    let chosen = form.accounts.iter().enumerate().find(|(_, account)| account.id == form.account);
    if let Some((index, account)) =
        chosen.filter(|(_, account)| form.accounts.len() > 1 || account.name.is_some())
    {
        screen.blocks.push(text("whose", Tone::Plain, accounts::called(account, index, texts)));
    }
    if let Some(text) = device_fault(form.fault, texts) {
        screen.blocks.push(notice("fault", Tone::Bad, text));
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
        secondary(
            "accounts",
            texts.say(if form.accounts.len() > 1 { "accounts-other" } else { "account-add" }),
            !form.busy,
            AppIntent::Accounts(if form.accounts.len() > 1 {
                accounts::Intent::List
            } else {
                accounts::Intent::Add
            }),
        ),
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

/// What is wrong with an INN.
pub(crate) fn inn_fault(fault: InnError, texts: &Texts) -> String {
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
