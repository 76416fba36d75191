//! Amounts as people type them and as screens show them, as the forms they are kept in: `+1234,56` in the index, in texts
//! as whoever wrote them likes.

/// The forms of one word, or of the groups of an amount.
pub(super) fn forms(words: &[&[u8]]) -> Vec<Vec<u8>> {
    let mut forms = vec![words.concat()];
    if words.len() > 1 {
        forms.push(words.join(&b' '));
    }
    let other: Vec<_> = forms.iter().filter_map(|form| with_other_mark(form)).collect();
    forms.extend(other);
    if let [word] = words {
        forms.extend(without_commas(word));
    }
    forms
}

/// How many of the first words are one amount with spaces between its thousands; at least one.
pub(super) fn groups(words: &[&[u8]]) -> usize {
    let head = unsigned(words[0]);
    if head.len() > 3 || !is_digits(head) {
        return 1;
    }
    let whole = 1 + words[1..].iter().take_while(|word| word.len() == 3 && is_digits(word)).count();
    let last = words.get(whole).and_then(|word| Some(word.split_at(mark(word)?)));
    if last.is_some_and(|(digits, _)| digits.len() == 3) { whole + 1 } else { whole }
}

/// Where the mark before the kopecks stands, if the word is an amount with one.
fn mark(word: &[u8]) -> Option<usize> {
    let mark = word.iter().position(|byte| matches!(byte, b',' | b'.'))?;
    let (roubles, kopecks) = (&word[..mark], &word[mark + 1..]);
    let digits = unsigned(roubles);
    let is_amount = !digits.is_empty()
        && kopecks.len() <= 2
        && digits.iter().chain(kopecks).all(|byte| byte.is_ascii_digit() || *byte == b' ');
    is_amount.then_some(mark)
}

/// The amount with a comma where a point was typed, and the other way: amounts are kept with a comma, texts may have
/// either, and the beginning of a date looks like an amount with a point.
fn with_other_mark(word: &[u8]) -> Option<Vec<u8>> {
    let mark = mark(word)?;
    let mut other = word.to_vec();
    other[mark] = if word[mark] == b',' { b'.' } else { b',' };
    Some(other)
}

/// An amount with commas between its thousands, as English has it, or the beginning of one: `1,234.56`, `1,2`. It has to be all of the
/// amount's roubles from their sign on, since `1,2` may be no beginning at all.
fn without_commas(word: &[u8]) -> Vec<Vec<u8>> {
    let (sign, digits) = word.split_at(word.len() - unsigned(word).len());
    let (roubles, kopecks) = match digits.iter().position(|byte| *byte == b'.') {
        Some(point) => (&digits[..point], Some(&digits[point + 1..])),
        None => (digits, None),
    };
    let groups: Vec<&[u8]> = roubles.split(|byte| *byte == b',').collect();
    let [head, middle @ .., last] = &*groups else { return Vec::new() };
    let are_groups = (1..=3).contains(&head.len()) && middle.iter().all(|group| group.len() == 3);
    // Only the last group may still be on its way, and only while nothing comes after it.
    let is_last = if kopecks.is_some() { last.len() == 3 } else { last.len() <= 3 };
    let is_kopecks =
        kopecks.is_none_or(|kopecks| kopecks.len() <= 2 && kopecks.iter().all(u8::is_ascii_digit));
    if !are_groups
        || !is_last
        || !is_kopecks
        || groups.iter().any(|group| !group.iter().all(u8::is_ascii_digit))
    {
        return Vec::new();
    }
    let signs: &[&[u8]] = if sign.is_empty() { &[b"+", b"-"] } else { &[sign] };
    let with_kopecks = kopecks.map_or_else(Vec::new, |kopecks| [b",", kopecks].concat());
    signs.iter().map(|sign| [*sign, &groups.concat(), &with_kopecks].concat()).collect()
}

fn unsigned(word: &[u8]) -> &[u8] {
    word.strip_prefix(b"-").or_else(|| word.strip_prefix(b"+")).unwrap_or(word)
}

fn is_digits(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}
