//! What a file can be.

use serde::{Deserialize, Serialize};

/// What can go along with a form. Which of them the real service takes is attested nowhere: these are our own, the service says its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// A document of pages (ISO 32000).
    Pdf,
    /// A photograph (ITU-T T.81).
    Jpeg,
    /// A picture kept exactly (W3C PNG).
    Png,
    /// A form written by another program (W3C XML 1.0).
    Xml,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Xml];

    /// Its word on disk and on the wire; it never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Xml => "xml",
        }
    }

    /// Its media type, as the IANA register has it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Xml => "application/xml",
        }
    }

    /// How the name of such a file ends, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Xml => "xml",
        }
    }

    /// It is one picture, which can become a page of a PDF.
    pub const fn is_picture(self) -> bool {
        match self {
            Self::Jpeg | Self::Png => true,
            Self::Pdf | Self::Xml => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_kept_under_its_word() {
        for kind in FileKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
            assert!(kind.media_type().ends_with(kind.word()));
            assert_eq!(kind.is_picture(), kind.media_type().starts_with("image/"));
        }
    }
}
