use crux_core::{Command, render::render};
use fl_domain::Secret;
use serde::Serialize;

use crate::{
    effects::{
        Describe, Effect, KeepPreferences, KeepWaiting, Moment, Now, ServiceFacts, Vault, VaultFault,
        Vaulted, Waiting,
    },
    features::{
        access, account, accounts, contacts, device, esia, guide, home, links, operations, password, profile,
        recovery, session, settings,
    },
    flow::Ctx,
    model::{Model, Stage},
    page,
    screen::{FieldId, Screen},
    texts::Preferences,
    tick,
};

/// What a person does. A block carries the intent to send; only [`Intent::Edit`] is put together by a shell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Intent {
    /// Getting in and out.
    Session(session::Intent),
    /// On the first screen.
    Home(home::Intent),
    /// In the history.
    Operations(operations::Intent),
    /// In the settings.
    Settings(settings::Intent),
    /// Of the device.
    Device(device::Intent),
    /// Among the ways to get access.
    Access(access::Intent),
    /// While the refused password is talked through.
    Guide(guide::Intent),
    /// While a password is recovered.
    Recovery(recovery::Intent),
    /// While a password is changed.
    Password(password::Intent),
    /// At one contact.
    Contacts(contacts::Intent),
    /// Signing in through Gosuslugi.
    Esia(esia::Intent),
    /// In the profile.
    Profile(profile::Intent),
    /// While a link is looked at.
    Links(links::Intent),
    /// Among the accounts of this device.
    Accounts(accounts::Intent),
    /// Going to a room.
    Go(Place),
    /// Going back.
    Back,
    /// A field now holds this text, whole. It is secret until its feature says otherwise.
    #[serde(skip)]
    Edit {
        /// Which field.
        field: FieldId,
        /// All of its text.
        text: Secret,
    },
    /// The platform has a network again: what is stale may be read anew.
    NetworkBack,
    /// A link that the platform gave to the app. It may carry a code or a token, so it is a secret, and is never written down.
    Link(#[serde(skip)] Secret),
}

/// Where one can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Place {
    /// Where one stands.
    Home,
    /// The history of operations.
    Operations,
    /// Income by year.
    Income,
    /// Language, appearance, lock; open to everyone.
    Settings,
    /// The ways to get access; open to everyone, without a network too.
    Access,
    /// What to try when the password is refused.
    Guide,
    /// A forgotten password.
    Recovery,
    /// Signing in through Gosuslugi.
    Esia,
    /// Looking at a link before it is opened.
    CheckLink,
    /// Changing the password.
    Password,
    /// Who one is and how one is reached.
    Profile,
    /// Who signed in and when.
    SignIns,
    /// What is stored on this device.
    Stored,
    /// What this account is called on this device.
    Name,
}

/// What happens to the app.
#[derive(Debug)]
pub enum Event {
    /// The engine is there.
    Start,
    /// The app failed by a mistake of ours and is there again.
    StartAnew,
    /// A person did something.
    Intent(Intent),
    /// The same, with the time at which it reached the app.
    Timed(Moment, Intent),
    /// The device was looked at.
    Started {
        /// The time.
        now: Moment,
        /// What is kept of the user's taste.
        preferences: Preferences,
        /// What is on the device.
        vault: Result<Vaulted, VaultFault>,
        /// What service this is.
        facts: Box<ServiceFacts>,
        /// What is waited for.
        waiting: Box<Waiting>,
        /// After a failure.
        anew: bool,
    },
    /// Getting in and out went on.
    Session(session::Event),
    /// The device did something, or did not.
    Device(device::Event),
    /// A countdown moves on.
    Tick {
        /// Which chain; an older one ends.
        serial: u64,
        /// The time.
        now: Moment,
    },
    /// A recovery went on.
    Recovery(recovery::Event),
    /// A change of the password went on.
    Password(password::Event),
    /// A contact's change went on.
    Contacts(contacts::Event),
    /// A sign-in through Gosuslugi went on.
    Esia(esia::Event),
    /// Something came for the profile.
    Profile(profile::Event),
    /// Something came for the accounts of this device.
    Accounts(accounts::Event),
    /// Something came for the account that was open in this epoch; later ones pass it over.
    Account(u64, account::Event),
}

/// The app.
#[derive(Default)]
pub struct App;

impl crux_core::App for App {
    type Event = Event;
    type Model = Model;
    type ViewModel = Screen;
    type Effect = Effect;

