//! A picture in half blocks: two dots a cell, ink or paper. Digits are to be read, so ink is drawn in the terminal's own
//! strongest contrast and not in the picture's colours.

use fl_app::screen::Picture;

use crate::ui::piece::{Cx, Piece};

/// No picture is drawn larger: a captcha of 600 columns would be no easier to read.
const WIDEST: usize = 96;
/// A file of more dots than this is not a captcha.
const MOST_DOTS: usize = 16_000_000;

/// The picture, and its description where it cannot be drawn.
pub(crate) fn picture(block: &Picture, cx: &Cx<'_>) -> Piece {
    let mut piece = Piece::default();
    let grey = cx.assets.png(&block.asset).and_then(|bytes| decode(&bytes));
    if let Some(lines) = grey.map(|grey| half_blocks(&grey, cx.width.min(WIDEST))) {
        for line in lines {
            piece.line(line, cx.theme.text());
        }
    }
    piece.paragraph(&format!("[ {} ]", block.description), cx.width, 0, cx.theme.quiet());
    piece
}

/// Lightness, dot for dot: 0 is black.
struct Grey {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

fn decode(bytes: &[u8]) -> Option<Grey> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let size = reader.output_buffer_size()?;
    if size > MOST_DOTS * 4 {
        return None;
    }
    let mut buffer = vec![0; size];
    let info = reader.next_frame(&mut buffer).ok()?;
    let channels = info.color_type.samples();
    let dots = buffer.get(..info.buffer_size())?.chunks_exact(channels).map(lightness).collect();
    Some(Grey { width: info.width as usize, height: info.height as usize, dots })
}

/// Of one dot, on white where it is transparent.
fn lightness(dot: &[u8]) -> u8 {
    let (grey, alpha) = match *dot {
        [g] => (u32::from(g), 255),
        [g, a] => (u32::from(g), u32::from(a)),
        [r, g, b] => (weigh(r, g, b), 255),
        [r, g, b, a, ..] => (weigh(r, g, b), u32::from(a)),
        [] => (255, 255),
    };
    u8::try_from((grey * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}

fn weigh(r: u8, g: u8, b: u8) -> u32 {
    (u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114) / 1000
}

fn half_blocks(grey: &Grey, columns: usize) -> Vec<String> {
    if grey.width == 0 || grey.height == 0 || columns == 0 {
        return Vec::new();
    }
    let columns = columns.min(grey.width);
    // A cell is about twice as high as wide, and holds two dots: the picture keeps its shape.
    let rows = (grey.height * columns).div_ceil(grey.width).max(1);
    let mean = |x: usize, y: usize| -> u8 {
        let (x0, x1) = (x * grey.width / columns, ((x + 1) * grey.width).div_ceil(columns));
        let (y0, y1) = (y * grey.height / rows, ((y + 1) * grey.height).div_ceil(rows));
        let (mut sum, mut count) = (0_usize, 0_usize);
        for y in y0..y1.min(grey.height) {
            for x in x0..x1.min(grey.width) {
                sum += usize::from(grey.dots.get(y * grey.width + x).copied().unwrap_or(u8::MAX));
                count += 1;
            }
        }
        u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
    };
    let small: Vec<Vec<u8>> = (0..rows).map(|y| (0..columns).map(|x| mean(x, y)).collect()).collect();
    let all = || small.iter().flatten().copied();
    let (darkest, lightest) = (all().min().unwrap_or(0), all().max().unwrap_or(u8::MAX));
    let middle = darkest.midpoint(lightest);
    // What there is less of is the ink, so light digits on a dark ground are drawn the same way.
    let dark = all().filter(|dot| *dot < middle).count();
    let ink_is_dark = dark * 2 <= rows * columns;
    let is_ink = |dot: Option<&u8>| dot.is_some_and(|dot| (*dot < middle) == ink_is_dark);
    small
        .chunks(2)
        .map(|pair| {
            (0..columns)
                .map(|x| {
                    let upper = is_ink(pair[0].get(x));
                    let lower = is_ink(pair.get(1).and_then(|row| row.get(x)));
                    match (upper, lower) {
                        (true, true) => '█',
                        (true, false) => '▀',
                        (false, true) => '▄',
                        (false, false) => ' ',
                    }
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar() -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 4, 4);
        encoder.set_color(png::ColorType::Grayscale);
        let rows = [255, 0, 255, 255].repeat(4);
        encoder.write_header().unwrap().write_image_data(&rows).unwrap();
        bytes
    }

    #[test]
    fn ink_is_where_the_picture_has_it() {
        let grey = decode(&bar()).unwrap();
        assert_eq!(half_blocks(&grey, 80), [" █  ", " █  "]);
    }

    #[test]
    fn what_is_no_picture_is_not_drawn() {
        assert!(decode(b"not a picture").is_none());
        let mut cut = bar();
        cut.truncate(40);
        assert!(decode(&cut).is_none());
    }
}
