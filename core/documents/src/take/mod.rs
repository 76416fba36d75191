//! What a file is, and what of it is kept.

use std::fmt;

use fl_domain::attachment::{FileFault, FileKind, Limits};

use crate::{
    jpeg,
    orientation::Orientation,
    pdf::{self, Pdf},
    png, xml,
};

/// A file as it is kept and sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Taken {
    /// What it is, whatever it was called.
    pub kind: FileKind,
    /// Its bytes. Of a picture: without what it said of place, time and device. A PDF and an XML stay as they came, with all that they say.
    pub bytes: Vec<u8>,
    /// How many pages. A picture has one; `None` for an XML, and for a PDF that keeps this compressed.
    pub pages: Option<u32>,
    /// What is known of a picture; `None` for any other file.
    pub picture: Option<Picture>,
}

/// What is known of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across, as it is stored.
    pub width: u32,
    /// Pixels down, as it is stored.
    pub height: u32,
    /// How it has to be turned to be upright. Phones turn a picture before it comes here, so this is [`Orientation::Upright`] unless it came
    /// some other way. The bytes no longer say it: whoever sends such a picture by itself turns it first; [`join`](crate::join) turns it if told.
    pub orientation: Orientation,
}

/// `Debug` ends up in logs and in what tests print: the content is personal and left out.
impl fmt::Debug for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Taken")
            .field("kind", &self.kind)
            .field("size", &self.bytes.len())
            .field("pages", &self.pages)
            .field("picture", &self.picture)
            .finish_non_exhaustive()
    }
}

/// Takes in a file: judges by its content what it is, and takes out of a picture what it says of place, time and device. What is taken in
/// once more stays the same, but for a picture's orientation.
///
/// A PDF is recognised by its header and whole if it ends as one; a password is looked for where the format keeps it, and not claimed in
/// doubt. An XML is well-formed, of UTF-8 or declared as windows-1251, and has no document type: nothing of it can be expanded.
///
/// # Errors
/// [`FileFault`]: the bounds of one file of `limits` are judged first, those of all files together are the caller's ([`Limits::judge`]).
pub fn take_in(bytes: Vec<u8>, limits: &Limits) -> Result<Taken, FileFault> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    limits.judge(size, 0)?;
    match Looks::of(&bytes)? {
        Looks::Jpeg => {
            let jpeg = jpeg::read(&bytes)?;
            Ok(Taken {
                kind: FileKind::Jpeg,
                picture: Some(jpeg.picture()),
                bytes: jpeg.bytes,
                pages: Some(1),
            })
        }
        Looks::Png => {
            let png = png::read(&bytes)?;
            Ok(Taken { kind: FileKind::Png, picture: Some(png.picture()), bytes: png.bytes, pages: Some(1) })
        }
        Looks::Pdf { header } => {
            let Pdf { pages } = pdf::read(&bytes, header)?;
            Ok(Taken { kind: FileKind::Pdf, bytes, pages, picture: None })
        }
        Looks::Xml => {
            xml::check(&bytes)?;
            Ok(Taken { kind: FileKind::Xml, bytes, pages: None, picture: None })
        }
    }
}

/// What a file begins like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looks {
    Jpeg,
    Png,
    Pdf { header: usize },
    Xml,
}

impl Looks {
    pub(crate) fn of(bytes: &[u8]) -> Result<Self, FileFault> {
        if bytes.starts_with(jpeg::SIGNATURE) {
            Ok(Self::Jpeg)
        } else if bytes.starts_with(png::SIGNATURE) {
            Ok(Self::Png)
        } else if TIFFS.iter().any(|tiff| bytes.starts_with(tiff)) {
            Err(FileFault::Tiff)
        } else if is_heic(bytes) {
            Err(FileFault::Heic)
        } else if CONTAINERS.iter().any(|container| bytes.starts_with(container)) {
            Err(FileFault::NotAccepted)
        } else if xml::begins(bytes) {
            Ok(Self::Xml)
        } else {
            pdf::header(bytes).map(|header| Self::Pdf { header }).ok_or(FileFault::NotAccepted)
        }
    }
}

/// TIFF 6.0, section 2, in both orders of bytes; and its form for large files.
const TIFFS: [&[u8]; 4] = [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"];

/// Archives and old office files: a PDF stored inside begins early enough to be taken for the file.
const CONTAINERS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The brands of ISO/IEC 23008-12: pictures and series of them, coded as HEVC or not said how.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 10] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"];
    let is_media = bytes.get(4..8) == Some(b"ftyp");
    is_media && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

#[cfg(test)]
mod tests;
