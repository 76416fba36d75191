//! Why a file cannot be taken.

use thiserror::Error;

use super::FileKind;

/// Why a file cannot be taken, named by what a person can do about it. A name that ends otherwise than the content says is no fault:
/// [`fitting_name`](super::Attachment::fitting_name) mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FileFault {
    /// It has no bytes; or there is no page to join.
    #[error("the file is empty")]
    Empty,
    /// It is larger than one file may be.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// Bytes that one file may have.
        limit: u64,
    },
    /// With it, all files are larger than they may be together.
    #[error("the files together are larger than {limit} bytes")]
    TooLargeTogether {
        /// Bytes that all files may have.
        limit: u64,
    },
    /// A PDF that is encrypted, with a password to open it or only to change it: whoever receives it may not be able to read it.
    #[error("the PDF is protected")]
    Protected,
    /// It begins like one of these and is not whole.
    #[error("the {} file is damaged", kind.word())]
    Damaged {
        /// What it begins like.
        kind: FileKind,
    },
    /// A TIFF: it keeps the place and data of the device where they cannot be taken out. As PDF or JPEG it can be taken.
    #[error("a TIFF is not taken")]
    Tiff,
    /// A HEIC or HEIF, a phone's own format. As JPEG it can be taken.
    #[error("a HEIC is not taken")]
    Heic,
    /// Nothing that is known here, or a form of it that hardly any program reads.
    #[error("the content is not accepted")]
    NotAccepted,
    /// A picture of more pixels than are taken in: it wants to be made smaller first.
    #[error("a picture of {width} x {height} pixels is too large")]
    TooManyPixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// More pages than are joined to one PDF.
    #[error("more than {limit} pages")]
    TooManyPages {
        /// Pages that one PDF is joined of at most.
        limit: u32,
    },
    /// A PNG that cannot become a page as it is, since it is see-through, interlaced or of 16 bits: as JPEG it can.
    #[error("this PNG has to come as a JPEG")]
    NeedsJpeg,
}
