use fl_domain::{
    Inn, InnError, Secret, Timestamp,
    access::{PinWeakness, without_line_end},
    service::Failure,
    typed::seen_secret,
};

use crate::kit::effects::{AccountId, AccountState, DeviceAccount, LockedAccount, Lost, PlatformFault};

/// The login's field.
pub(super) const INN: &str = "inn";
/// The password's field.
pub(super) const PASSWORD: &str = "password";
/// The field for the digits of a picture.
pub(super) const CAPTCHA: &str = "captcha";
/// The PIN's field.
pub(super) const PIN: &str = "pin";
/// And the one for the PIN once more.
pub(super) const PIN_AGAIN: &str = "pin-again";

/// INN and password.
pub(crate) struct SignInForm {
    /// The login as typed.
    pub(crate) inn: Secret,
    pub(crate) password: Secret,
    /// Of both fields.
    pub(crate) revision: u32,
    /// The digits of a picture are wanted.
    pub(crate) captcha: Option<CaptchaForm>,
    pub(crate) busy: bool,
    pub(crate) fault: Option<SignInFault>,
    /// An account was here and its key is gone.
    pub(crate) lost: Option<Lost>,
    /// Accounts that are here already, to go back to.
    pub(crate) beside: Vec<DeviceAccount>,
}

impl SignInForm {
    pub(crate) fn new(revision: u32) -> Self {
        Self {
            inn: Secret::default(),
            password: Secret::default(),
            revision,
            captcha: None,
            busy: false,
            fault: None,
            lost: None,
            beside: Vec::new(),
        }
    }

    /// For one more account beside these.
    pub(crate) fn beside(accounts: Vec<DeviceAccount>, revision: u32) -> Self {
        Self { beside: accounts, ..Self::new(revision) }
    }

    pub(super) fn edit(&mut self, field: &str, text: Secret) {
        match field {
            INN => {
                if matches!(self.fault, Some(SignInFault::Inn(_))) {
                    self.fault = None;
                }
                self.inn = text;
            }
            PASSWORD => {
                if matches!(self.fault, Some(SignInFault::PasswordEmpty | SignInFault::PasswordTooLong)) {
                    self.fault = None;
                }
                // A copied password brings an end of line along, which nobody means.
                self.password = Secret::new(without_line_end(text.expose()));
            }
            CAPTCHA => {
                if let Some(captcha) = &mut self.captcha {
                    captcha.digits = text;
                    captcha.empty = false;
                }
            }
            _ => {}
        }
    }

    /// Something else is seen: the password and the digits of a picture, which nobody sees again, are typed anew.
    pub(super) fn forget_secrets(&mut self, revision: u32) {
        self.forget_password(revision);
        if let Some(captcha) = &mut self.captcha {
            captcha.digits = Secret::default();
            captcha.revision = revision;
        }
    }

    /// It is typed anew.
    pub(crate) fn forget_password(&mut self, revision: u32) {
        self.password = Secret::default();
        self.revision = revision;
    }

    /// For the account whose key is gone.
    pub(crate) fn after(lost: Lost, revision: u32) -> Self {
        Self { lost: Some(lost), ..Self::new(revision) }
    }

    /// For the account that stays open.
    pub(crate) fn again(inn: &Inn, revision: u32) -> Self {
        Self { inn: Secret::new(inn.as_str()), ..Self::new(revision) }
    }
}

/// The digits of a picture.
pub(crate) struct CaptchaForm {
    /// The picture's key, or why there is none.
    pub(crate) picture: Result<String, Failure>,
    pub(crate) digits: Secret,
    pub(crate) revision: u32,
    /// The last digits were wrong.
    pub(crate) wrong: bool,
    /// Nothing was typed.
    pub(crate) empty: bool,
}

/// Why a sign-in did not happen.
#[derive(Clone)]
pub(crate) enum SignInFault {
    /// Seen here; nothing was sent.
    Inn(InnError),
    /// Seen here; nothing was sent.
    PasswordEmpty,
    /// Seen here; nothing was sent.
    PasswordTooLong,
    /// The service said so.
    WrongPassword,
    /// The first password of the card has run out.
    PrimaryExpired,
    /// The login becomes active at this time, by the service's clock.
    NotYetActive(Timestamp),
    /// The service could not be asked.
    Service(Failure),
}

