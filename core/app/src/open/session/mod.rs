//! Getting in and out: INN and password, captcha, PIN, unlock, lock, sign-out.

mod model;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::{
    Inn,
    service::{Failure, SignIn},
};
use serde::Serialize;

use crate::effects::{Moment, ServiceAnswer, VaultFault, Vaulted};

pub(crate) use model::{CaptchaForm, ChoosePin, Over, PinFault, SignInFault, SignInForm, UnlockForm};
pub(crate) use update::{
    accepted, after, awaited, back, close, edit, forget, left, lock, on_event, on_intent, recovered, started,
    typed_login, typed_password,
};
pub(crate) use view::{
    inn_fault, view_ask_sign_out, view_blocked, view_choose_pin, view_sign_in, view_starting, view_unlock,
};

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "SessionIntent"))]
pub enum Intent {
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
}
