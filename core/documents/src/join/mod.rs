//! Several pictures become one PDF, as they are: nothing is decoded and nothing is made smaller.

use fl_domain::attachment::FileFault;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, types::Predictor, writers::ImageXObject};

use crate::{
    jpeg::{self, Jpeg},
    orientation::Orientation,
    png::{self, Colour, Png},
    take::{Looks, Picture},
};

/// Pages that one PDF is joined of at most; our own.
pub const PAGES_AT_MOST: u32 = 100;

/// A picture that becomes a page.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// A JPEG or a PNG.
    pub bytes: &'a [u8],
    /// How it has to be turned to be upright, as [`take_in`](crate::take_in) told it: bytes that were taken in say it no longer.
    pub orientation: Orientation,
}

// ISO 216: A4 has 210 by 297 millimetres. A PDF counts in points, 72 to an inch of 25.4 millimetres.
const A4: (f32, f32) = (595.276, 841.89);
/// White around a picture, in points: a quarter of an inch, which most printers leave free.
const MARGIN: f32 = 18.0;

/// Joins pictures to one PDF, a page each, in this order: A4, upright or across by the picture's shape, the picture as large as fits but no
/// pixel larger than a point. It says nothing of who made it, when and with what; the same pictures give the same bytes. How large it is, is
/// judged by [`take_in`](crate::take_in), which takes what comes from here.
///
/// # Errors
/// [`FileFault::Empty`] without a page, [`FileFault::TooManyPages`] above [`PAGES_AT_MOST`], [`FileFault::NeedsJpeg`] for a PNG that a PDF cannot
/// hold as it is, [`FileFault::NotAccepted`] for what is no picture, and what [`take_in`](crate::take_in) says of a picture.
pub fn join(pages: &[Page<'_>]) -> Result<Vec<u8>, FileFault> {
    if pages.is_empty() {
        return Err(FileFault::Empty);
    }
    // Objects are numbered by 32 bits with a sign, far beyond this.
    let count = i32::try_from(pages.len()).ok().filter(|count| *count <= PAGES_AT_MOST.cast_signed());
    let count = count.ok_or(FileFault::TooManyPages { limit: PAGES_AT_MOST })?;
    let (catalog, tree) = (Ref::new(1), Ref::new(2));
    let mut pdf = Pdf::new();
    pdf.set_version(1, 7);
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids((0..count).map(|nth| Place::of(nth).page)).count(count);
    for (nth, page) in (0..count).zip(pages) {
        let place = Place::of(nth);
        let shown = match Looks::of(page.bytes)? {
            Looks::Jpeg => write_jpeg(&mut pdf, place, &jpeg::read(page.bytes)?)?,
            Looks::Png => write_png(&mut pdf, place, &png::read(page.bytes)?)?,
            Looks::Pdf { .. } | Looks::Xml => return Err(FileFault::NotAccepted),
        };
        write_page(&mut pdf, tree, place, Picture { orientation: page.orientation, ..shown });
    }
    Ok(pdf.finish())
}

/// The three objects of a page.
#[derive(Clone, Copy)]
struct Place {
    page: Ref,
    content: Ref,
    picture: Ref,
}

impl Place {
    /// After the catalogue and the tree of pages.
    const fn of(nth: i32) -> Self {
        let first = 3 + nth * 3;
        Self { page: Ref::new(first), content: Ref::new(first + 1), picture: Ref::new(first + 2) }
    }
}

const PICTURE: Name<'_> = Name(b"P");

fn write_page(pdf: &mut Pdf, tree: Ref, place: Place, picture: Picture) {
    let (wide, high) = paper(picture);
    let mut page = pdf.page(place.page);
    page.parent(tree).media_box(Rect::new(0.0, 0.0, wide, high)).contents(place.content);
    page.resources().x_objects().pair(PICTURE, place.picture);
    page.finish();
    let mut content = Content::new();
    content.save_state().transform(placed(picture, (wide, high))).x_object(PICTURE).restore_state();
    pdf.stream(place.content, &content.finish());
}

/// As it is seen, turned.
const fn seen(picture: Picture) -> (u32, u32) {
    if picture.orientation.is_sideways() {
        (picture.height, picture.width)
    } else {
        (picture.width, picture.height)
    }
}

fn paper(picture: Picture) -> (f32, f32) {
    let (width, height) = seen(picture);
    if width > height { (A4.1, A4.0) } else { A4 }
}

/// The matrix that puts a picture, which is one unit wide and high, into the middle of its page.
fn placed(picture: Picture, (wide, high): (f32, f32)) -> [f32; 6] {
    let (width, height) = seen(picture);
    let (width, height) = (points(width), points(height));
    let fitting = ((wide - 2.0 * MARGIN) / width).min((high - 2.0 * MARGIN) / height).min(1.0);
    let (width, height) = (width * fitting, height * fitting);
    let (left, bottom) = ((wide - width) / 2.0, (high - height) / 2.0);
    let [across, up, origin] = turned(picture.orientation);
    let scaled = |(x, y): (f32, f32)| (x * width, y * height);
    let (across, up, origin) = (scaled(across), scaled(up), scaled(origin));
    [across.0, across.1, up.0, up.1, left + origin.0, bottom + origin.1]
}

/// An edge has at most [`EDGE_AT_MOST`](fl_domain::attachment::EDGE_AT_MOST) pixels, which is far below what is exact.
fn points(pixels: u32) -> f32 {
    u16::try_from(pixels).map_or(f32::from(u16::MAX), f32::from)
}

/// Turns a picture of one unit to be upright and back into the same unit, x to the right and y up: where a step across and a step up the stored
/// picture lead, and where its lower left corner comes to lie.
const fn turned(orientation: Orientation) -> [(f32, f32); 3] {
    match orientation {
        Orientation::Upright => [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0)],
        Orientation::Mirrored => [(-1.0, 0.0), (0.0, 1.0), (1.0, 0.0)],
        Orientation::Half => [(-1.0, 0.0), (0.0, -1.0), (1.0, 1.0)],
        Orientation::Flipped => [(1.0, 0.0), (0.0, -1.0), (0.0, 1.0)],
        Orientation::Transposed => [(0.0, -1.0), (-1.0, 0.0), (1.0, 1.0)],
        Orientation::Clockwise => [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0)],
        Orientation::Transverse => [(0.0, 1.0), (1.0, 0.0), (0.0, 0.0)],
        Orientation::Counterclockwise => [(0.0, 1.0), (-1.0, 0.0), (1.0, 0.0)],
    }
}

