use std::collections::BTreeMap;

use ::png::{BitDepth, ColorType};
use fl_domain::attachment::{FileKind, Limits};

use super::*;
use crate::{Taken, sample, take_in};

/// A little reader: every object by its number, as the table at the end leads to it.
fn objects(file: &[u8]) -> BTreeMap<usize, &[u8]> {
    let text = String::from_utf8_lossy(file);
    assert!(file.starts_with(b"%PDF-1.7\n") && text.trim_end().ends_with("%%EOF"));
    let start = text.rsplit_once("startxref\n").unwrap().1.lines().next().unwrap();
    let table = &file[start.parse::<usize>().unwrap()..];
    let table = std::str::from_utf8(table).unwrap();
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("xref"));
    let count: usize = lines.next().unwrap().strip_prefix("0 ").unwrap().parse().unwrap();
    assert!(lines.next().unwrap().starts_with("0000000000 65535 f"));
    let mut found = BTreeMap::new();
    for number in 1..count {
        let line = lines.next().unwrap();
        assert!(line.trim_end().ends_with("00000 n"), "{line}");
        let object = &file[line[..10].parse::<usize>().unwrap()..];
        let begin = format!("{number} 0 obj\n");
        assert!(object.starts_with(begin.as_bytes()), "{number} stands elsewhere");
        found.insert(number, &object[begin.len()..]);
    }
    assert!(lines.next().unwrap().starts_with("trailer"));
    found
}

/// What stands before a stream, and the stream by its own length.
fn stream(object: &[u8]) -> (String, &[u8]) {
    let at = object.windows(8).position(|window| window == b"\nstream\n").unwrap();
    let dictionary = String::from_utf8_lossy(&object[..at]).into_owned();
    let length = dictionary.split_once("/Length ").unwrap().1;
    let length: usize = length.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap();
    let bytes = &object[at + 8..][..length];
    assert!(object[at + 8 + length..].starts_with(b"\nendstream"));
    (dictionary, bytes)
}

fn upright(bytes: &[u8]) -> Page<'_> {
    Page { bytes, orientation: Orientation::Upright }
}

fn text(object: &[u8]) -> String {
    let end = object.windows(6).position(|window| window == b"endobj").unwrap();
    String::from_utf8_lossy(&object[..end]).into_owned()
}

#[test]
fn pictures_become_pages_in_their_order_and_stay_as_they_are() {
    let files = [
        sample::jpeg(40, 60, 1, &[sample::jfif()]),
        sample::jpeg(60, 40, 3, &[sample::exif(1)]),
        sample::jpeg(8, 8, 4, &[(0xee, b"Adobe\0\x64\0\0\0\0\x02".to_vec())]),
        sample::jpeg(8, 8, 4, &[]),
    ];
    let pages: Vec<_> = files.iter().map(|file| upright(file)).collect();
    let joined = join(&pages).unwrap();
    let objects = objects(&joined);
    assert_eq!(objects.len(), 2 + 3 * files.len());
    assert!(
        text(objects[&2]).contains("/Count 4")
            && text(objects[&2]).contains("/Kids [3 0 R 6 0 R 9 0 R 12 0 R]")
    );
    let spaces = ["/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/DeviceCMYK"];
    for (nth, (file, space)) in files.iter().zip(spaces).enumerate() {
        let (dictionary, bytes) = stream(objects[&(5 + nth * 3)]);
        assert!(dictionary.contains("/DCTDecode") && dictionary.contains(space), "{dictionary}");
        assert_eq!(dictionary.contains("/Decode [1 0 1 0 1 0 1 0]"), nth == 2, "{dictionary}");
        assert_eq!(bytes, jpeg::read(file).unwrap().bytes);
    }
    assert!(text(objects[&3]).contains("[0 0 595.276 841.89]"), "{}", text(objects[&3]));
    assert!(text(objects[&6]).contains("[0 0 841.89 595.276]"), "{}", text(objects[&6]));
    assert!(!sample::contains(&joined, sample::PLACE));
    assert_eq!(joined, join(&pages).unwrap());
    for word in ["/Info", "/Producer", "/CreationDate", "/ID", "/Metadata"] {
        assert!(!sample::contains(&joined, word.as_bytes()), "{word}");
    }
}

#[test]
fn what_is_joined_is_taken_in() {
    let file = sample::jpeg(40, 60, 1, &[]);
    let joined = join(&[upright(&file); 100]).unwrap();
    let taken = take_in(joined.clone(), &Limits::OWN);
    assert_eq!(taken, Ok(Taken { kind: FileKind::Pdf, bytes: joined, pages: Some(100), picture: None }));
}

