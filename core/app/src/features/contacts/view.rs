use fl_domain::{
    access::{Phone, PhoneError, Suspicion, suspicions},
    service::{Capability, Contact, ContactState, Contacts},
};

use super::{CodeFault, Fault, Form, Intent, Subject, What};
use crate::{
    app::Intent as AppIntent,
    blocks::{self, field, notice, primary, secondary, text},
    features::{
        account::{Account, Known, connection_notice, describe},
        recovery::{email_fault, word_fault},
    },
    model::{Model, Stage},
    outcome::{self, Outcome},
    screen::{Block, Field, FieldId, FieldKind, Icon, Progress, Row, Screen, ScreenId, Tone},
    texts::Texts,
};

/// The page.
pub(crate) fn view(form: &Form, model: &Model) -> Screen {
    let texts = model.texts();
    let (title, what) = match form.subject {
        Subject::Contact(Contact::Email) => (texts.say("email-label"), texts.say("email-what")),
        Subject::Contact(Contact::Phone) => (texts.say("phone-title"), texts.say("phone-what")),
        Subject::ControlWord => (texts.say("word-label"), texts.say("word-what")),
    };
    let mut screen = model.screen(ScreenId::Contact, title);
    screen.busy = form.busy;
    if let Some(website) = blocks::not_offered(Capability::Contacts, model) {
        screen.blocks = website;
        return screen;
    }
    let Stage::Open(account) = &model.stage else { return screen };
    screen.notice = connection_notice(account, model);
    screen.blocks.push(text("what", Tone::Plain, what));
    screen.blocks.extend(form.done.as_ref().map(|done| notice("done", Tone::Good, done_text(done, texts))));
    screen.blocks.extend(fault(form, model));
    match &account.figures.contacts {
        Some(known) => state(form, known, model, &mut screen.blocks),
        None => screen.blocks.push(unknown(account, texts)),
    }
    screen.blocks.extend([typed(form, texts), save(form, account, texts)]);
    screen
}

fn unknown(account: &Account, texts: &Texts) -> Block {
    if account.refreshing {
        return Block::Progress(Progress {
            key: "loading".to_owned(),
            label: texts.say("loading"),
            cancel: None,
        });
    }
    text("unknown", Tone::Quiet, texts.say("contacts-unknown"))
}

/// What is in force, and what waits for its confirmation.
fn state(form: &Form, known: &Known<Contacts>, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    let age = describe(known.freshness, model);
    let line = |key: &str, icon, title: String, value: Option<String>, detail: String, tone| {
        Block::Row(Row {
            key: key.to_owned(),
            icon,
            title,
            detail: Some(detail),
            value,
            spoken: None,
            tone,
            intent: None,
        })
    };
    let Subject::Contact(contact) = form.subject else {
        let is_set = known.value.control_word_set;
        let value = if is_set { texts.say("word-set") } else { texts.say("word-not-set") };
        let tone = if is_set { Tone::Plain } else { Tone::Attention };
        into.push(line("in-force", Icon::Key, texts.say("word-label"), Some(value), age, tone));
        return;
    };
    let (icon, of) = (icon(contact), known.value.of(contact));
    let in_force = of.confirmed.as_deref().map(|value| shown(contact, value));
    let (value, tone) = match in_force {
        Some(value) => (value, Tone::Plain),
        None => (texts.say("contact-none"), Tone::Attention),
    };
    into.push(line("in-force", icon, texts.say("contact-in-force"), Some(value), age, tone));
    let Some(pending) = &of.pending else { return };
    let keeps = match (contact, of.confirmed.is_some()) {
        (Contact::Email, true) => texts.say("email-old-stays"),
        (Contact::Phone, true) => texts.say("phone-old-stays"),
        (_, false) => texts.say("contact-not-yet"),
    };
    into.push(line(
        "pending",
        icon,
        texts.say("contact-pending"),
        Some(shown(contact, pending)),
        keeps,
        Tone::Attention,
    ));
    confirmation(form, contact, texts, into);
}

fn confirmation(form: &Form, contact: Contact, texts: &Texts, into: &mut Vec<Block>) {
    let (hint, again) = match contact {
        Contact::Email => (texts.say("email-code-hint"), texts.say("email-again")),
        Contact::Phone => (texts.say("phone-code-hint"), texts.say("phone-again")),
    };
    let enabled = !form.busy;
    into.extend([
        Block::Field(Field {
            hint: Some(hint),
            error: form.code_fault.map(|fault| match fault {
                CodeFault::Empty => texts.say("code-empty"),
                CodeFault::TooLong => texts.say("code-too-long"),
                CodeFault::Wrong => texts.say("code-wrong"),
            }),
            enabled,
            submit: Some(AppIntent::Contacts(Intent::Confirm)),
            ..field("code", FieldId::Code, FieldKind::Code, texts.say("code-label"), form.revision)
        }),
        primary("confirm", texts.say("contact-confirm"), enabled, AppIntent::Contacts(Intent::Confirm)),
        secondary("again", again, enabled, AppIntent::Contacts(Intent::Again)),
    ]);
}