    fn update(&self, event: Event, model: &mut Model) -> Command<Effect, Event> {
        let command = match event {
            Event::Start => return Command::new(|ctx| start(ctx, false)),
            Event::StartAnew => return Command::new(|ctx| start(ctx, true)),
            Event::Intent(intent) => {
                return Command::new(|ctx| async move {
                    let now = ctx.request_from_shell(Now).await;
                    ctx.send_event(Event::Timed(now, intent));
                });
            }
            Event::Timed(now, intent) => {
                model.touch(now);
                // Typing and a network that comes back are nothing a person does about a hint.
                if !matches!(intent, Intent::Edit { .. } | Intent::NetworkBack) {
                    model.hint = None;
                }
                on_intent(intent, model)
            }
            Event::Started { now, preferences, vault, facts, waiting, anew } => {
                model.touch(now);
                (model.facts, model.waiting) = (*facts, *waiting);
                if anew {
                    model.hint = Some(device::Hint::StartedAnew);
                }
                model.preferences = preferences;
                session::started(&vault, model)
            }
            Event::Session(event) => session::on_event(event, model),
            Event::Device(event) => device::on_event(event, model),
            Event::Tick { serial, now } => tick::on_tick(serial, now, model),
            Event::Recovery(event) => recovery::on_event(event, model),
            Event::Password(event) => password::on_event(event, model),
            Event::Contacts(event) => contacts::on_event(event, model),
            Event::Esia(event) => esia::on_event(event, model),
            Event::Profile(event) => profile::on_event(event, model),
            Event::Accounts(event) => accounts::on_event(event, model),
            Event::Account(epoch, event) => account::on_event(epoch, event, model),
        };
        let tick = tick::arm(model);
        command.and(tick).and(render())
    }

    fn view(&self, model: &Model) -> Screen {
        let mut screen = match (page::view(model), &model.stage) {
            (Some(screen), _) => screen,
            (None, Stage::Starting) => session::view_starting(model),
            (None, Stage::Blocked(fault)) => session::view_blocked(*fault, model),
            (None, Stage::SignedOut(form)) => session::view_sign_in(form, None, model),
            (None, Stage::ChoosePin(form)) => session::view_choose_pin(form, model),
            (None, Stage::Locked(form)) => session::view_unlock(form, model),
            (None, Stage::Open(account)) => account::view(account, model),
        };
        device::show(&mut screen, model);
        screen
    }
}

async fn start(ctx: Ctx, anew: bool) {
    let preferences = ctx.request_from_shell(KeepPreferences::Load).await;
    let vault = ctx.request_from_shell(Vault::Look).await;
    let facts = Box::new(ctx.request_from_shell(Describe).await);
    let waiting = Box::new(ctx.request_from_shell(KeepWaiting::Load).await);
    let now = ctx.request_from_shell(Now).await;
    ctx.send_event(Event::Started { now, preferences, vault, facts, waiting, anew });
}

fn on_intent(intent: Intent, model: &mut Model) -> Command<Effect, Event> {
    match intent {
        Intent::Session(intent) => session::on_intent(intent, model),
        Intent::Home(intent) => home::on_intent(&intent, model),
        Intent::Operations(intent) => operations::on_intent(intent, model),
        Intent::Settings(intent) => settings::on_intent(intent, model),
        Intent::Device(intent) => device::on_intent(intent, model),
        Intent::Access(intent) => access::on_intent(intent, model),
        Intent::Guide(intent) => guide::on_intent(intent, model),
        Intent::Recovery(intent) => recovery::on_intent(intent, model),
        Intent::Password(intent) => password::on_intent(intent, model),
        Intent::Contacts(intent) => contacts::on_intent(intent, model),
        Intent::Esia(intent) => esia::on_intent(intent, model),
        Intent::Profile(intent) => profile::on_intent(intent, model),
        Intent::Links(intent) => links::on_intent(intent, model),
        Intent::Accounts(intent) => accounts::on_intent(intent, model),
        Intent::Link(url) => device::follow(url.expose(), model),
        Intent::Go(place) => go(place, model),
        Intent::Back => back(model),
        Intent::Edit { field: FieldId::Search, text } => operations::search(&text, model),
        Intent::Edit { field, text } if !model.pages.is_empty() => {
            page::edit(field, text, model);
            Command::done()
        }
        Intent::Edit { field, text } => session::edit(field, text, model),
        Intent::NetworkBack => account::network_back(model),
    }
}

pub(crate) fn go(place: Place, model: &mut Model) -> Command<Effect, Event> {
    if !matches!(place, Place::Home | Place::Operations | Place::Income) {
        return page::go(place, model);
    }
    model.pages.clear();
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    account.place = place;
    if place == Place::Operations { operations::entered(account) } else { Command::done() }
}

fn back(model: &mut Model) -> Command<Effect, Event> {
    if !model.pages.is_empty() {
        return page::back(model);
    }
    match &mut model.stage {
        Stage::Open(account) if account.sign_in_again.is_some() => {
            account.sign_in_again = None;
            Command::done()
        }
        Stage::Open(account) if account.asking_sign_out => {
            account.asking_sign_out = false;
            Command::done()
        }
        Stage::Open(account) => {
            account.place = Place::Home;
            Command::done()
        }
        Stage::Starting
        | Stage::Blocked(_)
        | Stage::SignedOut(_)
        | Stage::ChoosePin(_)
        | Stage::Locked(_) => session::back(model),
    }
}
