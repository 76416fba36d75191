use crux_core::{Command, render::render};
use fl_domain::Secret;
use serde::Serialize;

use crate::{
    effects::{Effect, KeepPreferences, Moment, Now, Vault, VaultFault, Vaulted},
    features::{account, device, home, operations, session, settings},
    flow::Ctx,
    model::{Model, Stage},
    screen::{FieldId, Screen},
    texts::Preferences,
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
    /// A link that the platform gave to the app.
    Link(String),
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
        /// After a failure.
        anew: bool,
    },
    /// Getting in and out went on.
    Session(session::Event),
    /// The device did something, or did not.
    Device(device::Event),
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
            Event::Started { now, preferences, vault, anew } => {
                model.touch(now);
                if anew {
                    model.hint = Some(device::Hint::StartedAnew);
                }
                model.preferences = preferences;
                session::started(&vault, model)
            }
            Event::Session(event) => session::on_event(event, model),
            Event::Device(event) => device::on_event(event, model),
            Event::Account(epoch, event) => account::on_event(epoch, event, model),
        };
        command.and(render())
    }

    fn view(&self, model: &Model) -> Screen {
        let mut screen = match &model.stage {
            _ if model.settings_open => settings::view(model),
            Stage::Starting => session::view_starting(model),
            Stage::Blocked(fault) => session::view_blocked(*fault, model),
            Stage::SignedOut(form) => session::view_sign_in(form, None, model),
            Stage::ChoosePin(form) => session::view_choose_pin(form, model),
            Stage::Locked(form) => session::view_unlock(form, model),
            Stage::Open(account) => account::view(account, model),
        };
        device::show(&mut screen, model);
        screen
    }
}

async fn start(ctx: Ctx, anew: bool) {
    let preferences = ctx.request_from_shell(KeepPreferences::Load).await;
    let vault = ctx.request_from_shell(Vault::Look).await;
    let now = ctx.request_from_shell(Now).await;
    ctx.send_event(Event::Started { now, preferences, vault, anew });
}

fn on_intent(intent: Intent, model: &mut Model) -> Command<Effect, Event> {
    match intent {
        Intent::Session(intent) => session::on_intent(intent, model),
        Intent::Home(intent) => home::on_intent(&intent, model),
        Intent::Operations(intent) => operations::on_intent(intent, model),
        Intent::Settings(intent) => settings::on_intent(intent, model),
        Intent::Device(intent) => device::on_intent(intent, model),
        Intent::Link(url) => device::follow(&url, model),
        Intent::Go(place) => go(place, model),
        Intent::Back => back(model),
        Intent::Edit { field: FieldId::Search, text } => operations::search(&text, model),
        Intent::Edit { field, text } => session::edit(field, text, model),
        Intent::NetworkBack => account::network_back(model),
    }
}

pub(crate) fn go(place: Place, model: &mut Model) -> Command<Effect, Event> {
    model.settings_open = place == Place::Settings;
    if place == Place::Settings {
        session::left(model);
        return Command::done();
    }
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    account.place = place;
    match place {
        Place::Operations => operations::entered(account),
        Place::Home | Place::Income | Place::Settings => Command::done(),
    }
}

fn back(model: &mut Model) -> Command<Effect, Event> {
    if model.settings_open {
        model.settings_open = false;
        return Command::done();
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
