//! One folder a feature: its model, what changes it, how it is seen. A feature knows the kit and the kernel, and no other feature.

mod access;
mod accounts;
mod contacts;
mod documents;
mod drafts;
mod esia;
mod guide;
mod home;
mod income;
mod links;
mod operations;
mod outbox;
mod password;
#[cfg(any(test, feature = "pattern-book"))]
mod pattern;
mod profile;
mod recovery;
mod settings;
mod sign_ins;
mod stored;

use crate::open::feature::Feature;

/// Every feature, one line each. The order is that in which they are shown on each other's pages, asked and tried.
pub(crate) const FEATURES: &[&dyn Feature] = &[
    &home::Home,
    &outbox::Outbox,
    &drafts::Drafts,
    &password::Password,
    &contacts::Contacts,
    &operations::Operations,
    &documents::Documents,
    &income::Income,
    &sign_ins::SignIns,
    &accounts::Accounts,
    &settings::Settings,
    &stored::Stored,
    &profile::Profile,
    &access::Access,
    &guide::Guide,
    &recovery::Recovery,
    &esia::Esia,
    &links::Links,
    #[cfg(any(test, feature = "pattern-book"))]
    &pattern::Pattern,
];
