use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use crate::{
    kit::{
        blocks::{primary, text},
        effects::{Vault, VaultFault, Vaulted},
        screen::{Field, FieldKind, PageKey, Screen, Tone},
        touch,
    },
    open::{
        Ground, Next,
        device::Hint,
        page::{self, Back, Life, Page},
    },
};

/// The page's key, and that of its field.
const KEY: &str = "name";
/// A longer name fits no line (our own limit). In characters.
const NAME_MAX: usize = 40;

/// A name is typed.
pub(super) struct Naming {
    pub(super) text: String,
    pub(super) revision: u32,
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// Keeps the name that was typed.
    KeepName,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::KeepName => "accounts/keep-name",
        }
    }
}

/// A name was kept, or was not.
pub(super) struct Named {
    /// Which. Personal, so it is held as what was typed.
    name: Option<Secret>,
    /// What became of it.
    result: Result<Vaulted, VaultFault>,
}

impl Naming {
    fn is_too_long(&self) -> bool {
        self.text.trim().chars().count() > NAME_MAX
    }

    /// The name as it will be kept; nothing where there is none.
    fn name(&self) -> Option<Secret> {
        let plain: String = self.text.chars().filter(|c| !c.is_control()).collect();
        let name = plain.trim();
        (!name.is_empty()).then(|| Secret::new(name))
    }
}

impl Page for Naming {
    type Intent = Intent;
    type Event = Named;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        let texts = ground.texts();
        let mut screen = ground.screen(texts.say("name-title"));
        let is_too_long = self.is_too_long();
        let error = is_too_long.then(|| texts.tell("name-too-long", &[("count", NAME_MAX.into())]));
        screen.blocks = vec![
            text("what", Tone::Plain, texts.say("name-what")),
            Field::new(KEY, FieldKind::Words, texts.say("name-label"), self.revision)
                .value(self.text.as_str())
                .hint(texts.say("name-hint"))
                .error(error)
                .submit(Intent::KeepName)
                .into(),
            primary("keep-name", texts.say("name-keep"), !is_too_long, Intent::KeepName),
        ];
        screen
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::KeepName if self.is_too_long() => Command::done(),
            Intent::KeepName => {
                let name = self.name();
                page::run::<Self, _, _>(KEY, ground, |ctx| async move {
                    let result = ctx.request_from_shell(Vault::Name(name.clone())).await;
                    Named { name, result }
                })
            }
        }
    }

    fn heard(_page: Option<&mut Self>, Named { name, result }: Named, ground: &mut Ground) -> Next {
        if result.is_err() {
            ground.hint = Some(Hint::NotKept);
            return Command::done();
        }
        if let Some(account) = ground.account_mut() {
            account.name = name.map(|name| name.expose().to_owned());
        }
        ground.remove(KEY);
        Command::done()
    }

    fn edit(&mut self, field: &str, text: Secret, _ground: &mut Ground) -> Next {
        if field == KEY {
            self.text = text.expose().chars().take(NAME_MAX * 4).collect();
        }
        Command::done()
    }

    fn back(&mut self, _ground: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    /// A name is shown with the account, so it is no secret.
    fn left(&mut self, _ground: &mut Ground) {}

    fn awaited(&self, _ground: &Ground) -> Option<Timestamp> {
        None
    }
}
