use super::*;
use crate::sample::{CATALOGUE, PAGE, PAGES, pdf, pdf_saying};

fn judge(file: &[u8]) -> Result<Option<u32>, FileFault> {
    read(file, header(file).expect("a header")).map(|pdf| pdf.pages)
}

const PROTECTED: Result<Option<u32>, FileFault> = Err(FileFault::Protected);

#[test]
fn pages_are_counted_where_the_tables_lead() {
    assert_eq!(judge(&pdf_saying("Hello", "/Root 1 0 R")), Ok(Some(1)));
    // A place counted from the header, with a line of a mail server before it.
    let file = [&b"X-Junk: 1\r\n"[..], &pdf_saying("Hello", "/Root 1 0 R")].concat();
    assert_eq!(judge(&file), Ok(Some(1)));
    let many = "<< /Type /Pages /Kids [3 0 R] /Count 4000000000 >>";
    assert_eq!(judge(&pdf(&[CATALOGUE, many, PAGE], "/Root 1 0 R")), Ok(None), "more than it can hold");
    for pages in [
        "<< /Type /Pages /Count -1 >>",
        "<< /Type /Pages /Count 9 0 R >>",
        "<< /Type /Page /Count 1 >>",
        "[]",
    ] {
        assert_eq!(judge(&pdf(&[CATALOGUE, pages, PAGE], "/Root 1 0 R")), Ok(None), "{pages}");
    }
    assert_eq!(judge(&pdf(&[CATALOGUE, PAGES, PAGE], "/Root 9 0 R")), Ok(None));
    assert_eq!(judge(&pdf(&[CATALOGUE, PAGES, PAGE], "")), Ok(None));
}

#[test]
fn a_password_is_found_where_the_format_keeps_it() {
    for entry in [
        "/Encrypt 5 0 R",
        "/Encrypt << /Filter /Standard /V 1 >>",
        "/#45ncrypt 5 0 R",
        "/ID [(a\\)b) <00>] /Encrypt\n5 0 R",
    ] {
        assert_eq!(judge(&pdf_saying("Hello", &format!("/Root 1 0 R {entry}"))), PROTECTED, "{entry}");
    }
}

#[test]
fn the_word_anywhere_else_is_no_password() {
    let trailer = "trailer << /Encrypt 5 0 R >> startxref 9 %%EOF";
    for text in ["/Encrypt 5 0 R", trailer, "xref 0 1 trailer << /Encrypt 5 0 R >>"] {
        assert_eq!(judge(&pdf_saying(text, "/Root 1 0 R")), Ok(Some(1)), "{text}");
    }
    for entry in [
        "/Encrypt null",
        "/Title (/Encrypt 5 0 R)",
        "/A << /Encrypt 5 0 R >>",
        "/B [/Encrypt 5 0 R]",
        "%/Encrypt 5 0 R\n",
    ] {
        assert_eq!(judge(&pdf_saying("Hello", &format!("/Root 1 0 R {entry}"))), Ok(Some(1)), "{entry}");
    }
}

/// A file whose table is a stream.
fn streamed(entries: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    let start = file.len();
    let table = format!(
        "7 0 obj\n<< /Type /XRef {entries} /W [1 2 1] /Length 4 >>\nstream\n/Enc\nendstream\nendobj\n"
    );
    file.extend(format!("{table}startxref\n{start}\n%%EOF").bytes());
    file
}

#[test]
fn a_compressed_table_says_of_a_password_and_nothing_of_pages() {
    assert_eq!(judge(&streamed("/Root 1 0 R")), Ok(None));
    assert_eq!(judge(&streamed("/Root 1 0 R /Encrypt 5 0 R")), PROTECTED);
}

