//! Holds requests and answers to the contract: the files beside this crate, joined. For tests: the app never carries this
//! module.

mod document;
mod join;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};
use thiserror::Error;
use url::Url;

use crate::exchange::{Auth, Body, Method, Request};
use document::Document;

/// The contract, ready to check against.
#[derive(Debug)]
pub struct Contract {
    operations: BTreeMap<String, Operation>,
}

/// Why the files themselves are no contract.
#[derive(Debug, Error)]
pub enum ContractError {
    /// No YAML.
    #[error("{part} is no YAML: {why}")]
    Yaml {
        /// Which file.
        part: &'static str,
        /// The parser's words.
        why: String,
    },
    /// Two files have a path, a component or a code of the same name.
    #[error("{0} is there twice")]
    Twice(String),
    /// A part is missing or of another shape.
    #[error("the contract lacks {0}")]
    Lacks(String),
    /// A schema that cannot be compiled.
    #[error("the schema at {at} is no JSON Schema: {why}")]
    Schema {
        /// Its JSON pointer.
        at: String,
        /// The compiler's words.
        why: String,
    },
}

#[derive(Debug)]
struct Operation {
    method: Method,
    path: String,
    provenance: Provenance,
    capability: Option<String>,
    auth: &'static str,
    headers: Vec<String>,
    query: BTreeMap<String, Schema>,
    request: Bodies,
    responses: BTreeMap<String, Bodies>,
}

/// Where an operation is known from: `x-provenance`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// A public, working client family.
    Attested,
    /// This project, where nothing is attested.
    Own,
}

/// Schemas by media type or range; none at all means an empty body.
type Bodies = BTreeMap<String, Schema>;

/// `None` where anything goes.
type Schema = Option<Validator>;

impl Contract {
    /// Reads the contract that this crate was built with and compiles all its schemas.
    ///
    /// # Errors
    /// [`ContractError`] if a file was edited into something that is no contract.
    pub fn load() -> Result<Self, ContractError> {
        let document = join::document()?;
        Document(&document).operations().map(|operations| Self { operations })
    }

    /// The whole contract as one `OpenAPI` 3.1 document, for tools that read such.
    ///
    /// # Errors
    /// As [`Contract::load`].
    pub fn document() -> Result<Value, ContractError> {
        join::document()
    }

    /// The names under which the client knows the operations, as in [`Request::operation`].
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.operations.keys().map(String::as_str)
    }

    /// Where an operation is known from, and which part of the contract a service has to offer for it.
    pub fn standing(&self, operation: &str) -> Option<(Provenance, Option<&str>)> {
        self.operations.get(operation).map(|known| (known.provenance, known.capability.as_deref()))
    }

    /// Checks a request of a profile with the default prefixes: method, path, query, headers, authorisation, body.
    ///
    /// # Errors
    /// Everything that is wrong with it, in words for a test's reader.
    pub fn check_request(&self, request: &Request) -> Result<(), Vec<String>> {
        let Some(operation) = self.operations.get(request.operation) else {
            return Err(vec![format!("unknown operation {}", request.operation)]);
        };
        let mut wrong = Vec::new();
        let mut expect = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{}: {what}", request.operation));
            }
        };
        expect(request.method == operation.method, "another method");
        let auth = match request.auth {
            Auth::None => "none",
            Auth::Bearer => "bearer",
            Auth::Basic { .. } => "client",
        };
        expect(auth == operation.auth, "another authorisation");
        for header in &operation.headers {
            let there = request.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(header));
            expect(there, &format!("the header {header} is missing"));
        }
        match Url::parse(&request.url) {
            Ok(url) => {
                expect(url.path() == operation.path, "another path");
                let given: BTreeMap<_, _> = url.query_pairs().collect();
                for (name, schema) in &operation.query {
                    match given.get(name.as_str()) {
                        Some(text) => wrong.extend(violations(schema.as_ref(), &json!(text))),
                        None => wrong.push(format!("{}: the query lacks {name}", request.operation)),
                    }
                }
            }
            Err(error) => wrong.push(format!("{}: the address is none: {error}", request.operation)),
        }
        let (media, value) = match &request.body {
            Body::None => (None, Value::Null),
            Body::Json(text) => {
                (Some("application/json"), serde_json::from_str(text.expose()).unwrap_or_default())
            }
            Body::Multipart(fields) => {
                let map = fields.iter().map(|(name, text)| ((*name).to_owned(), json!(text.expose())));
                (Some("multipart/form-data"), Value::Object(map.collect()))
            }
            Body::Attached { form, files, .. } => {
                let form = serde_json::from_str(form.expose()).unwrap_or_default();
                let parts = files.iter().map(|file| (file.id.to_string(), json!("bytes")));
                let map = std::iter::once(("form".to_owned(), form)).chain(parts);
                (Some("multipart/form-data"), Value::Object(map.collect()))
            }
        };
        match (media, media.and_then(|m| operation.request.get(m))) {
            (None, None) if operation.request.is_empty() => {}
            (Some(_), Some(schema)) => wrong.extend(violations(schema.as_ref(), &value)),
            _ => wrong.push(format!("{}: a body of another media type", request.operation)),
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Checks an answer to `operation`.
    ///
    /// # Errors
    /// Everything that is wrong with it, in words for a test's reader; they quote the body.
    pub fn check_response(
        &self,
        operation: &str,
        status: u16,
        content_type: Option<&str>,
        body: &[u8],
    ) -> Result<(), Vec<String>> {
        let Some(known) = self.operations.get(operation) else {
            return Err(vec![format!("unknown operation {operation}")]);
        };
        let exact = known.responses.get(&status.to_string());
        let Some(bodies) = exact.or_else(|| known.responses.get(&format!("{}XX", status / 100))) else {
            return Err(vec![format!("{operation}: no status {status}")]);
        };
        let media = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        let media = media.to_ascii_lowercase();
        if bodies.is_empty() && body.is_empty() {
            return Ok(());
        }
        let range = format!("{}/*", media.split('/').next().unwrap_or_default());
        let schema = [media.as_str(), range.as_str(), "*/*"].into_iter().find_map(|m| bodies.get(m));
        match schema {
            None => Err(vec![format!("{operation}: {status} with a body of type {media:?}")]),
            Some(None) => Ok(()),
            Some(schema) => match serde_json::from_slice(body) {
                Err(error) => Err(vec![format!("{operation}: {status}: no JSON: {error}")]),
                Ok(value) => {
                    let wrong: Vec<_> = violations(schema.as_ref(), &value).collect();
                    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
                }
            },
        }
    }
}

fn violations(schema: Option<&Validator>, value: &Value) -> impl Iterator<Item = String> {
    let list: Vec<_> = schema
        .into_iter()
        .flat_map(|s| s.iter_errors(value))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    list.into_iter()
}
