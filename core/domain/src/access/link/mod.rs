//! Whether a link leads to the service: the guard against phishing.
//!
//! Only the host decides, and only one that is written plainly is trusted: whatever two readers of a link could take differently
//! is suspicious (our own rule). Links are never opened here; a text judged without a scheme is to be opened with `https://`
//! before it.

mod hosts;
mod letters;
mod likeness;
mod parts;

pub use hosts::Hosts;

use super::signs::is_unseen;
use hosts::{is_known_fake, is_loopback, is_numeric, is_plain_name};
use letters::{first_trick, skeleton};
use likeness::look_alike;
use parts::{Parts, Scheme, Text, host_and_port, percent_decoded, read};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// To the service.
    Service,
    /// To Gosuslugi.
    Esia,
    /// It is made to look like something else.
    Suspicious(Trick),
    /// To somewhere else, openly.
    Foreign {
        /// Where to, in lower case.
        host: String,
    },
    /// The text is no link, or not one alone.
    NotALink,
}

/// What makes a link suspicious.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trick {
    /// Its host has the name of a trusted one in it, or one that reads like it.
    LookAlike {
        /// The trusted host.
        of: String,
    },
    /// Its host is given for the service's in many texts, and is not (account rules, Other services).
    KnownFake,
    /// A letter that only looks like a Latin one.
    Homoglyph {
        /// Where in the text, in characters from 1, white space around it not counted.
        position: usize,
        /// Which.
        letter: char,
    },
    /// A name of another script in its encoded form, `xn--…`, which nobody can read.
    Punycode,
    /// A name before an @, which is not where the link leads.
    UserInfo,
    /// A trusted host, but anyone on the way can read and change what is sent.
    NotHttps,
    /// A backslash after this name, which is where a browser goes, and another name behind it.
    Backslash {
        /// Where a browser goes.
        host: String,
    },
    /// A number instead of a name.
    NumericHost,
    /// A trusted host, but not the port of web pages.
    OddPort,
    /// No page at all: a script, a file, another app.
    Script,
    /// Something in it is not what is seen: control characters, marks of writing direction, characters of no width, a host in
    /// percent signs, backslashes for slashes.
    Hidden,
}

/// Judges a text that may be a link; white space around it is passed over.
pub fn judge(text: &str, hosts: &Hosts) -> Verdict {
    let text = text.trim();
    // A browser takes tabs and ends of line out, and a person sees none of the others either: the text is judged as it is seen.
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let verdict = match read(seen.trim(), hosts) {
        Text::Prose => Verdict::NotALink,
        Text::Script => Verdict::Suspicious(Trick::Script),
        Text::Insecure => Verdict::Suspicious(Trick::NotHttps),
        Text::FalseScheme { position, letter } => Verdict::Suspicious(Trick::Homoglyph { position, letter }),
        Text::Web(parts) => of_parts(&parts, hosts),
    };
    let is_one_word = !seen.trim().contains(char::is_whitespace);
    match verdict {
        Verdict::NotALink => Verdict::NotALink,
        _ if seen.len() != text.len() => Verdict::Suspicious(Trick::Hidden),
        // More than a link: a warning stays one, but nothing is vouched for.
        Verdict::Suspicious(trick) => Verdict::Suspicious(trick),
        other if is_one_word => other,
        _ => Verdict::NotALink,
    }
}

fn of_parts(parts: &Parts<'_>, hosts: &Hosts) -> Verdict {
    // A browser reads a backslash as a slash: the name ends there, and what stands behind it, with its @, is a path.
    if let Some((name, _)) = parts.authority.split_once('\\').filter(|(name, _)| !name.contains('@')) {
        let (host, _) = host_and_port(name);
        return Verdict::Suspicious(Trick::Backslash { host: host.to_lowercase() });
    }
    if let Some((name, _)) = parts.authority.split_once('@') {
        // Without a scheme this is how an address is written, unless its name is one of a host.
        let is_trick = parts.is_explicit || (name.contains('.') && is_about_trusted(name, hosts));
        return if is_trick { Verdict::Suspicious(Trick::UserInfo) } else { Verdict::NotALink };
    }
    if parts.host.is_ascii() {
        return of_host(parts, hosts);
    }
    if !parts.is_explicit && !letters::could_be_a_host(parts.host) {
        return Verdict::NotALink;
    }
    let is_imitation = is_about_trusted(&skeleton(parts.host), hosts);
    if let Some((index, letter)) = first_trick(parts.host, is_imitation) {
        return Verdict::Suspicious(Trick::Homoglyph { position: parts.before + index + 1, letter });
    }
    openly(parts, parts.host.to_lowercase())
}

/// Trusted, a known fake, or like one of them.
fn is_about_trusted(host: &str, hosts: &Hosts) -> bool {
    let host = host.to_ascii_lowercase();
    hosts.trusted(&host).is_some() || is_known_fake(&host) || look_alike(&host, hosts).is_some()
}

/// A host in ASCII.
fn of_host(parts: &Parts<'_>, hosts: &Hosts) -> Verdict {
    let suspicious = Verdict::Suspicious;
    let Some(written) = percent_decoded(parts.host) else {
        return suspicious(Trick::Hidden);
    };
    let lower = written.to_ascii_lowercase();
    let host = lower.strip_suffix('.').unwrap_or(&lower);
    if host.is_empty() {
        return Verdict::NotALink;
    }
    if is_known_fake(host) {
        return suspicious(Trick::KnownFake);
    }
    let trusted = hosts.trusted(host);
    if is_numeric(host) && trusted.is_none() {
        // Without a scheme a number with a point is a number; four of them are an address.
        let is_address = parts.is_explicit || host.split('.').count() == 4;
        return if is_address { suspicious(Trick::NumericHost) } else { Verdict::NotALink };
    }
    if trusted.is_none() && !parts.is_explicit && !letters::could_be_a_host(host) {
        return Verdict::NotALink;
    }
    if host.split('.').any(|label| label.starts_with("xn--")) {
        return suspicious(Trick::Punycode);
    }
    if let Some(verdict) = trusted {
        return match parts.scheme {
            _ if parts.is_sloppy => suspicious(Trick::Hidden),
            // A service on this very machine, which somebody listed on purpose: nothing goes over a wire.
            _ if is_loopback(host) && parts.port.is_none_or(is_port) => verdict,
            _ if is_loopback(host) => suspicious(Trick::OddPort),
            Scheme::Http => suspicious(Trick::NotHttps),
            Scheme::Https if matches!(parts.port, None | Some("" | "443")) => verdict,
            Scheme::Https => suspicious(Trick::OddPort),
        };
    }
    if let Some(of) = look_alike(host, hosts) {
        return suspicious(Trick::LookAlike { of });
    }
    if is_plain_name(host) { openly(parts, host.to_owned()) } else { unreadable(parts) }
}

/// Somewhere else, if that is written so that everyone reads the same.
fn openly(parts: &Parts<'_>, host: String) -> Verdict {
    let is_plain = !parts.is_sloppy && parts.port.is_none_or(is_port);
    if is_plain { Verdict::Foreign { host } } else { unreadable(parts) }
}

/// A number a port can have, or nothing.
fn is_port(text: &str) -> bool {
    text.is_empty() || (text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok())
}

const fn unreadable(parts: &Parts<'_>) -> Verdict {
    if parts.is_sloppy { Verdict::Suspicious(Trick::Hidden) } else { Verdict::NotALink }
}

#[cfg(test)]
mod tests;
