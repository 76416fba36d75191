//! Letters that look like others.

/// Letters of other scripts, or with a mark, and the plain Latin ones they look like. A choice of our own: those of the common confusables (Unicode
/// UTS 39) that can spell the names of trusted hosts and `https`.
const LOOK_LIKE: [(&str, char); 26] = [
    ("аαɑàáâãäåāăąạ", 'a'),
    ("ьƅ", 'b'),
    ("сϲᴄçćĉċč", 'c'),
    ("ԁďđ", 'd'),
    ("еёєεèéêëēĕėęěẹ", 'e'),
    ("ɡցĝğġģǧ", 'g'),
    ("һհнĥħ", 'h'),
    ("іїιıìíîïĩīĭįỉị", 'i'),
    ("јϳĵ", 'j'),
    ("кκķ", 'k'),
    ("ӏłĺļľŀǀ", 'l'),
    ("мṃ", 'm'),
    ("пոηñńņňŋƞ", 'n'),
    ("оοօσòóôõöøōŏőơọ", 'o'),
    ("рρ", 'p'),
    ("ԛզ", 'q'),
    ("гᴦŕŗř", 'r'),
    ("ѕꜱśŝşšșṣ", 's'),
    ("тτţťŧțṭ", 't'),
    ("υսᴜùúûüũūŭůűųưụ", 'u'),
    ("νѵᴠ", 'v'),
    ("ԝшѡᴡŵ", 'w'),
    ("хχ", 'x'),
    ("уүγýÿŷ", 'y'),
    ("źżž", 'z'),
    ("。．｡․", '.'),
];

/// A text as it looks: letters as the plain Latin ones they look like, others as they are.
pub(super) fn skeleton(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(looks_like).collect()
}

fn looks_like(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    if let Some((_, latin)) = LOOK_LIKE.iter().find(|(letters, _)| letters.contains(c)) {
        return *latin;
    }
    // Fullwidth forms stand in the order of ASCII, U+FF01 for U+0021.
    match u32::from(c) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).map_or(c, |wide| wide.to_ascii_lowercase()),
        _ => c,
    }
}

/// A Latin letter with a mark or a turn, as names of hosts in other languages have it.
const fn is_other_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && !matches!(c, '×' | '÷')
}

/// A compatibility form: fullwidth, mathematical, circled, letterlike. No name is registered in these; browsers rewrite them.
const fn is_form(c: char) -> bool {
    matches!(c, '\u{2070}'..='\u{209f}' | '\u{2100}'..='\u{214f}' | '\u{2460}'..='\u{24ff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}')
}

/// The first letter of a host, from 0, that is there to be taken for another one. In a host that imitates a trusted one that is
/// every letter but ASCII; elsewhere a sign or form that no name has, or a letter of another script among Latin ones.
pub(super) fn first_trick(host: &str, is_imitation: bool) -> Option<(usize, char)> {
    let mut start = 0;
    for label in host.split('.') {
        let has_latin = label.contains(|c: char| c.is_ascii_alphabetic());
        let is_trick = |c: char| {
            let is_mark = matches!(c, '\u{300}'..='\u{36f}');
            !c.is_ascii()
                && (is_imitation
                    || is_form(c)
                    || !(c.is_alphanumeric() || is_mark)
                    || (has_latin && !is_other_latin(c) && !is_mark))
        };
        if let Some((index, c)) = label.chars().enumerate().find(|(_, c)| is_trick(*c)) {
            return Some((start + index, c));
        }
        start += label.chars().count() + 1;
    }
    None
}

/// Without a scheme: whether a text looks like a host at all, a name under a top one in Latin letters (or the Cyrillic рф).
pub(super) fn could_be_a_host(text: &str) -> bool {
    let looks = skeleton(text.trim_end_matches('.'));
    let Some((name, top)) = looks.rsplit_once('.') else {
        return false;
    };
    let is_top = top.chars().count() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    !name.is_empty() && (is_top || top.starts_with("xn--") || text.to_lowercase().ends_with(".рф"))
}
