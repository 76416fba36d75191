//! Whose account it is, from whatever still says so.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use fl_domain::{
    Inn, Secret,
    service::{Question, account},
};
use fl_store::{DataKey, Store};

use super::{folder::Folder, seal::Seal};
use crate::kept;

/// What was found.
pub(super) struct Found {
    pub(super) inn: Option<Inn>,
    pub(super) refresh: Option<Secret>,
    /// What is to stand beside the key.
    pub(super) person: Option<String>,
}

/// Asks the key file, then the session, and at last the cache, under a key that is known to be this account's. Only a folder that an
/// earlier version made, and whose session was lost before it was opened by this one, comes to the cache.
pub(super) fn whose(folder: &Folder, key: &DataKey, person: Option<String>) -> Found {
    let said = person.as_deref().and_then(|sealed| said(folder, key, sealed));
    let (session_inn, refresh) = match folder.session(&Seal::of_session(key, folder.id())) {
        // A session of somebody else is none of this account's.
        Some((inn, _)) if said.as_ref().is_some_and(|said| *said != inn) => (None, None),
        Some((inn, refresh)) => (Some(inn), refresh),
        None => {
            tracing::warn!(target: "fl::log", "the session cannot be read");
            (None, None)
        }
    };
    let is_said = said.is_some();
    let inn = said.or(session_inn).or_else(|| in_cache(folder, key));
    let person = match (&inn, person) {
        (Some(_), Some(person)) if is_said => Some(person),
        (Some(inn), _) => sealed_person(folder, key, inn),
        (None, person) => person,
    };
    Found { inn, refresh, person }
}

/// Who the key file says it is; `None` also under a key that is not this account's.
pub(super) fn said(folder: &Folder, key: &DataKey, sealed: &str) -> Option<Inn> {
    let plain = Seal::of_person(key, folder.id()).open(&BASE64.decode(sealed).ok()?)?;
    Inn::parse(std::str::from_utf8(&plain).ok()?).ok()
}

/// As it stands in the key file.
pub(super) fn sealed_person(folder: &Folder, key: &DataKey, inn: &Inn) -> Option<String> {
    Seal::of_person(key, folder.id()).close(inn.as_str().as_bytes()).map(|sealed| BASE64.encode(sealed))
}

/// What the service said last of who it is.
fn in_cache(folder: &Folder, key: &DataKey) -> Option<Inn> {
    let kept = Store::open(folder.path(), key).ok()?.store.get_all().ok()?;
    let taxpayer = kept.iter().find(|kept| kept.name == account::Taxpayer::NAME)?;
    let told = kept::recall(&taxpayer.name, &taxpayer.bytes)?;
    account::Taxpayer::told(told)?.inn
}
