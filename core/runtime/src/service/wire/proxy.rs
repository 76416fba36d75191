//! Which way leads to the service: straight, or through a proxy that the environment names.

use std::{fmt, net::IpAddr};

use fl_gateway::Profile;
use reqwest::Url;

/// By which names the environment says through what `https` goes; the first that says something counts, as curl has it.
const PROXIES: [&str; 4] = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
/// And for which hosts it does not.
const EXCEPTIONS: [&str; 2] = ["no_proxy", "NO_PROXY"];

/// A way to a service.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// Nobody is in between.
    Straight,
    /// Through this proxy, which is told the service's host and port and carries TLS that it cannot read.
    Through(Url),
    /// The environment names a proxy that this client cannot speak to; whether to go around it is not for us to decide.
    Barred(String),
}

impl Way {
    /// Decided by what the environment says. A service on this machine is never reached through anything: what is told to it
    /// would leave the machine, and over plain `http` anyone could read it. All others are reached over `https` alone
    /// ([`Profile::parse`]), so what is said of `http` means nothing here.
    pub(super) fn to(profile: &Profile, environment: impl Fn(&str) -> Option<String>) -> Self {
        let said = |names: &[&str]| {
            let texts = names.iter().filter_map(|name| environment(name));
            texts.map(|text| text.trim().to_owned()).find(|text| !text.is_empty())
        };
        if profile.is_this_machine() {
            return Self::Straight;
        }
        let Some(text) = said(&PROXIES) else { return Self::Straight };
        let host = profile.host().trim_start_matches('[').trim_end_matches(']');
        if said(&EXCEPTIONS)
            .is_some_and(|hosts| hosts.split(',').any(|entry| is_excepted(host, entry.trim())))
        {
            return Self::Straight;
        }
        let whole = if text.contains("://") { text } else { format!("http://{text}") };
        match Url::parse(&whole) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Self::Through(url),
            Ok(url) => Self::Barred(name(&url)),
            Err(_) => Self::Barred("unreadable".to_owned()),
        }
    }

    /// The proxy's host and port, for the log; never the name and password that it is given.
    pub(super) fn proxy(&self) -> Option<String> {
        match self {
            Self::Straight => None,
            Self::Through(url) => Some(name(url)),
            Self::Barred(name) => Some(name.clone()),
        }
    }
}

/// As in the log.
impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Straight => f.write_str("Straight"),
            Self::Through(url) => write!(f, "Through({})", name(url)),
            Self::Barred(name) => write!(f, "Barred({name})"),
        }
    }
}

