//! Several accounts on one device: which one is opened, one more, and what each is called here. Nothing of one is reachable from
//! another; before its PIN an account is known by its name alone, which its owner gives it.

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::Secret;
use serde::Serialize;

use crate::{
    app::{Event as AppEvent, Intent as AppIntent},
    blocks::{field, primary, row, text},
    effects::{AccountState, DeviceAccount, Effect, Vault, VaultFault, Vaulted},
    features::{
        device::Hint,
        session::{self, Over, SignInForm, UnlockForm},
    },
    model::{Model, Stage},
    page::{self, Page},
    screen::{Block, Field, FieldId, FieldKind, Icon, Row, Screen, ScreenId, Tone},
    texts::Texts,
};

type Next = Command<Effect, AppEvent>;

/// A longer name fits no line (our own limit). In characters.
const NAME_MAX: usize = 40;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AccountsIntent"))]
pub enum Intent {
    /// Shows the accounts of this device; an open one is locked.
    List,
    /// Asks for the PIN of this one, counted from 0.
    Choose(u32),
    /// Signs in with one more.
    Add,
    /// Keeps the name that was typed.
    KeepName,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// The device was looked at: the list, or one more account.
    Looked {
        /// One more.
        add: bool,
        /// What is there.
        result: Result<Vaulted, VaultFault>,
    },
    /// A name was kept, or was not.
    Named {
        /// Which. Personal, so it is held as what was typed.
        name: Option<Secret>,
        /// What became of it.
        result: Result<Vaulted, VaultFault>,
    },
}

/// A name is typed.
pub(crate) struct NameForm {
    text: String,
    revision: u32,
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    match intent {
        Intent::List => look(false, model),
        Intent::Add => look(true, model),
        Intent::Choose(index) => {
            let revision = model.next_revision();
            let Stage::Locked(form) = &model.stage else { return Command::done() };
            let accounts = form.accounts.clone();
            let chosen =
                usize::try_from(index).ok().and_then(|index| accounts.get(index)).map(|a| a.id.clone());
            if let Some(form) = chosen.and_then(|id| UnlockForm::of(accounts, &id, revision)) {
                model.stage = Stage::Locked(form);
            }
            Command::done()
        }
        Intent::KeepName => keep_name(model),
    }
}

/// An open account is locked first, so that nothing of it is in memory while another is chosen.
fn look(add: bool, model: &mut Model) -> Next {
    let was_open = matches!(model.stage, Stage::Open(_));
    if was_open {
        session::close(model);
    }
    Command::new(move |ctx| async move {
        if was_open {
            let _ = ctx.request_from_shell(Vault::Lock).await;
        }
        let result = ctx.request_from_shell(Vault::Look).await;
        ctx.send_event(AppEvent::Accounts(Event::Looked { add, result }));
    })
}

/// Something came back.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    match event {
        Event::Looked { add, result } => {
            let next = session::started(&result, model);
            let revision = model.next_revision();
            match &mut model.stage {
                Stage::Locked(form) if add => {
                    model.stage = Stage::SignedOut(SignInForm::beside(form.accounts.clone(), revision));
                }
                Stage::Locked(form) => form.over = Over::Choosing,
                _ => {}
            }
            next
        }
        Event::Named { name, result: Ok(_) } => {
            if let Stage::Open(account) = &mut model.stage {
                account.name = name.map(|name| name.expose().to_owned());
            }
            if matches!(model.pages.last(), Some(Page::Name(_))) {
                model.pages.pop();
            }
            Command::done()
        }
        Event::Named { result: Err(_), .. } => {
            model.hint = Some(Hint::NotKept);
            Command::done()
        }
    }
}

/// The page for a name.
pub(crate) fn open_name(model: &mut Model) -> Next {
    let revision = model.next_revision();
    if let Stage::Open(account) = &model.stage {
        let text = account.name.clone().unwrap_or_default();
        page::open(Page::Name(NameForm { text, revision }), model);
    }
    Command::done()
}

pub(crate) fn edit_name(page: &mut NameForm, field: FieldId, typed: &Secret) {
    if field == FieldId::Name {
        page.text = typed.expose().chars().take(NAME_MAX * 4).collect();
    }
}

fn keep_name(model: &mut Model) -> Next {
    let Some(Page::Name(page)) = model.pages.last() else { return Command::done() };
    let plain: String = page.text.chars().filter(|c| !c.is_control()).collect();
    let name = plain.trim();
    if name.chars().count() > NAME_MAX {
        return Command::done();
    }
    let name = (!name.is_empty()).then(|| Secret::new(name));
    Command::request_from_shell(Vault::Name(name.clone()))
        .then_send(|result| AppEvent::Accounts(Event::Named { name, result }))
}

/// The page for a name.
pub(crate) fn view_name(page: &NameForm, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Accounts, texts.say("name-title"));
    let too_long = page.text.trim().chars().count() > NAME_MAX;
    screen.blocks = vec![
        text("what", Tone::Plain, texts.say("name-what")),
        Block::Field(Field {
            value: page.text.clone(),
            hint: Some(texts.say("name-hint")),
            error: too_long.then(|| texts.tell("name-too-long", &[("count", NAME_MAX.into())])),
            submit: Some(AppIntent::Accounts(Intent::KeepName)),
            ..field("name", FieldId::Name, FieldKind::Words, texts.say("name-label"), page.revision)
        }),
        primary("keep-name", texts.say("name-keep"), !too_long, AppIntent::Accounts(Intent::KeepName)),
    ];
    screen
}

/// What an account is called before it is open.
pub(crate) fn called(account: &DeviceAccount, index: usize, texts: &Texts) -> String {
    account
        .name
        .clone()
        .unwrap_or_else(|| texts.tell("account-number", &[("number", (index + 1).to_string().into())]))
}

/// The accounts of this device, to choose from.
pub(crate) fn view_choose(form: &UnlockForm, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Accounts, texts.say("accounts-title"));
    screen.blocks =
        form.accounts.iter().enumerate().map(|(index, account)| choice(index, account, texts)).collect();
    screen.blocks.extend([
        row(
            "add-account",
            Icon::Person,
            texts.say("account-add"),
            Some(texts.say("account-add-detail")),
            Some(AppIntent::Accounts(Intent::Add)),
        ),
        text("apart", Tone::Quiet, texts.say("accounts-apart")),
    ]);
    screen
}

fn choice(index: usize, account: &DeviceAccount, texts: &Texts) -> Block {
    let number = u32::try_from(index).unwrap_or(u32::MAX);
    let (detail, tone, intent) = match account.state {
        AccountState::Locked(found) if found.attempts_left < 10 => (
            Some(texts.tell("pin-left", &[("left", found.attempts_left.into())])),
            Tone::Attention,
            Some(Intent::Choose(number)),
        ),
        AccountState::Locked(_) => (None, Tone::Plain, Some(Intent::Choose(number))),
        AccountState::Lost(_) => (Some(texts.say("account-lost")), Tone::Quiet, None),
    };
    Block::Row(Row {
        key: format!("account-{index}"),
        icon: Icon::Person,
        title: called(account, index, texts),
        detail,
        value: None,
        spoken: None,
        tone,
        intent: intent.map(AppIntent::Accounts),
    })
}
