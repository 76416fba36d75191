//! Hosts that are trusted, hosts that are known not to be.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::Verdict;

/// Taken for the service's in many texts, and not its own (account rules, Other services).
const KNOWN_FAKES: [&str; 2] = ["nalog-ru.com", "tax.ru"];
/// RFC 1035, 2.3.4.
const HOST_AT_MOST: usize = 253;
const LABEL_AT_MOST: usize = 63;

/// Hosts that are trusted, in lower case: a name with a dot stands for itself and every host under it, anything else, such as
/// 127.0.0.1 or localhost, for itself alone. Listing a host of this very machine also allows it plain http and any port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosts {
    /// Of the service.
    pub service: Vec<String>,
    /// Of Gosuslugi.
    pub esia: Vec<String>,
}

/// The hosts of the account rules (Other services).
impl Default for Hosts {
    fn default() -> Self {
        Self {
            service: vec!["nalog.gov.ru".to_owned(), "nalog.ru".to_owned()],
            esia: vec!["gosuslugi.ru".to_owned()],
        }
    }
}

impl Hosts {
    /// The hosts of the account rules and more of the service's, such as the one this app is set up to talk to.
    pub fn with(extra: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut hosts = Self::default();
        for host in extra {
            let host = host.into().trim().trim_end_matches('.').to_ascii_lowercase();
            if !host.is_empty() && !hosts.service.contains(&host) {
                hosts.service.push(host);
            }
        }
        hosts
    }

    /// What a host in lower case, without a dot at its end, belongs to.
    pub(super) fn trusted(&self, host: &str) -> Option<Verdict> {
        let is_in = |list: &[String]| list.iter().any(|entry| covers(entry, host));
        if is_in(&self.service) {
            Some(Verdict::Service)
        } else if is_in(&self.esia) {
            Some(Verdict::Esia)
        } else {
            None
        }
    }

    /// All listed names, the service's first.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let all = self.service.iter().chain(&self.esia).map(String::as_str);
        all.filter(|entry| entry.contains('.') && is_plain_name(entry) && !is_numeric(entry))
    }
}

fn covers(entry: &str, host: &str) -> bool {
    if is_numeric(host) {
        return match (without_brackets(entry).parse::<Ipv6Addr>(), host.parse::<Ipv4Addr>()) {
            (Ok(entry), _) => host.starts_with('[') && without_brackets(host).parse() == Ok(entry),
            // Only as an address is written: 127.1 and 0x7f000001 are the same to some readers and nothing to others.
            (_, Ok(host)) => entry.parse() == Ok(host),
            _ => false,
        };
    }
    if !is_plain_name(host) || entry.is_empty() {
        return false;
    }
    let entry = entry.to_ascii_lowercase();
    let under = host.strip_suffix(entry.as_str()).and_then(|rest| rest.strip_suffix('.'));
    host == entry || (entry.contains('.') && under.is_some())
}

fn without_brackets(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

/// Labels of small letters, digits and hyphens, none empty.
pub(super) fn is_plain_name(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LABEL_AT_MOST).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    host.len() <= HOST_AT_MOST && host.split('.').all(is_label)
}

/// An address, or what a browser takes for one: its last part is a number (WHATWG URL, 3.5, "ends in a number").
pub(super) fn is_numeric(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or(host);
    let is_hex = last.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()));
    host.starts_with('[') || is_hex || (!last.is_empty() && last.bytes().all(|b| b.is_ascii_digit()))
}

/// This very machine.
pub(super) fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.parse::<Ipv4Addr>().is_ok_and(|host| host.is_loopback())
        || without_brackets(host).parse::<Ipv6Addr>().is_ok_and(|host| host.is_loopback())
}

/// A known fake or a host under it.
pub(super) fn is_known_fake(host: &str) -> bool {
    KNOWN_FAKES
        .into_iter()
        .any(|fake| host.strip_suffix(fake).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}
