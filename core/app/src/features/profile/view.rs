use fl_domain::service::{Capability, Contact, Contacts};

use super::{Intent, Reminder};
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{notice, row, secondary, section},
    features::{
        account::{Account, connection_notice, describe, refresh_action},
        accounts, contacts, device, password, session,
    },
    model::{Model, Stage},
    screen::{Action, Block, Button, ButtonRole, Icon, Notice, Row, Screen, ScreenId, Section, Tone},
    texts::Texts,
};

/// Who one is and how one is reached.
pub(crate) fn view(model: &Model) -> Option<Screen> {
    let Stage::Open(account) = &model.stage else { return None };
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Profile, texts.say("profile-title"));
    screen.notice = connection_notice(account, model);
    screen.busy = account.refreshing;
    screen.refresh = Some(refresh_action(model));
    screen.blocks.push(who(account, model));
    contact_rows(account, model, &mut screen.blocks);
    screen.blocks.push(Block::Section(Section {
        key: "getting-in".to_owned(),
        title: texts.say("profile-getting-in"),
        detail: account.figures.password.as_ref().map(|known| describe(known.freshness, model)),
    }));
    screen.blocks.push(password_row(account, model));
    screen.blocks.extend(recovery(account, texts));
    screen.blocks.push(sign_ins_row(account, model));
    screen.blocks.push(section("here", texts.say("profile-here")));
    screen.blocks.extend([
        row(
            "name",
            Icon::Person,
            texts.say("profile-name"),
            Some(account.name.clone().unwrap_or_else(|| texts.say("profile-name-none"))),
            Some(AppIntent::Go(Place::Name)),
        ),
        other_accounts(account, texts),
        row(
            "settings",
            Icon::Settings,
            texts.say("settings-open"),
            None,
            Some(AppIntent::Go(Place::Settings)),
        ),
        row(
            "stored",
            Icon::Device,
            texts.say("stored-title"),
            Some(texts.say("stored-detail")),
            Some(AppIntent::Go(Place::Stored)),
        ),
        Block::Button(Button {
            key: "sign-out".to_owned(),
            label: texts.say("sign-out"),
            role: ButtonRole::Destructive,
            enabled: true,
            intent: AppIntent::Session(session::Intent::AskSignOut),
        }),
    ]);
    Some(screen)
}

fn who(account: &Account, model: &Model) -> Block {
    let texts = model.texts();
    let inn = texts.tell("settings-inn", &[("inn", account.inn.as_str().into())]);
    let named = account
        .figures
        .taxpayer
        .as_ref()
        .and_then(|known| known.value.name.clone().map(|name| (name, describe(known.freshness, model))));
    match named {
        Some((name, age)) => row("who", Icon::Person, name, Some(format!("{inn} ({age})")), None),
        None => row("who", Icon::Person, inn, None, None),
    }
}

fn contact_rows(account: &Account, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    let known = account.figures.contacts.as_ref();
    into.push(Block::Section(Section {
        key: "contacts".to_owned(),
        title: texts.say("profile-contacts"),
        detail: known.map(|known| describe(known.freshness, model)),
    }));
    if !account.offers.contains(&Capability::Contacts) {
        into.push(on_the_website("contacts-website", texts.say("profile-contacts-title"), model));
        return;
    }
    let line = |key: &str, icon, title: String, (tone, detail): (Tone, String), intent| {
        Block::Row(Row {
            key: key.to_owned(),
            icon,
            title,
            detail: Some(detail),
            value: None,
            spoken: None,
            tone,
            intent: Some(AppIntent::Contacts(intent)),
        })
    };
    let unknown = || (Tone::Quiet, texts.say("profile-unknown"));
    let told =
        |contact| known.map_or_else(unknown, |known| contacts::line(contact, known.value.of(contact), texts));
    let word = known.map_or_else(unknown, |known| {
        if known.value.control_word_set {
            (Tone::Plain, texts.say("word-set"))
        } else {
            (Tone::Attention, texts.say("word-not-set"))
        }
    });
    into.extend([
        line(
            "email",
            contacts::icon(Contact::Email),
            texts.say("email-label"),
            told(Contact::Email),
            contacts::Intent::Email,
        ),
        line(
            "phone",
            contacts::icon(Contact::Phone),
            texts.say("phone-title"),
            told(Contact::Phone),
            contacts::Intent::Phone,
        ),
        line("control-word", Icon::Key, texts.say("word-label"), word, contacts::Intent::ControlWord),
    ]);
}

