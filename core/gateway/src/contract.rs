//! Holds requests and answers to `contract.yaml`. For tests: the app never carries this module.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};
use thiserror::Error;
use url::Url;

use crate::exchange::{Auth, Body, Method, Request};

const TEXT: &str = include_str!("../contract.yaml");

/// The contract, ready to check against.
#[derive(Debug)]
pub struct Contract {
    operations: BTreeMap<String, Operation>,
}

/// Why `contract.yaml` itself is no contract.
#[derive(Debug, Error)]
pub enum ContractError {
    /// No YAML.
    #[error("the contract is no YAML: {0}")]
    Yaml(String),
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
    auth: &'static str,
    headers: Vec<String>,
    query: BTreeMap<String, Schema>,
    request: Bodies,
    responses: BTreeMap<String, Bodies>,
}

/// Schemas by media type or range; none at all means an empty body.
type Bodies = BTreeMap<String, Schema>;

/// `None` where anything goes.
type Schema = Option<Validator>;

impl Contract {
    /// Reads the contract that this crate was built with and compiles all its schemas.
    ///
    /// # Errors
    /// [`ContractError`] if the file was edited into something that is no contract.
    pub fn load() -> Result<Self, ContractError> {
        let document: Value =
            serde_saphyr::from_str(TEXT).map_err(|error| ContractError::Yaml(error.to_string()))?;
        Document(&document).operations().map(|operations| Self { operations })
    }

    /// The names under which the client knows the operations, as in [`Request::operation`].
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.operations.keys().map(String::as_str)
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

/// The parsed file; every part is reached by its JSON pointer, which is also its schema's address.
struct Document<'a>(&'a Value);

impl Document<'_> {
    fn operations(&self) -> Result<BTreeMap<String, Operation>, ContractError> {
        let mut operations = BTreeMap::new();
        for (path, item) in self.map("/paths")? {
            for method in item.as_object().into_iter().flat_map(|i| i.keys()) {
                let at = format!("/paths/{}/{method}", escape(path));
                for name in self.list(&format!("{at}/x-operations"))? {
                    let name = name.as_str().ok_or_else(|| lacks(&format!("{at}/x-operations")))?;
                    operations.insert(name.to_owned(), self.operation(path, method, &at)?);
                }
            }
        }
        Ok(operations)
    }

    fn operation(&self, path: &str, method: &str, at: &str) -> Result<Operation, ContractError> {
        let method = match method {
            "get" => Method::Get,
            "post" => Method::Post,
            _ => return Err(lacks(&format!("a known method at {at}"))),
        };
        let provenance = self.get(&format!("{at}/x-provenance"))?.as_str();
        if !matches!(provenance, Some("attested" | "own")) {
            return Err(lacks(&format!("a provenance at {at}")));
        }
        let security = self.list(&format!("{at}/security"))?;
        let auth = match security.first().and_then(Value::as_object).and_then(|s| s.keys().next()) {
            None => "none",
            Some(scheme) if scheme == "bearer" => "bearer",
            Some(_) => "client",
        };
        let (mut headers, mut query) = (Vec::new(), BTreeMap::new());
        let parameters = format!("{at}/parameters");
        for index in 0..self.0.pointer(&parameters).and_then(Value::as_array).map_or(0, Vec::len) {
            let at = self.resolve(format!("{parameters}/{index}"))?;
            let name = self.get(&format!("{at}/name"))?.as_str().ok_or_else(|| lacks(&at))?.to_owned();
            if self.get(&format!("{at}/in"))? == "query" {
                query.insert(name, Some(self.schema(&format!("{at}/schema"))?));
            } else {
                headers.push(name);
            }
        }
        let request = match self.0.pointer(&format!("{at}/requestBody")) {
            None => Bodies::new(),
            Some(_) => self.bodies(&self.resolve(format!("{at}/requestBody"))?)?,
        };
        let mut responses = BTreeMap::new();
        for status in self.map(&format!("{at}/responses"))?.keys() {
            let at = self.resolve(format!("{at}/responses/{status}"))?;
            responses.insert(status.clone(), self.bodies(&at)?);
        }
        Ok(Operation { method, path: path.to_owned(), auth, headers, query, request, responses })
    }

    fn bodies(&self, at: &str) -> Result<Bodies, ContractError> {
        let mut bodies = Bodies::new();
        let at = format!("{at}/content");
        if self.0.pointer(&at).is_none() {
            return Ok(bodies);
        }
        for media in self.map(&at)?.keys() {
            let at = format!("{at}/{}/schema", escape(media));
            let schema = self.0.pointer(&at).map(|_| self.schema(&at)).transpose()?;
            bodies.insert(media.clone(), schema);
        }
        Ok(bodies)
    }

    /// Compiles the schema at a pointer with the whole document around it, so that its references resolve.
    fn schema(&self, at: &str) -> Result<Validator, ContractError> {
        let mut root = self.0.clone();
        root["$ref"] = json!(format!("#{at}"));
        jsonschema::draft202012::new(&root)
            .map_err(|error| ContractError::Schema { at: at.to_owned(), why: error.to_string() })
    }

    /// Follows one reference, if there is one.
    fn resolve(&self, at: String) -> Result<String, ContractError> {
        match self.get(&at)?.get("$ref").and_then(Value::as_str) {
            None => Ok(at),
            Some(reference) => {
                let target = reference.trim_start_matches('#').to_owned();
                self.get(&target).map(|_| target)
            }
        }
    }

    fn get(&self, at: &str) -> Result<&Value, ContractError> {
        self.0.pointer(at).ok_or_else(|| lacks(at))
    }

    fn map(&self, at: &str) -> Result<&serde_json::Map<String, Value>, ContractError> {
        self.get(at)?.as_object().ok_or_else(|| lacks(at))
    }

    fn list(&self, at: &str) -> Result<&Vec<Value>, ContractError> {
        self.get(at)?.as_array().ok_or_else(|| lacks(at))
    }
}

