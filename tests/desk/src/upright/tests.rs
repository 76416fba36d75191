use image::{ImageFormat, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const GREEN: Rgb<u8> = Rgb([20, 200, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);
const WHITE: Rgb<u8> = Rgb([250, 250, 250]);

/// What is seen: a quarter each red, green, blue and white, from the left above to the right below.
fn seen(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => WHITE,
    })
}

/// How a camera stores what is seen under one of EXIF's eight numbers: where the first row and the first column are.
fn stored(seen: &RgbImage, number: u16) -> RgbImage {
    let (wide, high) = seen.dimensions();
    let (right, bottom) = (wide - 1, high - 1);
    let (width, height) = if number > 4 { (high, wide) } else { (wide, high) };
    RgbImage::from_fn(width, height, |x, y| {
        let (x, y) = match number {
            1 => (x, y),
            2 => (right - x, y),
            3 => (right - x, bottom - y),
            4 => (x, bottom - y),
            5 => (y, x),
            6 => (right - y, x),
            7 => (right - y, bottom - x),
            _ => (y, bottom - x),
        };
        *seen.get_pixel(x, y)
    })
}

fn exif(number: u16) -> Vec<u8> {
    let entry = [&[1, 0x12, 0, 3, 0, 0, 0, 1][..], &number.to_be_bytes(), &[0; 2]].concat();
    [&b"MM\0*\0\0\0\x08\0\x01"[..], &entry, &[0; 4]].concat()
}

fn jpeg(picture: &RgbImage, number: u16) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 95).encode_image(picture).unwrap();
    let content = [&b"Exif\0\0"[..], &exif(number)].concat();
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&file[..2], &[0xff, 0xe1], &length, &content, &file[2..]].concat()
}

fn png(picture: &RgbaImage) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

fn read(file: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(file, ImageFormat::Jpeg).unwrap().into_rgb8()
}

fn assert_seen(file: &[u8], (width, height): (u32, u32), why: &str) {
    let picture = read(file);
    assert_eq!(picture.dimensions(), (width, height), "{why}");
    let (left, right, top, bottom) = (width / 4, width * 3 / 4, height / 4, height * 3 / 4);
    for (x, y, colour) in
        [(left, top, RED), (right, top, GREEN), (left, bottom, BLUE), (right, bottom, WHITE)]
    {
        let pixel = picture.get_pixel(x, y);
        let is_near = pixel.0.iter().zip(colour.0).all(|(is, expected)| is.abs_diff(expected) < 25);
        assert!(is_near, "{why}: {x}, {y}: {pixel:?} in place of {colour:?}");
    }
}

#[test]
fn a_picture_is_upright_and_small_however_it_was_stored() {
    for number in 1..=8 {
        let file = jpeg(&stored(&seen(160, 96), number), number);
        let small = upright(&file, 80).unwrap().unwrap();
        assert_seen(&small, (80, 48), &format!("small, {number}"));
        assert!(!small.windows(4).any(|four| four == b"Exif"));
        // As large as it was, since it is small enough; the one that is upright stays as it is.
        match upright(&file, 160).unwrap() {
            None => assert_eq!(number, 1),
            Some(turned) => assert_seen(&turned, (160, 96), &format!("turned, {number}")),
        }
    }
}

#[test]
fn a_picture_without_a_number_that_makes_sense_is_upright() {
    for number in [0, 9, 300] {
        assert_eq!(upright(&jpeg(&seen(64, 32), number), 64), Ok(None), "{number}");
    }
}

#[test]
fn a_png_becomes_a_jpeg_on_white() {
    let picture = RgbaImage::from_fn(64, 32, |x, y| {
        let Rgb([red, green, blue]) = *seen(64, 32).get_pixel(x, y);
        // The fourth quarter is black that nobody sees.
        if x >= 32 && y >= 16 { Rgba([0, 0, 0, 0]) } else { Rgba([red, green, blue, 255]) }
    });
    let file = png(&picture);
    assert_seen(&upright(&file, 1000).unwrap().unwrap(), (64, 32), "as large as it was");
    assert_seen(&upright(&file, 32).unwrap().unwrap(), (32, 16), "smaller");
    // Its EXIF has a chunk of its own, with a checksum that this library looks at.
    let mut turned = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut turned, 32, 64);
    encoder.set_color(::png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(::png::chunk::ChunkType(*b"eXIf"), &exif(6)).unwrap();
    writer.write_image_data(&stored(&seen(64, 32), 6)).unwrap();
    drop(writer);
    assert_seen(&upright(&turned, 1000).unwrap().unwrap(), (64, 32), "a PNG that was turned");
}

#[test]
fn what_is_no_picture_stays_as_it_is() {
    for file in [&b""[..], b"%PDF-1.4", b"<a/>", b"II*\0", b"\xff\xd8"] {
        assert_eq!(upright(file, 100), Ok(None));
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_by_its_header() {
    let too_many = Err(PictureFault::TooManyPixels { width: 20_000, height: 20_000 });
    let mut file = jpeg(&seen(64, 32), 1);
    let frame = file.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    file[frame + 5..frame + 9].copy_from_slice(&[0x4e, 0x20, 0x4e, 0x20]);
    assert_eq!(upright(&file, 100), too_many);
    let mut large = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut large, 20_000, 20_000);
    encoder.set_color(::png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(::png::chunk::IDAT, &[0x78, 0x9c]).unwrap();
    drop(writer);
    assert_eq!(upright(&large, 100), too_many);
}

#[test]
fn a_narrow_picture_keeps_a_pixel_across() {
    let file = jpeg(&seen(400, 2), 1);
    assert_eq!(read(&upright(&file, 10).unwrap().unwrap()).dimensions(), (10, 1));
    assert!(upright(&file, 0).unwrap().is_some());
}

#[test]
fn a_picture_that_was_cut_off_is_damaged() {
    let file = png(&RgbaImage::new(64, 32));
    assert_eq!(upright(&file[..20], 100), Err(PictureFault::Damaged));
    assert_eq!(upright(&file[..file.len() / 2], 100), Err(PictureFault::Damaged));
    let file = jpeg(&seen(64, 32), 6);
    for length in [60, file.len() / 2, file.len() - 1] {
        assert_eq!(upright(&file[..length], 100), Err(PictureFault::Damaged), "{length} of {}", file.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_spoilt_picture_never_panics(
        is_png: bool,
        spoilt in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        keep: prop::sample::Index,
    ) {
        let mut file = if is_png { png(&RgbaImage::new(16, 8)) } else { jpeg(&seen(16, 8), 6) };
        for (at, byte) in spoilt {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = upright(&file, 12);
        let _ = upright(&file[..keep.index(file.len())], 12);
    }
}
