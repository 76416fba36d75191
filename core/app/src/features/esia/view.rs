use fl_domain::{Timestamp, service::Capability};

use super::{Intent, Progress};
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{self, countdown, failed, notice, primary, secondary, text},
    effects::PlatformFault,
    features::access,
    model::Model,
    screen::{self, Block, Screen, ScreenId, Tone},
};

/// The page.
pub(crate) fn view(page: &Progress, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Esia, texts.say("esia-title"));
    if let Some(website) = blocks::not_offered(Capability::Esia, model) {
        screen.blocks = website;
        return screen;
    }
    let again = |label: &str| primary("again", texts.say(label), true, AppIntent::Esia(Intent::Begin));
    let working = |label: &str| {
        Block::Progress(screen::Progress { key: "working".to_owned(), label: texts.say(label), cancel: None })
    };
    let blocks = &mut screen.blocks;
    match page {
        // A device that catches the redirect itself has the browser open meanwhile.
        Progress::Asking => blocks.extend([
            working("esia-asking"),
            text("browser", Tone::Plain, texts.say("esia-browser")),
            text("never", Tone::Quiet, texts.say("esia-never-asks")),
        ]),
        Progress::Browser => blocks.extend([
            text("browser", Tone::Plain, texts.say("esia-browser")),
            text("never", Tone::Quiet, texts.say("esia-never-asks")),
            secondary("again", texts.say("esia-open-again"), true, AppIntent::Esia(Intent::Begin)),
        ]),
        Progress::Finishing => blocks.push(working("esia-finishing")),
        Progress::NotConfirmed => {
            blocks.push(notice("not-confirmed", Tone::Attention, texts.say("esia-not-confirmed")));
            blocks.extend(access::confirmations(texts));
            blocks.push(again("esia-again"));
        }
        Progress::Forming(until) => {
            blocks.extend(forming(*until, model));
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
            let (tone, words) = failed(failure, model);
            blocks.push(notice("fault", tone, words));
            let retry = if link.is_some() { Intent::Again } else { Intent::Begin };
            blocks.push(primary("again", texts.say("try-again"), true, AppIntent::Esia(retry)));
        }
    }
    screen.busy = matches!(page, Progress::Asking | Progress::Finishing);
    if !screen.busy {
        let label = texts.say("access-title");
        screen.blocks.push(secondary("access", label, true, AppIntent::Go(Place::Access)));
    }
    screen
}

/// That the account is being formed, and how long still where that is known.
pub(crate) fn forming(until: Option<Timestamp>, model: &Model) -> Vec<Block> {
    let texts = model.texts();
    match until.filter(|until| *until != Timestamp::MAX) {
        Some(until) if until > model.now.trusted() => vec![
            notice("forming", Tone::Attention, texts.say("esia-forming")),
            countdown("formed-in", texts.say("esia-formed-in"), until, model),
        ],
        Some(_) => vec![notice("forming", Tone::Good, texts.say("esia-formed"))],
        None => vec![notice("forming", Tone::Attention, texts.say("esia-forming"))],
    }
}
