//! Getting in: passwords, contacts, recovery, ways to get access, links one can trust. Rules as the project's page of account
//! rules settles them; what a server can override is data with the documented value as its default.

mod contact;
mod password;

pub use contact::{Email, EmailError, Phone, PhoneError};
pub use password::{CharacterClass, Checked, PasswordPolicy, PasswordRule, Suspicion, suspicions};
