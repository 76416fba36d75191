use fl_domain::{
    access::{ControlWordError, EmailError},
    service::{Capability, RecoveryField},
};

use super::{Choose, Fault, Intent, Recovery, Step};
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{self, countdown, failed, field, notice, primary, row, secondary, section, text},
    features::{access, device, links, session},
    model::Model,
    policy,
    screen::{Block, Field, FieldId, FieldKind, Icon, Screen, ScreenId, Tone},
    texts::Texts,
};

/// Where Gosuslugi recovers its own passwords: the service's start page, since no other address of it is attested.
pub(crate) const GOSUSLUGI: &str = "https://www.gosuslugi.ru";

/// The page.
pub(crate) fn view(page: &Recovery, model: &Model) -> Screen {
    let texts = model.texts();
    let id = if matches!(page.step, Step::Choose(_)) { ScreenId::NewPassword } else { ScreenId::Recovery };
    let mut screen = model.screen(id, texts.say("recovery-title"));
    screen.busy = page.busy;
    if let Some(website) = blocks::not_offered(Capability::Recovery, model) {
        screen.blocks = website;
        screen.blocks.extend(otherwise(model));
        return screen;
    }
    match &page.step {
        Step::Form => form(page, model, &mut screen.blocks),
        Step::Letter { minutes, .. } => letter(page, *minutes, model, &mut screen.blocks),
        Step::Choose(choose) => chosen(page, choose, model, &mut screen.blocks),
    }
    screen
}

fn form(page: &Recovery, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    let inn = inn_field(page, texts);
    if let Some(until) = page.blocked_until(model) {
        into.extend([
            notice("blocked", Tone::Attention, texts.say("recovery-blocked")),
            countdown("opens", texts.say("recovery-opens-in"), until, model),
            text("meanwhile", Tone::Plain, texts.say("recovery-meanwhile")),
            // Somebody else on this device is not blocked; and a letter that is here already still works.
            inn,
            have_letter(page, texts),
        ]);
        into.extend(otherwise(model));
        return;
    }
    into.push(text("what", Tone::Plain, texts.say("recovery-what")));
    if let Some(fault) = told(page, model) {
        into.push(fault);
    }
    into.push(inn);
    into.extend(page.fields.iter().map(|asked| asked_field(*asked, page, texts)));
    if let Some(left) = page.attempts() {
        into.push(text("attempts", Tone::Quiet, texts.tell("recovery-attempts", &[("left", left.into())])));
    }
    into.extend([
        primary("send", texts.say("recovery-send"), !page.busy, AppIntent::Recovery(Intent::Send)),
        have_letter(page, texts),
    ]);
    into.extend(otherwise(model));
}

fn have_letter(page: &Recovery, texts: &Texts) -> Block {
    let label = texts.say("recovery-have-letter");
    secondary("have-letter", label, !page.busy, AppIntent::Recovery(Intent::HaveLetter))
}

fn inn_field(page: &Recovery, texts: &Texts) -> Block {
    Block::Field(Field {
        value: page.inn.expose().to_owned(),
        error: match &page.fault {
            Some(Fault::Inn(fault)) => Some(session::inn_fault(*fault, texts)),
            _ => None,
        },
        enabled: !page.busy,
        submit: Some(AppIntent::Recovery(Intent::Send)),
        ..field("inn", FieldId::Inn, FieldKind::Login, texts.say("inn-label"), page.revision)
    })
}

/// A field that the service asks for.
fn asked_field(asked: RecoveryField, page: &Recovery, texts: &Texts) -> Block {
    let plain = match asked {
        RecoveryField::Email => Field {
            value: page.email.expose().to_owned(),
            error: match &page.fault {
                Some(Fault::Email(fault)) => Some(email_fault(*fault, texts)),
                _ => None,
            },
            ..field("email", FieldId::Email, FieldKind::Email, texts.say("email-label"), page.revision)
        },
        RecoveryField::ControlWord => Field {
            error: match &page.fault {
                Some(Fault::Word(fault)) => Some(word_fault(*fault, texts)),
                _ => None,
            },
            reveal: Some(blocks::reveal(texts)),
            ..field(
                "word",
                FieldId::ControlWord,
                FieldKind::SecretWords,
                texts.say("word-label"),
                page.revision,
            )
        },
    };
    Block::Field(Field { enabled: !page.busy, submit: Some(AppIntent::Recovery(Intent::Send)), ..plain })
}

/// What helps where a letter does not: lost e-mail or phone, a stolen password, a password of Gosuslugi.
fn otherwise(model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let mut blocks = vec![
        section("otherwise", texts.say("recovery-otherwise")),
        row(
            "in-person",
            Icon::Office,
            texts.say("recovery-in-person"),
            Some(texts.say("recovery-in-person-detail")),
            Some(AppIntent::Access(access::Intent::Card)),
        ),
        row(
            "gosuslugi",
            Icon::Outside,
            texts.say("recovery-gosuslugi"),
            Some(texts.say("recovery-gosuslugi-detail")),
            Some(AppIntent::Device(device::Intent::OpenLink(GOSUSLUGI.to_owned()))),
        ),
    ];
    blocks.extend(access::contact_centre(model));
    blocks.push(row(
        "guide",
        Icon::Search,
        texts.say("guide-title"),
        Some(texts.say("guide-detail")),
        Some(AppIntent::Go(Place::Guide)),
    ));
    blocks
}

