//! Getting in: passwords, contacts, recovery, ways to get access, links one can trust. Rules as the project's page of account
//! rules settles them; what a server can override is data with the documented value as its default.

mod contact;
mod password;
mod signs;

pub use contact::{
    CONTROL_WORD_MAX, CONTROL_WORD_MIN, ControlWordError, Email, EmailError, Phone, PhoneError,
    check_control_word,
};
pub use password::{
    CharacterClass, Checked, PasswordPolicy, PasswordRule, Suspicion, suspicions, without_line_end,
};
