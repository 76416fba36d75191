//! A picture of digits, drawn with a small font of our own.

use crate::ledger::Lcg;

const GLYPH_WIDTH: usize = 5;
const GLYPH_HEIGHT: usize = 7;
/// Pixels a dot of the font.
const SCALE: usize = 8;
/// Dots around and between digits.
const GAP: usize = 2;
pub(crate) const DIGITS: usize = 6;
const WIDTH: usize = (GAP + DIGITS * (GLYPH_WIDTH + GAP)) * SCALE;
const HEIGHT: usize = (GLYPH_HEIGHT + 2 * GAP) * SCALE;
const PAPER: u8 = 0xf4;
const INK: u8 = 0x22;
const SPECK: u8 = 0xb0;

/// The digits 0 to 9, seven rows of five dots each, the leftmost dot in bit 4.
const FONT: [[u8; GLYPH_HEIGHT]; 10] = [
    [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
    [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
    [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
    [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
    [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
    [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
    [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
    [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
    [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
    [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
];

/// The digits of picture number `seed`.
pub(crate) fn digits(seed: u64) -> String {
    let mut dice = Lcg::new(seed);
    (0..DIGITS).map(|_| char::from(b'0' + u8::try_from(dice.below(10)).unwrap_or(0))).collect()
}

/// A grey PNG of `digits`, with specks that differ from picture to picture and hide nothing.
pub(crate) fn png(digits: &str) -> Result<Vec<u8>, png::EncodingError> {
    let mut pixels = vec![PAPER; WIDTH * HEIGHT];
    let mut dice = Lcg::new(digits.parse().unwrap_or(1));
    for _ in 0..300 {
        pixels[dice.below(WIDTH * HEIGHT)] = SPECK;
    }
    for (index, digit) in digits.bytes().filter(u8::is_ascii_digit).take(DIGITS).enumerate() {
        let left = GAP + index * (GLYPH_WIDTH + GAP);
        for (row, dots) in FONT[usize::from(digit - b'0')].iter().enumerate() {
            for column in (0..GLYPH_WIDTH).filter(|column| dots >> (GLYPH_WIDTH - 1 - column) & 1 == 1) {
                dot(&mut pixels, left + column, GAP + row);
            }
        }
    }
    let mut bytes = Vec::new();
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(0);
    let mut encoder = png::Encoder::new(&mut bytes, side(WIDTH), side(HEIGHT));
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

fn dot(pixels: &mut [u8], x: usize, y: usize) {
    for row in 0..SCALE {
        let start = (y * SCALE + row) * WIDTH + x * SCALE;
        pixels[start..start + SCALE].fill(INK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the digits back from the picture by its middle pixels: what is drawn is what is asked for.
    fn seen(bytes: &[u8]) -> String {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let at = |x: usize, y: usize| pixels[(y * SCALE + SCALE / 2) * WIDTH + x * SCALE + SCALE / 2] == INK;
        (0..DIGITS)
            .map(|index| {
                let left = GAP + index * (GLYPH_WIDTH + GAP);
                let glyph: [u8; GLYPH_HEIGHT] = std::array::from_fn(|row| {
                    (0..GLYPH_WIDTH).fold(0, |dots, x| dots << 1 | u8::from(at(left + x, GAP + row)))
                });
                let digit = FONT.iter().position(|known| *known == glyph).unwrap();
                char::from_digit(u32::try_from(digit).unwrap(), 10).unwrap()
            })
            .collect()
    }

    #[test]
    fn a_picture_shows_its_digits() {
        for text in ["012345", "678901", &digits(7)] {
            assert_eq!(seen(&png(text).unwrap()), text);
        }
        assert_ne!(digits(1), digits(2));
    }
}
