//! Made-up files that a story's person picks: what people have on their devices, and what a bad day brings.

use crate::Pick;

/// The file of this name; `None` where there is none.
pub fn made_up(name: &str) -> Option<Pick> {
    let bytes: Vec<u8> = match name {
        "receipt.pdf" => include_bytes!("../files/receipt.pdf").to_vec(),
        "locked.pdf" => include_bytes!("../files/locked.pdf").to_vec(),
        // With the place where it was taken.
        "photo.jpg" | "photo-2.jpg" | "liar.pdf" => include_bytes!("../files/photo.jpg").to_vec(),
        "scan.png" => include_bytes!("../files/scan.png").to_vec(),
        "empty.pdf" => Vec::new(),
        "huge.pdf" => vec![b' '; 12_000_000],
        "wide.png" => wide(),
        "program.pdf" => b"MZ\x90\x00 no document at all".to_vec(),
        "scan.tiff" => b"II*\x00\x08\x00\x00\x00 and so on".to_vec(),
        "cut.jpg" => include_bytes!("../files/photo.jpg")[..200].to_vec(),
        _ => return None,
    };
    Some(Pick::File { name: name.to_owned(), bytes })
}

/// A PNG that says it has 20,000 by 20,000 pixels.
fn wide() -> Vec<u8> {
    let mut png = include_bytes!("../files/scan.png").to_vec();
    // The first chunk's width and height (PNG, 11.2.1), after the signature, its length and its name.
    for at in [16, 20] {
        png[at..at + 4].copy_from_slice(&20_000_u32.to_be_bytes());
    }
    png
}
