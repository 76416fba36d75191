//! JPEG (ITU-T T.81): which segments stay.

use fl_domain::attachment::{FileFault, FileKind, judge_pixels};

use crate::{orientation::Orientation, take::Picture};

/// The marker that begins a picture, and the beginning of the next one.
pub(crate) const SIGNATURE: &[u8] = &[0xff, 0xd8, 0xff];

const DAMAGED: FileFault = FileFault::Damaged { kind: FileKind::Jpeg };

// Markers: T.81, table B.1.
const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// A JPEG that is whole, without what it said of place, time and device.
pub(crate) struct Jpeg {
    pub(crate) bytes: Vec<u8>,
    pub(crate) frame: Frame,
    /// It has Adobe's segment: of four colours, it keeps them inverted.
    pub(crate) is_adobe: bool,
    pub(crate) orientation: Orientation,
}

impl Jpeg {
    pub(crate) const fn picture(&self) -> Picture {
        Picture { width: self.frame.width, height: self.frame.height, orientation: self.orientation }
    }
}

/// What the picture's frame says.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// One of grey, three of colour, four of print.
    pub(crate) components: u8,
}

/// Reads the segments up to the picture's end; whatever follows, as further pictures that cameras append, is dropped. Kept are the
/// coded picture with its tables, JFIF's density without its small picture, a colour profile, and Adobe's word of how colours are meant.
pub(crate) fn read(bytes: &[u8]) -> Result<Jpeg, FileFault> {
    let mut rest = bytes.get(2..).ok_or(DAMAGED)?;
    let mut kept = vec![0xff, START];
    let mut frame = None;
    let mut orientation = None;
    let (mut is_adobe, mut is_scanned) = (false, false);
    loop {
        let marker = marker(&mut rest)?;
        if marker == END {
            break;
        }
        let content = content(&mut rest)?;
        match marker {
            // Huffman-coded, of one frame; the other ways of coding are read by hardly any program.
            0xc0..=0xc2 if frame.is_none() => frame = Some(Frame::read(content)?),
            0xc0..=0xc2 => return Err(DAMAGED),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0xcc | 0xde | 0xdf => {
                return Err(FileFault::NotAccepted);
            }
            // Tables and the interval of restarts.
            0xc4 | 0xdb | 0xdd => {}
            SCAN if frame.is_some() => is_scanned = true,
            0xe0 | 0xe2 | 0xee => {
                is_adobe |= marker == 0xee && content.starts_with(ADOBE);
                if let Some(content) = application(marker, content) {
                    push(&mut kept, marker, &content)?;
                }
                continue;
            }
            0xe1 => {
                let tiff = content.strip_prefix(EXIF);
                orientation = orientation.or(tiff.map(Orientation::of_tiff));
                continue;
            }
            // The other segments of applications, extensions and comments.
            0xe3..=0xfe => continue,
            _ => return Err(DAMAGED),
        }
        push(&mut kept, marker, content)?;
        if marker == SCAN {
            let (coded, after) = rest.split_at_checked(coded(rest)).ok_or(DAMAGED)?;
            kept.extend_from_slice(coded);
            rest = after;
        }
    }
    kept.extend([0xff, END]);
    let frame = frame.filter(|_| is_scanned).ok_or(DAMAGED)?;
    Ok(Jpeg { bytes: kept, frame, is_adobe, orientation: orientation.unwrap_or_default() })
}

/// Takes the next marker; bytes that fill up before it are passed over (T.81, B.1.1.2).
fn marker(rest: &mut &[u8]) -> Result<u8, FileFault> {
    let (0xff, after) = rest.split_first().ok_or(DAMAGED)? else { return Err(DAMAGED) };
    let filled = after.iter().take_while(|byte| **byte == 0xff).count();
    let (marker, after) = after.get(filled..).and_then(<[u8]>::split_first).ok_or(DAMAGED)?;
    *rest = after;
    Ok(*marker)
}

/// Takes what a segment holds. Its length counts itself.
fn content<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], FileFault> {
    let (length, after) = rest.split_first_chunk().ok_or(DAMAGED)?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2).ok_or(DAMAGED)?;
    let (content, after) = after.split_at_checked(length).ok_or(DAMAGED)?;
    *rest = after;
    Ok(content)
}

fn push(kept: &mut Vec<u8>, marker: u8, content: &[u8]) -> Result<(), FileFault> {
    let length = u16::try_from(content.len() + 2).map_err(|_| DAMAGED)?;
    kept.extend([0xff, marker]);
    kept.extend(length.to_be_bytes());
    kept.extend(content);
    Ok(())
}

const EXIF: &[u8] = b"Exif\0\0";
const JFIF: &[u8] = b"JFIF\0";
const ADOBE: &[u8] = b"Adobe";
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// What stays of an application's segment that is needed to show the picture.
fn application(marker: u8, content: &[u8]) -> Option<Vec<u8>> {
    match marker {
        // Version and density; then the size of a small picture, which may show what was cut off the large one.
        0xe0 if content.starts_with(JFIF) => Some([content.get(..12)?, &[0, 0]].concat()),
        0xe2 if content.starts_with(PROFILE) => Some(content.to_vec()),
        // Version, flags and how colours were transformed.
        0xee if content.starts_with(ADOBE) => Some(content.get(..12)?.to_vec()),
        _ => None,
    }
}

/// How many coded bytes follow a scan's header, up to the next marker that is none of the scan's own: an escaped byte, or a restart.
fn coded(rest: &[u8]) -> usize {
    let is_own = |next: u8| next == 0 || (0xd0..=0xd7).contains(&next);
    let ends = |two: &[u8]| matches!(two, [0xff, next] if !is_own(*next));
    rest.windows(2).position(ends).unwrap_or(rest.len())
}

impl Frame {
    /// Precision, lines, samples a line, components: T.81, B.2.2.
    fn read(content: &[u8]) -> Result<Self, FileFault> {
        let (&[precision, high, low, wide, narrow, components], parts) =
            content.split_first_chunk().ok_or(DAMAGED)?;
        let height = u32::from(u16::from_be_bytes([high, low]));
        let width = u32::from(u16::from_be_bytes([wide, narrow]));
        judge_pixels(width, height)?;
        // Lines may be told only after the scan, which no camera does.
        if width == 0 || height == 0 || parts.len() != usize::from(components) * 3 {
            return Err(DAMAGED);
        }
        if precision != 8 || ![1, 3, 4].contains(&components) {
            return Err(FileFault::NotAccepted);
        }
        Ok(Self { width, height, components })
    }
}

#[cfg(test)]
mod tests;
