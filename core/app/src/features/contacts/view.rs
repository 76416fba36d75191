use fl_domain::{
    access::{PhoneError, Suspicion, suspicions},
    service::{
        Capability, Contact, Contacts, Question,
        contacts::{Read, SetEmail, SetPhone},
    },
};

use super::{
    model::{CodeFault, Fault, Form, Intent, Subject, What},
    summary::{icon, shown},
    update::saved,
};
use crate::{
    kit::{
        blocks::{notice, primary, reveal, secondary, text},
        faults::{email_fault, word_fault},
        screen::{Block, Field, FieldKind, Icon, Progress, Row, Screen, Tone},
        sending::SendingState,
        texts::Texts,
    },
    open::{
        Ground,
        account::{Known, describe},
        answer::{Answer, Why, reason},
        blocks::not_offered,
        outbox::{self, Of},
        outcome::{self, Outcome},
    },
};

/// The page.
pub(super) fn view(form: &Form, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let (title, what) = match form.subject {
        Subject::Contact(Contact::Email) => (texts.say("email-label"), texts.say("email-what")),
        Subject::Contact(Contact::Phone) => (texts.say("phone-title"), texts.say("phone-what")),
        Subject::ControlWord => (texts.say("word-label"), texts.say("word-what")),
    };
    let mut screen = ground.screen(title);
    screen.busy = is_busy(form, ground);
    if let Some(website) = not_offered(Capability::Contacts, ground) {
        screen.blocks = website;
        return screen;
    }
    let Some(account) = ground.account() else { return screen };
    screen.notice = account.notice(ground);
    screen.blocks.push(text("what", Tone::Plain, what));
    screen.blocks.extend(form.done.map(|done| notice("done", Tone::Good, done_text(done, texts))));
    screen.blocks.extend(fault(form, ground));
    screen.blocks.extend(handed(form, ground));
    match ground.answer::<Read>() {
        Answer::Known(known) => state(form, known, ground, &mut screen.blocks),
        Answer::KnownNone(_) => {}
        Answer::NotKnown(why) => screen.blocks.push(unknown(&why, ground)),
    }
    screen.blocks.extend([typed(form, ground), save(form, ground)]);
    screen
}

/// What became of what was handed over here, or of what is still under way from earlier.
fn handed(form: &Form, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let name = match form.subject {
        Subject::Contact(Contact::Email) => SetEmail::NAME,
        Subject::Contact(Contact::Phone) => SetPhone::NAME,
        Subject::ControlWord => return Vec::new(),
    };
    let mut blocks: Vec<Block> = outbox::fault(ground).into_iter().collect();
    match form.handed.as_ref().map(|(ask, settled)| (ask, ground.sending_after(ask, *settled))) {
        Some((ask, Of::Known(sending))) if sending.is_settled() => match &sending.state {
            SendingState::Accepted { .. } => {
                blocks.extend(saved(ask).map(|saved| notice("done", Tone::Good, saved_text(saved, texts))));
            }
            SendingState::Waiting(_)
            | SendingState::Left
            | SendingState::Forgotten
            | SendingState::Refused { .. } => {
                let (tone, words) = outbox::words(sending, ground);
                blocks.push(notice("fault", tone, words));
            }
        },
        Some((_, of @ (Of::Keeping | Of::OnItsWay(_) | Of::Known(_)))) => {
            blocks.extend(outbox::under_way(of, ground));
        }
        Some((_, Of::Nothing)) | None => blocks.extend(outbox::under_way(ground.sending_of(name), ground)),
    }
    blocks
}

fn is_busy(form: &Form, ground: &Ground) -> bool {
    form.busy
        || form.handed.as_ref().is_some_and(|(ask, _)| match ground.sending(ask) {
            Of::Keeping | Of::OnItsWay(_) => true,
            Of::Nothing | Of::Known(_) => false,
        })
}

fn unknown(why: &Why<'_>, ground: &Ground) -> Block {
    let texts = ground.texts();
    match why {
        Why::Loading => Progress::new("loading", texts.say("loading")).into(),
        Why::NotRead | Why::NotOffered => text("unknown", Tone::Quiet, texts.say("contacts-unknown")),
        Why::Failed(failure) => {
            let words = format!("{} {}", texts.say("contacts-unknown"), reason(failure, ground));
            text("unknown", Tone::Attention, words)
        }
    }
}

/// What is in force, and what waits for its confirmation.
fn state(form: &Form, known: Known<&Contacts>, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    let age = describe(known.freshness, ground);
    let Subject::Contact(contact) = form.subject else {
        let is_set = known.value.control_word_set;
        let value = if is_set { texts.say("word-set") } else { texts.say("word-not-set") };
        let tone = if is_set { Tone::Plain } else { Tone::Attention };
        let row = Row::new("in-force", Icon::Key, texts.say("word-label"));
        into.push(row.detail(age).value(value).tone(tone).into());
        return;
    };
    let (icon, of) = (icon(contact), known.value.of(contact));
    let in_force = of.confirmed.as_deref().map(|value| shown(contact, value));
    let (value, tone) = match in_force {
        Some(value) => (value, Tone::Plain),
        None => (texts.say("contact-none"), Tone::Attention),
    };
    let row = Row::new("in-force", icon, texts.say("contact-in-force"));
    into.push(row.detail(age).value(value).tone(tone).into());
    let Some(pending) = &of.pending else { return };
    let keeps = match (contact, of.confirmed.is_some()) {
        (Contact::Email, true) => texts.say("email-old-stays"),
        (Contact::Phone, true) => texts.say("phone-old-stays"),
        (_, false) => texts.say("contact-not-yet"),
    };
    let row = Row::new("pending", icon, texts.say("contact-pending"));
    into.push(row.detail(keeps).value(shown(contact, pending)).tone(Tone::Attention).into());
    confirmation(form, contact, ground, into);
}