fn write_jpeg(pdf: &mut Pdf, place: Place, jpeg: &Jpeg) -> Result<Picture, FileFault> {
    let picture = jpeg.picture();
    let mut object = pdf.image_xobject(place.picture, &jpeg.bytes);
    object.filter(Filter::DctDecode);
    sized(&mut object, picture, 8)?;
    match jpeg.frame.components {
        1 => object.color_space().device_gray(),
        3 => object.color_space().device_rgb(),
        _ => {
            object.color_space().device_cmyk();
            // Adobe's programs write the four colours of print the other way round, and all others do as they do.
            if jpeg.is_adobe {
                object.decode([1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0]);
            }
        }
    }
    Ok(picture)
}

/// The compressed lines of a PNG are what a PDF keeps too, if each says all of its pixels in order (ISO 32000-1, 7.4.4.4).
fn write_png(pdf: &mut Pdf, place: Place, png: &Png) -> Result<Picture, FileFault> {
    let (header, picture) = (png.header, png.picture());
    let colours = match header.colour {
        Colour::Grey | Colour::Palette => 1,
        Colour::Rgb => 3,
        Colour::GreyAlpha | Colour::RgbAlpha => return Err(FileFault::NeedsJpeg),
    };
    if header.is_interlaced || header.depth > 8 || png.has_transparency {
        return Err(FileFault::NeedsJpeg);
    }
    let lines = png.pieces().collect::<Vec<_>>().concat();
    let mut object = pdf.image_xobject(place.picture, &lines);
    object.filter(Filter::FlateDecode);
    sized(&mut object, picture, i32::from(header.depth))?;
    let mut lines = object.decode_parms();
    // 15: each line says itself how it was made, as in a PNG.
    lines.predictor(Predictor::PngOptimum).colors(colours).bits_per_component(i32::from(header.depth));
    lines.columns(header.width.cast_signed());
    lines.finish();
    match (header.colour, png.palette()) {
        (Colour::Palette, Some(palette)) => {
            let highest = i32::try_from(palette.len() / 3).unwrap_or(256) - 1;
            object.color_space().indexed(Name(b"DeviceRGB"), highest, palette);
        }
        (Colour::Rgb, _) => object.color_space().device_rgb(),
        _ => object.color_space().device_gray(),
    }
    Ok(picture)
}

fn sized(object: &mut ImageXObject<'_>, picture: Picture, depth: i32) -> Result<(), FileFault> {
    let Picture { width, height, .. } = picture;
    let edge = |pixels| i32::try_from(pixels).map_err(|_| FileFault::TooManyPixels { width, height });
    object.width(edge(width)?).height(edge(height)?).bits_per_component(depth);
    Ok(())
}

#[cfg(test)]
mod tests;
