//! From a line to a script.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    Answer, BODY_MAX, Condition, Content, Edit, HEADER_MAX, LINE_MAX, PARTS_MAX, PATH_MAX, Pattern, Pointer,
    Script, Sending, cursor::Cursor, edit::Value,
};

type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'a;

/// All that can be said of an answer, for whoever said something else.
const WORDS: &str = "status, header, no header, body, json, file, base64, empty, set, remove, request set, request remove, \
                     done, dropped, wait, length, cut, stall, drip, endless, once, times, always";

pub(super) fn script(line: &str, files: &Files<'_>) -> Result<Script, String> {
    if line.len() > LINE_MAX {
        return Err(format!("a line is at most {LINE_MAX} bytes long"));
    }
    if let Some(c) = line.chars().find(|c| c.is_control() && *c != '\t') {
        let code = u32::from(c);
        return Err(format!(
            "control characters stand in quotes as \\u{code:04x}, \\n and the like, not as they are"
        ));
    }
    let mut cursor = Cursor::new(line);
    let (method, path) = path(&mut cursor)?;
    let mut pattern = Pattern { method, path, conditions: Vec::new(), whose: None };
    if cursor.takes("as") {
        if !cursor.takes("before") || !cursor.is_at_end() {
            return Err(cursor.wrong("it is `PATH as before` and nothing more"));
        }
        return Ok(Script { pattern, answer: None });
    }
    let mut reader = Reader { cursor, files, answer: Answer::default(), said: Vec::new(), media: None };
    reader.pattern(&mut pattern)?;
    while !reader.cursor.is_at_end() {
        reader.part()?;
    }
    let answer = reader.whole()?;
    Ok(Script { pattern, answer: Some(answer) })
}

fn path(cursor: &mut Cursor<'_>) -> Result<(Option<String>, String), String> {
    let missing = "a path such as /ens/general, or * for any";
    let first = cursor.next();
    let is_method = !first.is_empty() && first.bytes().all(|b| b.is_ascii_uppercase());
    let method = if is_method { Some(cursor.word(missing)?.to_owned()) } else { None };
    if let Some(word) = &method
        && ![
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
            Method::HEAD,
            Method::OPTIONS,
        ]
        .iter()
        .any(|known| known.as_str() == word)
    {
        return Err(cursor.wrong(format!("{word} is no method of HTTP")));
    }
    let path = cursor.next();
    if path != "*" && !path.starts_with('/') {
        return Err(cursor.wrong(format!("{missing} is wanted, not {path:?}")));
    }
    if path.contains(['?', '#']) {
        return Err(cursor.wrong("a path has no query: say `with NAME=VALUE` behind it"));
    }
    if path.len() > PATH_MAX {
        return Err(cursor.wrong(format!("a path is at most {PATH_MAX} bytes long")));
    }
    Ok((method, cursor.word(missing)?.to_owned()))
}

struct Reader<'l, 'f> {
    cursor: Cursor<'l>,
    files: &'f Files<'f>,
    answer: Answer,
    /// What can be said once only and was.
    said: Vec<&'static str>,
    /// What kind of file the body is from.
    media: Option<&'static str>,
}

impl Reader<'_, '_> {
    fn pattern(&mut self, pattern: &mut Pattern) -> Result<(), String> {
        loop {
            if self.cursor.takes("with") {
                pattern.conditions.push(self.condition()?);
                self.few(pattern.conditions.len())?;
            } else if self.cursor.takes("for") {
                self.once("for")?;
                pattern.whose = Some(self.cursor.text("a taxpayer's key or INN")?);
            } else {
                return Ok(());
            }
        }
    }

    fn condition(&mut self) -> Result<Condition, String> {
        let name = self.cursor.name('=', "NAME or /POINTER")?;
        if !self.cursor.goes_on() {
            return Err(self.cursor.wrong("a value is missing behind `=`"));
        }
        if name.starts_with('/') {
            let pointer = self.checked(name)?;
            return Ok(Condition::Member { pointer, value: self.cursor.raw("the value")? });
        }
        Ok(Condition::Named { name, value: self.cursor.text("the value")? })
    }