fn confirmation(form: &Form, contact: Contact, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    let (hint, again) = match contact {
        Contact::Email => (texts.say("email-code-hint"), texts.say("email-again")),
        Contact::Phone => (texts.say("phone-code-hint"), texts.say("phone-again")),
    };
    let enabled = !is_busy(form, ground);
    let error = form.code_fault.map(|fault| match fault {
        CodeFault::Empty => texts.say("code-empty"),
        CodeFault::TooLong => texts.say("code-too-long"),
        CodeFault::Wrong => texts.say("code-wrong"),
    });
    let code = Field::new("code", FieldKind::Code, texts.say("code-label"), form.revision);
    into.extend([
        code.hint(hint).error(error).enabled(enabled).submit(Intent::Confirm).into(),
        primary("confirm", texts.say("contact-confirm"), enabled, Intent::Confirm),
        secondary("again", again, enabled, Intent::Again),
    ]);
}

/// What is typed. An address and a number stay in view over a failure; a control word is never sent back to a screen.
fn typed(form: &Form, ground: &Ground) -> Block {
    let texts = ground.texts();
    let error = match &form.fault {
        Some(Fault::Email(fault)) => Some(email_fault(*fault, texts)),
        Some(Fault::Phone(fault)) => Some(phone_fault(*fault, texts)),
        Some(Fault::Word(fault)) => Some(word_fault(*fault, texts)),
        Some(Fault::Same) => Some(texts.say("contact-same")),
        Some(Fault::Service(_)) | None => None,
    };
    let typed = form.typed.expose();
    let field = match form.subject {
        Subject::Contact(Contact::Email) => {
            Field::new("email", FieldKind::Email, texts.say("email-new-label"), form.revision)
                .value(typed)
                .hint(texts.say("email-hint"))
        }
        Subject::Contact(Contact::Phone) => {
            Field::new("phone", FieldKind::Phone, texts.say("phone-new-label"), form.revision)
                .value(typed)
                .hint(texts.say("phone-hint"))
        }
        Subject::ControlWord => {
            Field::new("control-word", FieldKind::SecretWords, texts.say("word-new-label"), form.revision)
                .hint(word_hint(typed, texts))
                .reveal(reveal(texts))
        }
    };
    field.error(error).enabled(!is_busy(form, ground)).submit(Intent::Send).into()
}

/// The word is sent as it was typed, so a space nobody sees is named.
fn word_hint(word: &str, texts: &Texts) -> String {
    let has_space = suspicions(word)
        .iter()
        .any(|found| matches!(found, Suspicion::LeadingSpace | Suspicion::TrailingSpace));
    if has_space { texts.say("word-space") } else { texts.say("word-hint") }
}

/// Saving is the one thing to do unless something waits for its confirmation.
fn save(form: &Form, ground: &Ground) -> Block {
    let texts = ground.texts();
    let waits = match (form.subject, ground.answer::<Read>()) {
        (Subject::Contact(contact), Answer::Known(known)) => known.value.of(contact).pending.is_some(),
        (Subject::Contact(_), Answer::KnownNone(_) | Answer::NotKnown(_)) | (Subject::ControlWord, _) => {
            false
        }
    };
    let button: fn(&str, String, bool, Intent) -> Block = if waits { secondary } else { primary };
    let is_busy = is_busy(form, ground);
    let label = if is_busy { texts.say("contact-saving") } else { texts.say("contact-save") };
    button("save", label, !is_busy, Intent::Send)
}

fn fault(form: &Form, ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let Some(Fault::Service(failure)) = &form.fault else { return None };
    let (tone, words) = match Outcome::of(failure) {
        Outcome::NotSent => (Tone::Attention, texts.say("contact-not-sent")),
        Outcome::Unknown | Outcome::NotDone => outcome::words(failure, ground),
    };
    Some(notice("fault", tone, words))
}

fn saved_text((contact, to): (Contact, &str), texts: &Texts) -> String {
    match contact {
        Contact::Email => texts.tell("email-saved", &[("email", to.into())]),
        Contact::Phone => texts.tell("phone-saved", &[("phone", shown(contact, to).into())]),
    }
}

fn done_text(done: What, texts: &Texts) -> String {
    match done {
        What::WordSaved => texts.say("word-saved"),
        What::Confirmed(Contact::Email) => texts.say("email-confirmed"),
        What::Confirmed(Contact::Phone) => texts.say("phone-confirmed"),
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
