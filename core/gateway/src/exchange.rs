//! What goes out and what comes back, as plain values.

use std::{fmt, io};

use fl_domain::{Secret, Timestamp, attachment::Attachment};
use serde::Serialize;

/// One HTTP request, ready to send but for the access token.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// A stable name for logs and support codes, without personal data; equal to `Question::NAME` for questions.
    pub operation: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The absolute address. A query may hold an INN: log the operation, not this.
    pub url: String,
    /// Headers besides authorisation and what the body itself brings (a multipart boundary, a length).
    pub headers: Vec<(&'static str, String)>,
    /// Who asks.
    pub auth: Auth,
    /// What is sent along.
    pub body: Body,
    /// Sending it a second time changes nothing at the service.
    pub repeatable: bool,
}

/// The methods this dialect uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
}

/// How a request is authorised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Auth {
    /// Not at all, or by what the body says.
    None,
    /// By the session's access token, which only its keeper knows and adds.
    Bearer,
    /// HTTP Basic (RFC 7617).
    Basic {
        /// The client's id.
        user: String,
        /// The client's secret, possibly empty.
        password: Secret,
    },
}

/// A request's body.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// A JSON text, which may hold a password; its content type is among the headers.
    Json(Secret),
    /// `multipart/form-data` with these fields in this order; whoever sends it chooses the boundary.
    Multipart(Vec<(&'static str, Secret)>),
    /// `multipart/form-data` with a JSON text in the field `form`, then the bytes of these files, each in a field of its id: whoever sends
    /// it has them.
    Attached {
        /// What was filled in.
        form: Secret,
        /// What goes along.
        files: Vec<Attachment>,
        /// Their bytes in the same order; none until [`Body::fill`].
        bytes: Vec<Vec<u8>>,
    },
}

impl Body {
    /// As [`Self::json`], with files.
    #[cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code))]
    pub(crate) fn attached(value: &impl Serialize, files: &[Attachment]) -> Self {
        match Self::json(value) {
            Self::Json(form) => Self::Attached { form, files: files.to_vec(), bytes: Vec::new() },
            other => other,
        }
    }

    /// The files whose bytes are wanted to send it.
    pub fn files(&self) -> &[Attachment] {
        match self {
            Self::Attached { files, .. } => files,
            Self::None | Self::Json(_) | Self::Multipart(_) => &[],
        }
    }

    /// The bytes of its [files](Self::files), in their order.
    pub fn fill(&mut self, filled: Vec<Vec<u8>>) {
        match self {
            Self::Attached { bytes, .. } => *bytes = filled,
            Self::None | Self::Json(_) | Self::Multipart(_) => {}
        }
    }

    /// JSON of `value`, written into room of the right size: a buffer that grows leaves copies of a password behind.
    pub(crate) fn json(value: &impl Serialize) -> Self {
        let mut size = Size(0);
        // What is written here, texts in structs, cannot fail; an empty text is no JSON and would be refused.
        let _ = serde_json::to_writer(&mut size, value);
        let mut text = Vec::with_capacity(size.0);
        let _ = serde_json::to_writer(&mut text, value);
        Self::Json(String::from_utf8(text).unwrap_or_default().into())
    }
}

/// Counts what is written and keeps nothing of it.
struct Size(usize);

impl io::Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One HTTP response, whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// `Content-Type`, as sent.
    pub content_type: Option<String>,
    /// `Retry-After`, as sent.
    pub retry_after: Option<String>,
    /// `Date`, as sent: [`crate::server_time`] reads it.
    pub date: Option<String>,
    /// The body, with transfer and content encodings undone. It may hold tokens.
    pub body: Vec<u8>,
    /// When it was received: seconds in `Retry-After` count from here.
    pub received_at: Timestamp,
}

/// Debug ends up in logs: the query (it can hold an INN) and the body (a password, a token) are left out.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.url.split(['?', '#']).next().unwrap_or_default();
        f.debug_struct("Request")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("url", &path)
            .field("auth", &self.auth)
            .field("body", &self.body)
            .field("repeatable", &self.repeatable)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Json(text) => write!(f, "Json(<{} bytes>)", text.expose().len()),
            Self::Attached { form, files, .. } => {
                write!(f, "Attached(<{} bytes>, {} files)", form.expose().len(), files.len())
            }
            Self::Multipart(fields) => f
                .debug_tuple("Multipart")
                .field(&fields.iter().map(|(name, _)| *name).collect::<Vec<_>>())
                .finish(),
        }
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("retry_after", &self.retry_after)
            .field("date", &self.date)
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .field("received_at", &self.received_at)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_with_a_secret_is_escaped_and_takes_no_room_to_spare() {
        let Body::Json(text) = Body::json(&["a\"\\\u{1}ы", "b"]) else { panic!() };
        assert_eq!(text.expose(), "[\"a\\\"\\\\\\u0001ы\",\"b\"]");
        let mut size = Size(0);
        serde_json::to_writer(&mut size, &["a\"\\\u{1}ы", "b"]).unwrap();
        assert_eq!(size.0, text.expose().len());
    }

    #[test]
    fn debug_shows_no_secret_and_no_query() {
        let request = Request {
            operation: "captcha",
            method: Method::Get,
            url: "https://example.test/captcha?username=770000000012".to_owned(),
            headers: vec![("Accept", "*/*".to_owned())],
            auth: Auth::Basic { user: "client".to_owned(), password: Secret::new("hush-client") },
            body: Body::Multipart(vec![("password", Secret::new("hush-person"))]),
            repeatable: true,
        };
        let response = Response {
            status: 200,
            content_type: None,
            retry_after: None,
            date: None,
            body: br#"{"access_token":"hush-token"}"#.to_vec(),
            received_at: Timestamp::UNIX_EPOCH,
        };
        let shown = format!("{request:?} {response:?} {:?}", Body::json(&"hush"));
        assert!(!shown.contains("hush") && !shown.contains("7700"), "{shown}");
        assert!(shown.contains("captcha") && shown.contains("password"), "{shown}");
    }
}