    fn part(&mut self) -> Result<(), String> {
        let word = self.cursor.next();
        match word {
            "with" | "for" => Err(self.cursor.wrong(format!("`{word}` stands before what is answered"))),
            "as" => Err(self.cursor.wrong("it is `PATH as before` and nothing more")),
            "always" | "once" => {
                self.word()?;
                self.times((word == "once").then_some(1))
            }
            word if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) => {
                let times = self.number("a count", 1, u32::MAX)?;
                if !self.cursor.takes("times") {
                    return Err(self.cursor.wrong(format!("`times` is missing behind {word}")));
                }
                self.times(Some(times))
            }
            "no" | "header" => self.header(),
            "body" | "json" | "file" | "base64" | "empty" => self.body(),
            "set" | "remove" | "request" => self.edit(),
            "status" | "done" | "dropped" | "wait" => self.plain(),
            "length" | "cut" | "stall" | "drip" | "endless" => self.sending(),
            _ => Err(self.cursor.wrong(format!("{word:?} says nothing of an answer; there are {WORDS}"))),
        }
    }

    fn word(&mut self) -> Result<&str, String> {
        self.cursor.word("a word")
    }

    fn times(&mut self, times: Option<u32>) -> Result<(), String> {
        self.once("how often")?;
        self.answer.times = times;
        Ok(())
    }

    fn plain(&mut self) -> Result<(), String> {
        match self.word()? {
            "status" => {
                self.once("status")?;
                self.answer.status = Some(self.number("a status", 200, 599)?);
            }
            "done" => {
                self.once("done")?;
                self.answer.is_done = true;
            }
            "dropped" => {
                self.once("dropped")?;
                self.answer.is_dropped = true;
            }
            _ => {
                self.once("wait")?;
                self.answer.wait = Some(self.span()?);
            }
        }
        Ok(())
    }

    fn header(&mut self) -> Result<(), String> {
        let is_left_out = self.cursor.takes("no");
        if !self.cursor.takes("header") {
            return Err(self.cursor.wrong("it is `no header NAME`"));
        }
        let name = self.cursor.text("a header's name")?;
        HeaderName::try_from(&name)
            .map_err(|_| self.cursor.wrong(format!("{name:?} is no header's name")))?;
        // What hyper writes by itself would contradict it.
        if name.eq_ignore_ascii_case("content-length") || name.eq_ignore_ascii_case("transfer-encoding") {
            return Err(self
                .cursor
                .wrong(format!("{name} is not set as a header: say `length N`, or `drip`")));
        }
        let value = if is_left_out { None } else { Some(self.cursor.text("the header's value")?) };
        if let Some(value) = &value {
            if value.len() > HEADER_MAX {
                return Err(self
                    .cursor
                    .wrong(format!("a header's value is at most {HEADER_MAX} bytes long")));
            }
            HeaderValue::from_str(value)
                .map_err(|_| self.cursor.wrong(format!("{value:?} cannot be a header's value")))?;
        }
        self.answer.headers.push((name, value));
        self.few(self.answer.headers.len())
    }

    fn body(&mut self) -> Result<(), String> {
        self.once("a body")?;
        let content = match self.word()? {
            "empty" => Content::Empty,
            "body" => Content::Text(self.cursor.text("the body")?),
            "json" => Content::Json(self.cursor.raw("the body")?),
            "base64" => {
                let text = self.cursor.text("the body")?;
                let bytes =
                    STANDARD.decode(&text).map_err(|why| self.cursor.wrong(format!("no base64: {why}")))?;
                Content::Bytes(bytes)
            }
            _ => {
                let name = self.cursor.text("a file's name")?;
                let bytes = (self.files)(&name).map_err(|why| self.cursor.wrong(why))?;
                self.media = Some(media(&name));
                String::from_utf8(bytes).map_or_else(|why| Content::Bytes(why.into_bytes()), Content::Text)
            }
        };
        let size = match &content {
            Content::Empty => 0,
            Content::Text(text) | Content::Json(text) => text.len(),
            Content::Bytes(bytes) => bytes.len(),
        };
        if size > BODY_MAX {
            return Err(self.cursor.wrong(format!("a body is at most {BODY_MAX} bytes long")));
        }
        self.answer.body = Some(content);
        Ok(())
    }

    fn edit(&mut self) -> Result<(), String> {
        let of_request = self.cursor.takes("request");
        let edit = if self.cursor.takes("set") {
            let pointer = self.pointer()?;
            let value = if self.cursor.takes("raw") {
                Value::Raw(self.cursor.text("the value")?)
            } else {
                Value::Json(self.cursor.raw("the value (what is no JSON is `raw \"TEXT\"`)")?)
            };
            Edit::Set(pointer, value)
        } else if self.cursor.takes("remove") {
            let pointer = self.pointer()?;
            if pointer.is_whole() {
                return Err(self.cursor.wrong("only a part of a body can be removed: say `empty`"));
            }
            Edit::Remove(pointer)
        } else {
            return Err(self.cursor.wrong("of a request one can `set /POINTER VALUE` or `remove /POINTER`"));
        };
        let edits = if of_request { &mut self.answer.asked } else { &mut self.answer.edits };
        edits.push(edit);
        let count = edits.len();
        self.few(count)
    }

    fn sending(&mut self) -> Result<(), String> {
        self.once("how it is sent")?;
        self.answer.sending = Some(match self.word()? {
            "length" => Sending::Length(self.number("a length in bytes", 0, u64::MAX)?),
            "cut" => Sending::Cut(self.number("a count of bytes", 0, usize::MAX)?),
            "stall" => Sending::Stall(self.number("a count of bytes", 0, usize::MAX)?),
            "endless" => Sending::Endless,
            _ => {
                let bytes = self.number("a count of bytes", 1, usize::MAX)?;
                if !self.cursor.takes("every") {
                    return Err(self.cursor.wrong("it is `drip BYTES every TIME`"));
                }
                Sending::Drip { bytes, every: self.span()? }
            }
        });
        Ok(())
    }

    /// What is said contradicts nothing else that is.
    fn whole(mut self) -> Result<Answer, String> {
        let answer = &self.answer;
        let says_more = answer.status.is_some()
            || !answer.headers.is_empty()
            || answer.body.is_some()
            || !answer.edits.is_empty()
            || answer.sending.is_some();
        if answer.is_dropped && says_more {
            return Err(self.cursor.wrong("what is dropped has no status, headers, body or way of sending"));
        }
        let is_changed = says_more || answer.is_dropped || answer.wait.is_some() || !answer.asked.is_empty();
        if !is_changed {
            return Err(self.cursor.wrong(format!("what is answered is missing; there are {WORDS}")));
        }
        let is_instead = answer.is_dropped || answer.body.is_some();
        if answer.is_done && !is_instead {
            return Err(self
                .cursor
                .wrong("`done` goes with a body or `dropped`: all else changes what was done anyway"));
        }
        if is_instead && !answer.is_done && !answer.asked.is_empty() {
            return Err(self.cursor.wrong("nobody reads the changed request: say `done` too"));
        }
        if let Some(media) = self.media.take() {
            let has_type =
                self.answer.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
            if !has_type {
                self.answer.headers.push(("Content-Type".to_owned(), Some(media.to_owned())));
            }
        }
        Ok(self.answer)
    }

    fn pointer(&mut self) -> Result<Pointer, String> {
        let text = self.cursor.text("a JSON pointer such as /content/0/amount")?;
        self.checked(text)
    }

    fn checked(&self, text: String) -> Result<Pointer, String> {
        Pointer::parse(text).map_err(|why| self.cursor.wrong(why))
    }

    fn once(&mut self, what: &'static str) -> Result<(), String> {
        if self.said.contains(&what) {
            return Err(self.cursor.wrong(format!("{what} is said twice")));
        }
        self.said.push(what);
        Ok(())
    }

    fn few(&self, count: usize) -> Result<(), String> {
        if count > PARTS_MAX {
            return Err(self.cursor.wrong(format!("a line has at most {PARTS_MAX} of these")));
        }
        Ok(())
    }

    fn number<T>(&mut self, what: &str, least: T, most: T) -> Result<T, String>
    where
        T: Copy + std::str::FromStr + PartialOrd + std::fmt::Display,
    {
        let word = self.cursor.word(what)?;
        let is_plain = word.bytes().all(|b| b.is_ascii_digit());
        let number = word.parse().ok().filter(|number| is_plain && least <= *number && *number <= most);
        number.ok_or_else(|| self.cursor.wrong(format!("{word:?} is not {what} from {least} to {most}")))
    }

    /// `250ms`, `30s`, `6m`, `24h`.
    fn span(&mut self) -> Result<Duration, String> {
        let word = self.cursor.word("a length of time")?;
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let unit = match word.get(number.len()..) {
            Some("ms") => 1,
            Some("s") => 1_000,
            Some("m") => 60_000,
            Some("h") => 3_600_000,
            _ => 0,
        };
        let is_plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let span = number.parse::<u32>().ok().filter(|_| is_plain && unit > 0);
        span.map(|number| Duration::from_millis(u64::from(number) * unit)).ok_or_else(|| {
            self.cursor.wrong(format!("{word:?} is no length of time: write 250ms, 30s, 6m or 24h"))
        })
    }
}

/// What a file of this name is served as.
fn media(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "json" => "application/json;charset=UTF-8",
        "html" => "text/html; charset=utf-8",
        "xml" => "application/xml;charset=UTF-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "gif" => "image/gif",
        "jpg" | "jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    }
}
