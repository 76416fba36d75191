//! Known, known to be none, not known and why: what a view is told of a figure. There is no way from the third to the second.

use fl_domain::{
    Freshness,
    account::{EnsBalance, LiabilityTotals, Taxpayer},
    attachment::FileId,
    service::{Contacts, Failure, OfflineCause, PasswordStatus, Question},
};

use super::{
    account::Known,
    blocks::{not_renewed, not_safe, trouble},
    device,
    ground::Ground,
    nav,
};
use crate::kit::{
    blocks::secondary,
    form::draft::Draft,
    screen::{Block, Empty, Icon, Progress, Row, Tone},
};

/// What is known of a figure.
pub(crate) enum Answer<'a, T> {
    /// The service said so.
    Known(Known<&'a T>),
    /// The service said that there is none.
    KnownNone(Freshness),
    /// Nobody knows here.
    NotKnown(Why<'a>),
}

/// Why something is not known.
#[derive(PartialEq, Eq)]
pub(crate) enum Why<'a> {
    /// It is being read.
    Loading,
    /// It was not read yet.
    NotRead,
    /// It was asked for, and this came of it.
    Failed(&'a Failure),
    /// This service does not offer it here.
    NotOffered,
}

/// Whether an answer says that there is none.
pub(crate) trait MayBeNone {
    /// It does.
    fn is_none(&self) -> bool;
}

impl<T> MayBeNone for Vec<T> {
    fn is_none(&self) -> bool {
        self.is_empty()
    }
}

impl<T> MayBeNone for Option<T> {
    fn is_none(&self) -> bool {
        self.is_none()
    }
}

/// An answer of this type always says something.
macro_rules! never_none {
    ($($told:ty),+) => {
        $(impl MayBeNone for $told {
            fn is_none(&self) -> bool {
                false
            }
        })+
    };
}

never_none!(EnsBalance, LiabilityTotals, Taxpayer, Contacts, PasswordStatus);

impl Ground {
    /// What is known of the open account by this question.
    pub(crate) fn answer<Q: Question<Told: MayBeNone>>(&self) -> Answer<'_, Q::Told> {
        let Some(account) = self.account() else { return Answer::NotKnown(Why::NotRead) };
        if Q::CAPABILITY.is_some_and(|part| !self.offers(part)) {
            return Answer::NotKnown(Why::NotOffered);
        }
        match account.figures.get::<Q>() {
            Some(known) if known.value.is_none() => Answer::KnownNone(known.freshness),
            Some(known) => Answer::Known(known),
            None => Answer::NotKnown(self.why_not(Q::NAME)),
        }
    }

    /// Why nothing is known by the question of this name.
    pub(crate) fn why_not(&self, question: &str) -> Why<'_> {
        let Some(account) = self.account() else { return Why::NotRead };
        let failed = account.failures.iter().find(|(name, _)| *name == question);
        match failed {
            Some((_, failure)) => Why::Failed(failure),
            None if account.refreshing => Why::Loading,
            None => Why::NotRead,
        }
    }

    /// Why the list that this question reads may not be all that the service has, where that is so.
    pub(crate) fn why_not_all(&self, question: &str) -> Option<&Failure> {
        let partial = &self.account()?.partial;
        partial.iter().find(|(name, _)| *name == question).map(|(_, failure)| failure)
    }

    /// What a person calls the figure that this question asks for.
    pub(crate) fn title_of(&self, question: &str) -> String {
        let texts = self.texts();
        let readings = self.features.iter().flat_map(|feature| feature.reads());
        let title =
            readings.into_iter().find(|reading| reading.name() == question).map(|reading| reading.title());
        title.map_or_else(|| question.to_owned(), |title| title(texts))
    }
}

impl Why<'_> {
    /// The service lacks it, whether its profile says so or its answer.
    pub(crate) const fn is_not_offered(&self) -> bool {
        matches!(self, Self::NotOffered | Self::Failed(Failure::NotOffered { .. }))
    }
}

