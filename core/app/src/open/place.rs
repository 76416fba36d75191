use serde::Serialize;

/// Each place says whether it needs an open account and whether a link from outside leads there: there is no answer to fall back on.
macro_rules! places {
    ($($(#[$doc:meta])* $place:ident = $word:literal, $opens:ident, $led_to:ident;)*) => {
        /// Where one can go.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Place {
            $($(#[$doc])* $place,)*
        }

        impl Place {
            /// Every place there is.
            pub const ALL: &[Self] = &[$(Self::$place),*];

            /// Its word: in links of our own (`fltaxes://word`) and in the log.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$place => $word,)*
                }
            }

            /// It shows an account, so it waits for one to be open.
            pub const fn needs_account(self) -> bool {
                match self {
                    $(Self::$place => places!(@$opens),)*
                }
            }

            /// A link from outside may lead there.
            pub const fn is_linked(self) -> bool {
                match self {
                    $(Self::$place => places!(@$led_to),)*
                }
            }
        }
    };
    (@account) => { true };
    (@anybody) => { false };
    (@linked) => { true };
    (@inside) => { false };
}

places! {
    /// Where one stands.
    Home = "home", account, linked;
    /// The history of operations.
    Operations = "operations", account, linked;
    /// Income by year.
    Income = "income", account, linked;
    /// Language, appearance, lock.
    Settings = "settings", anybody, linked;
    /// The ways to get access; without a network too.
    Access = "access", anybody, linked;
    /// The registration card of an office, one of the ways.
    Card = "card", anybody, inside;
    /// What to try when the password is refused.
    Guide = "guide", anybody, inside;
    /// A forgotten password.
    Recovery = "recovery", anybody, linked;
    /// Signing in through Gosuslugi.
    Esia = "esia", anybody, inside;
    /// Looking at a link before it is opened.
    CheckLink = "check-link", anybody, inside;
    /// Changing the password.
    Password = "password", account, linked;
    /// Who one is and how one is reached.
    Profile = "profile", account, linked;
    /// The address.
    Email = "email", account, inside;
    /// The phone.
    Phone = "phone", account, inside;
    /// The control word.
    ControlWord = "control-word", account, inside;
    /// Notices, demands, receipts.
    Documents = "documents", account, linked;
    /// What is to be sent, and what became of it.
    Outbox = "outbox", account, linked;
    /// Forms that were begun.
    Drafts = "drafts", account, linked;
    /// Who signed in and when.
    SignIns = "sign-ins", account, linked;
    /// What is stored on this device.
    Stored = "stored", account, inside;
    /// What this account is called on this device.
    Name = "name", account, inside;
}

impl Place {
    /// The place of this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|place| place.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_a_word_of_its_own() {
        for place in Place::ALL {
            assert_eq!(Place::of(place.word()), Some(*place));
        }
        assert_eq!(Place::of(""), None);
    }
}
