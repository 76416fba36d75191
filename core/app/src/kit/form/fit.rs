//! A draft from an earlier version of its form.

use super::{
    draft::{Draft, in_group},
    spec::{Kind, Spec},
};

impl Draft {
    /// Fields that have another name by now are found under it. Nothing else is touched: what no field holds any longer stays, and is
    /// [named](Self::left_over). Whether anything changed.
    pub(crate) fn fit(&mut self, spec: &Spec) -> bool {
        if self.version == spec.version {
            return false;
        }
        for (group, field) in spec.fields() {
            for former in field.formerly {
                match group {
                    None => self.rename(former, field.key),
                    Some(group) => {
                        for number in self.numbers(group.key, group.min) {
                            let of = |key| in_group(group.key, number, key);
                            self.rename(&of(former), &of(field.key));
                        }
                    }
                }
            }
        }
        // A later version than this app knows: its number stays, so that the later app takes it for its own.
        if self.version < spec.version {
            self.version = spec.version;
        }
        true
    }

    fn rename(&mut self, former: &str, key: &str) {
        if let Some(text) = self.entries.remove(former) {
            self.entries.entry(key.to_owned()).or_insert(text);
        }
        if let Some(text) = self.given.remove(former) {
            self.given.entry(key.to_owned()).or_insert(text);
        }
        if let Some(files) = self.files.remove(former) {
            self.files.entry(key.to_owned()).or_default().extend(files);
        }
    }

    /// What was typed into fields that the form has no longer.
    pub(crate) fn left_over(&self, spec: &Spec) -> Vec<&str> {
        let is_known = |key: &str| {
            spec.fields().any(|(group, field)| match group {
                None => field.key == key,
                Some(group) => {
                    key.strip_prefix(group.key).and_then(|rest| rest.strip_suffix(field.key)).is_some_and(
                        |between| between.len() > 2 && between.starts_with('.') && between.ends_with('.'),
                    )
                }
            })
        };
        self.entries.iter().filter(|(key, _)| !is_known(key)).map(|(_, text)| text.as_str()).collect()
    }

    /// What the service says of a field by now, where that is something else than when it was taken over: key, then, now.
    pub(crate) fn changed(&self, given: &[(&'static str, String)]) -> Vec<(&'static str, String, String)> {
        let differs = |(key, now): &(&'static str, String)| {
            let then = self.given.get(*key)?;
            (then != now).then(|| (*key, then.clone(), now.clone()))
        };
        given.iter().filter_map(differs).collect()
    }

    /// What the service says is known: from now on only what it changes after this is told. `take`: it also takes the place of what was typed.
    pub(crate) fn acknowledge(&mut self, given: &[(&'static str, String)], take: bool) {
        for (key, text) in given {
            if take {
                self.set(key, text);
            }
            self.given.insert((*key).to_owned(), text.clone());
        }
    }
}

/// Whether a field's text is shown to be read back: everything but what was only agreed to or never kept.
pub(super) const fn is_shown_back(kind: &Kind) -> bool {
    !matches!(kind, Kind::Signature)
}
