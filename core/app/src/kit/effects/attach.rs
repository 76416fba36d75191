use crux_core::capability::Operation;
use fl_domain::attachment::{Attachment, FileFault, FileId, Limits};

use super::{cache::CacheFault, platform::PlatformFault};

/// Where a file is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSource {
    /// Among the device's files.
    Files,
    /// Among the device's pictures.
    Gallery,
    /// A picture is taken.
    Camera,
}

/// Files of drafts: the runtime has them picked, judges them by their content, takes out what nobody means to send along, and keeps them
/// sealed. Their bytes never pass through the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attach {
    /// Has the person pick one. Answers [`Attached::File`].
    Pick {
        /// Where.
        source: FileSource,
        /// How large it may be.
        limits: Limits,
        /// What else goes along with the same form, in bytes.
        beside: u64,
    },
    /// Makes pages of one PDF of pictures, in this order; they stay. Answers [`Attached::File`].
    Join {
        /// The pictures.
        files: Vec<FileId>,
        /// How large it may be.
        limits: Limits,
        /// What else goes along with the same form, in bytes.
        beside: u64,
    },
    /// These go. Answers [`Attached::Done`].
    Remove(Vec<FileId>),
    /// All but these go: what a kill left over. Answers [`Attached::Done`].
    KeepOnly(Vec<FileId>),
}

impl Attach {
    /// What is done, for the log.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Pick { .. } => "pick a file",
            Self::Join { .. } => "join pictures",
            Self::Remove(_) => "remove files",
            Self::KeepOnly(_) => "keep only files",
        }
    }
}

/// Answers, as the operations say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// It is done.
    Done,
    /// It is kept.
    File(Attachment),
}

/// Why a file did not come along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachFault {
    /// The device did not give it.
    Device(PlatformFault),
    /// It cannot be taken.
    File(FileFault),
    /// It could not be kept.
    Cache(CacheFault),
    /// It is not here any longer.
    Gone,
}

impl Operation for Attach {
    type Output = Result<Attached, AttachFault>;
}
