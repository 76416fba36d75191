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
}