/// Why something could not be read, in words.
pub(crate) fn reason(failure: &Failure, ground: &Ground) -> String {
    let texts = ground.texts();
    match failure {
        Failure::Offline(OfflineCause::NoNetwork) => texts.say("why-offline"),
        Failure::Offline(OfflineCause::NoAnswer) => texts.say("why-no-answer"),
        Failure::Offline(OfflineCause::Lost) => texts.say("why-lost"),
        Failure::NotSafe(fault) => not_safe(*fault, ground),
        Failure::Closed { until: None } => texts.say("why-closed"),
        Failure::Closed { until: Some(until) } => {
            texts.tell("why-closed-until", &[("time", texts.moment(*until, &ground.now).into())])
        }
        Failure::SignInAgain => texts.say("why-session-ended"),
        Failure::Rejected { .. } => texts.say("why-rejected"),
        Failure::NotRenewed { words, code } => not_renewed(words.as_ref().unwrap_or(code), texts),
        Failure::Refused { words } => texts.tell("refused", &[("words", words.into())]),
        Failure::Fields(faults) => {
            let words = faults.iter().map(|fault| fault.words.as_str()).collect::<Vec<_>>().join("; ");
            texts.tell("refused", &[("words", words.into())])
        }
        Failure::NotOffered { .. } => texts.say("not-offered"),
        Failure::FileGone { file } => file_gone(*file, ground),
        Failure::Unexpected { operation, code } => trouble(operation, code, texts),
    }
}

/// A file that is not on this device any longer, by its name where a draft still has it.
fn file_gone(file: FileId, ground: &Ground) -> String {
    let texts = ground.texts();
    let drafts = ground.account().into_iter().flat_map(|account| account.drafts.newest_first());
    let named = drafts.flat_map(Draft::attachments).find(|attached| attached.id == file);
    match named {
        Some(attached) => texts.tell("why-file-gone", &[("name", attached.name.as_str().into())]),
        None => texts.say("why-some-file-gone"),
    }
}

/// A figure that is not known, as a line among others: what it is, why, and what can be done.
pub(crate) fn missing_row(question: &str, why: &Why<'_>, ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let line = |icon, detail: String| {
        let title = texts.tell("not-known", &[("what", ground.title_of(question).into())]);
        Row::new(format!("missing-{question}"), icon, title).detail(detail).tone(Tone::Attention)
    };
    let row = match why {
        // One line says so for all of them.
        Why::Loading => return None,
        Why::NotRead => line(Icon::Offline, texts.say("why-not-read")).touch(nav::Intent::Refresh),
        Why::NotOffered => leads_out(line(Icon::Outside, texts.say("not-offered")), None, ground),
        Why::Failed(Failure::NotOffered { website }) => {
            leads_out(line(Icon::Outside, texts.say("not-offered")), website.as_ref(), ground)
        }
        Why::Failed(failure) => {
            let detail = texts.tell("try-again-after", &[("why", reason(failure, ground).into())]);
            line(Icon::Offline, detail).touch(nav::Intent::Refresh)
        }
    };
    Some(row.into())
}

fn leads_out(row: Row, website: Option<&String>, ground: &Ground) -> Row {
    let website = website.unwrap_or(&ground.facts.website).clone();
    row.tone(Tone::Quiet).touch(device::Intent::OpenLink(website))
}

/// All that a page was to show is not known: why, and what can be done.
pub(crate) fn missing(key: &str, icon: Icon, why: &Why<'_>, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let retry = || secondary("try-again", texts.say("try-again"), true, nav::Intent::Refresh);
    let website = |website: &String| {
        let touch = device::Intent::OpenLink(website.clone());
        vec![
            Empty::new(key, icon, texts.say("not-offered")).detail(Some(website.clone())).into(),
            secondary("open-website", texts.say("open-website"), true, touch),
        ]
    };
    match why {
        Why::Loading => vec![Progress::new("loading", texts.say("loading")).into()],
        Why::NotRead => vec![Empty::new(key, icon, texts.say("nothing-yet")).into(), retry()],
        Why::NotOffered => website(&ground.facts.website),
        Why::Failed(Failure::NotOffered { website: named }) => {
            website(named.as_ref().unwrap_or(&ground.facts.website))
        }
        Why::Failed(failure) => {
            let empty =
                Empty::new(key, icon, texts.say("not-known-here")).detail(Some(reason(failure, ground)));
            vec![empty.into(), retry()]
        }
    }
}
