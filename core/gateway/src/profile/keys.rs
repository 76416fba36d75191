//! The keys of a profile file, each read with its own complaint.

use fl_domain::{Date, dates, service::Capability};
use serde::{Deserialize, de::IntoDeserializer};
use toml::{Table, Value};
use url::{Host, Url};

use super::{AddressFault, ProfileError};

const PEM_BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const PEM_END: &str = "-----END CERTIFICATE-----";

/// An address that may be used: https, or http to this machine itself, without a name or a password in it.
pub(crate) fn address(key: &'static str, text: &str) -> Result<Url, ProfileError> {
    let fault = |fault| ProfileError::Address { key, fault };
    let url = Url::parse(text).map_err(|_| fault(AddressFault::NotAUrl))?;
    if url.host().is_none() {
        return Err(fault(AddressFault::NotAUrl));
    }
    match url.scheme() {
        "https" => {}
        "http" if is_this_machine(&url) => {}
        _ => return Err(fault(AddressFault::NotHttps)),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(fault(AddressFault::Credentials));
    }
    Ok(url)
}

/// Whether an address is on this machine itself: `localhost` or a loopback address (RFC 6761, 6.3; RFC 1122, 3.2.1.3).
pub(super) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        None => false,
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
    }
}

fn capability(name: &str) -> Result<Capability, serde::de::value::Error> {
    Capability::deserialize(name.into_deserializer())
}

/// The file's keys; each is taken out when it is read, so what is left over is unknown.
pub(super) struct Keys(Table);

impl Keys {
    /// A byte order mark before it is how some editors begin a file, and no part of it.
    pub(super) fn read(toml: &str) -> Result<Self, ProfileError> {
        let toml = toml.strip_prefix('\u{feff}').unwrap_or(toml);
        toml.parse().map(Self).map_err(|error: toml::de::Error| {
            // The error's own Display quotes the line, which may be the secret's.
            let line = error
                .span()
                .and_then(|span| toml.get(..span.start))
                .map_or(0, |t| t.matches('\n').count() + 1);
            ProfileError::Syntax { line, message: error.message().to_owned() }
        })
    }

    pub(super) fn text(&mut self, key: &'static str) -> Result<Option<String>, ProfileError> {
        match self.0.remove(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.trim().to_owned())),
            Some(_) => Err(ProfileError::WrongType { key, expected: "a text" }),
        }
    }

    pub(super) fn needed(&mut self, key: &'static str) -> Result<String, ProfileError> {
        self.text(key)?.filter(|t| !t.is_empty()).ok_or(ProfileError::Missing { key })
    }

    pub(super) fn path(&mut self, key: &'static str, default: &str) -> Result<String, ProfileError> {
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

    pub(super) fn anchors(&mut self) -> Result<Vec<String>, ProfileError> {
        let mut anchors = self.texts("anchors")?.unwrap_or_default();
        for (index, pem) in anchors.iter_mut().enumerate() {
            let is_one = pem.starts_with(PEM_BEGIN)
                && pem.ends_with(PEM_END)
                && pem.matches("-----BEGIN").count() == 1
                && pem.matches("-----END").count() == 1;
            if !is_one {
                return Err(ProfileError::Anchor { number: index + 1 });
            }
            pem.push('\n');
        }
        Ok(anchors)
    }

    /// The parts of the own contract, each once.
    pub(super) fn offers(&mut self) -> Result<Vec<Capability>, ProfileError> {
        let mut offers = Vec::new();
        for name in self.texts("offers")?.unwrap_or_default() {
            // By their names in the domain.
            let Ok(capability) = capability(&name) else {
                return Err(ProfileError::Capability { name });
            };
            if !offers.contains(&capability) {
                offers.push(capability);
            }
        }
        Ok(offers)
    }

    pub(super) fn hosts(&mut self) -> Result<Option<Vec<String>>, ProfileError> {
        let Some(names) = self.texts("hosts")? else { return Ok(None) };
        let host = |(index, name): (usize, &String)| match Host::parse(name) {
            Ok(host) => Ok(host.to_string()),
            Err(_) => Err(ProfileError::Host { number: index + 1 }),
        };
        names.iter().enumerate().map(host).collect::<Result<_, _>>().map(Some)
    }

    /// The number and the day on which it was known: one without the other is a slip.
    pub(super) fn contact_centre(&mut self) -> Result<Option<(String, Date)>, ProfileError> {
        const NUMBER: &str = "contact_centre";
        const AS_OF: &str = "contact_centre_as_of";
        let filled = |text: Option<String>| text.filter(|t| !t.is_empty());
        match (filled(self.text(NUMBER)?), filled(self.text(AS_OF)?)) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(ProfileError::Missing { key: NUMBER }),
            (Some(_), None) => Err(ProfileError::Missing { key: AS_OF }),
            (Some(number), Some(day)) => match dates::parse_iso(&day) {
                Some(day) => Ok(Some((number, day))),
                None => {
                    Err(ProfileError::WrongType { key: AS_OF, expected: "a date such as \"2026-11-24\"" })
                }
            },
        }
    }

    fn texts(&mut self, key: &'static str) -> Result<Option<Vec<String>>, ProfileError> {
        let wrong = || ProfileError::WrongType { key, expected: "a list of texts" };
        let Some(value) = self.0.remove(key) else { return Ok(None) };
        let Value::Array(list) = value else { return Err(wrong()) };
        let text = |value| match value {
            Value::String(text) => Ok(text.trim().to_owned()),
            _ => Err(wrong()),
        };
        list.into_iter().map(text).collect::<Result<_, _>>().map(Some)
    }

    pub(super) fn none_left(self) -> Result<(), ProfileError> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((key, _)) => Err(ProfileError::UnknownKey { key }),
        }
    }
}
