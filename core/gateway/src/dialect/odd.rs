//! Odd answers: every answer of every question with one place of it changed. Nothing is invented from them.

use std::collections::BTreeSet;

use fl_domain::service::{Ask, Failure, Told};
use proptest::{prelude::*, sample::Index};
use serde_json::{Map, Value, json};

use super::asks;
use crate::fixtures::{answers, gateway, response};

/// What becomes of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Odd {
    Gone,
    Null,
    Flag,
    Number,
    Text,
    Control,
    Huge,
    Deep,
    List,
    Object,
    Twice,
}

const ODD: [Odd; 11] = [
    Odd::Gone,
    Odd::Null,
    Odd::Flag,
    Odd::Number,
    Odd::Text,
    Odd::Control,
    Odd::Huge,
    Odd::Deep,
    Odd::List,
    Odd::Object,
    Odd::Twice,
];

impl Odd {
    /// What stands there then; `None` where nothing does.
    fn value(self, was: &Value) -> Option<Value> {
        Some(match self {
            Self::Gone => return None,
            Self::Null => Value::Null,
            Self::Flag => json!(true),
            Self::Number => json!(770_077),
            Self::Text => json!("odd"),
            Self::Control => json!("\u{1b}[31m\u{202e}odd\u{9b}0m\r\n\u{feff}"),
            Self::Huge => json!("9".repeat(100_000)),
            Self::Deep => (0..100).fold(json!(1), |inner, _| json!([inner])),
            Self::List => json!([]),
            Self::Object => json!({}),
            Self::Twice => json!([was, was]),
        })
    }
}

/// The pointers (RFC 6901) to every place of a value.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), into));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| places(value, &format!("{at}/{index}"), into));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn changed(answer: &Value, place: &str, odd: Odd) -> Value {
    let mut answer = answer.clone();
    let Some(slot) = answer.pointer_mut(place) else { return answer };
    if let Some(value) = odd.value(slot) {
        *slot = value;
        return answer;
    }
    let Some((parent, name)) = place.rsplit_once('/') else { return Value::Null };
    match answer.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(name)),
        Some(Value::Array(items)) => drop(items.remove(name.parse().unwrap())),
        _ => {}
    }
    answer
}

/// Numbers and texts of a value, as they are written.
fn leaves(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.values().for_each(|value| leaves(value, into)),
        Value::Array(items) => items.iter().for_each(|value| leaves(value, into)),
        Value::Number(number) => drop(into.insert(number.to_string())),
        Value::String(text) => drop(into.insert(text.clone())),
        Value::Null | Value::Bool(_) => {}
    }
}

fn kept(told: &Told) -> Option<Value> {
    told.is_kept().then(|| told.keep(serde_json::value::Serializer).unwrap())
}

/// Says nothing that the answer did not say: no number and no text from elsewhere, and no row lost or made but where rows were.
fn assert_nothing_invented(good: &Value, odd: &Value, place: &str, how: Odd, was: &Value) {
    let (mut said, mut says) = (BTreeSet::new(), BTreeSet::new());
    leaves(good, &mut said);
    leaves(odd, &mut says);
    // Sums are of all their parts.
    let is_a_sum = good.get("accruals").is_some_and(Value::is_string) && place.matches('/').count() > 1;
    // A list in place of something, or null for a list, does say that there is none, and so that they add up to nothing.
    let is_about_a_list = was.is_array()
        || matches!(how, Odd::Twice)
        || place.rsplit('/').next().is_some_and(|n| n.parse::<usize>().is_ok());
    for new in says.difference(&said) {
        let is_told = ["odd", "770077"].iter().any(|told| new.contains(told))
            || ["1", "true", "Unknown", "Other", ""].contains(&new.as_str())
            || new.starts_with("999");
        assert!(is_told || is_a_sum || is_about_a_list, "{new} was invented: {how:?} at {place}: {odd}");
    }
    if let (Value::Array(good), Value::Array(odd)) = (good, odd) {
        assert!(
            good.len() == odd.len() || is_about_a_list,
            "{how:?} at {place}: {} of {}",
            odd.len(),
            good.len()
        );
    }
}

fn tell(ask: &Ask, text: &str) -> Result<Told, Failure> {
    gateway().told(ask, &response(200, text))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn nothing_is_invented_from_an_odd_answer(which in any::<Index>(), place in any::<Index>(), how in any::<Index>()) {
        let all = answers();
        let (name, status, text) = *which.get(&all);
        let ask = asks().into_iter().find(|ask| ask.name() == name);
        let good = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'));
        if let (Some(ask), Ok(good), 200) = (ask, good, status) {
            let mut all = Vec::new();
            places(&good, "", &mut all);
            let (place, how) = (place.get(&all), *how.get(&ODD));
            let was = good.pointer(place).cloned().unwrap_or_default();
            let odd = changed(&good, place, how);
            match tell(&ask, &odd.to_string()) {
                Ok(told) => {
                    prop_assert_eq!(told.name(), name);
                    if let (Ok(Some(good)), Some(odd)) = (tell(&ask, text).map(|told| kept(&told)), kept(&told)) {
                        assert_nothing_invented(&good, &odd, place, how, &was);
                    }
                }
                // No answer to a question ends a session by its shape.
                Err(failure) => prop_assert!(failure != Failure::SignInAgain, "{name}: {how:?} at {place}"),
            }
        }
    }

    #[test]
    fn no_member_twice_or_unknown_is_believed(which in any::<Index>(), name in "[a-z]{1,6}", value in ".{0,40}") {
        let all = answers();
        let (operation, status, text) = *which.get(&all);
        let ask = asks().into_iter().find(|ask| ask.name() == operation);
        if let (Some(ask), Ok(Value::Object(members)), 200) = (ask, serde_json::from_str::<Value>(text), status) {
            let good = tell(&ask, text);
            let mut more: Map<String, Value> = members.clone();
            more.entry(format!("unknown{name}")).or_insert_with(|| json!(value));
            prop_assert!(tell(&ask, &Value::Object(more).to_string()) == good, "unknown ones are passed over");
            if let Some((first, _)) = members.iter().next() {
                let twice = format!("{{{}:{},{}", json!(first), json!(value), &text.trim().trim_start_matches('{'));
                let told = tell(&ask, &twice);
                prop_assert!(told.is_err() || told == good, "{operation}: {twice}");
            }
        }
    }
}
