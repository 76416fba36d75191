//! How a picture lies: the one thing of EXIF that is read before all of it is dropped.

/// How a stored picture has to be turned to be upright: EXIF 2.32, tag 274, with the same numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// 1: as it is stored.
    #[default]
    Upright,
    /// 2: left and right change places.
    Mirrored,
    /// 3: half a turn.
    Half,
    /// 4: top and bottom change places.
    Flipped,
    /// 5: rows become columns.
    Transposed,
    /// 6: a quarter turn clockwise.
    Clockwise,
    /// 7: rows become columns, after half a turn.
    Transverse,
    /// 8: a quarter turn against the clock.
    Counterclockwise,
}

/// Tag 274 as TIFF 6.0 writes it.
const TAG: u16 = 0x0112;
/// A number of two bytes.
const SHORT: u16 = 3;

impl Orientation {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Upright,
        Self::Mirrored,
        Self::Half,
        Self::Flipped,
        Self::Transposed,
        Self::Clockwise,
        Self::Transverse,
        Self::Counterclockwise,
    ];

    /// The picture's own rows become columns.
    pub const fn is_sideways(self) -> bool {
        match self {
            Self::Upright | Self::Mirrored | Self::Half | Self::Flipped => false,
            Self::Transposed | Self::Clockwise | Self::Transverse | Self::Counterclockwise => true,
        }
    }

    /// Of a TIFF structure, as EXIF keeps it: its first directory is read, nothing it points to. What is not there or makes no sense is upright.
    pub(crate) fn of_tiff(tiff: &[u8]) -> Self {
        Self::tag(tiff).unwrap_or_default()
    }

    fn tag(tiff: &[u8]) -> Option<Self> {
        let order = match tiff.get(..4)? {
            b"II*\0" => Order::Little,
            b"MM\0*" => Order::Big,
            _ => return None,
        };
        let directory = usize::try_from(order.long(tiff, 4)?).ok()?;
        let entries = order.short(tiff, directory)?;
        let first = directory.checked_add(2)?;
        let entry = (0..usize::from(entries))
            .map_while(|nth| tiff.get(first.checked_add(nth * 12)?..)?.get(..12))
            .find(|entry| order.short(entry, 0) == Some(TAG))?;
        let is_one_number = order.short(entry, 2) == Some(SHORT) && order.long(entry, 4) == Some(1);
        let number = usize::from(order.short(entry, 8)?).checked_sub(1)?;
        Self::ALL.get(number).copied().filter(|_| is_one_number)
    }
}

/// In which order a TIFF writes the bytes of a number.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn short(self, bytes: &[u8], at: usize) -> Option<u16> {
        let bytes = *bytes.get(at..)?.first_chunk()?;
        Some(match self {
            Self::Little => u16::from_le_bytes(bytes),
            Self::Big => u16::from_be_bytes(bytes),
        })
    }

    fn long(self, bytes: &[u8], at: usize) -> Option<u32> {
        let bytes = *bytes.get(at..)?.first_chunk()?;
        Some(match self {
            Self::Little => u32::from_le_bytes(bytes),
            Self::Big => u32::from_be_bytes(bytes),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample;

    #[test]
    fn every_orientation_is_read_in_both_orders_of_bytes() {
        for (number, expected) in (1..).zip(Orientation::ALL) {
            for is_big in [false, true] {
                assert_eq!(Orientation::of_tiff(&sample::tiff(number, is_big)), expected);
            }
        }
    }

    #[test]
    fn what_makes_no_sense_is_upright() {
        for number in [0, 9, u16::MAX] {
            assert_eq!(Orientation::of_tiff(&sample::tiff(number, true)), Orientation::Upright);
        }
        let mut far = sample::tiff(6, true);
        far[4..8].fill(0xff);
        assert_eq!(Orientation::of_tiff(&far), Orientation::Upright);
        let mut twice = sample::tiff(6, false);
        twice[14] = 2;
        assert_eq!(Orientation::of_tiff(&twice), Orientation::Upright, "two numbers are none");
    }

    proptest! {
        #[test]
        fn any_bytes_have_an_orientation(mut bytes in any::<Vec<u8>>(), is_big: bool) {
            Orientation::of_tiff(&bytes);
            bytes.splice(0..0, sample::tiff(1, is_big).into_iter().take(8));
            Orientation::of_tiff(&bytes);
        }
    }
}