fn letter(page: &Recovery, minutes: Option<u32>, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    if let Some(fault) = told(page, model) {
        into.push(fault);
    }
    let sent = model.waiting.recovery.as_ref().is_some_and(|wait| wait.letter_at.is_some());
    into.push(match (sent, minutes) {
        (_, Some(minutes)) => {
            text("letter", Tone::Plain, texts.tell("letter-sent-minutes", &[("count", minutes.into())]))
        }
        (true, None) => text("letter", Tone::Plain, texts.say("letter-sent")),
        (false, None) => text("letter", Tone::Plain, texts.say("letter-paste")),
    });
    let fault = match &page.fault {
        Some(Fault::NoLink) => Some(texts.say("link-none")),
        Some(Fault::ForeignLink(verdict)) => Some(links::verdict_text(verdict, texts)),
        _ => None,
    };
    into.extend([
        Block::Field(Field {
            error: fault,
            enabled: !page.busy,
            submit: Some(AppIntent::Recovery(Intent::OpenLink)),
            ..field("link", FieldId::Link, FieldKind::Link, texts.say("letter-link-label"), page.revision)
        }),
        primary("open-link", texts.say("letter-open"), !page.busy, AppIntent::Recovery(Intent::OpenLink)),
        text("no-letter", Tone::Quiet, texts.say("letter-none")),
    ]);
}

fn chosen(page: &Recovery, choose: &Choose, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    into.push(text("what", Tone::Plain, texts.say("recovery-choose")));
    if let Some(fault) = told(page, model) {
        into.push(fault);
    }
    let suspicion = policy::suspicion(choose.new.expose(), texts);
    into.extend([
        Block::Field(Field {
            error: match &page.fault {
                Some(Fault::Weak) => suspicion.or_else(|| Some(texts.say("password-weak"))),
                Some(Fault::TooLong) => Some(texts.say("password-too-long")),
                _ => None,
            },
            enabled: !page.busy,
            submit: Some(AppIntent::Recovery(Intent::SetPassword)),
            ..policy::new_field(choose.new.expose(), page.revision, texts)
        }),
        policy::checklist(&choose.policy, choose.new.expose(), choose.tried, texts),
        primary(
            "set-password",
            texts.say("recovery-set"),
            !page.busy,
            AppIntent::Recovery(Intent::SetPassword),
        ),
    ]);
}

/// What is wrong, where it belongs to no field.
fn told(page: &Recovery, model: &Model) -> Option<Block> {
    let texts = model.texts();
    let (tone, words) = match page.fault.as_ref()? {
        Fault::Mismatch => (Tone::Bad, texts.say("recovery-mismatch")),
        Fault::LinkStale => (Tone::Attention, texts.say("link-stale")),
        Fault::LinkUsed => (Tone::Attention, texts.say("link-used")),
        Fault::PasswordRefused(words) => {
            (Tone::Bad, texts.tell("new-password-refused", &[("words", words.into())]))
        }
        Fault::Unknown => (Tone::Attention, texts.say("new-password-unknown")),
        Fault::Service(failure) => failed(failure, model),
        Fault::Inn(_)
        | Fault::Email(_)
        | Fault::Word(_)
        | Fault::NoLink
        | Fault::ForeignLink(_)
        | Fault::Weak
        | Fault::TooLong => return None,
    };
    Some(notice("fault", tone, words))
}

/// What is wrong with an address.
pub(crate) fn email_fault(fault: EmailError, texts: &Texts) -> String {
    match fault {
        EmailError::Empty => texts.say("email-empty"),
        EmailError::At => texts.say("email-at"),
        EmailError::NoName => texts.say("email-no-name"),
        EmailError::NoDomain => texts.say("email-no-domain"),
        EmailError::Character { position, cyrillic: true } => {
            texts.tell("email-cyrillic", &[("position", position.into())])
        }
        EmailError::Character { position, cyrillic: false } => {
            texts.tell("email-character", &[("position", position.into())])
        }
        EmailError::TooLong => texts.say("email-too-long"),
    }
}

/// What is wrong with a control word.
pub(crate) fn word_fault(fault: ControlWordError, texts: &Texts) -> String {
    match fault {
        ControlWordError::Empty => texts.say("word-empty"),
        ControlWordError::TooShort { min } => texts.tell("word-too-short", &[("count", min.into())]),
        ControlWordError::TooLong { max } => texts.tell("word-too-long", &[("count", max.into())]),
        ControlWordError::Control { position } => {
            texts.tell("word-control", &[("position", position.into())])
        }
    }
}