fn password_row(account: &Account, model: &Model) -> Block {
    let texts = model.texts();
    if !account.offers.contains(&Capability::Password) {
        return on_the_website("password-website", texts.say("password-row"), model);
    }
    let (tone, detail) =
        password::status(account, model).unwrap_or_else(|| (Tone::Quiet, texts.say("profile-unknown")));
    Block::Row(Row {
        key: "password".to_owned(),
        icon: Icon::Key,
        title: texts.say("password-row"),
        detail: Some(detail),
        value: None,
        spoken: None,
        tone,
        intent: Some(AppIntent::Go(Place::Password)),
    })
}

/// Whether a forgotten password can be recovered, and what is missing for that.
fn recovery(account: &Account, texts: &Texts) -> Option<Block> {
    let known = account.figures.contacts.as_ref()?;
    let missing = missing(&known.value, texts);
    Some(if missing.is_empty() {
        notice("recovery", Tone::Good, texts.say("recovery-possible"))
    } else {
        let words = texts.tell("recovery-missing", &[("missing", missing.join(", ").into())]);
        notice("recovery", Tone::Attention, words)
    })
}

/// What recovery still needs, in the words of a list.
fn missing(contacts: &Contacts, texts: &Texts) -> Vec<String> {
    [
        (contacts.email.confirmed.is_some(), texts.say("missing-email")),
        (contacts.phone.confirmed.is_some(), texts.say("missing-phone")),
        (contacts.control_word_set, texts.say("missing-word")),
    ]
    .into_iter()
    .filter_map(|(is_there, words)| (!is_there).then_some(words))
    .collect()
}

/// The accounts beside this one; without any, the way to one more.
fn other_accounts(account: &Account, texts: &Texts) -> Block {
    let (title, detail, intent) = if account.accounts > 1 {
        ("accounts-other", "accounts-apart", accounts::Intent::List)
    } else {
        ("account-add", "account-add-detail", accounts::Intent::Add)
    };
    row(
        "accounts",
        Icon::Person,
        texts.say(title),
        Some(texts.say(detail)),
        Some(AppIntent::Accounts(intent)),
    )
}

fn sign_ins_row(account: &Account, model: &Model) -> Block {
    let texts = model.texts();
    if !account.offers.contains(&Capability::SignIns) {
        return on_the_website("sign-ins-website", texts.say("sign-ins-title"), model);
    }
    let detail = match &account.figures.sign_ins {
        Some(known) => {
            let open = known.value.iter().filter(|record| record.is_open).count();
            let age = describe(known.freshness, model);
            texts.tell("sign-ins-open", &[("count", open.into()), ("age", age.into())])
        }
        None => texts.say("profile-unknown"),
    };
    row(
        "sign-ins",
        Icon::Shield,
        texts.say("sign-ins-title"),
        Some(detail),
        Some(AppIntent::Go(Place::SignIns)),
    )
}

/// A part that this service does not offer here.
fn on_the_website(key: &str, title: String, model: &Model) -> Block {
    row(
        key,
        Icon::Outside,
        title,
        Some(model.texts().say("not-offered")),
        Some(AppIntent::Device(device::Intent::OpenLink(model.facts.website.clone()))),
    )
}

/// What the first screen says while a forgotten password could not be recovered; until it is dismissed, once for all.
pub(crate) fn reminder(account: &Account, model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let Some(known) = &account.figures.contacts else { return Vec::new() };
    let is_wanted = account.reminder == Reminder::Wanted && account.offers.contains(&Capability::Contacts);
    if !is_wanted || known.value.can_recover() {
        return Vec::new();
    }
    let words = missing(&known.value, texts).join(", ");
    vec![
        Block::Notice(Notice {
            key: "recovery-reminder".to_owned(),
            tone: Tone::Attention,
            text: texts.tell("recovery-reminder", &[("missing", words.into())]),
            action: Some(Action {
                label: texts.say("recovery-reminder-open"),
                intent: AppIntent::Go(Place::Profile),
            }),
        }),
        secondary(
            "no-reminder",
            texts.say("recovery-reminder-off"),
            true,
            AppIntent::Profile(Intent::NoReminder),
        ),
    ]
}
