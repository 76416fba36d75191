//! Made-up files for tests, built by hand.

/// Segments of a JPEG before its frame, as `(marker, content)`.
pub(crate) type Segment = (u8, Vec<u8>);

pub(crate) fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// A whole JPEG of one tone: each block says that nothing changes.
pub(crate) fn jpeg(width: u16, height: u16, components: u8, segments: &[Segment]) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8];
    for (marker, content) in segments {
        file.extend(segment(*marker, content));
    }
    file.extend(segment(0xdb, &[&[0], &[1; 64][..]].concat()));
    let mut frame = vec![8];
    frame.extend(height.to_be_bytes());
    frame.extend(width.to_be_bytes());
    frame.push(components);
    let mut scan = vec![components];
    for id in 1..=components {
        frame.extend([id, 0x11, 0]);
        scan.extend([id, 0]);
    }
    scan.extend([0, 63, 0]);
    file.extend(segment(0xc0, &frame));
    // One code, of one bit, for «nothing»; once for the first value of a block and once for the others.
    for class in [0x00, 0x10] {
        let mut table = vec![class, 1];
        table.extend([0; 15]);
        table.push(0);
        file.extend(segment(0xc4, &table));
    }
    file.extend(segment(0xda, &scan));
    let blocks = usize::from(width.div_ceil(8)) * usize::from(height.div_ceil(8)) * usize::from(components);
    file.extend(vec![0; blocks / 4]);
    file.push(0xff_u8 >> (blocks % 4 * 2));
    if blocks.is_multiple_of(4) {
        // All bits set would begin a marker.
        file.push(0);
    }
    file.extend([0xff, 0xd9]);
    file
}

pub(crate) fn jfif() -> Segment {
    (0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0".to_vec())
}

pub(crate) fn exif(orientation: u16) -> Segment {
    (0xe1, [&b"Exif\0\0"[..], &tiff(orientation, false)].concat())
}

/// The TIFF structure of EXIF: an orientation, and a place with a device's name.
pub(crate) fn tiff(orientation: u16, is_big: bool) -> Vec<u8> {
    let short = |number: u16| if is_big { number.to_be_bytes() } else { number.to_le_bytes() };
    let long = |number: u32| if is_big { number.to_be_bytes() } else { number.to_le_bytes() };
    let mut tiff = if is_big { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
    tiff.extend(long(8));
    tiff.extend(short(2));
    tiff.extend([&short(0x0112)[..], &short(3), &long(1), &short(orientation), &[0, 0]].concat());
    tiff.extend([&short(0x8825)[..], &short(4), &long(1), &long(38)].concat());
    tiff.extend(long(0));
    tiff.extend(b"GPS 55.7558 N 37.6173 E, Phone of Ivanova");
    tiff
}

/// A word of [`tiff`] that must be gone.
pub(crate) const PLACE: &[u8] = b"37.6173";

pub(crate) fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// A whole PNG, by the library that reads and writes them.
pub(crate) fn png(width: u32, height: u32, colour: png::ColorType, depth: png::BitDepth) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    if colour == png::ColorType::Indexed {
        encoder.set_palette(vec![255, 0, 0, 0, 128, 0]);
    }
    let mut writer = encoder.write_header().unwrap();
    let line = (width as usize * colour.samples() * depth as usize).div_ceil(8);
    let bytes: Vec<u8> = (0..line * height as usize).map(|at| u8::try_from(at % 2).unwrap()).collect();
    writer.write_image_data(&bytes).unwrap();
    drop(writer);
    file
}

pub(crate) fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    // Checksums are not looked at.
    [&length[..], &kind, content, &[0; 4]].concat()
}

/// The file with chunks put right after its first.
pub(crate) fn png_with(file: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    let (begin, rest) = file.split_at(8 + 12 + 13);
    [begin, &chunks.concat(), rest].concat()
}

/// A PDF of objects numbered from 1, with a table and a trailer's own entries.
pub(crate) fn pdf(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    file.extend(format!("trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

pub(crate) const CATALOGUE: &str = "<< /Type /Catalog /Pages 2 0 R >>";
pub(crate) const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
pub(crate) const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";

/// A PDF of one page whose text is given.
pub(crate) fn pdf_saying(text: &str, trailer: &str) -> Vec<u8> {
    let content = format!("BT ({text}) Tj ET");
    let stream = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
    pdf(&[CATALOGUE, PAGES, PAGE, &stream], trailer)
}
