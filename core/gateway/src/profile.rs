//! A service profile: where a service is and how this client introduces itself. A file, not code.

use fl_domain::Secret;
use thiserror::Error;
use toml::{Table, Value};
use url::{Host, Url};

const PEM_BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const PEM_END: &str = "-----END CERTIFICATE-----";
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
    login_page: String,
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
    /// paths, which have moved before.
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
        let website = match keys.text("website")?.filter(|t| !t.is_empty()) {
            Some(text) => address("website", &text)?,
            None => join(&base_url, &login_page, ""),
        };
        let anchors = keys.anchors()?;
        keys.none_left()?;
        // `address` let through only URLs with a host.
        let host = base_url.host_str().unwrap_or_default().to_owned();
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
            login_page,
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

fn address(key: &'static str, text: &str) -> Result<Url, ProfileError> {
    let fault = |fault| ProfileError::Address { key, fault };
    let url = Url::parse(text).map_err(|_| fault(AddressFault::NotAUrl))?;
    let is_this_machine = match url.host() {
        None => return Err(fault(AddressFault::NotAUrl)),
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
    };
    match url.scheme() {
        "https" => {}
        "http" if is_this_machine => {}
        _ => return Err(fault(AddressFault::NotHttps)),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(fault(AddressFault::Credentials));
    }
    Ok(url)
}

/// The file's keys; each is taken out when it is read, so what is left over is unknown.
struct Keys(Table);

impl Keys {
    fn read(toml: &str) -> Result<Self, ProfileError> {
        toml.parse().map(Self).map_err(|error: toml::de::Error| {
            // The error's own Display quotes the line, which may be the secret's.
            let line = error
                .span()
                .and_then(|span| toml.get(..span.start))
                .map_or(0, |t| t.matches('\n').count() + 1);
            ProfileError::Syntax { line, message: error.message().to_owned() }
        })
    }

