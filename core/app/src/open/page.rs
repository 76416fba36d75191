//! Pages that lie over whatever is below: each is a feature's own form, the last opened is seen, going back takes it away.

use crux_core::Command;
use fl_domain::Secret;

use crate::{
    app::{Event, Place},
    effects::Effect,
    features::{
        access, accounts, contacts, esia, guide, links, password, profile, recovery, session, settings,
    },
    model::{Model, Stage},
    screen::{FieldId, Screen},
};

type Next = Command<Effect, Event>;

/// One page.
pub(crate) enum Page {
    /// Language, appearance, lock.
    Settings,
    /// The ways to get access.
    Access(access::Access),
    /// What to try when the password is refused.
    Guide(guide::Guide),
    /// A forgotten password.
    Recovery(Box<recovery::Recovery>),
    /// Signing in through Gosuslugi.
    Esia(esia::Progress),
    /// The password is changed.
    Password(Box<password::Change>),
    /// Who one is and how one is reached.
    Profile,
    /// One contact.
    Contact(Box<contacts::Form>),
    /// Who signed in and when.
    SignIns(profile::SignIns),
    /// What is stored on this device.
    Stored(profile::Stored),
    /// A link is looked at.
    CheckLink(links::Form),
    /// What this account is called here.
    Name(accounts::NameForm),
}

impl Page {
    /// It was begun without an account and goes on while one is locked; every other page goes with the account.
    const fn outlives_the_account(&self) -> bool {
        match self {
            Self::Recovery(_) | Self::Esia(_) => true,
            Self::Settings
            | Self::Access(_)
            | Self::Guide(_)
            | Self::Password(_)
            | Self::Profile
            | Self::Contact(_)
            | Self::SignIns(_)
            | Self::Stored(_)
            | Self::CheckLink(_)
            | Self::Name(_) => false,
        }
    }
}

/// What is seen of the last opened page; `None` where none is open.
pub(crate) fn view(model: &Model) -> Option<Screen> {
    let mut screen = match model.pages.last()? {
        Page::Settings => settings::view(model),
        Page::Access(page) => access::view(page, model),
        Page::Guide(page) => guide::view(page, model),
        Page::Recovery(page) => recovery::view(page, model),
        Page::Esia(page) => esia::view(page, model),
        Page::Password(page) => password::view(page, model),
        Page::Profile => profile::view(model)?,
        Page::Contact(page) => contacts::view(page, model),
        Page::SignIns(page) => profile::view_sign_ins(page, model)?,
        Page::Stored(page) => profile::view_stored(page, model),
        Page::CheckLink(page) => links::view(page, model),
        Page::Name(page) => accounts::view_name(page, model),
    };
    screen.back = Some(crate::app::Intent::Back);
    Some(screen)
}

/// Opens a page over what is seen; secrets typed below are dropped.
pub(crate) fn open(page: Page, model: &mut Model) {
    session::left(model);
    let revision = model.next_revision();
    match model.pages.last_mut() {
        Some(Page::Password(below)) => below.left(revision),
        Some(Page::Contact(below)) => below.left(revision),
        Some(_) | None => {}
    }
    model.pages.push(page);
}

/// A page for a place, where that place is one.
pub(crate) fn go(place: Place, model: &mut Model) -> Next {
    match place {
        Place::Settings => {
            if !matches!(model.pages.last(), Some(Page::Settings)) {
                open(Page::Settings, model);
            }
            Command::done()
        }
        Place::Access => access::open(model),
        Place::Guide => guide::open(model),
        Place::Recovery => recovery::open(model),
        Place::Esia => esia::begin(model),
        Place::CheckLink => links::open(model),
        Place::Password => password::open(model),
        Place::Profile => {
            if matches!(model.stage, Stage::Open(_)) && !matches!(model.pages.last(), Some(Page::Profile)) {
                open(Page::Profile, model);
            }
            Command::done()
        }
        Place::SignIns => profile::open_sign_ins(model),
        Place::Stored => profile::open_stored(model),
        Place::Name => accounts::open_name(model),
        Place::Home | Place::Operations | Place::Income => Command::done(),
    }
}

/// Going back: a page may have a step of its own to go back by; else it goes.
pub(crate) fn back(model: &mut Model) -> Next {
    let revision = model.next_revision();
    let stays = match model.pages.last_mut() {
        Some(Page::Access(page)) => access::back(page),
        Some(Page::Guide(page)) => guide::back(page),
        Some(Page::Recovery(page)) => recovery::back(page, revision),
        Some(_) | None => false,
    };
    if stays {
        return Command::done();
    }
    match model.pages.pop() {
        Some(Page::Esia(_)) => esia::abandon(),
        _ => Command::done(),
    }
}

/// A field of the page was typed into.
pub(crate) fn edit(field: FieldId, text: Secret, model: &mut Model) {
    match model.pages.last_mut() {
        Some(Page::Recovery(page)) => recovery::edit(page, field, text),
        Some(Page::Password(page)) => password::edit(page, field, text),
        Some(Page::Contact(page)) => contacts::edit(page, field, text),
        Some(Page::CheckLink(page)) => links::edit(page, field, &text),
        Some(Page::Name(page)) => accounts::edit_name(page, field, &text),
        Some(
            Page::Settings
            | Page::Access(_)
            | Page::Guide(_)
            | Page::Esia(_)
            | Page::Profile
            | Page::SignIns(_)
            | Page::Stored(_),
        )
        | None => {}
    }
}

/// The account is locked or left: its pages go with it.
pub(crate) fn account_closed(model: &mut Model) {
    model.pages.retain(Page::outlives_the_account);
}
