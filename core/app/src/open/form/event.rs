use crate::kit::{
    effects::{AttachFault, Attached},
    form::DraftId,
};

/// What comes back for a draft, whichever page is seen by then.
pub(crate) enum Event {
    /// A file came along, or did not.
    Picked { draft: DraftId, field: String, file: Result<Attached, AttachFault> },
    /// Pictures became one PDF, or did not.
    Joined { draft: DraftId, field: String, file: Result<Attached, AttachFault> },
}
