//! How one taxpayer is reached.

use fl_domain::service::Contact;

/// An address or a number: the one in force, and the one that waits for its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Channel {
    pub(crate) confirmed: Option<String>,
    pending: Option<(String, String)>,
}

impl Channel {
    pub(crate) fn confirmed(to: &str) -> Self {
        Self { confirmed: Some(to.to_owned()), pending: None }
    }

    pub(crate) fn pending(&self) -> Option<&str> {
        self.pending.as_ref().map(|(to, _)| to.as_str())
    }

    pub(super) fn propose(&mut self, to: &str, code: &str) {
        self.pending = Some((to.to_owned(), code.to_owned()));
    }

    /// A wrong code changes nothing.
    pub(super) fn confirm(&mut self, code: &str) -> bool {
        match self.pending.take() {
            Some((to, sent)) if sent == code => {
                self.confirmed = Some(to);
                true
            }
            other => {
                self.pending = other;
                false
            }
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contacts {
    pub(crate) email: Channel,
    pub(crate) phone: Channel,
    pub(crate) control_word: Option<String>,
}

impl Contacts {
    pub(super) const fn channel(&mut self, contact: Contact) -> &mut Channel {
        match contact {
            Contact::Email => &mut self.email,
            Contact::Phone => &mut self.phone,
        }
    }

    /// Where the letter goes if these are the address and the word, and recovery was set up: both contacts confirmed and a
    /// control word set. Addresses are compared without regard to case, words exactly.
    pub(super) fn recovers_with(&self, email: &str, word: &str) -> Option<String> {
        self.phone.confirmed.as_ref()?;
        let address = self.email.confirmed.as_ref()?;
        let is_right =
            address.eq_ignore_ascii_case(email.trim()) && self.control_word.as_deref() == Some(word);
        is_right.then(|| address.clone())
    }
}
