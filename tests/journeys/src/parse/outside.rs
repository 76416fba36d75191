//! The steps about what is neither on the screen nor in the app.

use super::number;
use crate::{Answer, Finger, Mail, Opened, Pick, Service, Verb, words::Word};

/// The step of these words; `None` where they are none of these.
pub(super) fn outside(first: &str, rest: &[Word]) -> Result<Option<Verb>, String> {
    use Word::{Bare, Quoted};
    let words: Vec<&str> = rest.iter().map(|(Bare(word) | Quoted(word))| word.as_str()).collect();
    let verb = match (first, words.as_slice()) {
        ("browser", words) => Verb::Browser(answer(words)?),
        ("opened", [address]) => Verb::Opened(Opened::Last((*address).to_owned())),
        ("not", ["opened"]) => Verb::Opened(Opened::Nothing),
        ("forget", ["opened"]) => Verb::Opened(Opened::Forget),
        ("letter", words) => Verb::Mail(mail(words)?),
        ("no", ["letter"]) => Verb::Mail(Mail::Nothing),
        ("finger", words) => Verb::Finger(finger(words)?),
        ("service", ["password", "is", text]) => Verb::Service(Service::Password((*text).to_owned())),
        ("service", ["sessions", count]) => Verb::Service(Service::Sessions(number(count)?)),
        ("service", ["forms", count]) => Verb::Service(Service::Forms(number(count)?)),
        ("service", ["form", text]) => Verb::Service(Service::Form((*text).to_owned())),
        ("picks", [what]) => Verb::Picks(match *what {
            "nothing" => Pick::Nothing,
            "refused" => Pick::Refused,
            "vanished" => Pick::Vanished,
            name => Pick::File(name.to_owned()),
        }),
        ("lose", ["answer", path]) => Verb::Service(Service::LoseAnswer((*path).to_owned())),
        ("stranger", [device, place]) => {
            Verb::Service(Service::Stranger { device: (*device).to_owned(), place: (*place).to_owned() })
        }
        ("policy", ["min", count]) => Verb::Service(Service::ShortestPassword(number(count)?)),
        _ => return Ok(None),
    };
    Ok(Some(verb))
}

fn answer(words: &[&str]) -> Result<Answer, String> {
    Ok(match words {
        ["agree"] => Answer::Agree { who: None },
        ["agree", "as", key] => Answer::Agree { who: Some((*key).to_owned()) },
        ["deny"] => Answer::Deny,
        ["foreign"] => Answer::Foreign,
        ["close"] => Answer::Close,
        _ => {
            return Err(
                "in the browser one can agree, agree as KEY, deny or close; or foreign comes".to_owned()
            );
        }
    })
}

fn mail(words: &[&str]) -> Result<Mail, String> {
    Ok(match words {
        ["open"] => Mail::Open,
        ["reuse"] => Mail::Reuse,
        ["paste", key] => Mail::Paste((*key).to_owned()),
        ["code", key] => Mail::Code((*key).to_owned()),
        _ => return Err("with a letter: open, reuse, paste KEY or code KEY".to_owned()),
    })
}

fn finger(words: &[&str]) -> Result<Finger, String> {
    Ok(match words {
        ["enrolled"] => Finger::Enrolled,
        ["none"] => Finger::Nobody,
        ["refuses"] => Finger::Refuses,
        ["changed"] => Finger::Changed,
        _ => return Err("a finger is enrolled, none, refuses or changed".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::cut;

    fn step(line: &str) -> Result<Option<Verb>, String> {
        let words = cut(line).unwrap();
        let (Word::Bare(first), rest) = words.split_first().unwrap() else { panic!("{line}") };
        outside(first, rest)
    }

    #[test]
    fn steps() {
        let own = str::to_owned;
        let table = [
            ("browser agree", Verb::Browser(Answer::Agree { who: None })),
            ("browser agree as child", Verb::Browser(Answer::Agree { who: Some(own("child")) })),
            ("browser deny", Verb::Browser(Answer::Deny)),
            ("browser foreign", Verb::Browser(Answer::Foreign)),
            ("browser close", Verb::Browser(Answer::Close)),
            ("opened \"https://\"", Verb::Opened(Opened::Last(own("https://")))),
            ("not opened", Verb::Opened(Opened::Nothing)),
            ("forget opened", Verb::Opened(Opened::Forget)),
            ("letter open", Verb::Mail(Mail::Open)),
            ("letter reuse", Verb::Mail(Mail::Reuse)),
            ("letter paste link", Verb::Mail(Mail::Paste(own("link")))),
            ("letter code code", Verb::Mail(Mail::Code(own("code")))),
            ("no letter", Verb::Mail(Mail::Nothing)),
            ("picks receipt.pdf", Verb::Picks(Pick::File(own("receipt.pdf")))),
            ("picks vanished", Verb::Picks(Pick::Vanished)),
            ("service forms 1", Verb::Service(Service::Forms(1))),
            ("service form \"two words\"", Verb::Service(Service::Form(own("two words")))),
            ("finger enrolled", Verb::Finger(Finger::Enrolled)),
            ("finger none", Verb::Finger(Finger::Nobody)),
            ("finger refuses", Verb::Finger(Finger::Refuses)),
            ("finger changed", Verb::Finger(Finger::Changed)),
            ("service password is {password}", Verb::Service(Service::Password(own("{password}")))),
            ("service password is \"New # 1\"", Verb::Service(Service::Password(own("New # 1")))),
            ("service sessions 2", Verb::Service(Service::Sessions(2))),
            ("lose answer /password", Verb::Service(Service::LoseAnswer(own("/password")))),
            (
                "stranger \"Old phone\" Omsk",
                Verb::Service(Service::Stranger { device: own("Old phone"), place: own("Omsk") }),
            ),
            ("policy min 10", Verb::Service(Service::ShortestPassword(10))),
        ];
        for (line, verb) in table {
            assert_eq!(step(line).unwrap(), Some(verb), "{line}");
        }
    }

    #[test]
    fn slips() {
        for line in
            ["browser", "browser agree as", "browser back", "letter", "letter code", "finger", "finger cut"]
        {
            assert!(step(line).is_err(), "{line}");
        }
        for line in ["service sessions few", "policy min -1"] {
            assert!(step(line).is_err(), "{line}");
        }
        for line in ["opened", "stranger Omsk", "not closed", "service password", "policy max 10", "dance"] {
            assert_eq!(step(line).unwrap(), None, "{line}");
        }
    }
}
