use std::collections::BTreeSet;

use crate::{
    kit::form::{Draft, DraftId, Lookup, Spec, Typed, seen},
    open::{feature::Form, ground::Ground},
};

/// The field in which one of many is looked for.
pub(super) const FIND: &str = "find";
/// The page on which all is read before it is sent.
pub(super) fn review_key(spec: &Spec) -> String {
    format!("{}-review", spec.name)
}

/// On which step a shown field is.
pub(super) fn step_of(spec: &'static Spec, key: &str, draft: &Draft) -> Option<&'static str> {
    let shown = |step| seen(spec, step, draft).iter().any(|seen| seen.key == key);
    spec.steps.iter().find(|step| shown(step)).map(|step| step.key)
}

/// A thing's key, and what a person calls it.
pub(super) type Object = Option<(String, String)>;

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
    /// Which drafts there are was not known when this was opened: what it was to be about.
    pub(super) unread: Option<Object>,
}

impl Filling {
    pub(super) fn new(form: &'static dyn Form, draft: DraftId, step: &str, revision: u32) -> Self {
        let steps = form.spec().steps;
        let review = review_key(form.spec());
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
            unread: None,
        }
    }

    /// Which drafts this device holds is not known.
    pub(super) fn unread(form: &'static dyn Form, object: Object) -> Self {
        Self { unread: Some(object), ..Self::new(form, DraftId(0), "", 0) }
    }

    /// The password of a signature is typed again: a field that looks empty is empty.
    pub(super) fn forget_typed(&mut self, ground: &mut Ground) {
        self.typed.clear();
        self.revision = ground.next_revision();
    }

    pub(super) fn held<'a>(&self, ground: &'a Ground) -> Option<&'a Draft> {
        ground.account()?.drafts.get(self.draft)
    }

    /// What is seen, typed and chosen is looked up so.
    pub(super) fn with<T>(&self, ground: &Ground, work: impl FnOnce(&Lookup<'_>) -> T) -> T {
        let texts = ground.texts();
        let many = |field: &str| self.form.many(field, texts);
        // By the service's clock where it is known: a device's may be days off.
        work(&Lookup { many: &many, today: ground.trusted_today() })
    }
}
