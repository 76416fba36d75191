//! From an answer that is not the one asked for to a `Failure`.
//!
//! Statuses and error bodies of this service are not attested beyond the wire page, so what the body says is looked at
//! first and the status second. What is our own reading is marked so.

use std::str::FromStr;

use fl_domain::service::{Failure, FieldFault};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    clean::shown,
    content::{Content, XmlError},
    exchange::Response,
    http_date, lenient,
};

/// Nothing of this service takes longer: 400 days, in seconds. A larger number is a mistake, and would break a calendar.
const LONGEST_WAIT: u64 = 400 * 24 * 60 * 60;

/// What an error body says, from the forms in use: OAuth JSON and XML, the sister service's
/// `{code, message, additionalInfo}`, a bare JSON text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// `error`: an OAuth code such as `invalid_token`, or a status phrase.
    pub(crate) error: Option<String>,
    description: Option<String>,
    message: Option<String>,
    fields: Vec<FieldFault>,
    in_xml: bool,
    code: Option<String>,
    seconds: Option<u64>,
    attempts_left: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireFault {
    #[serde(deserialize_with = "lenient::as_sent")]
    error: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    error_description: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    message: Option<String>,
    #[serde(deserialize_with = "lenient::as_sent")]
    code: Option<String>,
    #[serde(deserialize_with = "lenient::number")]
    seconds: Option<u64>,
    #[serde(rename = "additionalInfo")]
    additional_info: Value,
}

impl Said {
    /// What `content` says; nothing if it is no error body.
    pub(crate) fn of(content: &Content<'_>) -> Self {
        match content {
            Content::XmlError(XmlError { error, description }) => Self {
                error: error.clone(),
                description: description.as_deref().and_then(shown),
                in_xml: true,
                ..Self::default()
            },
            Content::Text(text) if text.starts_with('"') => {
                let message = lenient::value::<String>(text).ok().as_deref().and_then(shown);
                Self { message, ..Self::default() }
            }
            Content::Text(text) => lenient::object::<WireFault>(text).map(Self::from).unwrap_or_default(),
            Content::Empty | Content::Markup | Content::Binary => Self::default(),
        }
    }

    /// The service's words for a person.
    pub(crate) fn words(&self) -> Option<&str> {
        self.description.as_deref().or(self.message.as_deref())
    }

    /// Its `code`, such as the project's own contract names.
    pub(crate) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// After how many seconds to come again, if it says so.
    pub(crate) fn seconds(&self) -> Option<u64> {
        self.seconds.map(capped)
    }

    /// How often one may still try, if it says so.
    pub(crate) const fn attempts_left(&self) -> Option<u32> {
        self.attempts_left
    }

    /// Whether any of its words contain `phrase`, which is in lower case, in any case.
    pub(crate) fn mentions(&self, phrase: &str) -> bool {
        let texts = [&self.description, &self.message, &self.error];
        texts.into_iter().flatten().any(|text| text.to_lowercase().contains(phrase))
    }

    /// Whether it rejects the access token: `invalid_token`, or the XML document with a description and no code,
    /// which is all that is attested of an expired token in XML.
    pub(crate) fn rejects_token(&self) -> bool {
        match self.error.as_deref() {
            Some(code) => code == "invalid_token",
            None => self.in_xml,
        }
    }

    /// It came as the XML error document.
    pub(crate) const fn is_xml(&self) -> bool {
        self.in_xml
    }

    /// Whether an answer with `status` to a call in the session's name ends the session. An expired token's status is
    /// not attested; one refresh too many is harmless.
    pub(crate) fn ends_session(&self, status: u16) -> bool {
        status == 401 || (status != 503 && self.rejects_token())
    }
}

impl From<WireFault> for Said {
    fn from(wire: WireFault) -> Self {
        Self {
            error: wire.error,
            description: wire.error_description.as_deref().and_then(shown),
            message: wire.message.as_deref().and_then(shown),
            fields: field_faults(&wire.additional_info),
            in_xml: false,
            code: wire.code,
            seconds: wire.seconds.or_else(|| whole(&wire.additional_info, "seconds")),
            attempts_left: whole(&wire.additional_info, "attemptsLeft"),
        }
    }
}