/// What is typed. An address and a number stay in view over a failure; a control word is never sent back to a screen.
fn typed(form: &Form, texts: &Texts) -> Block {
    let error = match &form.fault {
        Some(Fault::Email(fault)) => Some(email_fault(*fault, texts)),
        Some(Fault::Phone(fault)) => Some(phone_fault(*fault, texts)),
        Some(Fault::Word(fault)) => Some(word_fault(*fault, texts)),
        Some(Fault::Same) => Some(texts.say("contact-same")),
        Some(Fault::Service(_)) | None => None,
    };
    let revision = form.revision;
    let base = match form.subject {
        Subject::Contact(Contact::Email) => Field {
            value: form.typed.expose().to_owned(),
            hint: Some(texts.say("email-hint")),
            ..field("email", FieldId::Email, FieldKind::Email, texts.say("email-new-label"), revision)
        },
        Subject::Contact(Contact::Phone) => Field {
            value: form.typed.expose().to_owned(),
            hint: Some(texts.say("phone-hint")),
            ..field("phone", FieldId::Phone, FieldKind::Phone, texts.say("phone-new-label"), revision)
        },
        Subject::ControlWord => Field {
            hint: Some(word_hint(form.typed.expose(), texts)),
            reveal: Some(blocks::reveal(texts)),
            ..field(
                "control-word",
                FieldId::ControlWord,
                FieldKind::SecretWords,
                texts.say("word-new-label"),
                revision,
            )
        },
    };
    Block::Field(Field {
        error,
        enabled: !form.busy,
        submit: Some(AppIntent::Contacts(Intent::Send)),
        ..base
    })
}

/// The word is sent as it was typed, so a space nobody sees is named.
fn word_hint(word: &str, texts: &Texts) -> String {
    let has_space = suspicions(word)
        .iter()
        .any(|found| matches!(found, Suspicion::LeadingSpace | Suspicion::TrailingSpace));
    if has_space { texts.say("word-space") } else { texts.say("word-hint") }
}

/// Saving is the one thing to do unless something waits for its confirmation.
fn save(form: &Form, account: &Account, texts: &Texts) -> Block {
    let known = account.figures.contacts.as_ref();
    let waits = match form.subject {
        Subject::Contact(contact) => known.is_some_and(|known| known.value.of(contact).pending.is_some()),
        Subject::ControlWord => false,
    };
    let button = if waits { secondary } else { primary };
    let label = if form.busy { texts.say("contact-saving") } else { texts.say("contact-save") };
    button("save", label, !form.busy, AppIntent::Contacts(Intent::Send))
}

fn fault(form: &Form, model: &Model) -> Option<Block> {
    let texts = model.texts();
    let Some(Fault::Service(failure)) = &form.fault else { return None };
    let (tone, words) = match Outcome::of(failure) {
        Outcome::NotSent => (Tone::Attention, texts.say("contact-not-sent")),
        Outcome::Unknown | Outcome::NotDone => outcome::words(failure, model),
    };
    Some(notice("fault", tone, words))
}

fn done_text(done: &What, texts: &Texts) -> String {
    match done {
        What::Saved(Contact::Email, email) => texts.tell("email-saved", &[("email", email.into())]),
        What::Saved(contact @ Contact::Phone, phone) => {
            texts.tell("phone-saved", &[("phone", shown(*contact, phone).into())])
        }
        What::WordSaved => texts.say("word-saved"),
        What::Confirmed(Contact::Email) => texts.say("email-confirmed"),
        What::Confirmed(Contact::Phone) => texts.say("phone-confirmed"),
    }
}

/// One contact in one line, for the profile: its state in words, and how that feels.
pub(crate) fn line(contact: Contact, of: &ContactState, texts: &Texts) -> (Tone, String) {
    match (&of.confirmed, &of.pending) {
        (Some(confirmed), None) => (Tone::Plain, shown(contact, confirmed)),
        (Some(confirmed), Some(pending)) => (
            Tone::Attention,
            texts.tell(
                "contact-changing",
                &[("old", shown(contact, confirmed).into()), ("new", shown(contact, pending).into())],
            ),
        ),
        (None, Some(pending)) => {
            (Tone::Attention, texts.tell("contact-unconfirmed", &[("new", shown(contact, pending).into())]))
        }
        (None, None) => (Tone::Attention, texts.say("contact-none")),
    }
}

pub(crate) const fn icon(contact: Contact) -> Icon {
    match contact {
        Contact::Email => Icon::Letter,
        Contact::Phone => Icon::Phone,
    }
}

/// A number in groups; whatever else the service says, as it says it.
fn shown(contact: Contact, text: &str) -> String {
    match contact {
        Contact::Email => text.to_owned(),
        Contact::Phone => Phone::parse(text).map_or_else(|_| text.to_owned(), |phone| phone.to_string()),
    }
}

fn phone_fault(fault: PhoneError, texts: &Texts) -> String {
    match fault {
        PhoneError::Empty => texts.say("phone-empty"),
        PhoneError::Character { position } => texts.tell("phone-character", &[("position", position.into())]),
        PhoneError::Length { digits } => texts.tell("phone-length", &[("digits", digits.into())]),
        PhoneError::Country => texts.say("phone-country"),
    }
}
