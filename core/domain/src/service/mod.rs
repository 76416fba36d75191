//! What a service can be asked, what it tells, what can fail: the words that app, gateway, store and runtime share.
//!
//! One file a capability: its questions are structs, each with the type of its own answers ([`Question`]). [`Ask`] and
//! [`Told`] are the sums over all of them, for whatever carries a question or an answer without looking at it. A new
//! capability is a file of its own, a line in the register below and, unless every service has it, one in [`Capability`].

#[macro_use]
mod question;

pub mod account;
mod capability;
pub mod contacts;
pub mod documents;
mod failure;
pub mod outbox;
mod page;
pub mod password;
#[cfg(feature = "pattern-book")]
pub mod pattern;
pub mod recovery;
mod sign_in;
pub mod sign_ins;

#[cfg(test)]
mod tests;

pub use capability::Capability;
pub use contacts::{Contact, ContactState, Contacts};
pub use failure::{CertificateFault, Failure, FieldFault, OfflineCause};
pub use outbox::OnceKey;
pub use page::{Page, Paged};
pub use password::PasswordStatus;
pub use question::{Entry, Once, Question};
pub use recovery::{RecoveryField, RecoveryForm};
pub use sign_in::SignIn;
pub use sign_ins::{SignInRecord, SignInWay};

/// It is done: the answer where nothing else can come of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done;

/// Makes the sums of the capabilities: one line each, `Variant(its file)`.
macro_rules! register {
    ($($(#[$on:meta])* $capability:ident($file:ident)),+ $(,)?) => {
        /// Any question.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Ask {
            $(
                $(#[$on])*
                #[doc = concat!("One of [`", stringify!($file), "`].")]
                $capability($file::Ask),
            )+
        }

        /// Any answer.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Told {
            $(
                $(#[$on])*
                #[doc = concat!("One of [`", stringify!($file), "`].")]
                $capability($file::Told),
            )+
        }

        impl Ask {
            /// Every question there is, by capability, in the order of the register.
            pub const REGISTER: &[&[Entry]] = &[$($(#[$on])* $file::Ask::REGISTER),+];

            /// What is said of the question.
            pub const fn entry(&self) -> &'static Entry {
                match self {
                    $($(#[$on])* Self::$capability(ask) => ask.entry(),)+
                }
            }

            /// Writes the question down for the outbox. Its name is not in it.
            ///
            /// # Errors
            /// What the serializer says, and its own error for a question that does not go by the outbox.
            pub fn keep<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $($(#[$on])* Self::$capability(ask) => ask.keep(serializer),)+
                }
            }

            /// Reads what the outbox kept of the question `name`; `None` if no question of this name goes by it.
            ///
            /// # Errors
            /// Those of the deserializer: it is not in today's form.
            pub fn recall<'de, D: serde::Deserializer<'de>>(
                name: &str,
                deserializer: D,
            ) -> Option<Result<Self, D::Error>> {
                $(
                    $(#[$on])*
                    {
                        if $file::Ask::REGISTER.iter().any(|entry| entry.once != Once::No && entry.name == name) {
                            return $file::Ask::recall(name, deserializer).map(|ask| ask.map(Self::$capability));
                        }
                    }
                )+
                None
            }
        }

        impl Told {
            /// What is said of its question.
            pub const fn entry(&self) -> &'static Entry {
                match self {
                    $($(#[$on])* Self::$capability(told) => told.entry(),)+
                }
            }

            /// Writes the answer down for the cache. Its name is not in it: that is what it is kept under.
            ///
            /// # Errors
            /// What the serializer says, and its own error for an answer that is not kept.
            pub fn keep<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $($(#[$on])* Self::$capability(told) => told.keep(serializer),)+
                }
            }

            /// Reads what was kept under `name`; `None` if no kept question has this name.
            ///
            /// # Errors
            /// Those of the deserializer: it is not in today's form.
            pub fn recall<'de, D: serde::Deserializer<'de>>(
                name: &str,
                deserializer: D,
            ) -> Option<Result<Self, D::Error>> {
                $(
                    $(#[$on])*
                    {
                        if $file::Ask::REGISTER.iter().any(|entry| entry.is_kept && entry.name == name) {
                            return $file::Told::recall(name, deserializer).map(|told| told.map(Self::$capability));
                        }
                    }
                )+
                None
            }
        }
    };
}

register! {
    Account(account),
    Password(password),
    Recovery(recovery),
    Contacts(contacts),
    SignIns(sign_ins),
    Documents(documents),
    Outbox(outbox),
    #[cfg(feature = "pattern-book")]
    Pattern(pattern),
}

impl Ask {
    /// [`Question::NAME`].
    pub const fn name(&self) -> &'static str {
        self.entry().name
    }

    /// [`Question::CAPABILITY`].
    pub const fn capability(&self) -> Option<Capability> {
        self.entry().capability
    }

    /// [`Question::SESSION`].
    pub const fn needs_session(&self) -> bool {
        self.entry().needs_session
    }

    /// [`Question::REPEATABLE`].
    pub const fn is_repeatable(&self) -> bool {
        self.entry().is_repeatable
    }

    /// [`Question::KEPT`].
    pub const fn is_kept(&self) -> bool {
        self.entry().is_kept
    }
}

impl Told {
    /// The names of the questions whose answers are kept, in the order of the register.
    pub const KEPT: &[&str] = &question::names_kept::<{ question::count_kept(Ask::REGISTER) }>(Ask::REGISTER);

    /// [`Question::NAME`] of its question.
    pub const fn name(&self) -> &'static str {
        self.entry().name
    }

    /// [`Question::KEPT`] of its question.
    pub const fn is_kept(&self) -> bool {
        self.entry().is_kept
    }
}
