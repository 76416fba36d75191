//! PNG (W3C PNG, third edition): which chunks stay.

use fl_domain::attachment::{FileFault, FileKind, judge_pixels};

use crate::{orientation::Orientation, take::Picture};

pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

const DAMAGED: FileFault = FileFault::Damaged { kind: FileKind::Png };

/// A PNG that is whole in its parts, without what it said of place, time and device.
pub(crate) struct Png {
    pub(crate) bytes: Vec<u8>,
    pub(crate) header: Header,
    /// Some of its colours are see-through, apart from a channel for that.
    pub(crate) has_transparency: bool,
    pub(crate) orientation: Orientation,
}

impl Png {
    pub(crate) const fn picture(&self) -> Picture {
        Picture { width: self.header.width, height: self.header.height, orientation: self.orientation }
    }

    /// The palette's colours, three bytes each.
    pub(crate) fn palette(&self) -> Option<&[u8]> {
        self.content(*b"PLTE").next()
    }

    /// The compressed picture, in pieces.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.content(*b"IDAT")
    }

    fn content(&self, kind: [u8; 4]) -> impl Iterator<Item = &[u8]> {
        let mut rest = self.bytes.get(SIGNATURE.len()..).unwrap_or_default();
        std::iter::from_fn(move || Chunk::read(&mut rest).ok())
            .filter(move |chunk| chunk.kind == kind)
            .map(|chunk| chunk.content)
    }
}

/// What the first chunk says: section 11.2.1.
#[derive(Clone, Copy)]
pub(crate) struct Header {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Bits of a sample.
    pub(crate) depth: u8,
    pub(crate) colour: Colour,
    pub(crate) is_interlaced: bool,
}

/// What a pixel is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    Grey,
    Rgb,
    Palette,
    GreyAlpha,
    RgbAlpha,
}

/// Reads the chunks up to the last; whatever follows is dropped. Kept is what is needed to show the picture, and only in the length that
/// the standard gives it. No profile is kept: it is compressed, so what else it holds cannot be seen, and on a screenshot it names the screen.
pub(crate) fn read(bytes: &[u8]) -> Result<Png, FileFault> {
    let mut rest = bytes.get(SIGNATURE.len()..).ok_or(DAMAGED)?;
    let first = Chunk::read(&mut rest)?;
    let header = Header::read(first)?;
    let mut kept = [SIGNATURE, first.whole].concat();
    let mut orientation = None;
    let (mut has_palette, mut has_transparency, mut is_begun) = (false, false, false);
    loop {
        let chunk = Chunk::read(&mut rest)?;
        let length = chunk.content.len();
        match &chunk.kind {
            b"IEND" if length == 0 && is_begun => {
                kept.extend(chunk.whole);
                let orientation = orientation.unwrap_or_default();
                return Ok(Png { bytes: kept, header, has_transparency, orientation });
            }
            b"IDAT" if has_palette || header.colour != Colour::Palette => is_begun = true,
            b"PLTE" if !is_begun && !has_palette && fits_palette(length) => has_palette = true,
            b"tRNS" if !is_begun && length <= 256 => has_transparency = true,
            b"gAMA" if !is_begun && length == 4 => {}
            b"sRGB" if !is_begun && length == 1 => {}
            b"cHRM" if !is_begun && length == 32 => {}
            b"eXIf" => {
                orientation = orientation.or(Some(Orientation::of_tiff(chunk.content)));
                continue;
            }
            // A small first letter: the picture can be shown without it. Any other is out of place, or of no standard.
            kind if kind.first().is_some_and(u8::is_ascii_lowercase) => continue,
            _ => return Err(DAMAGED),
        }
        kept.extend(chunk.whole);
    }
}

const fn fits_palette(length: usize) -> bool {
    length > 0 && length <= 256 * 3 && length.is_multiple_of(3)
}

#[derive(Clone, Copy)]
struct Chunk<'a> {
    kind: [u8; 4],
    content: &'a [u8],
    /// With its length, kind and checksum.
    whole: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// Takes the next chunk. Its checksum is left to whoever shows the picture.
    fn read(rest: &mut &'a [u8]) -> Result<Self, FileFault> {
        let (length, after) = rest.split_first_chunk().ok_or(DAMAGED)?;
        let (kind, after) = after.split_first_chunk::<4>().ok_or(DAMAGED)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| DAMAGED)?;
        let (content, after) = after.split_at_checked(length).ok_or(DAMAGED)?;
        let (_, after) = after.split_first_chunk::<4>().ok_or(DAMAGED)?;
        let whole = rest.get(..rest.len() - after.len()).ok_or(DAMAGED)?;
        if !kind.iter().all(u8::is_ascii_alphabetic) {
            return Err(DAMAGED);
        }
        *rest = after;
        Ok(Self { kind: *kind, content, whole })
    }
}

impl Header {
    fn read(chunk: Chunk<'_>) -> Result<Self, FileFault> {
        let (wide, content) = chunk.content.split_first_chunk().ok_or(DAMAGED)?;
        let (high, content) = content.split_first_chunk().ok_or(DAMAGED)?;
        let (width, height) = (u32::from_be_bytes(*wide), u32::from_be_bytes(*high));
        let &[depth, colour, compression, filter, interlace] = content else { return Err(DAMAGED) };
        if chunk.kind != *b"IHDR" || width == 0 || height == 0 {
            return Err(DAMAGED);
        }
        judge_pixels(width, height)?;
        // Table 8: which depths a colour may have.
        let colour = match (colour, depth) {
            (0, 1 | 2 | 4 | 8 | 16) => Colour::Grey,
            (2, 8 | 16) => Colour::Rgb,
            (3, 1 | 2 | 4 | 8) => Colour::Palette,
            (4, 8 | 16) => Colour::GreyAlpha,
            (6, 8 | 16) => Colour::RgbAlpha,
            _ => return Err(DAMAGED),
        };
        if compression != 0 || filter != 0 || interlace > 1 {
            return Err(DAMAGED);
        }
        Ok(Self { width, height, depth, colour, is_interlaced: interlace == 1 })
    }
}

#[cfg(test)]
mod tests;
