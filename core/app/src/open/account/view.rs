use fl_domain::Freshness;

use super::{connection::Connection, model::Account};
use crate::{
    kit::{
        blocks::notice,
        effects::{CacheFault, LostData},
        screen::{Action, Block, Icon, Notice, Screen, Tab, Tone},
    },
    open::{
        answer::reason,
        blocks::{not_renewed, not_safe},
        ground::Ground,
        nav,
        place::Place,
        session::event::Intent as SessionIntent,
    },
};

/// The rooms one can go to.
pub(crate) fn tabs(place: Place, ground: &Ground) -> Vec<Tab> {
    let texts = ground.texts();
    let tab = |key: &str, label: String, icon, to| Tab {
        key: key.to_owned(),
        label,
        icon,
        selected: place == to,
        touch: nav::Intent::Go(to).into(),
    };
    vec![
        tab("tab-home", texts.say("home-title"), Icon::Home, Place::Home),
        tab("tab-operations", texts.say("operations-title"), Icon::Operations, Place::Operations),
        tab("tab-settings", texts.say("settings-title"), Icon::Settings, Place::Settings),
    ]
}

/// A figure's age in words.
pub(crate) fn describe(freshness: Freshness, ground: &Ground) -> String {
    ground.texts().age(freshness, &ground.now)
}

/// Reading everything anew.
pub(crate) fn refresh_action(ground: &Ground) -> Action {
    Action::new(ground.texts().say("refresh"), nav::Intent::Refresh)
}

impl Ground {
    /// A screen that shows something of the open account: with its connection, and the way to read it anew.
    pub(crate) fn account_screen(&self, title: String) -> Screen {
        let mut screen = self.screen(title);
        if let Some(account) = self.account() {
            screen.notice = account.notice(self);
            screen.busy = account.refreshing;
            screen.refresh = Some(refresh_action(self));
        }
        screen
    }
}

impl Account {
    /// What is true of the whole account, put on a screen that shows it.
    pub(in crate::open) fn dress(&self, screen: &mut Screen, ground: &Ground) {
        screen.notice = self.notice(ground);
        screen.busy |= self.refreshing;
        if screen.refresh.is_none() {
            screen.refresh = Some(refresh_action(ground));
        }
    }

    /// The one thing that is true of the whole account: calm, and with a time where there is one.
    pub(crate) fn notice(&self, ground: &Ground) -> Option<Notice> {
        let texts = ground.texts();
        let retry = || Action::new(texts.say("try-again"), nav::Intent::Refresh);
        let (tone, text, action) = match &self.connection {
            Connection::Fine => return None,
            Connection::Offline => (Tone::Attention, texts.say("offline"), retry()),
            Connection::NoAnswer => (Tone::Attention, texts.say("no-answer"), retry()),
            Connection::Closed(until) => (Tone::Attention, texts.closed(*until, &ground.now), retry()),
            Connection::SessionEnded => (
                Tone::Attention,
                texts.say("session-ended"),
                Action::new(texts.say("sign-in-again"), SessionIntent::SignInAgain),
            ),
            Connection::NotSafe(fault) => (Tone::Bad, not_safe(*fault, ground), retry()),
            Connection::NotRenewed { why } => (Tone::Attention, not_renewed(why, texts), retry()),
            Connection::Trouble { question, failure } => {
                let words = texts.tell(
                    "not-read",
                    &[("what", ground.title_of(question).into()), ("why", reason(failure, ground).into())],
                );
                (Tone::Attention, words, retry())
            }
        };
        Some(Notice { action: Some(action), ..Notice::new("connection", tone, text) })
    }

    /// What went wrong on this device, each told until it is over.
    pub(crate) fn faults(&self, ground: &Ground) -> Vec<Block> {
        let texts = ground.texts();
        let lost = self.lost_data.map(|lost| match lost {
            LostData::WrongKey => texts.say("lost-wrong-key"),
            LostData::Foreign => texts.say("lost-foreign"),
            LostData::Damaged => texts.say("lost-damaged"),
            LostData::TooNew => texts.say("lost-too-new"),
            LostData::Own => texts.say("lost-own"),
        });
        let cache = self.cache_fault.map(|fault| match fault {
            CacheFault::DiskFull => (Tone::Bad, texts.say("cache-disk-full")),
            CacheFault::ReadOnly => (Tone::Bad, texts.say("cache-read-only")),
            CacheFault::Damaged => (Tone::Attention, texts.say("lost-damaged")),
            CacheFault::Closed | CacheFault::Broken => (Tone::Bad, texts.say("cache-broken")),
        });
        let keep = self.keep_fault.map(|_| texts.say("keep-fault"));
        [
            lost.map(|words| notice("lost-data", Tone::Attention, words)),
            cache.map(|(tone, words)| notice("cache-fault", tone, words)),
            keep.map(|words| notice("keep-fault", Tone::Attention, words)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
