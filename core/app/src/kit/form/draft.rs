use std::{collections::BTreeMap, fmt};

use fl_domain::{Timestamp, attachment::Attachment, service::OnceKey};
use serde::{Deserialize, Serialize};

/// A text longer than this is a file pasted by mistake (our own limit): the rest of it is not taken over. In characters.
pub(crate) const TEXT_LIMIT: usize = 65_536;

/// The number of a draft, within its account on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DraftId(pub u64);

/// The sign between a group, the number of one in it, and a field.
const PART: char = '.';

/// A form being filled in, as far as it came. Fields are named by their keys, those in a group by `group.number.key`: the number is of
/// that one for ever, wherever it stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which it is.
    pub id: DraftId,
    /// Of which form.
    pub form: String,
    /// Of which version of it.
    pub version: u16,
    /// What it is about, where one form is about several things: the thing's key.
    pub object: Option<String>,
    /// What a person calls that.
    pub about: Option<String>,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When something was changed last.
    pub changed_at: Timestamp,
    /// The page it was left on: a step's key.
    pub step: String,
    /// What was typed, chosen and agreed to, as it was typed.
    pub(crate) entries: BTreeMap<String, String>,
    /// By group: the numbers of those that are there, in order.
    pub(crate) groups: BTreeMap<String, Vec<u32>>,
    /// By group: the highest number that one of it ever had.
    pub(crate) numbered: BTreeMap<String, u32>,
    /// Files, by field.
    pub(crate) files: BTreeMap<String, Vec<Attachment>>,
    /// What the service said of a field when it was taken over.
    pub(crate) given: BTreeMap<String, String>,
    /// It was handed over to be sent, under this key.
    pub sent: Option<OnceKey>,
    /// Grows with every change: an earlier edition never takes the place of a later one.
    pub edition: u64,
}

/// What is typed is personal: none of it ends up in a log.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("id", &self.id)
            .field("form", &self.form)
            .field("version", &self.version)
            .field("sent", &self.sent)
            .finish_non_exhaustive()
    }
}

/// Where a field of one of a group is.
pub(crate) fn in_group(group: &str, number: u32, field: &str) -> String {
    format!("{group}{PART}{number}{PART}{field}")
}

impl Draft {
    /// Nothing is filled in yet.
    pub(crate) fn new(id: DraftId, form: &str, version: u16, at: Timestamp) -> Self {
        Self {
            id,
            form: form.to_owned(),
            version,
            object: None,
            about: None,
            begun_at: at,
            changed_at: at,
            step: String::new(),
            entries: BTreeMap::new(),
            groups: BTreeMap::new(),
            numbered: BTreeMap::new(),
            files: BTreeMap::new(),
            given: BTreeMap::new(),
            sent: None,
            edition: 0,
        }
    }

    /// It was handed over to be sent under this key, and is a later edition by that.
    pub fn hand_over(&mut self, key: OnceKey) {
        self.sent = Some(key);
        self.edition = self.edition.saturating_add(1);
    }

    /// Every file that goes along.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        self.files.values().flatten()
    }

    /// Files it holds, in bytes.
    pub fn bytes(&self) -> u64 {
        self.attachments().map(|file| file.size).fold(0, u64::saturating_add)
    }

    /// The text of a field, as it was typed.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.entries.get(field).map_or("", String::as_str)
    }

    /// A field now holds this; whether all of it was taken over.
    pub(crate) fn set(&mut self, field: &str, text: &str) -> bool {
        let taken: String = text.chars().take(TEXT_LIMIT).collect();
        let is_whole = taken.len() == text.len();
        if taken.is_empty() {
            self.entries.remove(field);
        } else {
            self.entries.insert(field.to_owned(), taken);
        }
        is_whole
    }

    pub(crate) fn files(&self, field: &str) -> &[Attachment] {
        self.files.get(field).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn files_mut(&mut self, field: &str) -> &mut Vec<Attachment> {
        self.files.entry(field.to_owned()).or_default()
    }

    /// The numbers of those of a group that are there: as many as there have to be, at least.
    pub(crate) fn numbers(&self, group: &str, min: usize) -> Vec<u32> {
        let mut numbers = self.groups.get(group).cloned().unwrap_or_default();
        let mut next = 1;
        while numbers.len() < min {
            while numbers.contains(&next) {
                next += 1;
            }
            numbers.push(next);
        }
        numbers
    }

    /// One more of a group, under a number that none ever had.
    pub(crate) fn add(&mut self, group: &str, min: usize) {
        let mut numbers = self.numbers(group, min);
        let highest = self.numbered.get(group).copied().into_iter().chain(numbers.iter().copied()).max();
        let next = highest.unwrap_or(0).saturating_add(1);
        self.numbered.insert(group.to_owned(), next);
        numbers.push(next);
        self.groups.insert(group.to_owned(), numbers);
    }

    /// One of a group goes with all that it holds; its files are named.
    pub(crate) fn remove(&mut self, group: &str, min: usize, number: u32) -> Vec<Attachment> {
        let mut numbers = self.numbers(group, min);
        numbers.retain(|one| *one != number);
        self.groups.insert(group.to_owned(), numbers);
        let start = format!("{group}{PART}{number}{PART}");
        self.entries.retain(|key, _| !key.starts_with(&start));
        let (gone, held) =
            std::mem::take(&mut self.files).into_iter().partition(|(key, _)| key.starts_with(&start));
        self.files = held;
        let gone: BTreeMap<String, Vec<Attachment>> = gone;
        gone.into_values().flatten().collect()
    }

    /// Nothing was filled in besides what the service said.
    pub(crate) fn is_untouched(&self) -> bool {
        self.entries == self.given && self.files.values().all(Vec::is_empty) && self.groups.is_empty()
    }
}
