//! Joins the files of the contract into one document: one a capability, and what they share.

use serde_json::{Map, Value, json};

use super::{ContractError, document::lacks};

/// The head of the document and what all parts share.
const COMMON: (&str, &str) = ("common.yaml", include_str!("../../contract/common.yaml"));
/// One line a part.
const PARTS: &[(&str, &str)] = &[
    ("session.yaml", include_str!("../../contract/session.yaml")),
    ("account.yaml", include_str!("../../contract/account.yaml")),
    ("password.yaml", include_str!("../../contract/password.yaml")),
    ("recovery.yaml", include_str!("../../contract/recovery.yaml")),
    ("contacts.yaml", include_str!("../../contract/contacts.yaml")),
    ("esia.yaml", include_str!("../../contract/esia.yaml")),
    ("sign_ins.yaml", include_str!("../../contract/sign_ins.yaml")),
    ("outbox.yaml", include_str!("../../contract/outbox.yaml")),
    ("documents.yaml", include_str!("../../contract/documents.yaml")),
    #[cfg(feature = "pattern-book")]
    ("pattern.yaml", include_str!("../../contract/pattern.yaml")),
];

/// The whole contract.
pub(super) fn document() -> Result<Value, ContractError> {
    let mut whole = read(COMMON)?;
    let (mut codes, mut faults) = (Vec::new(), Vec::new());
    for part in PARTS {
        let mut value = read(*part)?;
        let part = value.as_object_mut().ok_or_else(|| lacks(part.0))?;
        for (code, held) in take(part, "x-codes") {
            if codes.contains(&json!(code)) {
                return Err(ContractError::Twice(code));
            }
            faults.push(json!({ "if": { "properties": { "code": { "const": code } } }, "then": held }));
            codes.push(json!(code));
        }
        add(&mut whole, "/paths", take(part, "paths"))?;
        for (kind, components) in take(part, "components") {
            let Value::Object(components) = components else { return Err(lacks(&kind)) };
            add(&mut whole, &format!("/components/{kind}"), components)?;
        }
        if let Some(unknown) = part.keys().next() {
            return Err(ContractError::Lacks(format!("a meaning of {unknown}")));
        }
    }
    put(&mut whole, "/components/schemas/OwnCode/enum", codes)?;
    put(&mut whole, "/components/schemas/OwnFault/allOf", faults)?;
    Ok(whole)
}

/// One file, with references into other files made ones into the whole.
fn read((part, text): (&'static str, &str)) -> Result<Value, ContractError> {
    let mut value =
        serde_saphyr::from_str(text).map_err(|error| ContractError::Yaml { part, why: error.to_string() })?;
    inward(&mut value)?;
    Ok(value)
}

fn inward(value: &mut Value) -> Result<(), ContractError> {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get_mut("$ref") {
                let (file, pointer) = reference.split_once('#').ok_or_else(|| lacks(reference))?;
                let is_here = |(name, _): &(&str, &str)| *name == file;
                if !file.is_empty() && !is_here(&COMMON) && !PARTS.iter().any(is_here) {
                    return Err(lacks(reference));
                }
                *reference = format!("#{pointer}");
            }
            map.values_mut().try_for_each(inward)
        }
        Value::Array(list) => list.iter_mut().try_for_each(inward),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn take(part: &mut Map<String, Value>, key: &str) -> Map<String, Value> {
    match part.remove(key) {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// Adds a part's entries to a map of the whole, which is made where there is none; no name may come twice.
fn add(whole: &mut Value, at: &str, entries: Map<String, Value>) -> Result<(), ContractError> {
    let mut place = whole;
    for step in at.split('/').skip(1) {
        let map = place.as_object_mut().ok_or_else(|| lacks(at))?;
        place = map.entry(step).or_insert_with(|| json!({}));
    }
    let map = place.as_object_mut().ok_or_else(|| lacks(at))?;
    for (name, entry) in entries {
        if map.contains_key(&name) {
            return Err(ContractError::Twice(name));
        }
        map.insert(name, entry);
    }
    Ok(())
}

fn put(whole: &mut Value, at: &str, list: Vec<Value>) -> Result<(), ContractError> {
    *whole.pointer_mut(at).ok_or_else(|| lacks(at))? = Value::Array(list);
    Ok(())
}