/// At most the longest wait.
pub(crate) fn capped(seconds: u64) -> u64 {
    seconds.min(LONGEST_WAIT)
}

/// A whole number of `additionalInfo`, also one in quotes.
fn whole<T: FromStr>(info: &Value, name: &str) -> Option<T> {
    match info.get(name)? {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Our own reading of `additionalInfo`, whose content is not attested: texts by field name, or rows of a field and a
/// message. Anything else is not about fields.
fn field_faults(info: &Value) -> Vec<FieldFault> {
    let fault = |field: &str, text: &str| {
        let words = shown(text)?;
        Some(FieldFault { field: field.to_owned(), words })
    };
    let row = |row: &Map<String, Value>| fault(row.get("field")?.as_str()?, row.get("message")?.as_str()?);
    match info {
        Value::Object(map) => map.iter().filter_map(|(field, text)| fault(field, text.as_str()?)).collect(),
        Value::Array(rows) => rows.iter().filter_map(Value::as_object).filter_map(row).collect(),
        _ => Vec::new(),
    }
}

/// Something that a person can do nothing about; `code` is stable and without personal data.
pub(crate) fn unexpected(operation: &str, code: impl Into<String>) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: code.into() }
}

/// The failure in an answer with a status other than 2xx, once the operation's own meanings of it are ruled out.
///
/// | status | failure |
/// |---|---|
/// | 503 | `Closed`, until `Retry-After` if it can be read |
/// | 404, 410, 501 without words | `NotOffered` (our own reading: these paths have moved before) |
/// | other 4xx that names fields | `Fields` |
/// | other 4xx with words, 429 among them | `Refused` |
/// | 4xx with a code of RFC 6749, 5.2 and no words | `Unexpected`, `oauth-…` |
/// | all else, 429 without words among it | `Unexpected`, `http-…` |
///
/// 429 is not `Closed`: the service works, and saying that it does not would be untrue.
pub(crate) fn of_status(operation: &str, response: &Response, said: Said, website: &str) -> Failure {
    let status = response.status;
    if status == 503 {
        return Failure::Closed {
            until: http_date::retry_after(response.retry_after.as_deref(), response.received_at),
        };
    }
    if (400..500).contains(&status) {
        if !said.fields.is_empty() {
            return Failure::Fields(said.fields);
        }
        if let Some(words) = said.words() {
            return Failure::Refused { words: words.to_owned() };
        }
    }
    match status {
        404 | 410 | 501 => Failure::NotOffered { website: Some(website.to_owned()) },
        _ => match oauth_code(&said) {
            Some(code) if status < 500 => unexpected(operation, code),
            _ => unexpected(operation, format!("http-{status}")),
        },
    }
}

/// The failure in a 2xx answer that is not what was asked for.
pub(crate) fn of_content(operation: &str, content: &Content<'_>, trouble: lenient::Trouble) -> Failure {
    let code = match content {
        Content::Empty => "empty-body",
        Content::Markup => "html-instead-of-json",
        Content::XmlError(_) => "xml-instead-of-json",
        Content::Binary => "not-text",
        Content::Text(_) => trouble.code(),
    };
    unexpected(operation, code)
}

/// Only known codes become part of ours: an answer's text never does.
fn oauth_code(said: &Said) -> Option<&'static str> {
    match said.error.as_deref()? {
        "invalid_client" => Some("oauth-invalid-client"),
        "invalid_grant" => Some("oauth-invalid-grant"),
        "invalid_request" => Some("oauth-invalid-request"),
        "invalid_scope" => Some("oauth-invalid-scope"),
        "unauthorized_client" => Some("oauth-unauthorized-client"),
        "unsupported_grant_type" => Some("oauth-unsupported-grant-type"),
        _ => None,
    }
}
