//! A service profile: where a service is and how this client introduces itself. A file, not code.

mod keys;
#[cfg(test)]
mod tests;

use fl_domain::{Date, Secret, service::Capability};
use thiserror::Error;
use url::Url;

use keys::Keys;

pub(crate) use keys::address;

/// The contact centre as the project's page of account rules has it, and the day on which that was known.
const CONTACT_CENTRE: &str = "8-800-222-22-22";
const CONTACT_CENTRE_AS_OF: Date = Date::constant(2026, 11, 24);

/// A service as its profile file describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    name: String,
    base_url: Url,
    host: String,
    client_id: String,
    client_secret: Secret,
    website: String,
    anchors: Vec<String>,
    auth_prefix: String,
    data_prefix: String,
    own_prefix: String,
    login_page: String,
    offers: Vec<Capability>,
    hosts: Vec<String>,
    contact_centre: String,
    contact_centre_as_of: Date,
}

/// Why a text is no service profile. Values are left out: one of them is a secret.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// No TOML.
    #[error("line {line} of the profile is no TOML: {message}")]
    Syntax {
        /// Which line, from 1; 0 if it is not known.
        line: usize,
        /// What the parser missed.
        message: String,
    },
    /// A key that no profile has: likely a slip of the pen.
    #[error("the profile has an unknown key `{key}`")]
    UnknownKey {
        /// Which.
        key: String,
    },
    /// A key that every profile needs is missing or its text is empty.
    #[error("the profile lacks `{key}`")]
    Missing {
        /// Which.
        key: &'static str,
    },
    /// A value of another type.
    #[error("`{key}` in the profile has to be {expected}")]
    WrongType {
        /// Which key.
        key: &'static str,
        /// What is wanted instead.
        expected: &'static str,
    },
    /// An address that may not be used.
    #[error("`{key}` in the profile {fault}")]
    Address {
        /// Which key.
        key: &'static str,
        /// What is wrong with it.
        fault: AddressFault,
    },
    /// A path prefix with characters or steps that have no place in one.
    #[error("`{key}` in the profile may hold only letters, digits and - _ . ~ / and no steps such as `..`")]
    Prefix {
        /// Which key.
        key: &'static str,
    },
    /// A part of the contract that nobody knows.
    #[error("`offers` in the profile names an unknown part of the contract: `{name}`")]
    Capability {
        /// Which.
        name: String,
    },
    /// A host that is no host name: an address or a port has no place in the list.
    #[error("host {number} in the profile is no host name")]
    Host {
        /// Which, from 1.
        number: usize,
    },
    /// An anchor that is not exactly one PEM certificate.
    #[error("anchor {number} in the profile is not one PEM certificate")]
    Anchor {
        /// Which, from 1.
        number: usize,
    },
}

/// Why an address may not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AddressFault {
    /// No absolute URL.
    #[error("is no address")]
    NotAUrl,
    /// Neither https nor http, or http to another machine, where anyone on the way could read a password.
    #[error("has to begin with https:// (http:// only for this machine itself)")]
    NotHttps,
    /// A user name or password inside the address.
    #[error("may hold no user name or password")]
    Credentials,
    /// A query or a fragment, to which no path can be added.
    #[error("may hold no query or fragment")]
    Query,
}

