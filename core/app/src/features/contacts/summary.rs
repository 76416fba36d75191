//! What is said of the contacts on pages of others.

use fl_domain::{
    access::Phone,
    service::{Contact, ContactState, Contacts, contacts::Read},
};

use crate::{
    kit::{
        blocks::notice,
        screen::{Block, Icon, Row, Section, Tone},
        texts::Texts,
    },
    open::{Ground, Place, account::describe, answer::Answer, blocks::on_the_website, nav},
};

/// How one is reached.
pub(super) fn rows(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let (known, age, is_offered) = match ground.answer::<Read>() {
        Answer::Known(known) => (Some(known.value), Some(describe(known.freshness, ground)), true),
        Answer::KnownNone(_) => (None, None, true),
        Answer::NotKnown(why) => (None, None, !why.is_not_offered()),
    };
    let section = Section::new("contacts", texts.say("profile-contacts")).detail(age).into();
    if !is_offered {
        let title = texts.say("profile-contacts-title");
        return vec![section, on_the_website("contacts-website", title, ground)];
    }
    let unknown = || (Tone::Quiet, texts.say("profile-unknown"));
    let told = |contact| known.map_or_else(unknown, |known| line(contact, known.of(contact), texts));
    let word = known.map_or_else(unknown, |known| {
        if known.control_word_set {
            (Tone::Plain, texts.say("word-set"))
        } else {
            (Tone::Attention, texts.say("word-not-set"))
        }
    });
    let row = |key: &str, icon, title: &str, (tone, detail): (Tone, String), place| {
        Row::new(key, icon, texts.say(title)).detail(detail).tone(tone).touch(nav::Intent::Go(place)).into()
    };
    vec![
        section,
        row("email", icon(Contact::Email), "email-label", told(Contact::Email), Place::Email),
        row("phone", icon(Contact::Phone), "phone-title", told(Contact::Phone), Place::Phone),
        row("control-word", Icon::Key, "word-label", word, Place::ControlWord),
    ]
}

/// Whether a forgotten password can be recovered, and what is missing for that.
pub(super) fn recovery(ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let known = match ground.answer::<Read>() {
        Answer::Known(known) => known,
        Answer::KnownNone(_) | Answer::NotKnown(_) => return None,
    };
    let missing = missing(known.value, texts);
    Some(if missing.is_empty() {
        notice("recovery", Tone::Good, texts.say("recovery-possible"))
    } else {
        let words = texts.tell("recovery-missing", &[("missing", missing.join(", ").into())]);
        notice("recovery", Tone::Attention, words)
    })
}

/// What recovery still needs, in the words of a list.
pub(super) fn missing(contacts: &Contacts, texts: &Texts) -> Vec<String> {
    [
        (contacts.email.confirmed.is_some(), "missing-email"),
        (contacts.phone.confirmed.is_some(), "missing-phone"),
        (contacts.control_word_set, "missing-word"),
    ]
    .into_iter()
    .filter(|(is_there, _)| !is_there)
    .map(|(_, words)| texts.say(words))
    .collect()
}

/// One contact in one line: its state in words, and how that feels.
fn line(contact: Contact, of: &ContactState, texts: &Texts) -> (Tone, String) {
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

pub(super) const fn icon(contact: Contact) -> Icon {
    match contact {
        Contact::Email => Icon::Letter,
        Contact::Phone => Icon::Phone,
    }
}

/// A number in groups; whatever else the service says, as it says it.
pub(super) fn shown(contact: Contact, text: &str) -> String {
    match contact {
        Contact::Email => text.to_owned(),
        Contact::Phone => Phone::parse(text).map_or_else(|_| text.to_owned(), |phone| phone.to_string()),
    }
}
