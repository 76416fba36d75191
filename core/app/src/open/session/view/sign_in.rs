use fl_domain::{Timestamp, service::Failure};

use super::parts::{button, settings, steps};
use crate::{
    kit::{
        blocks::{notice, reveal, secondary, section, text},
        effects::Lost,
        faults::inn_fault,
        policy,
        screen::{Block, ButtonRole, Field, FieldKind, Icon, Notice, Picture, Row, Screen, Tone},
    },
    open::{
        account::model::Account,
        blocks::{countdown, failed},
        device::event::Intent as DeviceIntent,
        ground::Ground,
        nav,
        place::Place,
        session::{
            event::Intent,
            model::{CAPTCHA, CaptchaForm, INN, PASSWORD, SignInFault, SignInForm},
        },
    },
};

/// INN and password; for an open account whose session ended, only the password.
pub(super) fn view(form: &SignInForm, again: Option<&Account>, ground: &Ground) -> Screen {
    let texts = ground.texts();
    if let Some(captcha) = &form.captcha {
        return view_captcha(form, captcha, ground);
    }
    let mut screen = ground.screen(texts.say("sign-in-title"));
    screen.busy = form.busy;
    screen.back = (again.is_some() || !form.beside.is_empty()).then(|| nav::Intent::Back.into());
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
    if let (None, Some(until)) = (again, ground.waiting.forming) {
        screen.blocks.extend(forming(Some(until), ground));
    }
    screen.blocks.extend(fault(form, ground));
    screen.blocks.extend(fields(form, again.is_some(), ground));
    if again.is_none() {
        screen.blocks.extend(other_ways(ground));
    } else {
        let go = |key: &str, words: &str, place| {
            secondary(key, texts.say(words), !form.busy, nav::Intent::Go(place))
        };
        screen.blocks.extend([
            go("esia", "esia-sign-in", Place::Esia),
            go("recovery", "forgot-password", Place::Recovery),
        ]);
    }
    screen
}

/// What is wrong, where it belongs to no field; and what can be done about it.
fn fault(form: &SignInForm, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let bad = |words: &str| Notice::new("fault", Tone::Bad, texts.say(words));
    match &form.fault {
        Some(SignInFault::WrongPassword) => {
            let guide = nav::Intent::Go(Place::Guide);
            vec![bad("wrong-password").action(texts.say("guide-open"), guide).into()]
        }
        Some(SignInFault::PrimaryExpired) => {
            let card = nav::Intent::Go(Place::Card);
            vec![bad("primary-expired").action(texts.say("do-card-button"), card).into()]
        }
        Some(SignInFault::NotYetActive(until)) => activation(*until, ground),
        Some(SignInFault::Service(failure)) => {
            let (tone, words) = failed(failure, ground);
            vec![notice("fault", tone, words)]
        }
        Some(SignInFault::Inn(_) | SignInFault::PasswordEmpty | SignInFault::PasswordTooLong) => Vec::new(),
        None => {
            ground.waiting.activation.as_ref().map_or_else(Vec::new, |(_, until)| activation(*until, ground))
        }
    }
}

/// The login is not active yet, or should be by now.
fn activation(until: Timestamp, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    if until <= ground.now.trusted() {
        return vec![notice("fault", Tone::Good, texts.say("active-now"))];
    }
    vec![
        notice("fault", Tone::Attention, texts.say("not-yet-active")),
        countdown("active-in", texts.say("active-in"), until, ground),
    ]
}

/// That the account is being formed, and how long still where that is known.
pub(crate) fn forming(until: Option<Timestamp>, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    match until.filter(|until| *until != Timestamp::MAX) {
        Some(until) if until > ground.now.trusted() => vec![
            notice("forming", Tone::Attention, texts.say("esia-forming")),
            countdown("formed-in", texts.say("esia-formed-in"), until, ground),
        ],
        Some(_) => vec![notice("forming", Tone::Good, texts.say("esia-formed"))],
        None => vec![notice("forming", Tone::Attention, texts.say("esia-forming"))],
    }
}