impl Profile {
    /// Reads a profile file.
    ///
    /// Needed: `name`, `base_url`, `client_id`. Optional: `client_secret` (empty), `website` (the login page),
    /// `anchors` (none; PEM certificates to trust for this host besides the common roots),
    /// `auth_prefix` (`/api/auth`), `data_prefix` (`/api/lkfl/api/v1`), `login_page` (`/lkfl/login`): the attested
    /// paths, which have moved before. Of the project's own contract: `offers` (none; the parts of it that the service
    /// has, out of `password`, `recovery`, `contacts`, `esia`, `sign-ins`) and `own_prefix` (`/api/fl/v1`). About the
    /// service: `hosts` (the base URL's and the website's; names that belong to it, each with its subdomains),
    /// `contact_centre` (a telephone number) and `contact_centre_as_of` (the ISO date on which that was known), the two
    /// of them together or not at all.
    ///
    /// # Errors
    /// [`ProfileError`] names the key and what is wrong with it.
    pub fn parse(toml: &str) -> Result<Self, ProfileError> {
        let mut keys = Keys::read(toml)?;
        let name = keys.needed("name")?;
        let base_url = address("base_url", &keys.needed("base_url")?)?;
        if base_url.query().is_some() || base_url.fragment().is_some() {
            return Err(ProfileError::Address { key: "base_url", fault: AddressFault::Query });
        }
        let client_id = keys.needed("client_id")?;
        let client_secret = Secret::from(keys.text("client_secret")?.unwrap_or_default());
        let auth_prefix = keys.path("auth_prefix", "/api/auth")?;
        let data_prefix = keys.path("data_prefix", "/api/lkfl/api/v1")?;
        let login_page = keys.path("login_page", "/lkfl/login")?;
        let own_prefix = keys.path("own_prefix", "/api/fl/v1")?;
        let website = match keys.text("website")?.filter(|t| !t.is_empty()) {
            Some(text) => address("website", &text)?,
            None => join(&base_url, &login_page, ""),
        };
        let anchors = keys.anchors()?;
        let offers = keys.offers()?;
        // `address` let through only URLs with a host.
        let host = base_url.host_str().unwrap_or_default().to_owned();
        let own_hosts = || {
            let mut hosts = vec![host.clone(), website.host_str().unwrap_or_default().to_owned()];
            hosts.dedup();
            hosts
        };
        let hosts = keys.hosts()?.unwrap_or_else(own_hosts);
        let (contact_centre, contact_centre_as_of) =
            keys.contact_centre()?.unwrap_or_else(|| (CONTACT_CENTRE.to_owned(), CONTACT_CENTRE_AS_OF));
        keys.none_left()?;
        let website = website.into();
        Ok(Self {
            name,
            base_url,
            host,
            client_id,
            client_secret,
            website,
            anchors,
            auth_prefix,
            data_prefix,
            own_prefix,
            login_page,
            offers,
            hosts,
            contact_centre,
            contact_centre_as_of,
        })
    }

    /// What people call the service in lists and settings.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it is: https, or http on this machine itself.
    pub const fn base_url(&self) -> &Url {
        &self.base_url
    }

    /// The host of [`Profile::base_url`], an IPv6 address in brackets. Anchors are trusted for it alone.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the service is on this machine itself: it is never reached through a proxy, and the only one over plain http.
    pub fn is_this_machine(&self) -> bool {
        keys::is_this_machine(&self.base_url)
    }

    /// The OAuth client id.
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// The OAuth client secret; may be empty.
    pub const fn client_secret(&self) -> &Secret {
        &self.client_secret
    }

    /// The page for what the service does not offer to clients.
    pub fn website(&self) -> &str {
        &self.website
    }

    /// PEM certificates to trust for this host besides the common roots, one certificate each.
    pub fn anchors(&self) -> &[String] {
        &self.anchors
    }

    /// The path before `/oauth/token` and `/captcha`: empty, or with a leading and no trailing slash.
    pub fn auth_prefix(&self) -> &str {
        &self.auth_prefix
    }

    /// The path before the data calls, in the same form.
    pub fn data_prefix(&self) -> &str {
        &self.data_prefix
    }

    /// The path before the calls of the project's own contract, in the same form.
    pub fn own_prefix(&self) -> &str {
        &self.own_prefix
    }

    /// Whether the service has this part of the project's own contract.
    pub fn offers(&self, capability: Capability) -> bool {
        self.offers.contains(&capability)
    }

    /// All parts of the project's own contract that it has, each once, in the file's order.
    pub fn capabilities(&self) -> &[Capability] {
        &self.offers
    }

    /// Host names that belong to the service, lower case, each with its subdomains. Whatever else calls itself the
    /// service's is not.
    pub fn hosts(&self) -> &[String] {
        &self.hosts
    }

    /// The contact centre's telephone number, and the day on which it was known to be so.
    pub fn contact_centre(&self) -> (&str, Date) {
        (&self.contact_centre, self.contact_centre_as_of)
    }

    /// The path of the login page, in the same form.
    pub fn login_page(&self) -> &str {
        &self.login_page
    }

    /// The address of `path` under `prefix`.
    pub(crate) fn address(&self, prefix: &str, path: &str) -> Url {
        join(&self.base_url, prefix, path)
    }
}

fn join(base: &Url, prefix: &str, path: &str) -> Url {
    let mut url = base.clone();
    url.set_path(&format!("{}{prefix}{path}", base.path().trim_end_matches('/')));
    url
}
