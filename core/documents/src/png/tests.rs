use ::png::{BitDepth, ColorType, Decoder};

use super::*;
use crate::sample::{self, chunk, contains, png_with};

fn talkative() -> Vec<u8> {
    let file = sample::png(4, 2, ColorType::Rgb, BitDepth::Eight);
    let mut file = png_with(
        &file,
        &[
            chunk(*b"tEXt", b"Author\0Ivanova"),
            chunk(*b"zTXt", b"zipped"),
            chunk(*b"iTXt", b"37.6173"),
            chunk(*b"tIME", b"noontime"),
            chunk(*b"iCCP", b"Screen of Ivanova"),
            chunk(*b"eXIf", &sample::tiff(7, true)),
            chunk(*b"vpAg", b"private"),
            chunk(*b"acTL", b"animated"),
            chunk(*b"gAMA", &[0, 0, 0xb1, 0x8f]),
            chunk(*b"sRGB", b"of five"),
        ],
    );
    file.extend(b"after the end");
    file
}

#[test]
fn what_is_not_needed_to_show_the_picture_is_gone() {
    let read = read(&talkative()).unwrap();
    let words: [&[u8]; 10] = [
        b"tEXt",
        b"Ivanova",
        sample::PLACE,
        b"tIME",
        b"zipped",
        b"eXIf",
        b"private",
        b"animated",
        b"of five",
        b"after",
    ];
    for word in words {
        assert!(contains(&talkative(), word) && !contains(&read.bytes, word), "{}", word.escape_ascii());
    }
    assert!(contains(&read.bytes, b"gAMA"));
    assert_eq!(read.orientation, Orientation::Transverse);
}

#[test]
fn the_picture_is_shown_as_before() {
    let colours = [
        (ColorType::Grayscale, BitDepth::One),
        (ColorType::Grayscale, BitDepth::Sixteen),
        (ColorType::Rgb, BitDepth::Eight),
        (ColorType::Indexed, BitDepth::Four),
        (ColorType::GrayscaleAlpha, BitDepth::Eight),
        (ColorType::Rgba, BitDepth::Sixteen),
    ];
    for (colour, depth) in colours {
        let file = sample::png(9, 7, colour, depth);
        let talkative = png_with(&file, &[chunk(*b"tEXt", b"Author\0Ivanova")]);
        let read = read(&talkative).unwrap();
        assert_eq!(read.bytes, file, "{colour:?}");
        let mut reader = Decoder::new(std::io::Cursor::new(&read.bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        assert!(reader.next_frame(&mut pixels).is_ok(), "{colour:?}");
    }
}

#[test]
fn chunks_out_of_place_are_damaged() {
    let plain = sample::png(4, 2, ColorType::Rgb, BitDepth::Eight);
    let palette = sample::png(4, 2, ColorType::Indexed, BitDepth::Eight);
    let header = plain[16..29].to_vec();
    let table = [
        png_with(&plain, &[chunk(*b"IHDR", &header)]),
        png_with(&plain, &[chunk(*b"IEND", b"")]),
        png_with(&plain, &[chunk(*b"PLTE", b"ab")]),
        png_with(&plain, &[chunk(*b"PLTE", &[0; 771])]),
        png_with(&palette, &[chunk(*b"PLTE", b"abc")]),
        png_with(&palette, &[chunk(*b"IDAT", b"abc")]),
        png_with(&plain, &[chunk(*b"ABCD", b"what nobody knows")]),
        png_with(&plain, &[chunk(*b"a\0cd", b"")]),
        [SIGNATURE, &plain[33..]].concat(),
    ];
    for (nth, file) in table.iter().enumerate() {
        assert_eq!(read(file).err(), Some(DAMAGED), "{nth}");
    }
}

#[test]
fn a_header_that_makes_no_sense_is_damaged() {
    let plain = sample::png(4, 2, ColorType::Rgb, BitDepth::Eight);
    // Width, depth, colour, compression, filter, interlace.
    for (at, byte) in [(19, 0), (24, 4), (25, 1), (26, 1), (27, 1), (28, 2)] {
        let mut file = plain.clone();
        file[at] = byte;
        assert_eq!(read(&file).err(), Some(DAMAGED), "{at}");
    }
}
