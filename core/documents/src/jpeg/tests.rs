use super::*;
use crate::sample::{self, contains, jpeg};

/// Everything a camera writes besides the picture.
fn talkative() -> Vec<u8> {
    let jfif = [&b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01"[..], b"cut"].concat();
    let mut file = jpeg(
        17,
        8,
        3,
        &[
            (0xe0, jfif),
            (0xe0, b"JFXX\0small picture".to_vec()),
            sample::exif(8),
            (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>37.6173</x:xmpmeta>".to_vec()),
            (0xe2, b"ICC_PROFILE\0\x01\x01profile".to_vec()),
            (0xe2, b"MPF\0more pictures".to_vec()),
            (0xed, b"Photoshop 3.0\08BIM of Ivanova".to_vec()),
            (0xee, b"Adobe\0\x64\0\0\0\0\x01tail".to_vec()),
            (0xfe, b"Phone of Ivanova".to_vec()),
        ],
    );
    file.extend(jpeg(8, 8, 1, &[sample::exif(1)]));
    file
}

#[test]
fn what_is_not_needed_to_show_the_picture_is_gone() {
    let read = read(&talkative()).unwrap();
    let words: [&[u8]; 8] =
        [b"Exif", sample::PLACE, b"xmpmeta", b"MPF", b"8BIM", b"Ivanova", b"small picture", b"cut"];
    for word in words {
        assert!(contains(&talkative(), word) && !contains(&read.bytes, word), "{}", word.escape_ascii());
    }
    for word in [&b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"[..], b"ICC_PROFILE\0\x01\x01profile"] {
        assert!(contains(&read.bytes, word), "{}", word.escape_ascii());
    }
    assert!(contains(&read.bytes, b"Adobe\0\x64\0\0\0\0\x01") && !contains(&read.bytes, b"tail"));
    assert!(read.is_adobe);
    assert_eq!(read.orientation, Orientation::Counterclockwise);
    assert_eq!((read.frame.width, read.frame.height, read.frame.components), (17, 8, 3));
}

#[test]
fn what_is_needed_stays_as_it_is() {
    for components in [1, 3, 4] {
        let file = jpeg(33, 70, components, &[sample::jfif()]);
        assert_eq!(read(&file).unwrap().bytes, file, "{components}");
    }
    // A restart and an escaped byte are the scan's own.
    let plain = jpeg(8, 8, 1, &[]);
    let body = plain.len() - 2;
    let file = [&plain[..body], &[0xff, 0xd0, 0xff, 0, 1, 0xff, 0xd7], &plain[body..]].concat();
    assert_eq!(read(&file).unwrap().bytes, file);
}

#[test]
fn bytes_that_fill_up_are_passed_over() {
    let plain = jpeg(8, 8, 1, &[]);
    let filled = [&plain[..2], &[0xff, 0xff, 0xff], &plain[2..]].concat();
    assert_eq!(read(&filled).unwrap().bytes, plain);
}

/// The frame's content of a sample, at its place.
fn with_frame(change: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut file = jpeg(8, 8, 3, &[]);
    let at = file.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    change(&mut file[at..]);
    file
}

#[test]
fn forms_that_hardly_any_program_reads_are_not_accepted() {
    for marker in [0xc3, 0xc5, 0xc9, 0xcf] {
        let file = with_frame(|frame| frame[1] = marker);
        assert_eq!(read(&file).err(), Some(FileFault::NotAccepted), "{marker:x}");
    }
    let file = with_frame(|frame| frame[4] = 12);
    assert_eq!(read(&file).err(), Some(FileFault::NotAccepted));
}

#[test]
fn a_frame_that_makes_no_sense_is_damaged() {
    let changes: [fn(&mut [u8]); 5] = [
        |frame| frame[5..7].fill(0),
        |frame| frame[7..9].fill(0),
        |frame| frame[9] = 2,
        |frame| frame[1] = 0xd8,
        |frame| frame[3] = 1,
    ];
    for change in changes {
        assert_eq!(read(&with_frame(change)).err(), Some(DAMAGED));
    }
    let plain = jpeg(8, 8, 1, &[]);
    let frame = sample::segment(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    let twice = [&plain[..2], &frame, &plain[2..]].concat();
    assert_eq!(read(&twice).err(), Some(DAMAGED));
    let unscanned = [&[0xff, 0xd8][..], &frame, &[0xff, 0xd9]].concat();
    assert_eq!(read(&unscanned).err(), Some(DAMAGED));
}
