//! The forms answers come in.

use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// Marks a response that shall not be sent: the connection is dropped instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dropped;

const LOGIN_PAGE: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sandbox</title></head>\n\
<body><h1>This is not the tax service</h1>\n\
<p>It is a double for tests on this machine: people, names and amounts are made up. Never type a real password.</p>\n\
<p lang=\"ru\">Это не сервис налоговой службы, а его двойник для проверок. Не вводите настоящий пароль.</p>\n\
</body></html>\n";

const RECOVERY_PAGE: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sandbox</title></head>\n\
<body><h1>This is not the tax service</h1>\n\
<p>It is a double for tests on this machine. The link of a recovery letter is opened or pasted in the app.</p>\n\
</body></html>\n";

const PROXY_PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Sandbox</title></head>\n\
<body>A page where JSON was asked for (made up by the sandbox).</body></html>\n";

pub(crate) async fn login_page() -> Response {
    html(StatusCode::OK, LOGIN_PAGE)
}

pub(crate) fn proxy_page() -> Response {
    html(StatusCode::OK, PROXY_PAGE)
}

pub(crate) fn closed_page() -> Response {
    let page = "<!DOCTYPE html>\n<html><body>Технические работы (made up by the sandbox).</body></html>\n";
    html(StatusCode::SERVICE_UNAVAILABLE, page)
}

fn html(status: StatusCode, page: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

pub(crate) fn dropped() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Dropped);
    response
}

/// JSON in UTF-8.
pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(bytes) => {
            (status, [(header::CONTENT_TYPE, "application/json;charset=UTF-8")], bytes).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// OAuth's form of an error (RFC 6749, 5.2).
pub(crate) fn oauth_error(status: StatusCode, error: &str, description: &str) -> Response {
    json(status, &json!({ "error": error, "error_description": description }))
}

/// The same in XML; both texts are this crate's own and need no escaping.
pub(crate) fn oauth_error_in_xml(status: StatusCode, error: &str, description: &str) -> Response {
    let text =
        format!("<oauth><error_description>{description}</error_description><error>{error}</error></oauth>");
    (status, [(header::CONTENT_TYPE, "application/xml;charset=UTF-8")], text).into_response()
}

/// `{status, message}`, in which digits are asked for.
pub(crate) fn message(status: StatusCode, message: &str) -> Response {
    json(status, &json!({ "status": status.as_u16(), "message": message }))
}

/// The sister service's form.
pub(crate) fn invalid(message: &str) -> Response {
    let body = json!({ "code": "validation.failed", "message": message, "additionalInfo": null });
    json(StatusCode::BAD_REQUEST, &body)
}

/// The same with one of the own contract's codes.
pub(crate) fn coded(status: StatusCode, code: &str, message: &str, info: &Value) -> Response {
    json(status, &json!({ "code": code, "message": message, "additionalInfo": info }))
}

/// What the own contract says of what is done.
pub(crate) fn done() -> Response {
    json(StatusCode::OK, &json!({ "done": true }))
}

/// Why a call of the own contract is not looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wrong {
    Call(&'static str),
    /// A field and what is wrong with it.
    Field(&'static str, &'static str),
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        match self {
            Self::Call(words) => invalid(words),
            Self::Field(field, words) => {
                let info = json!({ field: words });
                coded(StatusCode::BAD_REQUEST, "validation.failed", words, &info)
            }
        }
    }
}

/// A JSON body of the shape that is asked for.
pub(crate) fn body<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Wrong> {
    serde_json::from_slice(bytes).map_err(|_| Wrong::Call("The body is not the one of this call"))
}

pub(crate) async fn recovery_page() -> Response {
    html(StatusCode::OK, RECOVERY_PAGE)
}
