use crate::kit::effects::{AttachFault, Attached};

/// What comes back to the page.
pub(crate) enum Event {
    /// A file came along, or did not.
    Picked { field: String, file: Result<Attached, AttachFault> },
    /// Pictures became one PDF, or did not.
    Joined { field: String, file: Result<Attached, AttachFault> },
}
