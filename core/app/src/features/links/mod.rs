//! A link from a letter, a text message or a QR code is looked at before it is opened, and a look-alike is named for what it is.

#[cfg(test)]
mod tests;

use std::convert::Infallible;

use crux_core::Command;
use fl_domain::{
    Secret, Timestamp,
    access::{Verdict, judge},
};

use crate::{
    kit::{
        blocks::{notice, primary, secondary, text},
        screen::{Field, FieldKind, PageKey, Screen, Tone},
        touch,
    },
    open::{
        Ground, Next, Place,
        device::{self, verdict_text},
        feature,
        page::{Back, Life, Page},
    },
};

const KEY: &str = "check-link";
/// A longer text is no link (our own limit); what is typed beyond it is not looked at.
const LINK_MAX: usize = 4096;

/// Looking at a link before it is opened.
pub(crate) struct Links;

impl feature::Feature for Links {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::CheckLink {
            return None;
        }
        let revision = ground.next_revision();
        ground.show(CheckLink { link: Secret::default(), revision, verdict: None });
        Some(Command::done())
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Looks at the link that was pasted.
    Check,
    /// Opens it, once it was found to be the service's.
    Open,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Check => "links/check",
            Self::Open => "links/open",
        }
    }
}

/// A link is looked at. It may carry a code or a token.
struct CheckLink {
    link: Secret,
    revision: u32,
    verdict: Option<Verdict>,
}

impl Page for CheckLink {
    type Intent = Intent;
    type Event = Infallible;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        let texts = ground.texts();
        let mut screen = ground.screen(texts.say("check-link-title"));
        screen.blocks = vec![
            text("what", Tone::Plain, texts.say("check-link-what")),
            Field::new("link", FieldKind::Link, texts.say("check-link-label"), self.revision)
                .submit(Intent::Check)
                .into(),
            primary("check", texts.say("check-link-check"), true, Intent::Check),
        ];
        if let Some(verdict) = &self.verdict {
            let tone = match verdict {
                Verdict::Service | Verdict::Esia => Tone::Good,
                Verdict::Foreign { .. } | Verdict::NotALink => Tone::Attention,
                Verdict::Suspicious(_) => Tone::Bad,
            };
            screen.blocks.push(notice("verdict", tone, verdict_text(verdict, texts)));
            if matches!(verdict, Verdict::Service | Verdict::Esia) {
                screen.blocks.push(secondary("open", texts.say("check-link-open"), true, Intent::Open));
            }
        }
        screen
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::Check => {
                let link = self.link.expose();
                let is_too_long = link.chars().count() > LINK_MAX;
                let verdict =
                    if is_too_long { Verdict::NotALink } else { judge(link, &device::hosts(ground)) };
                self.verdict = Some(verdict);
                Command::done()
            }
            // It is judged once more on the way out.
            Intent::Open => device::open_link(self.link.expose().trim().to_owned(), ground),
        }
    }

    fn heard(_: Option<&mut Self>, event: Infallible, _: &mut Ground) -> Next {
        match event {}
    }

    fn edit(&mut self, field: &str, text: Secret, _: &mut Ground) -> Next {
        if field == "link" {
            self.link = Secret::new(text.expose().chars().take(LINK_MAX + 1).collect::<String>());
            self.verdict = None;
        }
        Command::done()
    }

    fn back(&mut self, _: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    fn left(&mut self, ground: &mut Ground) {
        (self.link, self.verdict) = (Secret::default(), None);
        self.revision = ground.next_revision();
    }

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
