use fl_domain::service::Capability;

use super::{Intent, Progress};
use crate::{
    kit::{
        blocks::{notice, primary, secondary, text},
        bring::confirmations,
        effects::PlatformFault,
        screen::{self, Screen, Tone},
    },
    open::{
        Ground, Place,
        blocks::{failed, not_offered},
        nav,
        session::forming,
    },
};

/// The page.
pub(super) fn view(progress: &Progress, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("esia-title"));
    if let Some(website) = not_offered(Capability::Esia, ground) {
        screen.blocks = website;
        return screen;
    }
    let again = |label: &str| primary("again", texts.say(label), true, Intent::Begin);
    let working = |label: &str| screen::Progress::new("working", texts.say(label)).into();
    let blocks = &mut screen.blocks;
    match progress {
        // A device that catches the redirect itself has the browser open meanwhile.
        Progress::Asking => blocks.extend([
            working("esia-asking"),
            text("browser", Tone::Plain, texts.say("esia-browser")),
            text("never", Tone::Quiet, texts.say("esia-never-asks")),
        ]),
        Progress::Browser => blocks.extend([
            text("browser", Tone::Plain, texts.say("esia-browser")),
            text("never", Tone::Quiet, texts.say("esia-never-asks")),
            secondary("again", texts.say("esia-open-again"), true, Intent::Begin),
        ]),
        Progress::Finishing => blocks.push(working("esia-finishing")),
        Progress::NotConfirmed => {
            blocks.push(notice("not-confirmed", Tone::Attention, texts.say("esia-not-confirmed")));
            blocks.extend(confirmations(texts));
            blocks.push(again("esia-again"));
        }
        Progress::Forming(until) => {
            blocks.extend(forming(*until, ground));
            blocks.push(again("esia-again"));
        }
        Progress::Cancelled => {
            blocks
                .extend([notice("cancelled", Tone::Plain, texts.say("esia-cancelled")), again("esia-again")]);
        }
        Progress::Foreign => {
            blocks
                .extend([notice("foreign", Tone::Attention, texts.say("esia-foreign")), again("esia-again")]);
        }
        Progress::SomebodyElse => {
            blocks.push(notice("somebody-else", Tone::Attention, texts.say("esia-somebody-else")));
        }
        Progress::Device(fault) => {
            let words = match fault {
                PlatformFault::Unavailable => texts.say("hint-device-cannot"),
                PlatformFault::Denied => texts.say("hint-device-denied"),
                PlatformFault::NoAnswer => texts.say("hint-device-no-answer"),
                PlatformFault::Cancelled | PlatformFault::Invalidated | PlatformFault::Failed => {
                    texts.say("hint-device-failed")
                }
            };
            blocks.extend([notice("device", Tone::Attention, words), again("esia-again")]);
        }
        Progress::Failed { failure, link } => {
            let (tone, words) = failed(failure, ground);
            blocks.push(notice("fault", tone, words));
            let retry = if link.is_some() { Intent::Again } else { Intent::Begin };
            blocks.push(primary("again", texts.say("try-again"), true, retry));
        }
    }
    screen.busy = matches!(progress, Progress::Asking | Progress::Finishing);
    if !screen.busy {
        let label = texts.say("access-title");
        screen.blocks.push(secondary("access", label, true, nav::Intent::Go(Place::Access)));
    }
    screen
}
