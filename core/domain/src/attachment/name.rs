//! Names of files, made fit to be kept, shown and sent.

use super::FileKind;
use crate::typed::is_unseen;

/// Characters, the ending included; our own.
const AT_MOST: usize = 100;
/// What a file is called of whose name nothing is left.
const NAMELESS: &str = "file";

/// Endings that say what a file is, so that a wrong one of them is replaced. Any other, as of `form.v2`, is part of the name.
const ENDINGS: [&str; 14] =
    ["pdf", "jpg", "jpeg", "jpe", "jfif", "png", "xml", "heic", "heif", "tif", "tiff", "gif", "bmp", "webp"];

pub(super) fn fitting(name: &str, kind: FileKind) -> String {
    let ending = kind.ending();
    let clean: String = name.chars().filter_map(fitting_character).collect();
    let stem = without_ending(clean.trim());
    // Room for the dot and the ending.
    let room = AT_MOST.saturating_sub(ending.len() + 1);
    let stem: String = trimmed(stem).chars().take(room).collect();
    let stem = match trimmed(&stem) {
        "" => NAMELESS,
        stem => stem,
    };
    format!("{stem}.{ending}")
}

/// The character as it may stand in a name: white space becomes a plain space; what parts a path, or means something to a file system or in
/// the header of a message, becomes a low line; what nobody sees goes.
fn fitting_character(c: char) -> Option<char> {
    match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => Some('_'),
        c if c.is_control() || is_unseen(c) => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) => stem,
        Some(_) | None => name,
    }
}

/// A dot first would hide the file, one last would be lost by some systems.
fn trimmed(stem: &str) -> &str {
    stem.trim_matches([' ', '.'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_made_fit() {
        use FileKind::{Jpeg, Pdf, Png, Xml};
        let table = [
            ("Справка 2-НДФЛ.pdf", Pdf, "Справка 2-НДФЛ.pdf"),
            ("scan.PDF", Jpeg, "scan.jpg"),
            ("photo.jpeg", Jpeg, "photo.jpg"),
            ("IMG_0001.HEIC", Jpeg, "IMG_0001.jpg"),
            ("form.v2", Xml, "form.v2.xml"),
            ("договор от 01.02.2024", Pdf, "договор от 01.02.2024.pdf"),
            ("../../etc/passwd", Png, "_.._etc_passwd.png"),
            (r"C:\docs\a.png", Png, "C__docs_a.png"),
            ("evil\u{202e}fdp.exe", Pdf, "evilfdp.exe.pdf"),
            ("a\r\nb\0c\u{200b}.pdf", Pdf, "abc.pdf"),
            ("a\u{a0}b\"c.pdf", Pdf, "a b_c.pdf"),
            ("", Pdf, "file.pdf"),
            (" ... ", Xml, "file.xml"),
            (".pdf", Pdf, "file.pdf"),
            ("\u{feff}.jpg", Png, "file.png"),
        ];
        for (name, kind, expected) in table {
            assert_eq!(fitting(name, kind), expected, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = fitting(&("ы".repeat(300) + ".pdf"), FileKind::Pdf);
        assert_eq!(name.chars().count(), AT_MOST);
        assert!(name.ends_with("ы.pdf"));
    }

    proptest! {
        #[test]
        fn whatever_the_name_it_is_fit_and_stays_so(name in r"([\PC]|[./\\ \n\u{202e}\u{feff}]|\.(pdf|JPG|xml)){0,130}") {
            for kind in FileKind::ALL {
                let fit = fitting(&name, kind);
                let ending = format!(".{}", kind.ending());
                prop_assert!(fit.chars().count() <= AT_MOST && fit.ends_with(&ending));
                prop_assert!(!fit.starts_with(['.', ' ']));
                prop_assert!(!fit.chars().any(|c| c.is_control() || is_unseen(c) || "/\\:".contains(c)));
                prop_assert_eq!(fitting(&fit, kind), fit);
            }
        }
    }
}
