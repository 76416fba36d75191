//! Getting in: passwords, contacts, recovery, ways to get access, links one can trust. Rules as the project's page of account
//! rules settles them; what a server can override is data with the documented value as its default.

mod control_word;
mod email;
pub mod guide;
pub mod link;
mod password;
mod phone;
mod pin;
mod primary;
mod recovery;
mod signs;
pub mod ways;

pub use control_word::{CONTROL_WORD_MAX, CONTROL_WORD_MIN, ControlWordError, check_control_word};
pub use email::{Email, EmailError};
pub use guide::{Action, Facts, Next, Question, TypingHint, next};
pub use link::{Hosts, Trick, Verdict, judge};
pub use password::{
    CharacterClass, Checked, PasswordPolicy, PasswordRule, Suspicion, suspicions, without_line_end,
};
pub use phone::{Phone, PhoneError};
pub use pin::{PinWeakness, pin_weakness};
pub use primary::{ACTIVATION_SECONDS, PrimaryValidity, primary_validity};
pub use recovery::{RECOVERY_ATTEMPTS, RECOVERY_BLOCK_SECONDS, RecoveryBook, RecoveryRule, RecoveryStanding};
pub use ways::{
    Case, Document, ESIA_BY_POST_REFUSED, EsiaConfirmation, Takes, Way, age_alone, bring, esia_confirmations,
    takes,
};