/// A PIN is chosen.
pub(crate) struct ChoosePin {
    pub(crate) inn: Inn,
    /// Accounts that are here already.
    pub(crate) beside: Vec<DeviceAccount>,
    pub(crate) pin: Secret,
    pub(crate) again: Secret,
    /// This PIN was warned of: kept once more, it is kept.
    pub(crate) warned: Option<Secret>,
    pub(crate) revision: u32,
    pub(crate) busy: bool,
    pub(crate) fault: Option<PinFault>,
}

impl ChoosePin {
    pub(crate) fn new(inn: Inn, revision: u32) -> Self {
        Self {
            inn,
            beside: Vec::new(),
            pin: Secret::default(),
            again: Secret::default(),
            warned: None,
            revision,
            busy: false,
            fault: None,
        }
    }

    pub(super) fn edit(&mut self, field: &str, text: &Secret) {
        match field {
            PIN => self.pin = seen_secret(text),
            PIN_AGAIN => self.again = seen_secret(text),
            _ => {}
        }
    }

    /// Something else is seen: what was typed, and what was warned of, is dropped.
    pub(super) fn forget_secrets(&mut self, revision: u32) {
        (self.pin, self.again, self.warned) = (Secret::default(), Secret::default(), None);
        self.revision = revision;
    }
}

/// What is wrong with a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PinFault {
    /// Fewer than six or more than sixteen digits, or something else than digits.
    Form,
    /// The two differ.
    Differ,
    /// Easily guessed: a warning, no refusal.
    Weak(PinWeakness),
    /// Wrong, with so many attempts left.
    Wrong(u32),
    /// Another program has the account open.
    InUse,
    /// The device has no room.
    DiskFull,
    /// The folder cannot be written.
    ReadOnly,
    /// The platform's secure storage refused.
    Platform,
    /// The finger or face did not open it.
    Biometrics(PlatformFault),
    /// Anything else.
    Broken,
}

impl PinFault {
    /// Six to sixteen ASCII digits: the design asks for at least six, and more than sixteen nobody means.
    pub(crate) fn check(pin: &Secret) -> Result<(), Self> {
        let text = pin.expose();
        if (6..=16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(())
        } else {
            Err(Self::Form)
        }
    }
}

/// What lies over the PIN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Over {
    #[default]
    Nothing,
    /// Another account is being chosen.
    Choosing,
    /// Asking whether to remove the account.
    Asking,
}

/// The PIN is asked for.
pub(crate) struct UnlockForm {
    /// All that are on this device, the chosen one among them.
    pub(crate) accounts: Vec<DeviceAccount>,
    /// Whose PIN it is.
    pub(crate) account: AccountId,
    pub(crate) pin: Secret,
    pub(crate) revision: u32,
    pub(crate) attempts_left: u32,
    pub(crate) busy: bool,
    pub(crate) fault: Option<PinFault>,
    pub(crate) over: Over,
    /// A finger or face opens it too.
    pub(crate) biometrics: bool,
}

impl UnlockForm {
    /// For the first account that can be opened; without one, why the first cannot.
    pub(crate) fn first(accounts: Vec<DeviceAccount>, revision: u32) -> Result<Self, Option<Lost>> {
        let lost = accounts.iter().find_map(|a| match a.state {
            AccountState::Lost(lost) => Some(lost),
            AccountState::Locked(_) => None,
        });
        let found = accounts.iter().find_map(|a| match a.state {
            AccountState::Locked(found) => Some((a.id.clone(), found)),
            AccountState::Lost(_) => None,
        });
        let (id, found) = found.ok_or(lost)?;
        Ok(Self::new(accounts, id, found, revision))
    }

    /// For one of them; `None` if it cannot be opened.
    pub(crate) fn of(accounts: Vec<DeviceAccount>, id: &AccountId, revision: u32) -> Option<Self> {
        let found = accounts.iter().find(|a| a.id == *id).and_then(|a| match a.state {
            AccountState::Locked(found) => Some(found),
            AccountState::Lost(_) => None,
        })?;
        Some(Self::new(accounts, id.clone(), found, revision))
    }

    fn new(accounts: Vec<DeviceAccount>, account: AccountId, found: LockedAccount, revision: u32) -> Self {
        Self {
            accounts,
            account,
            pin: Secret::default(),
            revision,
            attempts_left: found.attempts_left,
            busy: false,
            fault: None,
            over: Over::Nothing,
            biometrics: found.biometrics,
        }
    }

    pub(super) fn edit(&mut self, field: &str, text: &Secret) {
        if field == PIN {
            self.pin = seen_secret(text);
        }
    }

    /// Something else is seen: what was typed is dropped.
    pub(super) fn forget_secrets(&mut self, revision: u32) {
        self.pin = Secret::default();
        self.revision = revision;
    }
}
