use fl_domain::{
    Inn,
    service::{Failure, SignIn},
};

use crate::kit::{
    effects::{Moment, ServiceAnswer, VaultFault, Vaulted},
    touch::Intent as Meaning,
};

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Sends INN and password.
    SignIn,
    /// Sends the digits of the picture.
    SendCaptcha,
    /// Asks for another picture.
    AnotherPicture,
    /// Keeps the PIN.
    KeepPin,
    /// Opens the account with the PIN.
    Unlock,
    /// Opens it with the finger or face kept for it.
    UseBiometrics,
    /// Locks it.
    Lock,
    /// The session ended: the password is wanted again.
    SignInAgain,
    /// Asks whether to remove this account from the device.
    AskSignOut,
    /// Removes it.
    SignOut,
    /// Looks at the device again.
    TryAgain,
    /// Shows the accounts of this device; an open one is locked.
    ListAccounts,
    /// Asks for the PIN of this one, counted from 0.
    ChooseAccount(u32),
    /// Signs in with one more.
    AddAccount,
}

impl Meaning for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::SignIn => "session/sign-in",
            Self::SendCaptcha => "session/send-captcha",
            Self::AnotherPicture => "session/another-picture",
            Self::KeepPin => "session/keep-pin",
            Self::Unlock => "session/unlock",
            Self::UseBiometrics => "session/use-biometrics",
            Self::Lock => "session/lock",
            Self::SignInAgain => "session/sign-in-again",
            Self::AskSignOut => "session/ask-sign-out",
            Self::SignOut => "session/sign-out",
            Self::TryAgain => "session/try-again",
            Self::ListAccounts => "session/list-accounts",
            Self::ChooseAccount(_) => "session/choose-account",
            Self::AddAccount => "session/add-account",
        }
    }
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// A sign-in ended.
    SignedIn {
        /// Who it was: a field may hold something else by now.
        inn: Inn,
        /// What the service said.
        answer: ServiceAnswer<SignIn>,
        /// The key of the picture it wants digits from.
        picture: Option<Result<String, Failure>>,
    },
    /// Another picture came.
    Picture(ServiceAnswer<String>),
    /// An account opened, or did not.
    Opened {
        /// When.
        now: Moment,
        /// What the vault said.
        result: Result<Vaulted, VaultFault>,
    },
    /// The session that ended is replaced.
    Resumed(Result<Vaulted, VaultFault>),
    /// The device was looked at again.
    Looked(Result<Vaulted, VaultFault>),
    /// And again, after an account was removed.
    Left(Result<Vaulted, VaultFault>),
    /// The account was removed.
    Wiped(Result<Vaulted, VaultFault>),
    /// The accounts of this device: the list, or one more.
    Accounts {
        /// One more.
        add: bool,
        /// What is there.
        result: Result<Vaulted, VaultFault>,
    },
}
