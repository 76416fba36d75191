use proptest::prelude::*;

use super::*;
use crate::{Page, join, sample};

const LIMITS: Limits = Limits { file: 100_000, together: 200_000 };

fn take(bytes: &[u8]) -> Result<Taken, FileFault> {
    take_in(bytes.to_vec(), &LIMITS)
}

/// One of each kind, with everything that is dropped.
fn samples() -> Vec<Vec<u8>> {
    let segments = [sample::jfif(), sample::exif(6), (0xfe, b"hello".to_vec())];
    let png = sample::png(5, 3, ::png::ColorType::Indexed, ::png::BitDepth::Eight);
    let page = sample::jpeg(8, 8, 3, &[]);
    let joined = join(&[Page { bytes: &page, orientation: Orientation::Upright }; 2]).unwrap();
    vec![
        sample::jpeg(20, 9, 3, &segments),
        sample::png_with(&png, &[sample::chunk(*b"eXIf", &sample::tiff(3, true))]),
        sample::pdf_saying("Hello", "/Root 1 0 R"),
        sample::pdf_saying("Hello", "/Root 1 0 R /Encrypt 5 0 R"),
        joined,
        b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><\xd4\xe0\xe9\xeb a='1'>&lt;</\xd4\xe0\xe9\xeb>"
            .to_vec(),
    ]
}

#[test]
fn a_file_is_what_its_content_says() {
    let kinds: Vec<_> =
        samples().iter().map(|file| take(file).map(|taken| (taken.kind, taken.pages))).collect();
    assert_eq!(
        kinds,
        [
            Ok((FileKind::Jpeg, Some(1))),
            Ok((FileKind::Png, Some(1))),
            Ok((FileKind::Pdf, Some(1))),
            Err(FileFault::Protected),
            Ok((FileKind::Pdf, Some(2))),
            Ok((FileKind::Xml, None)),
        ]
    );
}

#[test]
fn what_is_not_taken_is_named() {
    let table: [(&[u8], FileFault); 14] = [
        (b"", FileFault::Empty),
        (b"II*\0\x08\0\0\0", FileFault::Tiff),
        (b"MM\0*\0\0\0\x08", FileFault::Tiff),
        (b"MM\0+\0\x08\0\0", FileFault::Tiff),
        (b"\0\0\0\x18ftypheic\0\0\0\0", FileFault::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", FileFault::Heic),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", FileFault::NotAccepted),
        (b"PK\x03\x04 %PDF-1.4 %%EOF", FileFault::NotAccepted),
        (b"GIF89a", FileFault::NotAccepted),
        (b"hello", FileFault::NotAccepted),
        (b"\xff\xd8", FileFault::NotAccepted),
        (b"\xff\xd8\xff", FileFault::Damaged { kind: FileKind::Jpeg }),
        (b"\x89PNG\r\n\x1a\n", FileFault::Damaged { kind: FileKind::Png }),
        (b"%PDF-1.4", FileFault::Damaged { kind: FileKind::Pdf }),
    ];
    for (bytes, fault) in table {
        assert_eq!(take(bytes), Err(fault), "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_file_above_the_bound_is_not_looked_at() {
    let limits = Limits { file: 10, together: 20 };
    assert_eq!(take_in(vec![0xff; 11], &limits), Err(FileFault::TooLarge { limit: 10 }));
    assert_eq!(take_in(vec![0xff; 10], &limits), Err(FileFault::NotAccepted));
}

#[test]
fn pixels_are_judged_by_the_header() {
    // Nothing follows the header, so nothing else was read.
    let frame =
        [&[0xff, 0xd8][..], &sample::segment(0xc0, &[8, 0x4e, 0x20, 0x4e, 0x20, 1, 1, 0x11, 0])].concat();
    assert_eq!(take(&frame), Err(FileFault::TooManyPixels { width: 20_000, height: 20_000 }));
    let mut header = [&20_000_u32.to_be_bytes()[..], &20_000_u32.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    let file = [png::SIGNATURE, &sample::chunk(*b"IHDR", &header)].concat();
    assert_eq!(take(&file), Err(FileFault::TooManyPixels { width: 20_000, height: 20_000 }));
}

#[test]
fn a_picture_says_how_it_has_to_be_turned() {
    let expected = [
        Picture { width: 20, height: 9, orientation: Orientation::Clockwise },
        Picture { width: 5, height: 3, orientation: Orientation::Half },
    ];
    for (file, expected) in samples().iter().zip(expected) {
        let taken = take(file).unwrap();
        assert_eq!(taken.picture, Some(expected));
        assert!(sample::contains(file, sample::PLACE) && !sample::contains(&taken.bytes, sample::PLACE));
    }
}

#[test]
fn a_log_shows_no_content() {
    let taken = take(&samples()[2]).unwrap();
    assert!(!format!("{taken:?}").contains("37, 80"), "{taken:?}");
}

#[test]
fn a_file_cut_off_anywhere_is_no_longer_taken() {
    for file in samples() {
        // White space at the end may be missing.
        let needed = file.trim_ascii_end().len();
        for length in 0..needed {
            assert!(take(&file[..length]).is_err(), "{length} of {needed}: {}", file[..4].escape_ascii());
        }
    }
}

proptest! {
    #[test]
    fn spoilt_bytes_never_panic_and_what_is_taken_is_taken_the_same(
        which in 0..6_usize,
        spoilt in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut file = samples().swap_remove(which);
        for (at, byte) in spoilt {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if let Ok(taken) = take(&file) {
            let again = take(&taken.bytes).unwrap();
            prop_assert_eq!(&again.bytes, &taken.bytes);
            prop_assert_eq!((again.kind, again.pages), (taken.kind, taken.pages));
            if taken.kind.is_picture() {
                let page = Page { bytes: &taken.bytes, orientation: Orientation::Upright };
                prop_assert!(matches!(join(&[page]), Ok(_) | Err(FileFault::NeedsJpeg)));
            }
        }
    }

    #[test]
    fn any_bytes_after_any_beginning_get_an_answer(which in 0..6_usize, keep: prop::sample::Index, more in any::<Vec<u8>>()) {
        let mut file = samples().swap_remove(which);
        file.truncate(keep.index(file.len()));
        file.extend(more);
        let _ = take(&file);
    }

    #[test]
    fn parts_put_in_anywhere_get_an_answer(which in 0..6_usize, at: prop::sample::Index, from: prop::sample::Index, length in 0..200_usize) {
        let mut file = samples().swap_remove(which);
        let from = from.index(file.len());
        let part = file[from..(from + length).min(file.len())].to_vec();
        let at = at.index(file.len());
        file.splice(at..at, part);
        let _ = take(&file);
    }
}