fn name(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Whether an entry of the list of exceptions is about this host: `*`, a name with its subdomains, an address, a network.
fn is_excepted(host: &str, entry: &str) -> bool {
    if entry == "*" {
        return true;
    }
    if let Ok(address) = host.parse::<IpAddr>() {
        return match entry.split_once('/') {
            Some((network, bits)) => match (network.parse(), bits.parse()) {
                (Ok(network), Ok(bits)) => is_within(address, network, bits),
                _ => false,
            },
            None => entry.trim_matches(['[', ']']).parse() == Ok(address),
        };
    }
    let name = entry.trim_start_matches('*').trim_start_matches('.').to_ascii_lowercase();
    let host = host.to_ascii_lowercase();
    !name.is_empty() && host.strip_suffix(&name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn is_within(address: IpAddr, network: IpAddr, bits: u32) -> bool {
    let (address, network, width) = match (address, network) {
        (IpAddr::V4(a), IpAddr::V4(n)) => (u128::from(a.to_bits()), u128::from(n.to_bits()), 32),
        (IpAddr::V6(a), IpAddr::V6(n)) => (a.to_bits(), n.to_bits(), 128),
        (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => return false,
    };
    // A shift by all bits leaves nothing to compare: the network is all there is.
    bits <= width && (address ^ network).checked_shr(width - bits).unwrap_or(0) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(base: &str) -> Profile {
        Profile::parse(&format!("name = \"x\"\nclient_id = \"c\"\nbase_url = \"{base}\"")).unwrap()
    }

    /// By the texts of an environment, `name=text` each.
    fn way(base: &str, environment: &[&str]) -> Way {
        Way::to(&profile(base), |name| {
            let said = environment.iter().filter_map(|pair| pair.split_once('='));
            said.filter(|(own, _)| *own == name).map(|(_, text)| text.to_owned()).next()
        })
    }

    fn through(base: &str, environment: &[&str]) -> Option<String> {
        match way(base, environment) {
            Way::Through(url) => Some(url.to_string()),
            Way::Straight | Way::Barred(_) => None,
        }
    }

    #[test]
    fn this_machine_is_never_reached_through_anything() {
        let all = [
            "http_proxy=http://p.test:1",
            "HTTP_PROXY=http://p.test:1",
            "https_proxy=http://p.test:1",
            "HTTPS_PROXY=http://p.test:1",
            "all_proxy=http://p.test:1",
            "ALL_PROXY=http://p.test:1",
        ];
        let hosts = ["127.0.0.1:8080", "127.9.9.9", "[::1]:1", "localhost:1", "LOCALHOST"];
        for host in hosts {
            for scheme in ["http", "https"] {
                assert_eq!(way(&format!("{scheme}://{host}"), &all), Way::Straight, "{scheme} {host}");
            }
        }
        // What only begins like this machine is another one.
        for host in ["127.0.0.1.evil.test", "localhost.evil", "[::2]", "128.0.0.1", "my-localhost"] {
            let way = way(&format!("https://{host}"), &all);
            assert!(matches!(way, Way::Through(_)), "{host}: {way:?}");
        }
    }

    #[test]
    fn a_proxy_for_https_is_obeyed_and_named_without_its_password() {
        let base = "https://service.test";
        let table: [(&[&str], Option<&str>); 12] = [
            (&[], None),
            (&["http_proxy=http://p.test:1"], None),
            (&["https_proxy=http://p.test:1"], Some("http://p.test:1/")),
            (&["HTTPS_PROXY=p.test:1"], Some("http://p.test:1/")),
            (&["HTTPS_PROXY=p.test:1", "https_proxy=q.test:2"], Some("http://q.test:2/")),
            (&["https_proxy= ", "ALL_PROXY=https://p.test"], Some("https://p.test/")),
            (&["https_proxy=p.test:1", "no_proxy=other.test, .service.test"], None),
            (&["https_proxy=p.test:1", "NO_PROXY=*"], None),
            (&["https_proxy=p.test:1", "NO_PROXY=test"], None),
            (&["https_proxy=p.test:1", "NO_PROXY=vice.test,x.service.test,"], Some("http://p.test:1/")),
            (&["https_proxy=socks5://p.test:1"], None),
            (&["https_proxy=http://"], None),
        ];
        for (environment, expected) in table {
            assert_eq!(through(base, environment).as_deref(), expected, "{environment:?}");
        }
        let barred = [("socks5://p.test:1", "Barred(p.test:1)"), ("http://", "Barred(unreadable)")];
        for (text, expected) in barred {
            assert_eq!(format!("{:?}", way(base, &[&format!("https_proxy={text}")])), expected);
        }
        let way = way(base, &["https_proxy=http://me:hush@p.test"]);
        assert_eq!((way.proxy().as_deref(), &*format!("{way:?}")), (Some("p.test:80"), "Through(p.test:80)"));
    }

    #[test]
    fn addresses_and_networks_are_excepted_too() {
        let table = [
            ("10.1.2.3", "10.0.0.0/8", true),
            ("10.1.2.3", "10.1.2.3", true),
            ("10.1.2.3", "10.1.2.0/31", false),
            ("10.1.2.3", "0.0.0.0/0", true),
            ("10.1.2.3", "10.0.0.0/33", false),
            ("10.1.2.3", "fd00::/8", false),
            ("10.1.2.3", "2.3", false),
            ("fd00::1", "fd00::/8", true),
            ("fd00::1", "::/0", true),
            ("fd00::1", "[fd00::1]", true),
            ("fd00::1", "fe00::/8", false),
        ];
        for (host, entry, expected) in table {
            assert_eq!(is_excepted(host, entry), expected, "{host} {entry}");
        }
    }
}
