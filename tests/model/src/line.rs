//! The way to the service and back: the real codecs, the double called as a function, and answers that get lost between them.

use fl_domain::{
    Secret, Timestamp,
    service::{Failure, OfflineCause},
};
use fl_gateway::{Auth, Body, Gateway, Method, Profile, Request, Response};
use fl_sandbox::{InProcess, Sandbox, SandboxConfig};
use futures::executor::block_on;

/// As often as the runtime asks a question that changes nothing.
const ATTEMPTS: u32 = 3;
const BOUNDARY: &str = "fl-model-boundary";

/// What gets lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Loss {
    pub(crate) what: Lost,
    /// The answer: it was done. Else the question.
    pub(crate) is_done: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    /// Of a question that changes nothing, as often as it is asked.
    Looking,
    /// Of something that changes something.
    Changing,
    SigningIn,
}

pub(crate) struct Line {
    pub(crate) service: InProcess,
    pub(crate) gateway: Gateway,
    /// In force now.
    pub(crate) loss: Option<Loss>,
    /// What was sent in this step, by name; and how much of it before the last touch.
    sent: Vec<&'static str>,
    marked: usize,
    /// Never to be sent.
    pub(crate) malformed: Vec<String>,
}

impl Line {
    pub(crate) fn new() -> Self {
        let service = Sandbox::in_process(SandboxConfig::default());
        let gateway = Gateway::new(Profile::parse(&service.profile_toml()).unwrap());
        Self { service, gateway, loss: None, sent: Vec::new(), marked: 0, malformed: Vec::new() }
    }

    /// A step begins.
    pub(crate) fn begin(&mut self) {
        self.sent.clear();
        self.marked = 0;
    }

    /// Everything is typed: what follows is sent by the touch.
    pub(crate) fn mark(&mut self) {
        self.marked = self.sent.len();
    }

    /// Sent by the touch.
    pub(crate) fn sent_by_the_touch(&self) -> &[&'static str] {
        &self.sent[self.marked..]
    }

    /// Entries sent in this step.
    pub(crate) fn entries(&self) -> usize {
        self.sent.iter().filter(|name| **name == "recovery").count()
    }

    /// One exchange, as often as it may be sent.
    pub(crate) fn exchange(&mut self, request: &Request, now: Timestamp) -> Result<Response, Failure> {
        let attempts = if request.repeatable { ATTEMPTS } else { 1 };
        // Whether something that changes something was done is not known.
        let cause = if request.repeatable { OfflineCause::NoNetwork } else { OfflineCause::Lost };
        (0..attempts).find_map(|_| self.send(request, now)).ok_or(Failure::Offline(cause))
    }

    fn send(&mut self, request: &Request, now: Timestamp) -> Option<Response> {
        self.sent.push(request.operation);
        let (_, body) = body(&request.body);
        let text = String::from_utf8_lossy(&body);
        for malformed in &self.malformed {
            assert!(!text.contains(malformed.as_str()), "{} was sent with {malformed}", request.operation);
        }
        let struck = self.loss.filter(|loss| Some(loss.what) == kind(request));
        match struck {
            Some(Loss { is_done: false, .. }) => return None,
            Some(Loss { is_done: true, .. }) => {
                let path = request.url.split('?').next().unwrap_or_default();
                self.service.control().lose_answers(path.rsplit("/api/").next().unwrap(), 1);
            }
            None => {}
        }
        let answered = call(&self.service, request, None, now);
        assert_eq!(answered.is_none(), struck.is_some(), "{}: {answered:?}", request.operation);
        answered
    }
}

/// One call of the double, in the session of this access token.
pub(crate) fn call(
    service: &InProcess,
    request: &Request,
    access: Option<&Secret>,
    now: Timestamp,
) -> Option<Response> {
    let (content_type, body) = body(&request.body);
    let mut headers: Vec<(&str, String)> =
        request.headers.iter().map(|(name, value)| (*name, value.clone())).collect();
    headers.extend(content_type.map(|text| ("Content-Type", text)));
    match (&request.auth, access) {
        (Auth::Basic { user, password }, _) => headers.push(("Authorization", basic(user, password))),
        (Auth::Bearer, Some(access)) => {
            headers.push(("Authorization", format!("Bearer {}", access.expose())));
        }
        (Auth::Bearer | Auth::None, _) => {}
    }
    let method = match request.method {
        Method::Get => "GET",
        Method::Post => "POST",
    };
    let (status, headers, body) = block_on(service.call(method, &request.url, headers, body))?;
    let header = |wanted: &str| {
        headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.clone())
    };
    Some(Response {
        status,
        content_type: header("content-type"),
        retry_after: header("retry-after"),
        date: header("date"),
        body,
        received_at: now,
    })
}

fn kind(request: &Request) -> Option<Lost> {
    match request.operation {
        "sign-in" => Some(Lost::SigningIn),
        // Belongs to a sign-in whose first answer came.
        "captcha" => None,
        _ if request.repeatable => Some(Lost::Looking),
        _ => Some(Lost::Changing),
    }
}

/// The content type, where the request does not say it itself, and the bytes.
fn body(body: &Body) -> (Option<String>, Vec<u8>) {
    match body {
        Body::None => (None, Vec::new()),
        Body::Json(text) | Body::Attached { form: text, .. } => (None, text.expose().as_bytes().to_vec()),
        Body::Multipart(fields) => {
            let parts = fields.iter().map(|(name, value)| {
                let value = value.expose();
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
            });
            let text: String = parts.chain([format!("--{BOUNDARY}--\r\n")]).collect();
            (Some(format!("multipart/form-data; boundary={BOUNDARY}")), text.into_bytes())
        }
    }
}

/// RFC 7617, with base64 by hand: no crate for one header.
fn basic(user: &str, password: &Secret) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let plain = format!("{user}:{}", password.expose());
    let coded = plain.as_bytes().chunks(3).flat_map(|chunk| {
        let bits =
            chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        (0..4_usize).map(move |index| {
            if index > chunk.len() {
                '='
            } else {
                char::from(SIGNS[(bits >> (18 - 6 * index)) as usize & 63])
            }
        })
    });
    format!("Basic {}", coded.collect::<String>())
}