#[test]
fn a_file_that_is_shown_while_it_loads_says_its_pages_at_first() {
    let rest = streamed("/Root 1 0 R");
    let whole = |length: usize| {
        let first = format!(
            "%PDF-1.5\n1 0 obj\n<< /Linearized 1 /L {length:06} /N 7 >>\nendobj\n{}",
            " ".repeat(100)
        );
        // Places are counted from the last header, so the table is found where it stood.
        let start = first.len() + rest.len() - 9;
        let table = String::from_utf8(rest[9..].to_vec())
            .unwrap()
            .replace("startxref\n9", &format!("startxref\n{:01}", first.len()));
        (start, first + &table)
    };
    let (_, file) = whole(0);
    let (_, file) = whole(file.len());
    assert_eq!(judge(file.as_bytes()), Ok(Some(7)));
    let added = file.replace("%%EOF", "%added\n%%EOF");
    assert_eq!(judge(added.as_bytes()), Ok(None), "it was added to");
    // Cut off after its first page, whose end tells no place.
    assert_eq!(judge(b"%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF"), Err(DAMAGED));
}

/// Something was added to a file: new tables lead to the earlier ones.
fn added(file: &[u8], previous: usize, table: &str, entries: &str) -> Vec<u8> {
    let mut file = file.to_vec();
    let pages = file.len();
    file.extend(b"2 0 obj\n<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>\nendobj\n");
    let start = file.len();
    let table = table.replace("PAGES", &format!("{pages:010}"));
    let trailer = format!("trailer << /Root 1 0 R /Prev {previous} {entries} >>\nstartxref\n{start}\n%%EOF");
    file.extend(format!("xref\n{table}{trailer}").bytes());
    file
}

#[test]
fn what_was_added_to_a_file_counts_before_what_was_there() {
    let first = pdf_saying("Hello", "/Root 1 0 R");
    let start = find(&first, b"xref\n0").unwrap();
    let table = "2 1\nPAGES 00000 n \n";
    assert_eq!(judge(&added(&first, start, table, "")), Ok(Some(2)));
    assert_eq!(judge(&added(&first, start, table, "/Encrypt 5 0 R")), PROTECTED);
    // The tables lead to each other, to nowhere, and an object was taken away.
    let own = first.len() + b"2 0 obj\n<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>\nendobj\n".len();
    assert_eq!(judge(&added(&first, own, table, "")), Ok(None));
    assert_eq!(judge(&added(&first, usize::MAX, table, "")), Ok(None));
    assert_eq!(judge(&added(&first, start, "2 1\n0000000000 00001 f \n", "")), Ok(None));
    assert_eq!(judge(&added(&first, start, "2 99999999999999999\nPAGES 00000 n \n", "")), Ok(None));
}

#[test]
fn a_table_that_cannot_be_read_leaves_the_trailer_before_the_end() {
    let plain = pdf_saying("Hello", "/Root 1 0 R");
    let protected = pdf_saying("Hello", "/Root 1 0 R /Encrypt 5 0 R");
    let spoil = |file: &[u8]| {
        let at = find(file, b"xref\n0").unwrap();
        [&file[..at], b"oops", &file[at + 4..]].concat()
    };
    assert_eq!(judge(&spoil(&plain)), Ok(None));
    assert_eq!(judge(&spoil(&protected)), PROTECTED);
}

#[test]
fn without_its_end_it_is_damaged() {
    let plain = pdf_saying("Hello", "/Root 1 0 R");
    let far = [&plain[..], &[b' '; END_WITHIN]].concat();
    let near = [&plain[..], &[b'\n'; 900]].concat();
    assert_eq!(judge(&far), Err(DAMAGED));
    assert_eq!(judge(&near), Ok(Some(1)));
    assert_eq!(judge(b"%PDF-1.4\n%%EOF"), Err(DAMAGED));
    assert_eq!(judge(b"%PDF-1.4\nstartxref\nnowhere\n%%EOF"), Err(DAMAGED));
    assert_eq!(header(&[&[b' '; 1020], &b"%PDF-1.4"[..]].concat()), None);
}
