//! What stands in braces in a story's texts.

use crate::{Stuck, Taxpayer};

/// Ten kilobytes, four bytes each.
const EMOJI: usize = 10 * 1024 / 4;

/// The text with every placeholder replaced: `{inn}` is that of the taxpayer whom the story is about, `{child.inn}` that of
/// whoever has this key.
pub(crate) fn fill(
    text: &str,
    taxpayer: &Taxpayer,
    mut called: impl FnMut(&str) -> Result<Taxpayer, Stuck>,
) -> Result<String, Stuck> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, behind) =
            after.split_once('}').ok_or_else(|| Stuck::new("a brace is opened and not closed"))?;
        match name.split_once('.') {
            _ if name == "emoji10k" => filled.push_str(&"🙂".repeat(EMOJI)),
            None => filled.push_str(of(taxpayer, name)?),
            Some((key, name)) => filled.push_str(of(&called(key)?, name)?),
        }
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn of<'a>(taxpayer: &'a Taxpayer, name: &str) -> Result<&'a str, Stuck> {
    let text = match name {
        "inn" => &taxpayer.inn,
        "password" => &taxpayer.password,
        "email" => &taxpayer.email,
        "phone" => &taxpayer.phone,
        "word" => &taxpayer.word,
        _ => return Err(Stuck::new(format!("{{{name}}} stands for nothing; README.md has the list"))),
    };
    if text.is_empty() { Err(Stuck::new(format!("this taxpayer has no {name}"))) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> Result<String, Stuck> {
        let someone = |inn: &str, word: &str| Taxpayer {
            inn: inn.to_owned(),
            password: "p".to_owned(),
            email: "e@x.test".to_owned(),
            phone: "+7".to_owned(),
            word: word.to_owned(),
        };
        fill(text, &someone("77", ""), |key| match key {
            "child" => Ok(someone("78", "fox")),
            _ => Err(Stuck::new("nobody")),
        })
    }

    #[test]
    fn placeholders() {
        let table = [
            ("nothing", "nothing"),
            ("{inn}", "77"),
            ("a {inn} b {password}{phone} c", "a 77 b p+7 c"),
            ("{child.inn} {child.word} {email}", "78 fox e@x.test"),
            ("} is no brace", "} is no brace"),
        ];
        for (text, expected) in table {
            assert_eq!(filled(text).unwrap(), expected, "{text}");
        }
        assert_eq!(filled("<{emoji10k}>").unwrap().len(), 10 * 1024 + 2);
        for text in ["{in}", "{inn", "{nobody.inn}", "{child.age}", "{word}", "{}"] {
            assert!(filled(text).is_err(), "{text}");
        }
    }
}
