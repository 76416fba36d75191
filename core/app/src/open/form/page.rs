use std::collections::BTreeSet;

use fl_domain::{Secret, Timestamp};

use super::{event::Event, update, view};
use crate::{
    kit::{
        form::{Ask, Draft, DraftId, Lookup, Typed},
        screen::{PageKey, Screen},
    },
    open::{
        drafts,
        event::Next,
        feature::Form,
        ground::Ground,
        page::{Back, Life, Page},
    },
};

/// A form that is being filled in. What was typed is in the draft; here is only how it is looked at.
pub(crate) struct Filling {
    pub(super) form: &'static dyn Form,
    pub(super) draft: DraftId,
    /// Which step; the one after the last is reading it all.
    pub(super) at: usize,
    /// One of many is looked for: in which field, and by which words.
    pub(super) looking: Option<(String, String)>,
    /// What is never kept.
    pub(super) typed: Typed,
    /// The steps that a person was done with: what is missing there is named.
    pub(super) tried: BTreeSet<usize>,
    /// Of every field.
    pub(super) revision: u32,
    /// A file is being brought into this field.
    pub(super) picking: Option<String>,
    /// The last file did not come along: into which field, and why.
    pub(super) unpicked: Option<(String, String)>,
    /// Of this field not all that was pasted was taken over.
    pub(super) cut: Option<String>,
    /// What the form itself found wrong: the field, and why.
    pub(super) own: Vec<(String, String)>,
    /// Asking whether the draft is to go.
    pub(super) is_discarding: bool,
}

impl Filling {
    pub(super) fn new(form: &'static dyn Form, draft: DraftId, step: &str, revision: u32) -> Self {
        let steps = form.spec().steps;
        let review = view::review_key(form.spec());
        let at = steps.iter().position(|known| known.key == step).unwrap_or(0);
        Self {
            form,
            draft,
            at: if step == review { steps.len() } else { at },
            looking: None,
            typed: Typed::new(),
            tried: BTreeSet::new(),
            revision,
            picking: None,
            unpicked: None,
            cut: None,
            own: Vec::new(),
            is_discarding: false,
        }
    }

    /// The drafts of this device are not known.
    pub(super) fn unread(form: &'static dyn Form) -> Self {
        Self::new(form, DraftId(0), "", 0)
    }

    pub(super) fn held<'a>(&self, ground: &'a Ground) -> Option<&'a Draft> {
        ground.account()?.drafts.get(self.draft)
    }

    /// What is seen, typed and chosen is looked up so.
    pub(super) fn with<T>(&self, ground: &Ground, work: impl FnOnce(&Lookup<'_>) -> T) -> T {
        let texts = ground.texts();
        let many = |field: &str| self.form.many(field, texts);
        work(&Lookup { many: &many, today: ground.today() })
    }
}

impl Page for Filling {
    type Intent = Ask;
    type Event = Event;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        let spec = self.form.spec();
        let steps = spec.steps.iter().skip(1).map(|step| step.key.to_owned());
        let mut path: Vec<PageKey> =
            std::iter::once(spec.name.to_owned()).chain(steps).take(self.at + 1).collect();
        if self.at >= spec.steps.len() {
            path.push(view::review_key(spec));
        }
        if let Some((field, _)) = &self.looking {
            path.push(format!("{}-choose-{field}", spec.name));
        }
        path
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, ask: Ask, ground: &mut Ground) -> Next {
        update::touched(self, ask, ground)
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        update::heard(page, event, ground)
    }

    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next {
        update::edit(self, field, text, ground)
    }

    fn back(&mut self, ground: &mut Ground) -> Back {
        if self.is_discarding {
            self.is_discarding = false;
            return Back::Stays;
        }
        if self.looking.take().is_some() {
            return Back::Stays;
        }
        if self.at > 0 {
            self.at -= 1;
            return Back::StaysWith(update::note_step(self, ground));
        }
        // What nobody filled anything into was never kept, and is no draft.
        if let Some(account) = ground.account_mut()
            && account.drafts.get(self.draft).is_some_and(|draft| draft.edition == 0)
        {
            account.drafts.forget(self.draft);
        }
        Back::Goes(drafts::update::run(ground))
    }

    /// The password of a signature is typed again: no shell shows it twice.
    fn left(&mut self, ground: &mut Ground) {
        self.typed.clear();
        self.revision = ground.next_revision();
    }

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
