//! Files that go along with a form: what they are, how large they may be, and why one cannot be taken.
//!
//! What a file is, is judged by its content in the room of documents; here stand the words for it, which every room may know.

mod fault;
mod id;
mod kind;
mod limits;
mod name;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use fault::FileFault;
pub use id::{FileId, FileIdError};
pub use kind::FileKind;
pub use limits::{EDGE_AT_MOST, Limits, PIXELS_AT_MOST, judge_pixels};

/// A file that was taken in, without its bytes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Names its bytes where they are kept.
    pub id: FileId,
    /// As the person sees it and as it is sent; made by [`Attachment::fitting_name`].
    pub name: String,
    /// What it is, by its content.
    pub kind: FileKind,
    /// Bytes, as it is kept and sent.
    pub size: u64,
    /// How many pages, where that can be told; a picture has one.
    pub pages: Option<u32>,
}

impl Attachment {
    /// The name under which a file of this kind is kept and sent: without control characters, [unseen](crate::typed::is_unseen) marks and
    /// what parts a path or has a meaning to a file system, at most 100 characters, with the kind's own ending in place of another one
    /// of a file that could be meant. A name of which nothing is left becomes «file». Given its own answer, it answers the same.
    pub fn fitting_name(name: &str, kind: FileKind) -> String {
        name::fitting(name, kind)
    }
}

/// `Debug` ends up in logs: a file's name is personal and left out.
impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("size", &self.size)
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attachment() -> Attachment {
        Attachment {
            id: FileId::from_bytes([7; 16]),
            name: "Справка Ивановой.pdf".to_owned(),
            kind: FileKind::Pdf,
            size: 12,
            pages: Some(3),
        }
    }

    #[test]
    fn a_file_is_kept_in_this_form() {
        let text = serde_json::to_string(&attachment()).unwrap();
        assert_eq!(
            text,
            r#"{"id":"07070707070707070707070707070707","name":"Справка Ивановой.pdf","kind":"pdf","size":12,"pages":3}"#
        );
        assert_eq!(serde_json::from_str::<Attachment>(&text).unwrap(), attachment());
    }

    #[test]
    fn a_log_says_nothing_of_the_name() {
        let text = format!("{:?}", attachment());
        assert!(text.contains("Pdf") && text.contains("0707") && !text.contains("Ивановой"), "{text}");
    }
}
