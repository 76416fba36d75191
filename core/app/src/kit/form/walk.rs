use super::{
    draft::{Draft, in_group},
    spec::{FieldSpec, GroupSpec, Item, Spec, StepSpec},
};

/// A field that is shown.
#[derive(Clone)]
pub(crate) struct Seen {
    /// Its key within the draft.
    pub(crate) key: String,
    pub(crate) field: &'static FieldSpec,
    /// In which group, under which number.
    pub(crate) of: Option<(&'static GroupSpec, u32)>,
}

impl Seen {
    /// The key of another field as this one means it: one beside it in its group, else one of the form.
    pub(crate) fn beside(&self, key: &str) -> String {
        match self.of {
            Some((group, number)) if group.fields.iter().any(|field| field.key == key) => {
                in_group(group.key, number, key)
            }
            Some(_) | None => key.to_owned(),
        }
    }
}

/// The fields of a step that are shown, in order.
pub(crate) fn seen(spec: &Spec, step: &'static StepSpec, draft: &Draft) -> Vec<Seen> {
    all(step, draft).into_iter().filter(|seen| is_shown(seen, spec, draft)).collect()
}

/// The shown field of this key, on whatever step.
pub(crate) fn find(spec: &Spec, key: &str, draft: &Draft) -> Option<Seen> {
    spec.steps.iter().flat_map(|step| seen(spec, step, draft)).find(|seen| seen.key == key)
}

fn all(step: &'static StepSpec, draft: &Draft) -> Vec<Seen> {
    let mut all = Vec::new();
    for item in step.items {
        match item {
            Item::Field(field) => all.push(Seen { key: field.key.to_owned(), field, of: None }),
            Item::Group(group) => {
                for number in draft.numbers(group.key, group.min) {
                    all.extend(group.fields.iter().map(|field| Seen {
                        key: in_group(group.key, number, field.key),
                        field,
                        of: Some((group, number)),
                    }));
                }
            }
        }
    }
    all
}

/// A field that depends on a hidden one is hidden. A condition names a field that stands before it, so this ends.
fn is_shown(seen: &Seen, spec: &Spec, draft: &Draft) -> bool {
    let Some((condition, is)) = seen.field.when else { return true };
    let key = seen.beside(condition);
    if !is.contains(&draft.text(&key)) {
        return false;
    }
    let beside = seen.of.and_then(|(group, number)| {
        let field = group.fields.iter().find(|field| field.key == condition)?;
        Some(Seen { key: key.clone(), field, of: Some((group, number)) })
    });
    let of_the_form = || {
        let (_, field) = spec.fields().find(|(group, field)| group.is_none() && field.key == condition)?;
        Some(Seen { key: key.clone(), field, of: None })
    };
    beside.or_else(of_the_form).is_some_and(|other| is_shown(&other, spec, draft))
}
