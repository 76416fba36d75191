//! The scripts that hold, and what became of them.

use std::{collections::VecDeque, sync::Arc};

use serde::Serialize;
use serde_json::Value;

use super::{Answer, Condition, Pattern, Script, ScriptError, edit};

/// Enough for any test; more at once is a mistake.
const HELD_MAX: usize = 256;
/// What is remembered of those that are over.
const REMEMBERED_MAX: usize = 256;

/// A script that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scripted {
    /// The line.
    pub script: String,
    /// The line that takes it back, with whatever else is said of its path.
    pub as_before: String,
    /// How many requests it has answered.
    pub given: u64,
    /// How many more it will; `None` for all.
    pub left: Option<u32>,
}

/// What a script could not do, since a request or an answer was not as it takes it to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScriptTrouble {
    /// The line.
    pub script: String,
    /// What is wrong.
    pub why: String,
}

/// What can be asked of a request.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) method: String,
    pub(crate) path: String,
    /// Whose it is.
    pub(crate) inn: Option<String>,
    /// The parameters of its query and the fields of its form.
    pub(crate) named: Vec<(String, String)>,
    /// Its body, where it is text.
    pub(crate) body: String,
}

#[derive(Debug)]
struct Held {
    pattern: Pattern,
    /// Of whom it is about, where it is about one.
    inn: Option<String>,
    answer: Arc<Answer>,
    line: String,
    given: u64,
    left: Option<u32>,
}

/// How one request is answered.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) line: String,
    pub(crate) answer: Arc<Answer>,
}

/// All of them in the order in which they were said. A counted one is given before one that holds always; of counted ones that
/// are about a request the first, of the others the last.
#[derive(Debug, Default)]
pub(crate) struct Book {
    held: Vec<Held>,
    /// Lines that were taken back or replaced before any request came.
    never_given: VecDeque<String>,
    troubles: VecDeque<ScriptTrouble>,
}

impl Book {
    /// Takes a script; `inn` is that of whom it names.
    pub(crate) fn set(&mut self, script: Script, inn: Option<String>) -> Result<(), ScriptError> {
        let line = script.to_string();
        let Script { pattern, answer } = script;
        let Some(answer) = answer else {
            self.as_before(&pattern);
            return Ok(());
        };
        // A counted one comes before it instead.
        if answer.times.is_none() {
            self.retire(|held| held.pattern == pattern && held.left.is_none());
        }
        if self.held.len() >= HELD_MAX {
            return Err(ScriptError::new(format!("more than {HELD_MAX} scripts at once are a mistake")));
        }
        let left = answer.times;
        self.held.push(Held { pattern, inn, answer: Arc::new(answer), line, given: 0, left });
        Ok(())
    }

    /// The next so many answers of requests whose path ends so are lost, though they are done; 0 ends it.
    pub(crate) fn lose(&mut self, path_end: &str, times: u32) {
        let path = if path_end.starts_with('/') { path_end.to_owned() } else { format!("/{path_end}") };
        let pattern = Pattern { method: None, path, conditions: Vec::new(), whose: None };
        let lost = |times| Answer { is_done: true, is_dropped: true, times, ..Answer::default() };
        self.held.retain(|held| held.pattern != pattern || *held.answer != lost(held.answer.times));
        if times > 0 {
            // There is room: nobody else is known to say so many.
            let _ = self.set(Script { pattern, answer: Some(lost(Some(times))) }, None);
        }
    }

    /// `* as before` takes all back, a path all of that path, with a method those of that method.
    fn as_before(&mut self, pattern: &Pattern) {
        let is_meant = |held: &Held| {
            let method = pattern.method.is_none() || pattern.method == held.pattern.method;
            method && (pattern.path == "*" || pattern.path == held.pattern.path)
        };
        // One that was spent is over already.
        self.retire(is_meant);
    }

    fn retire(&mut self, is_meant: impl Fn(&Held) -> bool) {
        for held in self.held.extract_if(.., |held| is_meant(held)).filter(|held| held.given == 0) {
            remember(&mut self.never_given, held.line);
        }
    }

    /// Takes all back and forgets what became of them.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(crate) fn held(&self) -> Vec<Scripted> {
        let told = |held: &Held| Scripted {
            script: held.line.clone(),
            as_before: held.pattern.as_before().to_string(),
            given: held.given,
            left: held.left,
        };
        self.held.iter().map(told).collect()
    }

    /// The lines by which no request was answered, so far or until they were taken back.
    pub(crate) fn never_given(&self) -> Vec<String> {
        let held = self.held.iter().filter(|held| held.given == 0).map(|held| &held.line);
        self.never_given.iter().chain(held).cloned().collect()
    }

    pub(crate) fn troubles(&self) -> Vec<ScriptTrouble> {
        self.troubles.iter().cloned().collect()
    }

    pub(crate) fn trouble(&mut self, script: String, why: String) {
        remember(&mut self.troubles, ScriptTrouble { script, why });
    }

    /// Whether a script may be about requests of this path, so that one has to be looked at.
    pub(crate) fn may_take(&self, method: &str, path: &str) -> bool {
        self.held.iter().any(|held| held.pattern.is_of(method, path))
    }

    /// How a request is answered; that counts.
    pub(crate) fn take(&mut self, facts: &Facts) -> Option<Taken> {
        let is_about = |held: &Held| {
            let is_theirs = held.inn.is_none() || held.inn == facts.inn;
            is_theirs && held.pattern.is_about(facts)
        };
        let counted = self.held.iter().position(|held| held.left.is_some() && is_about(held));
        let at = counted.or_else(|| self.held.iter().rposition(is_about))?;
        let held = &mut self.held[at];
        held.given += 1;
        let taken = Taken { line: held.line.clone(), answer: Arc::clone(&held.answer) };
        if let Some(left) = &mut held.left {
            *left -= 1;
            if *left == 0 {
                self.held.remove(at);
            }
        }
        Some(taken)
    }
}

fn remember<T>(list: &mut VecDeque<T>, what: T) {
    if list.len() == REMEMBERED_MAX {
        list.pop_front();
    }
    list.push_back(what);
}

impl Pattern {
    fn as_before(&self) -> Script {
        let pattern = Self { conditions: Vec::new(), whose: None, ..self.clone() };
        Script { pattern, answer: None }
    }

    fn is_of(&self, method: &str, path: &str) -> bool {
        let is_method = self.method.as_deref().is_none_or(|wanted| wanted == method);
        is_method && (self.path == "*" || path.ends_with(&self.path))
    }

    fn is_about(&self, facts: &Facts) -> bool {
        self.is_of(&facts.method, &facts.path)
            && self.conditions.iter().all(|condition| condition.holds(facts))
    }
}

impl Condition {
    fn holds(&self, facts: &Facts) -> bool {
        match self {
            Self::Named { name, value } => facts.named.iter().any(|(n, v)| n == name && v == value),
            Self::Member { pointer, value } => {
                let json = |text: &str| serde_json::from_str::<Value>(text).ok();
                let there = edit::at(&facts.body, pointer).and_then(json);
                there.is_some() && there == json(value)
            }
        }
    }
}
