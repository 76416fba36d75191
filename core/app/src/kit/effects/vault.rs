use std::fmt;

use crux_core::capability::Operation;
use fl_domain::{Inn, Secret};
use serde::{Deserialize, Serialize};

use super::platform::{Biometrics, PlatformFault, Prompt};

/// An account on this device: the random name of its folder. It says nothing of whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AccountId(pub String);

/// Keys, PIN and session. The runtime keeps them; the app only says when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vault {
    /// What is on this device. Answers [`Vaulted::Status`].
    Look,
    /// Makes the account of the session just signed in, locked by this PIN, and opens it. An account of the same person that is
    /// here already is replaced, as are those whose key is gone. Answers [`Vaulted::Opened`].
    Create {
        /// Whose it is.
        inn: Inn,
        /// At least six digits; checked by the app.
        pin: Secret,
    },
    /// Opens an account. The attempt is counted before it is tried. Answers [`Vaulted::Opened`].
    Unlock {
        /// Which.
        account: AccountId,
        /// As typed.
        pin: Secret,
    },
    /// Opens an account with the finger or face that was kept for it; no PIN attempt is spent. Whatever else is asked of the
    /// vault meanwhile wins. Answers [`Vaulted::Opened`].
    UnlockWithBiometrics {
        /// Which.
        account: AccountId,
        /// What the device says meanwhile.
        prompt: Prompt,
    },
    /// Gives the platform a copy of the open account's key that a finger or face gives back. Answers [`Vaulted::Done`].
    KeepBiometrics(Prompt),
    /// Takes it back. Answers [`Vaulted::Done`].
    ForgetBiometrics,
    /// Takes over the session just signed in for the open account. Answers [`Vaulted::Done`].
    Resume,
    /// Closes the account; keys leave memory. Answers [`Vaulted::Done`].
    Lock,
    /// Removes an account from the device, the open one if none is named. Answers [`Vaulted::Done`].
    Wipe(Option<AccountId>),
    /// Gives the open account a name that is shown before any PIN, or takes it away. Answers [`Vaulted::Done`].
    Name(Option<Secret>),
    /// How much of the open account is on this device. Answers [`Vaulted::Sizes`].
    Measure,
    /// Drops the tokens of a sign-in that did not become an account. Answers [`Vaulted::Done`].
    Forget,
}

impl Vault {
    /// What is done, for the log; without whose account and which secret.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Create { .. } => "create",
            Self::Unlock { .. } => "unlock",
            Self::UnlockWithBiometrics { .. } => "unlock with biometrics",
            Self::KeepBiometrics(_) => "keep biometrics",
            Self::ForgetBiometrics => "forget biometrics",
            Self::Resume => "resume",
            Self::Lock => "lock",
            Self::Wipe(_) => "wipe",
            Self::Name(_) => "name",
            Self::Measure => "measure",
            Self::Forget => "forget",
        }
    }
}

/// What is on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VaultStatus {
    /// No account.
    Empty,
    /// At least one; the one used last comes first.
    Accounts(Vec<DeviceAccount>),
}

/// An account on this device, before it is open.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceAccount {
    /// Which.
    pub id: AccountId,
    /// What its owner calls it.
    pub name: Option<String>,
    /// Whether it can be opened.
    pub state: AccountState,
}

/// `Debug` ends up in logs: a name, which may be a person's, is left out.
impl fmt::Debug for DeviceAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceAccount")
            .field("id", &self.id)
            .field("is_named", &self.name.is_some())
            .field("state", &self.state)
            .finish()
    }
}

/// Whether an account can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// With its PIN.
    Locked(LockedAccount),
    /// Its key cannot be had any more.
    Lost(Lost),
}

/// An account that is still locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockedAccount {
    /// PIN attempts left, 1 to 10.
    pub attempts_left: u32,
    /// A finger or face opens it too.
    pub biometrics: bool,
}

/// Why an account's key is gone. Its data stays unreadable and is removed at the next sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Ten wrong PINs.
    TooManyPins,
    /// The secret that the platform held is not there: it was kept for the run only, or the device was reset.
    PlatformSecret,
    /// The key's own file is damaged.
    KeyFile,
}

/// An open account.
#[derive(Clone, PartialEq, Eq)]
pub struct Unlocked {
    /// Which.
    pub account: AccountId,
    /// Whose it is.
    pub inn: Inn,
    /// What its owner calls it.
    pub name: Option<String>,
    /// So many accounts are on this device, this one among them.
    pub accounts: u32,
    /// There is a session to go on with; else the person signs in again.
    pub has_session: bool,
    /// The cache could not be used and was set aside.
    pub lost_data: Option<LostData>,
    /// The platform keeps secrets for this run only, so after it one signs in anew.
    pub for_this_run_only: bool,
    /// Whether a finger or a face can be asked for.
    pub biometrics: Biometrics,
    /// One opens this account already.
    pub biometrics_kept: bool,
}

/// `Debug` ends up in logs: a name, which may be a person's, is left out.
impl fmt::Debug for Unlocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unlocked")
            .field("account", &self.account)
            .field("inn", &self.inn)
            .field("is_named", &self.name.is_some())
            .field("accounts", &self.accounts)
            .field("has_session", &self.has_session)
            .field("lost_data", &self.lost_data)
            .field("for_this_run_only", &self.for_this_run_only)
            .field("biometrics", &self.biometrics)
            .field("biometrics_kept", &self.biometrics_kept)
            .finish()
    }
}

/// Why a file of the account starts anew. The old one was set aside, not deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostData {
    /// Sealed with another key.
    WrongKey,
    /// Not a file of this app.
    Foreign,
    /// Damaged.
    Damaged,
    /// Written by a newer version.
    TooNew,
    /// What only this device knows, things to be sent and drafts, and not what the service knows too: that file could not be used.
    Own,
}

/// Why an account did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockFault {
    /// Wrong, with so many attempts left (at least one).
    WrongPin {
        /// Attempts left.
        attempts_left: u32,
    },
    /// The key is gone.
    Lost(Lost),
}

/// Why the vault could not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultFault {
    /// The PIN did not open it.
    Unlock(UnlockFault),
    /// Another program has this account open.
    InUse,
    /// The device has no room left.
    DiskFull,
    /// The folder cannot be written.
    ReadOnly,
    /// The platform's secure storage refused.
    Platform,
    /// The finger or face did not open it.
    Biometrics(PlatformFault),
    /// There is no such account or no session to take over.
    Nothing,
    /// Anything else; the log has the cause.
    Broken,
}

/// Answers, variant for variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vaulted {
    /// To [`Vault::Look`].
    Status(VaultStatus),
    /// To [`Vault::Create`], [`Vault::Unlock`] and [`Vault::UnlockWithBiometrics`].
    Opened(Unlocked),
    /// To [`Vault::Measure`].
    Sizes(Sizes),
    /// To the others.
    Done,
}

/// What is stored of the open account, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Figures, history, notes: the sealed cache.
    pub cache: u64,
    /// Key and session, sealed.
    pub keys: u64,
}

impl Operation for Vault {
    type Output = Result<Vaulted, VaultFault>;
}
