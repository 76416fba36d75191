//! The parts of a link, taken from the text as it stands: a parser that repairs would hide what is wrong with it.

use super::{Hosts, letters::skeleton};

/// Schemes that run, read or start something instead of showing a page.
const SCRIPTS: [&str; 14] = [
    "javascript",
    "vbscript",
    "data",
    "blob",
    "file",
    "filesystem",
    "content",
    "intent",
    "android-app",
    "market",
    "about",
    "view-source",
    "chrome",
    "jar",
];

/// How a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Https,
    Http,
}

/// What a text is at first sight.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// A link to a page.
    Web(Parts<'a>),
    /// A script, a file, another app.
    Script,
    /// To a host, in a way that is no page and not protected.
    Insecure,
    /// `https` in letters that are not its own.
    FalseScheme { position: usize, letter: char },
    /// Anything else.
    Prose,
}

/// A link to a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// How; `https` without a scheme.
    pub(super) scheme: Scheme,
    /// The scheme was written.
    pub(super) is_explicit: bool,
    /// Up to the first slash, question mark or hash.
    pub(super) authority: &'a str,
    /// Of the authority, without its port.
    pub(super) host: &'a str,
    /// Of the authority; empty after a colon alone.
    pub(super) port: Option<&'a str>,
    /// So many characters of the text stand before the authority.
    pub(super) before: usize,
    /// Readers of links differ about it: slashes are missing, too many or backward, or the host is in percent signs.
    pub(super) is_sloppy: bool,
}

/// Takes a text without unseen characters apart.
pub(super) fn read<'a>(text: &'a str, hosts: &Hosts) -> Text<'a> {
    let (scheme, is_explicit, rest) = match scheme(text, hosts) {
        Some((name, rest)) => match name.as_str() {
            "https" => (Scheme::Https, true, rest),
            "http" => (Scheme::Http, true, rest),
            "ftp" | "ftps" | "ws" | "wss" if rest.starts_with(['/', '\\']) => return Text::Insecure,
            name if SCRIPTS.contains(&name) => return Text::Script,
            // Whatever else leads to a place is for another app; `tel:`, `mailto:` and a word with a colon are not links to one.
            _ if rest.starts_with("//") => return Text::Script,
            _ => return Text::Prose,
        },
        None if text.starts_with("//") => (Scheme::Https, true, text),
        None => match text.split_once("://") {
            Some((head, _)) if !head.is_ascii() => return false_scheme(head),
            _ => (Scheme::Https, false, text),
        },
    };
    let open = rest.trim_start_matches(['/', '\\']);
    let slashes = &rest[..rest.len() - open.len()];
    // A backslash is a slash to some readers and a part of the name to others: both get to see all of it.
    let segment = before(open, |c| matches!(c, '/' | '?' | '#') || c.is_whitespace());
    let has_two_readings = segment.contains('\\');
    let authority = if segment.contains('@') { segment } else { before(segment, |c| c == '\\') };
    if !is_explicit && !slashes.is_empty() {
        return Text::Prose;
    }
    let (host, port) = host_and_port(authority);
    Text::Web(Parts {
        scheme,
        is_explicit,
        authority,
        host,
        port,
        before: text[..text.len() - open.len()].chars().count(),
        is_sloppy: (is_explicit && slashes != "//") || has_two_readings || host.contains('%'),
    })
}

fn before(text: &str, is_end: impl Fn(char) -> bool) -> &str {
    text.find(is_end).map_or(text, |end| &text[..end])
}

/// The scheme in lower case and what follows its colon. `nalog.ru:8443` and a listed `localhost:80` are a host and its port.
fn scheme<'a>(text: &'a str, hosts: &Hosts) -> Option<(String, &'a str)> {
    let (head, rest) = text.split_once(':')?;
    let is_scheme = head.starts_with(|c: char| c.is_ascii_alphabetic())
        && head.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let name = head.to_ascii_lowercase();
    let is_host = (name.contains('.') || hosts.trusted(&name).is_some()) && !rest.starts_with("//");
    (is_scheme && !is_host).then_some((name, rest))
}

/// A scheme that is not in ASCII, and only looks as if it were.
fn false_scheme(head: &str) -> Text<'_> {
    let is_imitation = matches!(skeleton(head).to_ascii_lowercase().as_str(), "https" | "http");
    match head.chars().enumerate().find(|(_, c)| !c.is_ascii()) {
        Some((index, letter)) if is_imitation => Text::FalseScheme { position: index + 1, letter },
        _ => Text::Prose,
    }
}

pub(super) fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    // An address of numbers and colons stands in brackets.
    let from = authority.rfind(']').map_or(0, |bracket| bracket + 1);
    match authority[from..].rfind(':') {
        Some(colon) => (&authority[..from + colon], Some(&authority[from + colon + 1..])),
        None => (authority, None),
    }
}

/// A host with its percent signs read, as a browser does; `None` if they stand for something that is not ASCII.
pub(super) fn percent_decoded(host: &str) -> Option<String> {
    let mut decoded = String::with_capacity(host.len());
    let mut rest = host;
    while let Some((plain, code)) = rest.split_once('%') {
        decoded.push_str(plain);
        let byte = code.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok())?;
        if !byte.is_ascii_graphic() {
            return None;
        }
        decoded.push(char::from(byte));
        rest = &code[2..];
    }
    decoded.push_str(rest);
    Some(decoded)
}