    fn text(&mut self, key: &'static str) -> Result<Option<String>, ProfileError> {
        match self.0.remove(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.trim().to_owned())),
            Some(_) => Err(ProfileError::WrongType { key, expected: "a text" }),
        }
    }

    fn needed(&mut self, key: &'static str) -> Result<String, ProfileError> {
        self.text(key)?.filter(|t| !t.is_empty()).ok_or(ProfileError::Missing { key })
    }

    fn path(&mut self, key: &'static str, default: &str) -> Result<String, ProfileError> {
        let Some(text) = self.text(key)? else { return Ok(default.to_owned()) };
        let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~/".contains(c));
        let mut path = String::with_capacity(text.len() + 1);
        for step in text.split('/').filter(|s| !s.is_empty()) {
            if !plain || step == "." || step == ".." {
                return Err(ProfileError::Prefix { key });
            }
            path.push('/');
            path.push_str(step);
        }
        Ok(path)
    }

    fn anchors(&mut self) -> Result<Vec<String>, ProfileError> {
        let wrong = ProfileError::WrongType { key: "anchors", expected: "a list of texts" };
        let Some(value) = self.0.remove("anchors") else { return Ok(Vec::new()) };
        let Value::Array(list) = value else { return Err(wrong) };
        let mut anchors = Vec::with_capacity(list.len());
        for (index, value) in list.into_iter().enumerate() {
            let Value::String(text) = value else { return Err(wrong) };
            let pem = text.trim();
            let is_one = pem.starts_with(PEM_BEGIN)
                && pem.ends_with(PEM_END)
                && pem.matches("-----BEGIN").count() == 1
                && pem.matches("-----END").count() == 1;
            if !is_one {
                return Err(ProfileError::Anchor { number: index + 1 });
            }
            anchors.push(format!("{pem}\n"));
        }
        Ok(anchors)
    }

    fn none_left(self) -> Result<(), ProfileError> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((key, _)) => Err(ProfileError::UnknownKey { key }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../profiles/lkfl2.toml");

    fn with(lines: &str) -> Result<Profile, ProfileError> {
        Profile::parse(&format!("name = \"x\"\nclient_id = \"c\"\n{lines}"))
    }

    fn at(url: &str) -> Result<Profile, ProfileError> {
        with(&format!("base_url = \"{url}\""))
    }

    #[test]
    fn the_shipped_profile_is_the_attested_service_without_a_secret() {
        let profile = Profile::parse(REAL).unwrap();
        assert_eq!(profile.host(), "lkfl2.nalog.ru");
        assert_eq!(profile.client_id(), "taxpayer-browser");
        assert!(profile.client_secret().is_empty());
        assert_eq!(profile.website(), "https://lkfl2.nalog.ru/lkfl/login");
        assert!(profile.anchors().is_empty());
        let token = profile.address(profile.auth_prefix(), "/oauth/token");
        assert_eq!(token.as_str(), "https://lkfl2.nalog.ru/api/auth/oauth/token");
    }

    #[test]
    fn plain_http_only_to_this_machine() {
        for url in [
            "http://127.0.0.1:8080",
            "http://127.9.9.9",
            "http://[::1]:1",
            "http://localhost:1/",
            "https://x.ru",
        ] {
            assert!(at(url).is_ok(), "{url}");
        }
        let table = [
            ("http://lkfl2.nalog.ru", AddressFault::NotHttps),
            ("http://128.0.0.1", AddressFault::NotHttps),
            ("http://localhost.evil.ru", AddressFault::NotHttps),
            ("http://evil.ru/localhost", AddressFault::NotHttps),
            ("http://[::2]", AddressFault::NotHttps),
            ("ftp://127.0.0.1", AddressFault::NotHttps),
            ("file:///etc", AddressFault::NotAUrl),
            ("lkfl2.nalog.ru", AddressFault::NotAUrl),
            ("https://", AddressFault::NotAUrl),
            ("http://127.0.0.1@evil.ru", AddressFault::NotHttps),
            ("https://me:you@x.ru", AddressFault::Credentials),
            ("https://x.ru/?a=1", AddressFault::Query),
            ("https://x.ru/#a", AddressFault::Query),
        ];
        for (url, fault) in table {
            assert_eq!(at(url).unwrap_err(), ProfileError::Address { key: "base_url", fault }, "{url}");
        }
        let website = with("base_url = \"https://x.ru\"\nwebsite = \"javascript:alert(1)\"").unwrap_err();
        assert_eq!(website, ProfileError::Address { key: "website", fault: AddressFault::NotAUrl });
    }

    #[test]
    fn odd_prefixes_join_to_plain_addresses() {
        let table = [
            ("https://x.ru", "/api/auth", "https://x.ru/api/auth/t"),
            ("https://x.ru/", "api/auth/", "https://x.ru/api/auth/t"),
            ("https://x.ru/deep//", "//api///auth//", "https://x.ru/deep/api/auth/t"),
            ("https://x.ru:8443/deep", "", "https://x.ru:8443/deep/t"),
            ("https://x.ru", "/", "https://x.ru/t"),
            ("https://X.RU", "v1.2_~-", "https://x.ru/v1.2_~-/t"),
        ];
        for (base, prefix, expected) in table {
            let profile = with(&format!("base_url = \"{base}\"\nauth_prefix = \"{prefix}\"")).unwrap();
            assert_eq!(profile.address(profile.auth_prefix(), "/t").as_str(), expected, "{base} {prefix}");
        }
        for prefix in ["/../x", "a/./b", "a?b", "a#b", "a b", "%2e%2e", "a\\\\b", "путь", "a\\nb"] {
            let wrong = with(&format!("base_url = \"https://x.ru\"\ndata_prefix = \"{prefix}\""));
            assert_eq!(wrong.unwrap_err(), ProfileError::Prefix { key: "data_prefix" }, "{prefix}");
        }
    }

    #[test]
    fn every_slip_is_named() {
        let base = "base_url = \"https://x.ru\"\n";
        let table = [
            ("cleint_secret = \"x\"", ProfileError::UnknownKey { key: "cleint_secret".to_owned() }),
            ("anchors = \"x\"", ProfileError::WrongType { key: "anchors", expected: "a list of texts" }),
            ("anchors = [\"x\"]", ProfileError::Anchor { number: 1 }),
            ("client_secret = 5", ProfileError::WrongType { key: "client_secret", expected: "a text" }),
        ];
        for (line, expected) in table {
            assert_eq!(with(&format!("{base}{line}")).unwrap_err(), expected, "{line}");
        }
        assert_eq!(with("").unwrap_err(), ProfileError::Missing { key: "base_url" });
        assert_eq!(Profile::parse("name = \" \"").unwrap_err(), ProfileError::Missing { key: "name" });
    }

    #[test]
    fn a_slip_in_the_secrets_line_does_not_show_the_secret() {
        let error = with("client_secret = \"hush\nbase_url = \"https://x.ru\"").unwrap_err();
        assert!(matches!(error, ProfileError::Syntax { line: 3, .. }), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("hush"));
        let shown = format!("{:?}", with("client_secret = \"hush\"\nbase_url = \"https://x.ru\"").unwrap());
        assert!(!shown.contains("hush"));
    }
}
