mod outside;

use thiserror::Error;

use crate::{
    FaultName, FaultSpec, Language, Service, Step, Story, Target, Verb,
    players::players,
    words::{Word, cut, span},
};
use outside::outside;

/// The line that every story has.
const PLAYED_BY: &str = "played by desk, compose, swift";

/// A line that is no step.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {why}")]
pub struct ParseError {
    /// Which line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

impl Story {
    /// Reads a story file.
    ///
    /// # Errors
    /// [`ParseError`] with the first line that is no step, or where the header lacks its `story`, `language`, `taxpayer` or
    /// `played by`.
    pub fn parse(file: &str) -> Result<Self, ParseError> {
        let (mut name, mut language, mut taxpayer, mut attested) = (None, None, None, false);
        let mut played_by = None;
        let mut steps = Vec::new();
        // Some editors put a byte order mark before all they write.
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        for (index, source) in file.lines().enumerate() {
            let line = index + 1;
            let at = |why| ParseError { line, why };
            if let Some(verb) = script(source) {
                steps.push(Step { line, source: source.trim().to_owned(), verb });
                continue;
            }
            let words = cut(source).map_err(at)?;
            let Some((Word::Bare(first), rest)) = words.split_first() else {
                if words.is_empty() {
                    continue;
                }
                return Err(at("a step begins with a word that is not in quotes".to_owned()));
            };
            match (first.as_str(), rest) {
                ("story", [Word::Quoted(text)]) if steps.is_empty() => name = Some(text.clone()),
                ("language", [Word::Bare(word)]) if steps.is_empty() => {
                    language = Some(match word.as_str() {
                        "en" => Language::En,
                        "ru" => Language::Ru,
                        _ => return Err(at(format!("`{word}` is no language: en or ru"))),
                    });
                }
                ("story" | "language", _) => {
                    return Err(at(format!("`{first}` belongs to the header and takes one word")));
                }
                ("played", [Word::Bare(by), names @ ..])
                    if by == "by" && steps.is_empty() && played_by.is_none() =>
                {
                    played_by = Some(players(names).map_err(at)?);
                }
                ("played", _) => {
                    return Err(at(format!("`played` stands in the header once, as `{PLAYED_BY}`")));
                }
                ("taxpayer", [Word::Bare(key)]) if taxpayer.is_none() => taxpayer = Some(key.clone()),
                ("service", [Word::Bare(word)]) if word == "attested" => {
                    if !steps.is_empty() {
                        return Err(at("`service attested` belongs to the header".to_owned()));
                    }
                    attested = true;
                }
                (first, rest) => {
                    let verb = verb(first, rest).map_err(at)?;
                    steps.push(Step { line, source: source.trim().to_owned(), verb });
                }
            }
        }
        let missing = |what: &str| ParseError { line: 0, why: format!("the header has no `{what}`") };
        Ok(Self {
            name: name.ok_or_else(|| missing("story"))?,
            language: language.ok_or_else(|| missing("language"))?,
            taxpayer: taxpayer.ok_or_else(|| missing("taxpayer"))?,
            attested,
            // Said in full: whoever writes a story copies the line and strikes out who need not play it.
            played_by: played_by.ok_or_else(|| missing(PLAYED_BY))?,
            steps,
        })
    }
}

/// `answer …`: what follows is cut into words by the sandbox's rules, not by a story's.
fn script(line: &str) -> Option<Verb> {
    let rest = line.trim().strip_prefix("answer")?;
    let is_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_word.then(|| Verb::Service(Service::Script(rest.trim().to_owned())))
}

impl Story {
    /// Has every scripted answer read by whoever knows its words, and keeps what they make of it: a line that is no longer
    /// bound to the folder that the story is from.
    ///
    /// # Errors
    /// [`ParseError`] with the first line that is none, and why.
    pub fn with_scripts(mut self, read: impl Fn(&str) -> Result<String, String>) -> Result<Self, ParseError> {
        for Step { line, verb, .. } in &mut self.steps {
            if let Verb::Service(Service::Script(script)) = verb {
                *script = read(script).map_err(|why| ParseError { line: *line, why })?;
            }
        }
        Ok(self)
    }
}

fn verb(first: &str, rest: &[Word]) -> Result<Verb, String> {
    use Word::{Bare, Quoted};
    let verb = match (first, rest) {
        ("taxpayer", [Bare(key)]) => Verb::Taxpayer(key.clone()),
        ("type", [Bare(key), Bare(text) | Quoted(text)]) => {
            Verb::Type { key: key.clone(), text: text.clone() }
        }
        ("paste", [Bare(key), Bare(text) | Quoted(text)]) => {
            Verb::Paste { key: key.clone(), text: text.clone() }
        }
        ("clear", [Bare(key)]) => Verb::Clear(key.clone()),
        ("tap", [Bare(key)]) => Verb::Tap(Target::Key(key.clone())),
        ("tap", [Quoted(label)]) => Verb::Tap(Target::Label(label.clone())),
        ("screen", [Bare(id)]) => Verb::Screen(id.clone()),
        ("see", [Quoted(text)]) => Verb::See(text.clone()),
        ("see", [Bare(key), Quoted(text)]) => Verb::SeeAt { key: key.clone(), text: text.clone() },
        ("not", [Bare(see), Quoted(text)]) if see == "see" => Verb::NotSee(text.clone()),
        ("not", [Bare(see), Bare(key)]) if see == "see" => Verb::Absent(key.clone()),
        ("link", [Quoted(url)]) => Verb::Link(url.clone()),
        ("back", []) => Verb::Back,
        ("refresh", []) => Verb::Refresh,
        ("scroll", [Bare(end)]) if end == "end" => Verb::ScrollEnd,
        ("offline", []) => Verb::Fault(FaultSpec { name: FaultName::Offline, time: None }),
        ("online", []) => Verb::NoFault(FaultName::Offline),
        ("fault", [Bare(name), args @ ..]) => Verb::Fault(fault(name, args)?),
        ("no", [Bare(what), Bare(name)]) if what == "fault" => Verb::NoFault(fault_name(name)?),
        ("no", [Bare(what)]) if what == "requests" => Verb::NoRequests,
        ("later", [Bare(word)]) => Verb::Later(span(word)?),
        ("clock", [Bare(way), Bare(word)]) if way == "back" => Verb::ClockBack(span(word)?),
        ("clock", [Bare(way), Bare(word)]) if way == "forward" => Verb::ClockForward(span(word)?),
        ("kill", []) => Verb::Kill,
        ("open", []) => Verb::Open,
        ("reinstall", []) => Verb::Reinstall,
        ("revoke", []) => Verb::Revoke,
        ("expire", []) => Verb::Expire,
        ("operation", [Bare(amount), Quoted(text)]) => {
            Verb::Operation { amount: amount_of(amount)?, text: text.clone() }
        }
        ("captcha", [Bare(answer)]) if answer == "answer" => Verb::CaptchaAnswer,
        ("forget", [Bare(what)]) if what == "requests" => Verb::ForgetRequests,
        ("requests", [Bare(count), Bare(path)]) => {
            Verb::Requests { count: number(count)?, path: path.clone() }
        }
        ("nothing", [Bare(kept)]) if kept == "kept" => Verb::NothingKept,
        ("sign", [Bare(into)]) if into == "in" => Verb::SignIn,
        ("choose", [Bare(what), Bare(pin)]) if what == "pin" => Verb::ChoosePin(pin.clone()),
        ("unlock", [Bare(pin)]) => Verb::Unlock(pin.clone()),
        ("lock", []) => Verb::Lock,
        _ => {
            return outside(first, rest)?
                .ok_or_else(|| format!("`{first}` with these words is no step; README.md has the list"));
        }
    };
    Ok(verb)
}

fn number<T: std::str::FromStr>(word: &str) -> Result<T, String> {
    word.parse().map_err(|_| format!("`{word}` is no count"))
}

fn fault_name(word: &str) -> Result<FaultName, String> {
    FaultName::of_word(word).ok_or_else(|| {
        let known: Vec<_> = FaultName::ALL.iter().map(|name| name.word()).collect();
        format!("`{word}` is no fault; there are {}", known.join(", "))
    })
}

fn fault(word: &str, args: &[Word]) -> Result<FaultSpec, String> {
    let name = fault_name(word)?;
    let time = match args {
        [] => None,
        [Word::Bare(time)] => Some(span(time)?),
        _ => return Err("a fault takes at most a length of time".to_owned()),
    };
    let takes_time = matches!(name, FaultName::Slow | FaultName::Closed);
    match (time.is_some(), takes_time) {
        (true, false) => Err(format!("`{word}` takes no length of time")),
        (false, true) => Err(format!("`{word}` takes a length of time")),
        _ => Ok(FaultSpec { name, time }),
    }
}

/// Roubles and two places, with a minus where money was taken.
fn amount_of(word: &str) -> Result<String, String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    match unsigned.split_once('.') {
        Some((roubles, kopecks)) if digits(roubles) && digits(kopecks) && kopecks.len() == 2 => {
            Ok(word.to_owned())
        }
        _ => Err(format!("`{word}` is no amount: write 1234.50 or -1234.50")),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const HEADER: &str = "story \"x\"\nlanguage en\ntaxpayer debt\nplayed by desk\n";

    fn step(line: &str) -> Result<Verb, ParseError> {
        Story::parse(&format!("{HEADER}{line}")).map(|story| story.steps[0].verb.clone())
    }

    #[test]
    fn the_header_is_needed_and_comes_first() {
        let story = Story::parse(&format!("# why\n\n{HEADER}open # now\n")).unwrap();
        assert_eq!(story.name, "x");
        assert_eq!(story.language, Language::En);
        assert_eq!(story.taxpayer, "debt");
        assert_eq!(story.steps[0], Step { line: 7, source: "open # now".to_owned(), verb: Verb::Open });
        assert_eq!(Story::parse("language en\ntaxpayer a").unwrap_err().line, 0);
        assert_eq!(step("back\nlanguage ru").unwrap_err().line, 6);
        assert_eq!(step("taxpayer empty").unwrap(), Verb::Taxpayer("empty".to_owned()));
    }

    #[test]
    fn steps() {
        let closed = FaultSpec { name: FaultName::Closed, time: Some(Duration::from_hours(2)) };
        let table = [
            ("type inn {inn}", Verb::Type { key: "inn".to_owned(), text: "{inn}".to_owned() }),
            ("type search \"two words\"", Verb::Type { key: "search".into(), text: "two words".into() }),
            ("tap language/en", Verb::Tap(Target::Key("language/en".to_owned()))),
            ("tap \"Sign in\"", Verb::Tap(Target::Label("Sign in".to_owned()))),
            ("see status \"No debt\"", Verb::SeeAt { key: "status".to_owned(), text: "No debt".to_owned() }),
            ("not see \"Debt\"", Verb::NotSee("Debt".to_owned())),
            ("link \"fltaxes://home\"", Verb::Link("fltaxes://home".to_owned())),
            ("not see connection", Verb::Absent("connection".to_owned())),
            ("offline", Verb::Fault(FaultSpec { name: FaultName::Offline, time: None })),
            ("online", Verb::NoFault(FaultName::Offline)),
            ("fault closed 2h", Verb::Fault(closed)),
            ("no fault html", Verb::NoFault(FaultName::Html)),
            ("no requests", Verb::NoRequests),
            ("later 24h", Verb::Later(Duration::from_hours(24))),
            ("clock back 2h", Verb::ClockBack(Duration::from_hours(2))),
            ("clock forward 25h", Verb::ClockForward(Duration::from_hours(25))),
            ("paste code \"12\\n34\"", Verb::Paste { key: "code".into(), text: "12\n34".into() }),
            ("fault answer-lost", Verb::Fault(FaultSpec { name: FaultName::AnswerLost, time: None })),
            ("reinstall", Verb::Reinstall),
            ("operation -1.50 \"Paid\"", Verb::Operation { amount: "-1.50".into(), text: "Paid".into() }),
            ("requests 2 /oauth/token", Verb::Requests { count: 2, path: "/oauth/token".to_owned() }),
            ("choose pin 246810", Verb::ChoosePin("246810".to_owned())),
        ];
        for (line, verb) in table {
            assert_eq!(step(line).unwrap(), verb, "{line}");
        }
    }

    #[test]
    fn a_slip_is_named_with_its_line() {
        let table = [
            "dance",
            "tap",
            "tap a b",
            "\"tap\" a",
            "see status",
            "fault",
            "fault fire",
            "fault slow",
            "fault html 5s",
            "later soon",
            "clock on 2h",
            "operation 5 \"x\"",
            "operation 1.5 \"x\"",
            "operation 1.50",
            "type inn",
            "requests many /x",
            "see \"open",
            "paste inn",
            "back\nservice attested",
        ];
        for line in table {
            let error = step(line).unwrap_err();
            let at = 4 + line.lines().count();
            assert_eq!(error.line, at, "{line}");
            assert!(error.to_string().starts_with(&format!("line {at}: ")), "{line}");
        }
    }

    #[test]
    fn the_header_says_what_the_service_offers() {
        let attested = |header: &str| Story::parse(header).unwrap().attested;
        assert!(!attested(HEADER));
        assert!(attested(&format!("{HEADER}service attested\nback")));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over() {
        assert_eq!(Story::parse(&format!("\u{feff}{HEADER}open")).unwrap().steps.len(), 1);
        assert!(Story::parse(&format!("{HEADER}\u{feff}open")).is_err());
    }

    #[test]
    fn a_scripted_answer_is_read_by_who_knows_its_words() {
        let script = |line: &str| Verb::Service(Service::Script(line.to_owned()));
        let odd = r#"/x body "\u001b # {inn}" # why"#;
        assert_eq!(step(&format!("  answer  {odd} ")).unwrap(), script(odd));
        assert_eq!(step("answer").unwrap(), script(""));
        assert!(step("answers /x empty").is_err());
        let story = Story::parse(&format!("{HEADER}back\nanswer /a empty\nanswer /b empty")).unwrap();
        let read =
            |line: &str| if line.starts_with("/a") { Ok("read".to_owned()) } else { Err("no".to_owned()) };
        let error = story.clone().with_scripts(read).unwrap_err();
        assert_eq!(error, ParseError { line: 7, why: "no".to_owned() });
        let story = story.with_scripts(|_| Ok("read".to_owned())).unwrap();
        assert_eq!((&story.steps[0].verb, &story.steps[2].verb), (&Verb::Back, &script("read")));
        assert_eq!(story.steps[1].source, "answer /a empty");
    }

    #[test]
    fn every_fault_has_its_own_word() {
        for name in FaultName::ALL {
            assert_eq!(FaultName::of_word(name.word()), Some(name));
        }
    }
}