fn lacks(what: &str) -> ContractError {
    ContractError::Lacks(what.to_owned())
}

/// A key as a step of a JSON pointer (RFC 6901).
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fl_domain::Secret;

    use super::*;
    use crate::{
        dialect::asks,
        fixtures::{answers, gateway, inn},
    };

    fn requests() -> Vec<Request> {
        let gateway = gateway();
        let inn = inn();
        let secret = Secret::new("Made-up1");
        let mut requests = vec![
            gateway.probe(),
            gateway.sign_in(&inn, &secret, None),
            gateway.sign_in(&inn, &secret, Some("123456")),
            gateway.refresh(&secret),
            gateway.captcha(&inn),
        ];
        requests.extend(asks().iter().map(|ask| gateway.ask(ask).unwrap()));
        let (redirect, state, proof) = ("fltaxes://esia", "made-up-state", "a".repeat(43));
        requests.push(gateway.esia_url(redirect, state, &proof).unwrap());
        requests.push(gateway.esia(redirect, &secret, state, &Secret::new(proof)).unwrap());
        requests
    }

    #[test]
    fn every_request_keeps_to_the_contract_and_every_operation_has_one() {
        let contract = Contract::load().unwrap();
        let mut asked = BTreeSet::new();
        for request in requests() {
            assert_eq!(contract.check_request(&request), Ok(()), "{request:?}");
            asked.insert(request.operation);
        }
        assert_eq!(contract.operations().collect::<BTreeSet<_>>(), asked);
    }

    #[test]
    fn every_made_up_answer_keeps_to_the_contract() {
        let contract = Contract::load().unwrap();
        for (operation, status, body) in answers() {
            let media = (!body.is_empty()).then_some("application/json; charset=UTF-8");
            assert_eq!(contract.check_response(operation, status, media, body.as_bytes()), Ok(()), "{body}");
        }
    }

    #[test]
    fn the_checker_sees_what_is_wrong() {
        let contract = Contract::load().unwrap();
        let good = gateway().ask(&asks()[2]).unwrap();
        let spoilt = [
            Request { operation: "unheard-of", ..good.clone() },
            Request { method: Method::Get, ..good.clone() },
            Request { url: "https://service.test/other".to_owned(), ..good.clone() },
            Request { url: "nonsense".to_owned(), ..good.clone() },
            Request { headers: Vec::new(), ..good.clone() },
            Request { auth: Auth::None, ..good.clone() },
            Request { body: Body::None, ..good.clone() },
            Request { body: Body::json(&json!({})), ..good.clone() },
        ];
        for request in spoilt {
            assert!(contract.check_request(&request).is_err(), "{request:?}");
        }
        let json = Some("application/json");
        let answers: [(&str, u16, Option<&str>, &str); 14] = [
            ("unheard-of", 200, json, "{}"),
            ("ens-balance", 302, None, ""),
            ("ens-balance", 200, json, "{}"),
            ("ens-balance", 200, json, "{\"ens\":{\"balanceAmount\":\"many\"}}"),
            ("ens-balance", 200, json, "{"),
            ("ens-balance", 200, Some("text/html"), "{\"ens\":{}}"),
            ("history", 200, json, "{\"content\":[{\"date\":\"2026-01-01\"}]}"),
            ("payment-totals", 404, json, "{}"),
            ("password-confirm", 200, json, "{\"done\":false}"),
            ("password", 200, json, "{\"kind\":\"primary\"}"),
            ("recovery", 400, json, "{\"code\":\"recovery.mismatch\",\"message\":\"\"}"),
            ("recovery", 429, json, "{\"code\":\"recovery.blocked\",\"message\":\"\",\"additionalInfo\":{}}"),
            ("sign-in", 400, json, "{\"error\":\"invalid_grant\",\"code\":\"account.not-active\"}"),
            ("esia", 200, json, "{\"access_token\":\"a\"}"),
        ];
        for (operation, status, media, body) in answers {
            assert!(contract.check_response(operation, status, media, body.as_bytes()).is_err(), "{body}");
        }
    }
}
