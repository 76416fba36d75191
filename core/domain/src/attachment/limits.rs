//! How large files may be.

use super::FileFault;

/// How many bytes may go along with one form. Neither sizes nor formats are attested for the real service: [`Limits::OWN`] is our own, the
/// service says its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file: u64,
    /// Bytes of all files of one form.
    pub together: u64,
}

impl Limits {
    /// 10 MB a file, 20 MB together, a MB counted as phones show it: a million bytes. Our own.
    pub const OWN: Self = Self { file: 10_000_000, together: 20_000_000 };

    /// Whether a file of `size` bytes may be taken beside others of `beside` bytes in all.
    ///
    /// # Errors
    /// [`FileFault::Empty`], [`FileFault::TooLarge`] of the file by itself, or [`FileFault::TooLargeTogether`], in this order.
    pub const fn judge(&self, size: u64, beside: u64) -> Result<(), FileFault> {
        if size == 0 {
            Err(FileFault::Empty)
        } else if size > self.file {
            Err(FileFault::TooLarge { limit: self.file })
        } else if size.saturating_add(beside) > self.together {
            Err(FileFault::TooLargeTogether { limit: self.together })
        } else {
            Ok(())
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::OWN
    }
}

/// Pixels on an edge of a picture that is taken in; our own.
pub const EDGE_AT_MOST: u32 = 20_000;
/// Pixels of a picture that is taken in, above what phones photograph that say 50 megapixels; our own.
pub const PIXELS_AT_MOST: u64 = 64_000_000;

/// Judges the pixels that a picture says it has, before anything else of it is read.
///
/// # Errors
/// [`FileFault::TooManyPixels`] above [`EDGE_AT_MOST`] or [`PIXELS_AT_MOST`].
pub fn judge_pixels(width: u32, height: u32) -> Result<(), FileFault> {
    let pixels = u64::from(width) * u64::from(height);
    if width > EDGE_AT_MOST || height > EDGE_AT_MOST || pixels > PIXELS_AT_MOST {
        return Err(FileFault::TooManyPixels { width, height });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_judged_by_itself_first_and_then_beside_the_others() {
        let limits = Limits { file: 10, together: 20 };
        let table = [
            (0, 0, Err(FileFault::Empty)),
            (1, 0, Ok(())),
            (10, 10, Ok(())),
            (11, 0, Err(FileFault::TooLarge { limit: 10 })),
            (11, 100, Err(FileFault::TooLarge { limit: 10 })),
            (10, 11, Err(FileFault::TooLargeTogether { limit: 20 })),
            (1, u64::MAX, Err(FileFault::TooLargeTogether { limit: 20 })),
        ];
        for (size, beside, expected) in table {
            assert_eq!(limits.judge(size, beside), expected, "{size} beside {beside}");
        }
    }

    #[test]
    fn pixels_are_judged_by_edge_and_in_all() {
        assert_eq!(judge_pixels(20_000, 3_200), Ok(()));
        let table = [(20_000, 20_000), (20_001, 1), (1, u32::MAX), (8_001, 8_000), (u32::MAX, u32::MAX)];
        for (width, height) in table {
            assert_eq!(judge_pixels(width, height), Err(FileFault::TooManyPixels { width, height }));
        }
    }
}
