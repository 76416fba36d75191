use fl_domain::service::{Capability, RecoveryField};

use super::{
    fault::Fault,
    model::{Choose, Intent, Recovering, Step},
};
use crate::{
    kit::{
        blocks::{notice, primary, reveal, secondary, section, text},
        faults::{email_fault, inn_fault, word_fault},
        policy,
        screen::{Block, Field, FieldKind, Icon, Row, Screen, Tone},
        texts::Texts,
    },
    open::{
        Ground, Place,
        blocks::{contact_centre, countdown, failed, not_offered},
        device, nav,
    },
};

/// The page.
pub(super) fn view(page: &Recovering, ground: &Ground) -> Screen {
    let mut screen = ground.screen(ground.texts().say("recovery-title"));
    screen.busy = page.busy;
    if let Some(website) = not_offered(Capability::Recovery, ground) {
        screen.blocks = website;
        screen.blocks.extend(otherwise(ground));
        return screen;
    }
    match &page.step {
        Step::Form => form(page, ground, &mut screen.blocks),
        Step::Letter { minutes, .. } => letter(page, *minutes, ground, &mut screen.blocks),
        Step::Choose(choose) => chosen(page, choose, ground, &mut screen.blocks),
    }
    screen
}

fn form(page: &Recovering, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    let inn = inn_field(page, texts);
    if let Some(until) = page.blocked_until(ground) {
        into.extend([
            notice("blocked", Tone::Attention, texts.say("recovery-blocked")),
            countdown("opens", texts.say("recovery-opens-in"), until, ground),
            text("meanwhile", Tone::Plain, texts.say("recovery-meanwhile")),
            // Somebody else on this device is not blocked; and a letter that is here already still works.
            inn,
            have_letter(page, texts),
        ]);
        into.extend(otherwise(ground));
        return;
    }
    into.push(text("what", Tone::Plain, texts.say("recovery-what")));
    if let Some(fault) = told(page, ground) {
        into.push(fault);
    }
    into.push(inn);
    into.extend(page.fields.iter().map(|asked| asked_field(*asked, page, texts)));
    if let Some(left) = page.attempts() {
        into.push(text("attempts", Tone::Quiet, texts.tell("recovery-attempts", &[("left", left.into())])));
    }
    into.extend([
        primary("send", texts.say("recovery-send"), !page.busy, Intent::Send),
        have_letter(page, texts),
    ]);
    into.extend(otherwise(ground));
}

fn have_letter(page: &Recovering, texts: &Texts) -> Block {
    secondary("have-letter", texts.say("recovery-have-letter"), !page.busy, Intent::HaveLetter)
}

fn inn_field(page: &Recovering, texts: &Texts) -> Block {
    let error = match &page.fault {
        Some(Fault::Inn(fault)) => Some(inn_fault(*fault, texts)),
        _ => None,
    };
    Field::new("inn", FieldKind::Login, texts.say("inn-label"), page.revision)
        .value(page.inn.expose())
        .error(error)
        .enabled(!page.busy)
        .submit(Intent::Send)
        .into()
}

/// A field that the service asks for.
fn asked_field(asked: RecoveryField, page: &Recovering, texts: &Texts) -> Block {
    let field = match asked {
        RecoveryField::Email => {
            let error = match &page.fault {
                Some(Fault::Email(fault)) => Some(email_fault(*fault, texts)),
                _ => None,
            };
            Field::new("email", FieldKind::Email, texts.say("email-label"), page.revision)
                .value(page.email.expose())
                .error(error)
        }
        RecoveryField::ControlWord => {
            let error = match &page.fault {
                Some(Fault::Word(fault)) => Some(word_fault(*fault, texts)),
                _ => None,
            };
            Field::new("word", FieldKind::SecretWords, texts.say("word-label"), page.revision)
                .error(error)
                .reveal(reveal(texts))
        }
    };
    field.enabled(!page.busy).submit(Intent::Send).into()
}

/// What helps where a letter does not: lost e-mail or phone, a stolen password, a password of Gosuslugi.
fn otherwise(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let row = |key: &str, icon, title: &str, detail: &str| {
        Row::new(key, icon, texts.say(title)).detail(texts.say(detail))
    };
    let gosuslugi = device::Intent::OpenLink(device::GOSUSLUGI.to_owned());
    let mut blocks = vec![
        section("otherwise", texts.say("recovery-otherwise")),
        row("in-person", Icon::Office, "recovery-in-person", "recovery-in-person-detail")
            .touch(nav::Intent::Go(Place::Card))
            .into(),
        row("gosuslugi", Icon::Outside, "recovery-gosuslugi", "recovery-gosuslugi-detail")
            .touch(gosuslugi)
            .into(),
    ];
    blocks.extend(contact_centre(ground));
    let guide = row("guide", Icon::Search, "guide-title", "guide-detail");
    blocks.push(guide.touch(nav::Intent::Go(Place::Guide)).into());
    blocks
}

fn letter(page: &Recovering, minutes: Option<u32>, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    if let Some(fault) = told(page, ground) {
        into.push(fault);
    }
    let sent = ground.waiting.recovery.as_ref().is_some_and(|wait| wait.letter_at.is_some());
    into.push(match (sent, minutes) {
        (_, Some(minutes)) => {
            text("letter", Tone::Plain, texts.tell("letter-sent-minutes", &[("count", minutes.into())]))
        }
        (true, None) => text("letter", Tone::Plain, texts.say("letter-sent")),
        (false, None) => text("letter", Tone::Plain, texts.say("letter-paste")),
    });
    let error = match &page.fault {
        Some(Fault::NoLink) => Some(texts.say("link-none")),
        Some(Fault::ForeignLink(verdict)) => Some(device::verdict_text(verdict, texts)),
        _ => None,
    };
    let link = Field::new("link", FieldKind::Link, texts.say("letter-link-label"), page.revision);
    into.extend([
        link.error(error).enabled(!page.busy).submit(Intent::OpenLink).into(),
        primary("open-link", texts.say("letter-open"), !page.busy, Intent::OpenLink),
        text("no-letter", Tone::Quiet, texts.say("letter-none")),
    ]);
}

fn chosen(page: &Recovering, choose: &Choose, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    into.push(text("what", Tone::Plain, texts.say("recovery-choose")));
    if let Some(fault) = told(page, ground) {
        into.push(fault);
    }
    let new = choose.new.expose();
    let error = match &page.fault {
        Some(Fault::Weak) => policy::suspicion(new, texts).or_else(|| Some(texts.say("password-weak"))),
        Some(Fault::TooLong) => Some(texts.say("password-too-long")),
        _ => None,
    };
    let field = policy::new_field(new, page.revision, texts);
    into.extend([
        field.error(error).enabled(!page.busy).submit(Intent::SetPassword).into(),
        policy::checklist(&choose.policy, new, choose.tried, texts),
        primary("set-password", texts.say("recovery-set"), !page.busy, Intent::SetPassword),
    ]);
}

/// What is wrong, where it belongs to no field.
fn told(page: &Recovering, ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let (tone, words) = match page.fault.as_ref()? {
        Fault::Mismatch => (Tone::Bad, texts.say("recovery-mismatch")),
        Fault::LinkStale => (Tone::Attention, texts.say("link-stale")),
        Fault::LinkUsed => (Tone::Attention, texts.say("link-used")),
        Fault::PasswordRefused(words) => {
            (Tone::Bad, texts.tell("new-password-refused", &[("words", words.into())]))
        }
        Fault::Unknown => (Tone::Attention, texts.say("new-password-unknown")),
        Fault::Service(failure) => failed(failure, ground),
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
