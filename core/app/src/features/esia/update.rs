use crux_core::Command;
use fl_domain::{Inn, Secret, Timestamp, service::Capability};

use super::{Intent, KEY, Progress, Way, Went};
use crate::{
    kit::effects::{self, EsiaCall},
    open::{Ground, Next, page, session},
};

/// Begins, or begins anew.
pub(super) fn begin(ground: &mut Ground) -> Next {
    show(Progress::Asking, ground);
    ask_broker(ground)
}

fn ask_broker(ground: &Ground) -> Next {
    if ground.offers(Capability::Esia) { call(EsiaCall::Begin, None) } else { Command::done() }
}

/// What was begun is forgotten.
pub(super) fn abandon() -> Next {
    call(EsiaCall::Abandon, None)
}

/// The browser came back with this link.
pub(super) fn follow(link: Secret, ground: &mut Ground) -> Next {
    show(Progress::Finishing, ground);
    finish(link)
}

fn finish(link: Secret) -> Next {
    call(EsiaCall::Finish(link.clone()), Some(link))
}

fn call(call: EsiaCall, link: Option<Secret>) -> Next {
    Command::request_from_shell(call)
        .then_send(move |answer| page::lasting::<Way>(KEY, Went { link, answer }))
}

/// On top, wherever it lay before.
fn show(progress: Progress, ground: &mut Ground) {
    ground.remove(KEY);
    ground.show(Way { progress });
}

/// A person did something.
pub(super) fn touched(page: &mut Way, intent: Intent, ground: &Ground) -> Next {
    if intent == Intent::Again
        && let Progress::Failed { link, .. } = &mut page.progress
        && let Some(link) = link.take()
    {
        page.progress = Progress::Finishing;
        return finish(link);
    }
    page.progress = Progress::Asking;
    ask_broker(ground)
}

/// Something came back. Once the page is left, only a sign-in that was accepted still matters.
pub(super) fn heard(page: Option<&mut Way>, Went { link, answer }: Went, ground: &mut Ground) -> Next {
    ground.now = answer.at;
    let mut next = Command::done();
    let progress = match answer.result {
        Ok(effects::Esia::Accepted { inn }) => return accepted(&inn, page, ground),
        Ok(effects::Esia::Abandoned) => return Command::done(),
        Ok(effects::Esia::Opened) => Progress::Browser,
        Ok(effects::Esia::NotConfirmed) => Progress::NotConfirmed,
        Ok(effects::Esia::Cancelled) => Progress::Cancelled,
        Ok(effects::Esia::Foreign) => Progress::Foreign,
        Ok(effects::Esia::Device(fault)) => Progress::Device(fault),
        Ok(effects::Esia::Forming { seconds }) => {
            let until = seconds.map(|seconds| session::after(ground.now.trusted(), seconds));
            ground.waiting.forming = Some(until.unwrap_or(Timestamp::MAX));
            next = ground.keep_waiting();
            Progress::Forming(until)
        }
        Err(failure) => Progress::Failed { failure, link },
    };
    if let Some(page) = page {
        page.progress = progress;
    }
    next
}

/// In. An account that is open goes on with its own person's session only.
fn accepted(inn: &Inn, page: Option<&mut Way>, ground: &mut Ground) -> Next {
    if ground.account().is_some_and(|account| account.inn != *inn) {
        match page {
            Some(page) => page.progress = Progress::SomebodyElse,
            None => show(Progress::SomebodyElse, ground),
        }
        return session::forget();
    }
    ground.remove(KEY);
    let forming = ground.waiting.forming.take();
    let keep = if forming.is_some() { ground.keep_waiting() } else { Command::done() };
    keep.and(session::accepted(inn, ground))
}
