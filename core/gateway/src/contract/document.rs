//! Reads the operations of the joined document.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{Bodies, ContractError, Operation, Provenance};
use crate::exchange::Method;

/// The joined document; every part is reached by its JSON pointer, which is also its schema's address.
pub(super) struct Document<'a>(pub(super) &'a Value);

impl Document<'_> {
    pub(super) fn operations(&self) -> Result<BTreeMap<String, Operation>, ContractError> {
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
        let provenance = match self.get(&format!("{at}/x-provenance"))?.as_str() {
            Some("attested") => Provenance::Attested,
            Some("own") => Provenance::Own,
            _ => return Err(lacks(&format!("a provenance at {at}"))),
        };
        let capability = self.0.pointer(&format!("{at}/x-capability")).and_then(Value::as_str);
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
        Ok(Operation {
            method,
            path: path.to_owned(),
            provenance,
            capability: capability.map(str::to_owned),
            auth,
            headers,
            query,
            request,
            responses,
        })
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

pub(super) fn lacks(what: &str) -> ContractError {
    ContractError::Lacks(what.to_owned())
}

/// A key as a step of a JSON pointer (RFC 6901).
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
