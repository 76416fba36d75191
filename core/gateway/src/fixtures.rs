//! Made-up answers and the small helpers the tests share.

use fl_domain::Timestamp;

use crate::{Gateway, Profile, Response};

pub(crate) fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

pub(crate) fn gateway() -> Gateway {
    let toml = "name = \"made up\"\nbase_url = \"https://service.test\"\nclient_id = \"client\"\n\
                client_secret = \"client-secret\"\nwebsite = \"https://service.test/help\"";
    Gateway::new(Profile::parse(toml).unwrap())
}

pub(crate) fn response(status: u16, body: impl AsRef<[u8]>) -> Response {
    Response {
        status,
        content_type: Some("application/json".to_owned()),
        retry_after: None,
        body: body.as_ref().to_vec(),
        received_at: now(),
    }
}
