//! What goes out and what comes back, as plain values.

use std::fmt;

use fl_domain::{Secret, Timestamp};

/// One HTTP request, ready to send but for the access token.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// A stable name for logs and support codes, without personal data; equal to `Read::name` for reads.
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
    /// A JSON text; its content type is among the headers.
    Json(String),
    /// `multipart/form-data` with these fields in this order; whoever sends it chooses the boundary.
    Multipart(Vec<(&'static str, Secret)>),
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
            Self::Json(text) => write!(f, "Json(<{} bytes>)", text.len()),
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
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .field("received_at", &self.received_at)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            body: br#"{"access_token":"hush-token"}"#.to_vec(),
            received_at: Timestamp::UNIX_EPOCH,
        };
        let shown = format!("{request:?} {response:?} {:?}", Body::Json("hush".to_owned()));
        assert!(!shown.contains("hush") && !shown.contains("7700"), "{shown}");
        assert!(shown.contains("captcha") && shown.contains("password"), "{shown}");
    }
}
