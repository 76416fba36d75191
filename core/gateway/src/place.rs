//! Where each call of the service lives, and which part of the contract a service has to offer for it.

use fl_domain::service::{Ask, Capability, Read};

/// The path of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// Attested, under the data prefix: every service has it.
    Attested(&'static str),
    /// Of the project's own contract, under its own prefix: only a service that offers this part of it has it.
    Own(Capability, &'static str),
}

pub(crate) const ESIA_URL: Place = Place::Own(Capability::Esia, "/esia/url");
pub(crate) const ESIA: Place = Place::Own(Capability::Esia, "/esia");

pub(crate) const fn of_read(read: Read) -> Place {
    match read {
        Read::EnsBalance => Place::Attested("/ens/general"),
        Read::LiabilityTotals => Place::Attested("/ens/liabilitiesMeta"),
        Read::Accruals(_) => Place::Attested("/ens/accrualsLiabilitySvnz"),
        Read::Arrears(_) => Place::Attested("/ens/arrearsLiabilitySvnz"),
        Read::History(_) => Place::Attested("/ens/historyOperations"),
        Read::Incomes => Place::Attested("/taxpayer/2ndfl/v2"),
        Read::Taxpayer => Place::Attested("/taxpayer/info/v2"),
        Read::PaymentTotals => Place::Attested("/taxes/taxInfo"),
        Read::Password => Place::Own(Capability::Password, "/password"),
        Read::Contacts => Place::Own(Capability::Contacts, "/contacts"),
        Read::SignIns => Place::Own(Capability::SignIns, "/sign-ins"),
    }
}

pub(crate) const fn of_ask(ask: &Ask) -> Place {
    match ask {
        Ask::PasswordPolicy => Place::Own(Capability::Password, "/password/policy"),
        Ask::ChangePassword { .. } => Place::Own(Capability::Password, "/password/change"),
        Ask::ConfirmPassword => Place::Own(Capability::Password, "/password/confirm"),
        Ask::RecoveryForm { .. } => Place::Own(Capability::Recovery, "/recovery/form"),
        Ask::Recover { .. } => Place::Own(Capability::Recovery, "/recovery"),
        Ask::OpenRecoveryLink { .. } => Place::Own(Capability::Recovery, "/recovery/link"),
        Ask::SetPassword { .. } => Place::Own(Capability::Recovery, "/recovery/password"),
        Ask::SetEmail(_) => Place::Own(Capability::Contacts, "/contacts/email"),
        Ask::SetPhone(_) => Place::Own(Capability::Contacts, "/contacts/phone"),
        Ask::SetControlWord(_) => Place::Own(Capability::Contacts, "/contacts/control-word"),
        Ask::ConfirmContact { .. } => Place::Own(Capability::Contacts, "/contacts/confirm"),
        Ask::DisownSignIn { .. } => Place::Own(Capability::SignIns, "/sign-ins/disown"),
    }
}
