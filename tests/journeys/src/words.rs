//! A line cut into words, where a text in quotes is one word.

use std::time::Duration;

/// One word of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// As it stands.
    Bare(String),
    /// It stood in quotes.
    Quoted(String),
}

/// Cuts a line. A `#` outside quotes begins a comment; inside quotes `\"` is a quote, `\\` a backslash and `\n` a line end.
pub(crate) fn cut(line: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(&first) = chars.peek() {
        if first.is_whitespace() {
            chars.next();
        } else if first == '#' {
            break;
        } else if first == '"' {
            chars.next();
            words.push(Word::Quoted(quoted(&mut chars)?));
        } else {
            let mut word = String::new();
            while let Some(c) = chars.next_if(|c| !c.is_whitespace()) {
                word.push(c);
            }
            words.push(Word::Bare(word));
        }
    }
    Ok(words)
}

fn quoted(chars: &mut impl Iterator<Item = char>) -> Result<String, String> {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => return Ok(text),
            '\\' => match chars.next() {
                Some(c @ ('"' | '\\')) => text.push(c),
                Some('n') => text.push('\n'),
                _ => return Err("after \\ only \", \\ or n can follow".to_owned()),
            },
            c => text.push(c),
        }
    }
    Err("a quote is opened and not closed".to_owned())
}

/// `90s`, `6m`, `24h`, `2d`.
pub(crate) fn span(word: &str) -> Result<Duration, String> {
    let wrong = || format!("`{word}` is no length of time: write 30s, 6m, 24h or 2d");
    let unit = match word.chars().last() {
        Some('s') => 1,
        Some('m') => 60,
        Some('h') => 60 * 60,
        Some('d') => 24 * 60 * 60,
        _ => return Err(wrong()),
    };
    let number: u32 = word[..word.len() - 1].parse().map_err(|_| wrong())?;
    Ok(Duration::from_secs(u64::from(number) * unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> Word {
        Word::Bare(text.to_owned())
    }

    fn quote(text: &str) -> Word {
        Word::Quoted(text.to_owned())
    }

    #[test]
    fn a_line_is_cut_at_spaces_outside_quotes() {
        let table = [
            ("", vec![]),
            ("   # only a comment", vec![]),
            ("tap sign-in # and why", vec![bare("tap"), bare("sign-in")]),
            ("see \"Debt ₽1,000.00\"", vec![bare("see"), quote("Debt ₽1,000.00")]),
            ("see \"a # b\" # c", vec![bare("see"), quote("a # b")]),
            (r#"see "say \"hello\" \\ there""#, vec![bare("see"), quote(r#"say "hello" \ there"#)]),
            (r#"paste code "12\n\n34""#, vec![bare("paste"), bare("code"), quote("12\n\n34")]),
            ("type search \"\"", vec![bare("type"), bare("search"), quote("")]),
        ];
        for (line, words) in table {
            assert_eq!(cut(line).unwrap(), words, "{line}");
        }
        assert!(cut("see \"open").is_err());
        assert!(cut(r#"see "a\t""#).is_err());
    }

    #[test]
    fn lengths_of_time() {
        for (word, seconds) in [("30s", 30), ("6m", 360), ("24h", 86_400), ("2d", 172_800), ("0s", 0)] {
            assert_eq!(span(word).unwrap().as_secs(), seconds, "{word}");
        }
        for word in ["", "h", "5", "-1h", "1.5h", "5x", "99999999999h", "5ч"] {
            assert!(span(word).is_err(), "{word}");
        }
    }
}