#[test]
fn compressed_lines_of_a_png_stay_as_they_are() {
    let table = [
        (ColorType::Grayscale, BitDepth::One, "/DeviceGray", 1),
        (ColorType::Grayscale, BitDepth::Eight, "/DeviceGray", 1),
        (ColorType::Rgb, BitDepth::Eight, "/DeviceRGB", 3),
        (ColorType::Indexed, BitDepth::Two, "[/Indexed /DeviceRGB 1 ", 1),
        (ColorType::Indexed, BitDepth::Eight, "[/Indexed /DeviceRGB 1 ", 1),
    ];
    for (colour, depth, space, colours) in table {
        let file = sample::png(30, 20, colour, depth);
        let joined = join(&[upright(&file)]).unwrap();
        let objects = objects(&joined);
        let (dictionary, bytes) = stream(objects[&5]);
        let lines = crate::png::read(&file).unwrap().pieces().collect::<Vec<_>>().concat();
        assert_eq!(bytes, lines);
        let bits = depth as u8;
        let words = [
            "/FlateDecode".to_owned(),
            "/Predictor 15".to_owned(),
            "/Columns 30".to_owned(),
            "/Width 30".to_owned(),
            "/Height 20".to_owned(),
            space.to_owned(),
            format!("/Colors {colours}"),
            format!("/BitsPerComponent {bits}"),
        ];
        for word in words {
            assert!(dictionary.contains(&word), "{word}: {dictionary}");
        }
    }
}

#[test]
fn a_png_that_a_pdf_cannot_hold_has_to_come_as_a_jpeg() {
    let mut interlaced = sample::png(3, 3, ColorType::Rgb, BitDepth::Eight);
    interlaced[28] = 1;
    let seen_through = sample::png_with(
        &sample::png(3, 3, ColorType::Rgb, BitDepth::Eight),
        &[sample::chunk(*b"tRNS", &[0; 6])],
    );
    let files = [
        interlaced,
        seen_through,
        sample::png(3, 3, ColorType::Rgba, BitDepth::Eight),
        sample::png(3, 3, ColorType::GrayscaleAlpha, BitDepth::Eight),
        sample::png(3, 3, ColorType::Grayscale, BitDepth::Sixteen),
    ];
    for (nth, file) in files.iter().enumerate() {
        assert_eq!(join(&[upright(file)]), Err(FileFault::NeedsJpeg), "{nth}");
    }
}

#[test]
fn what_cannot_be_joined_is_named() {
    let file = sample::jpeg(8, 8, 1, &[]);
    assert_eq!(join(&[]), Err(FileFault::Empty));
    assert_eq!(join(&[upright(&file); 101]), Err(FileFault::TooManyPages { limit: PAGES_AT_MOST }));
    assert_eq!(join(&[upright(b"II*\0")]), Err(FileFault::Tiff));
    assert_eq!(join(&[upright(&sample::pdf_saying("a", "/Root 1 0 R"))]), Err(FileFault::NotAccepted));
    assert_eq!(join(&[upright(&file[..9])]), Err(FileFault::Damaged { kind: FileKind::Jpeg }));
}

/// Where the corner of the stored picture's first pixel comes to lie, as parts of the page's width and height.
fn first_pixel(orientation: Orientation) -> (bool, bool) {
    let [_, up, origin] = turned(orientation);
    (up.0 + origin.0 > 0.5, up.1 + origin.1 > 0.5)
}

#[test]
fn a_picture_is_turned_upright_on_its_page() {
    let (left, right, bottom, top) = (false, true, false, true);
    let table = [(left, top), (right, top), (right, bottom), (left, bottom)];
    // EXIF 2.32: where the first row and column lie; from five on, rows stand upright.
    for (orientation, expected) in Orientation::ALL.into_iter().zip(table.iter().chain(&table)) {
        assert_eq!(first_pixel(orientation), *expected, "{orientation:?}");
        let [across, ..] = turned(orientation);
        assert_eq!(
            (across.0 == 0.0, across.1 == 0.0),
            (orientation.is_sideways(), !orientation.is_sideways())
        );
        let picture = Picture { width: 400, height: 300, orientation };
        let (wide, high) = paper(picture);
        assert_eq!(wide < high, orientation.is_sideways());
        let matrix = placed(picture, (wide, high));
        for (across, up) in [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)] {
            let x = matrix[0] * across + matrix[2] * up + matrix[4];
            let y = matrix[1] * across + matrix[3] * up + matrix[5];
            let is_inside = |at, edge| (MARGIN - 0.1..edge - MARGIN + 0.1).contains(&at);
            assert!(is_inside(x, wide) && is_inside(y, high), "{orientation:?}: {x} {y}");
        }
    }
}

#[test]
fn a_large_picture_fits_its_page_and_a_small_one_stays_small() {
    let large = placed(Picture { width: 3000, height: 4000, orientation: Orientation::Upright }, A4);
    assert!((large[0] - (A4.0 - 2.0 * MARGIN)).abs() < 0.01 && (large[4] - MARGIN).abs() < 0.01, "{large:?}");
    let small = placed(Picture { width: 30, height: 40, orientation: Orientation::Upright }, A4);
    assert!((small[0] - 30.0).abs() < 0.01 && (small[3] - 40.0).abs() < 0.01, "{small:?}");
}