fn fields(form: &SignInForm, again: bool, ground: &Ground) -> [Block; 3] {
    let texts = ground.texts();
    let suspicion = policy::suspicion(form.password.expose(), texts);
    let inn = Field::new(INN, FieldKind::Login, texts.say("inn-label"), form.revision)
        .value(form.inn.expose())
        .hint(texts.say("inn-hint"))
        .enabled(!again && !form.busy)
        .error(match &form.fault {
            Some(SignInFault::Inn(fault)) => Some(inn_fault(*fault, texts)),
            _ => None,
        });
    let password = Field::new(PASSWORD, FieldKind::Password, texts.say("password-label"), form.revision)
        .hint(suspicion.unwrap_or_else(|| texts.say("password-hint")))
        .enabled(!form.busy)
        .submit(Intent::SignIn)
        .reveal(reveal(texts))
        .error(match &form.fault {
            Some(SignInFault::PasswordEmpty) => Some(texts.say("password-empty")),
            Some(SignInFault::PasswordTooLong) => Some(texts.say("password-too-long")),
            _ => None,
        });
    let label = if form.busy { texts.say("signing-in") } else { texts.say("sign-in") };
    [inn.into(), password.into(), button("sign-in", label, ButtonRole::Primary, !form.busy, Intent::SignIn)]
}

/// The other ways in, and the help on the way.
fn other_ways(ground: &Ground) -> [Block; 7] {
    let texts = ground.texts();
    let way = |key: &str, icon, title: &str, detail: &str, place| {
        Row::new(key, icon, texts.say(title)).detail(texts.say(detail)).touch(nav::Intent::Go(place)).into()
    };
    [
        secondary("esia", texts.say("esia-sign-in"), true, nav::Intent::Go(Place::Esia)),
        section("help", texts.say("sign-in-help")),
        way("recovery", Icon::Key, "forgot-password", "forgot-password-detail", Place::Recovery),
        way("access", Icon::Card, "access-title", "access-where", Place::Access),
        way("check-link", Icon::Shield, "check-link-title", "check-link-detail", Place::CheckLink),
        settings(texts),
        text("unofficial", Tone::Quiet, texts.say("unofficial")),
    ]
}

fn view_captcha(form: &SignInForm, captcha: &CaptchaForm, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("captcha-title"));
    screen.back = Some(nav::Intent::Back.into());
    screen.busy = form.busy;
    screen.blocks.push(text("why", Tone::Plain, texts.say("captcha-why")));
    match &captcha.picture {
        Ok(asset) => screen.blocks.push(Block::Picture(Picture {
            key: "picture".to_owned(),
            asset: asset.clone(),
            description: texts.say("captcha-picture"),
        })),
        Err(failure) => {
            // Digits of a picture that nobody saw cannot be typed.
            screen.blocks.extend(no_picture(failure, form, ground));
            return screen;
        }
    }
    if let Some(SignInFault::Service(failure)) = &form.fault {
        let (tone, words) = failed(failure, ground);
        screen.blocks.push(notice("fault", tone, words));
    }
    let error = if captcha.wrong {
        Some(texts.say("captcha-wrong"))
    } else {
        captcha.empty.then(|| texts.say("captcha-empty"))
    };
    screen.blocks.extend([
        Field::new(CAPTCHA, FieldKind::Digits, texts.say("captcha-label"), captcha.revision)
            .error(error)
            .enabled(!form.busy)
            .submit(Intent::SendCaptcha)
            .into(),
        button("send", texts.say("sign-in"), ButtonRole::Primary, !form.busy, Intent::SendCaptcha),
        secondary("another", texts.say("captcha-another"), !form.busy, Intent::AnotherPicture),
    ]);
    screen
}

/// There is no picture, or none that can be drawn here: another one, or another way in.
fn no_picture(failure: &Failure, form: &SignInForm, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let cannot_be_drawn = matches!(failure, Failure::Unexpected { code, .. } if code == "not-a-picture");
    let (tone, words) = if cannot_be_drawn {
        (Tone::Attention, texts.say("captcha-cannot-be-drawn"))
    } else {
        failed(failure, ground)
    };
    let website = DeviceIntent::OpenLink(ground.facts.website.clone());
    vec![
        notice("no-picture", tone, words),
        button(
            "another",
            texts.say("captcha-another"),
            ButtonRole::Primary,
            !form.busy,
            Intent::AnotherPicture,
        ),
        secondary("open-website", texts.say("open-website"), true, website),
        secondary("esia", texts.say("esia-sign-in"), true, nav::Intent::Go(Place::Esia)),
    ]
}
