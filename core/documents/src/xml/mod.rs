//! XML (W3C XML 1.0, fifth edition): whether a document is well-formed.

use std::{borrow::Cow, collections::BTreeSet};

use fl_domain::attachment::{FileFault, FileKind};
use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesRef, BytesStart, Event},
};

const DAMAGED: FileFault = FileFault::Damaged { kind: FileKind::Xml };

/// How deep elements may stand in one another; our own. Whoever reads the file may go down with each.
const DEPTH_AT_MOST: usize = 256;
/// How long a declaration may be; our own. Those that are written have under a hundred bytes.
const DECLARATION_AT_MOST: usize = 512;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// The content begins as XML does: with a declaration or an element, after a byte order mark and white space.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes).trim_ascii_start();
    matches!(text, [b'<', b'?' | b'!' | b':' | b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.., ..])
}

/// Checks that the document is well-formed. What only begins with a tag and is not well-formed was no XML in the first place.
pub(crate) fn check(bytes: &[u8]) -> Result<(), FileFault> {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let is_declared = text.starts_with(b"<?xml");
    match check_text(&decoded(text)?) {
        Err(fault) if fault == DAMAGED && !is_declared => Err(FileFault::NotAccepted),
        told => told,
    }
}

/// The text in the encoding that it declares, UTF-8 without one. Others than these two are not accepted.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, FileFault> {
    let encoding = encoding(bytes)?;
    if encoding.eq_ignore_ascii_case("utf-8") {
        std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| DAMAGED)
    } else if encoding.eq_ignore_ascii_case("windows-1251") {
        Ok(bytes.iter().map(|byte| standing_for(*byte)).collect::<String>().into())
    } else {
        Err(FileFault::NotAccepted)
    }
}

/// Each letter stands for one byte and none for a sign of XML, which is all that is asked here: the letters from 0xC0 on are the right ones,
/// those before are not.
fn standing_for(byte: u8) -> char {
    if byte.is_ascii() { char::from(byte) } else { char::from_u32(0x350 + u32::from(byte)).unwrap_or('?') }
}

fn encoding(bytes: &[u8]) -> Result<String, FileFault> {
    const UNDECLARED: &str = "utf-8";
    if !bytes.starts_with(b"<?xml") {
        return Ok(UNDECLARED.to_owned());
    }
    let begin = bytes.get(..DECLARATION_AT_MOST).unwrap_or(bytes);
    let end = begin.windows(2).position(|two| two == b"?>").ok_or(DAMAGED)?;
    let declaration = begin.get(..end + 2).and_then(|text| std::str::from_utf8(text).ok()).ok_or(DAMAGED)?;
    let Ok(Event::Decl(declaration)) = Reader::from_str(declaration).read_event() else {
        return Err(DAMAGED);
    };
    match declaration.encoding() {
        None => Ok(UNDECLARED.to_owned()),
        Some(name) => name.map(Cow::into_owned).map_err(|_| DAMAGED),
    }
}

fn check_text(text: &str) -> Result<(), FileFault> {
    if !text.chars().all(is_allowed) {
        return Err(DAMAGED);
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let (mut depth, mut has_root) = (0_usize, false);
    loop {
        let is_first = reader.buffer_position() == 0;
        let event = reader.read_event().map_err(|_| DAMAGED)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                check_tag(tag)?;
                if depth == 0 && has_root {
                    return Err(DAMAGED);
                }
                has_root = true;
                if matches!(event, Event::Start(_)) {
                    depth += 1;
                }
                if depth > DEPTH_AT_MOST {
                    return Err(FileFault::NotAccepted);
                }
            }
            Event::End(_) => depth = depth.checked_sub(1).ok_or(DAMAGED)?,
            Event::Text(text) if depth > 0 || text.trim().is_empty() => {}
            Event::CData(_) if depth > 0 => {}
            Event::GeneralRef(name) if depth > 0 => check_reference(name)?,
            Event::Decl(declaration) if is_first && declaration.version().is_ok() => {}
            Event::Comment(_) | Event::PI(_) => {}
            // It could declare what one word is to be expanded to, or a file to be fetched.
            Event::DocType(_) => return Err(FileFault::NotAccepted),
            Event::Eof if depth == 0 && has_root => return Ok(()),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) | Event::Decl(_) | Event::Eof => {
                return Err(DAMAGED);
            }
        }
    }
}

/// Section 2.2, the characters of a document.
const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The name is one, and its attributes are written and named as they have to be, each once.
fn check_tag(tag: &BytesStart<'_>) -> Result<(), FileFault> {
    if !is_name(tag.name().as_ref()) || tag.attributes_raw().contains('<') {
        return Err(DAMAGED);
    }
    let mut names = BTreeSet::new();
    // The reader's own search for a name that stands twice compares each with all: here a set does.
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| DAMAGED)?;
        let name = attribute.key.into_inner();
        if !is_name(name) || !names.insert(name) {
            return Err(DAMAGED);
        }
        for after in attribute.value.split('&').skip(1) {
            let (reference, _) = after.split_once(';').ok_or(DAMAGED)?;
            check_reference(&BytesRef::new(reference))?;
        }
    }
    Ok(())
}

/// As far as matters here: no digit first, and none of XML's own signs. Section 2.3 has the whole of it.
fn is_name(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_punctuation() && !['_', ':', '-', '.'].contains(&c);
    name.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ':')
        && !name.contains(|c: char| is_sign(c) || c.is_whitespace())
}

/// A character by its number, or one of the five words that need no declaration.
fn check_reference(name: &BytesRef<'_>) -> Result<(), FileFault> {
    let is_known = match name.resolve_char_ref() {
        Ok(Some(letter)) => is_allowed(letter),
        Ok(None) => resolve_predefined_entity(name).is_some(),
        Err(_) => false,
    };
    if is_known { Ok(()) } else { Err(DAMAGED) }
}

#[cfg(test)]
mod tests;
