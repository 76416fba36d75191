//! A picture turned upright and made smaller, as phones do by their own system before the core sees it.
//!
//! Libraries that decode pictures are the desk's alone: none is in what a phone carries.

use std::io::Cursor;

use fl_domain::attachment::{self, FileFault};
use image::{
    DynamicImage, ImageDecoder, Rgb, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::PngDecoder,
    },
    imageops::FilterType,
    metadata::Orientation,
};
use thiserror::Error;

/// Of 100: letters stay clean, and a page has about a third of what it has at 95.
const QUALITY: u8 = 85;

/// Why a picture cannot be turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureFault {
    /// It says that it has more pixels than are taken in; nothing of it was decoded.
    #[error("a picture of {width} x {height} pixels is too large")]
    TooManyPixels {
        /// Pixels across, as it is stored.
        width: u32,
        /// Pixels down, as it is stored.
        height: u32,
    },
    /// It begins like a picture and cannot be decoded.
    #[error("the picture cannot be read")]
    Damaged,
}

/// A JPEG or a PNG as a JPEG: upright by what its EXIF says, its longest edge at most `longest_edge` pixels, what was see-through white. `None`
/// leaves the file as it is: it is neither of both, or a JPEG that is upright and small enough.
///
/// # Errors
/// [`PictureFault`]; its pixels are judged by its header, before it is decoded.
pub fn upright(bytes: &[u8], longest_edge: u32) -> Result<Option<Vec<u8>>, PictureFault> {
    let picture = if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|_| PictureFault::Damaged)?;
        let (width, height) = decoder.dimensions();
        let (orientation, picture) = Bounded::of(decoder)?.parts()?;
        if !has_end(bytes) {
            return Err(PictureFault::Damaged);
        }
        if orientation == Orientation::NoTransforms && width.max(height) <= longest_edge {
            return Ok(None);
        }
        decoded(picture, orientation)?
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let decoder = PngDecoder::new(Cursor::new(bytes)).map_err(|_| PictureFault::Damaged)?;
        let (orientation, picture) = Bounded::of(decoder)?.parts()?;
        decoded(picture, orientation)?
    } else {
        return Ok(None);
    };
    written(&on_white(shrunk(picture, longest_edge))).map(Some)
}

/// The library fills up what is missing of a JPEG with grey, which would go out as if it were the picture: so a picture ends after its last scan.
fn has_end(jpeg: &[u8]) -> bool {
    let is = |mark: u8| move |two: &[u8]| two == [0xff, mark];
    let scan = jpeg.windows(2).rposition(is(0xda)).and_then(|scan| jpeg.get(scan..));
    scan.is_some_and(|scan| scan.windows(2).any(is(0xd9)))
}

/// A decoder whose picture was judged.
struct Bounded<D>(D);

impl<D: ImageDecoder> Bounded<D> {
    fn of(decoder: D) -> Result<Self, PictureFault> {
        let (width, height) = decoder.dimensions();
        match attachment::judge_pixels(width, height) {
            Err(FileFault::TooManyPixels { width, height }) => {
                Err(PictureFault::TooManyPixels { width, height })
            }
            Err(_) => Err(PictureFault::Damaged),
            Ok(()) => Ok(Self(decoder)),
        }
    }

    fn parts(mut self) -> Result<(Orientation, Self), PictureFault> {
        let orientation = self.0.orientation().map_err(|_| PictureFault::Damaged)?;
        Ok((orientation, self))
    }
}

fn decoded<D: ImageDecoder>(
    Bounded(decoder): Bounded<D>,
    orientation: Orientation,
) -> Result<DynamicImage, PictureFault> {
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| PictureFault::Damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn shrunk(picture: DynamicImage, longest_edge: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= longest_edge {
        return picture;
    }
    let edge = longest_edge.max(1);
    picture.resize(edge, edge, FilterType::Triangle)
}

/// A JPEG has no see-through pixels: what was below them is paper.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut paper = RgbImage::new(picture.width(), picture.height());
    for (below, above) in paper.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = above.0;
        let mixed = |part: u8| {
            let (part, alpha) = (u16::from(part), u16::from(alpha));
            u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        *below = Rgb([red, green, blue].map(mixed));
    }
    paper
}

fn written(picture: &RgbImage) -> Result<Vec<u8>, PictureFault> {
    let mut bytes = Vec::new();
    let told = JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture);
    told.map_err(|_| PictureFault::Damaged)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
