//! What a body is, whatever its `Content-Type` says: proxies and maintenance pages do not keep to it.

use quick_xml::{Reader, escape::resolve_predefined_entity, events::Event};

/// A body told by its first characters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content<'a> {
    /// Nothing but white space.
    Empty,
    /// Text that is not markup: JSON, if it is well.
    Text(&'a str),
    /// The XML error document in which an expired token may be answered.
    XmlError(XmlError),
    /// Other markup: a web page.
    Markup,
    /// No UTF-8.
    Binary,
}

/// The parts of an OAuth error in XML.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct XmlError {
    /// `<error>`, a code.
    pub(crate) error: Option<String>,
    /// `<error_description>`, words.
    pub(crate) description: Option<String>,
}

impl<'a> Content<'a> {
    /// Tells what `body` is; a byte order mark is passed over.
    pub(crate) fn of(body: &'a [u8]) -> Self {
        let Ok(text) = std::str::from_utf8(body) else { return Self::Binary };
        let text = text.trim_start_matches('\u{feff}').trim();
        match text.as_bytes().first() {
            None => Self::Empty,
            Some(b'<') => xml_error(text).map_or(Self::Markup, Self::XmlError),
            Some(_) => Self::Text(text),
        }
    }
}

/// Reads an error document whole; a web page, or XML that is cut off or says nothing of an error, is none.
fn xml_error(text: &str) -> Option<XmlError> {
    let mut reader = Reader::from_str(text);
    let mut found = XmlError::default();
    let mut depth = 0_usize;
    let mut inside = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                depth += 1;
                inside = match tag.local_name().as_ref() {
                    "error" if depth > 1 => Some(&mut found.error),
                    "error_description" => Some(&mut found.description),
                    "html" => return None,
                    _ => None,
                };
            }
            Event::Text(part) => push(&mut inside, &part),
            Event::CData(part) => push(&mut inside, &part),
            Event::GeneralRef(name) => {
                // What stands for no letter that is known is left as it is written.
                match (name.resolve_char_ref(), resolve_predefined_entity(&name)) {
                    (Ok(Some(letter)), _) => push(&mut inside, letter.encode_utf8(&mut [0; 4])),
                    (_, Some(letters)) => push(&mut inside, letters),
                    (Ok(None) | Err(_), None) => push(&mut inside, &format!("&{};", &*name)),
                }
            }
            Event::End(_) => {
                inside = None;
                depth = depth.checked_sub(1)?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    for slot in [&mut found.error, &mut found.description] {
        *slot = slot.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    let complete = depth == 0 && (found.error.is_some() || found.description.is_some());
    complete.then_some(found)
}

/// Text between the same tags comes in parts.
fn push(inside: &mut Option<&mut Option<String>>, part: &str) {
    if let Some(slot) = inside {
        slot.get_or_insert_default().push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_told_apart() {
        let table: [(&[u8], Content<'_>); 9] = [
            (b"", Content::Empty),
            (b" \r\n", Content::Empty),
            (b"\xef\xbb\xbf {\"a\":1}", Content::Text("{\"a\":1}")),
            (b"\"text\"", Content::Text("\"text\"")),
            (b"<!DOCTYPE html><html><body>x</body></html>", Content::Markup),
            (b"<html><error_description>x</error_description></html>", Content::Markup),
            (b"<a><error_description>cut", Content::Markup),
            (b"<<<<", Content::Markup),
            (b"\xff\xfe", Content::Binary),
        ];
        for (body, expected) in table {
            assert_eq!(Content::of(body), expected, "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn an_error_in_xml_is_read_with_and_without_a_code() {
        let table = [
            (
                "<?xml version=\"1.0\"?><oauth><error_description>Access token expired: x</error_description>\
                 <error>invalid_token</error></oauth>",
                Some("invalid_token"),
                "Access token expired: x",
            ),
            (
                "<InvalidTokenException>\n <error_description> expired </error_description>\n</InvalidTokenException>",
                None,
                "expired",
            ),
            ("<error><error_description>expired</error_description></error>", None, "expired"),
            (
                "<o><error_description>a &lt;b&gt; &amp; c&#33; &quot;d&quot; &#x44B; <![CDATA[<e> & f]]> &nosuch; g</error_description></o>",
                None,
                "a <b> & c! \"d\" ы <e> & f &nosuch; g",
            ),
            ("<error_description>expired</error_description>", None, "expired"),
        ];
        for (text, error, description) in table {
            let expected =
                XmlError { error: error.map(str::to_owned), description: Some(description.to_owned()) };
            assert_eq!(Content::of(text.as_bytes()), Content::XmlError(expected), "{text}");
        }
    }
}
