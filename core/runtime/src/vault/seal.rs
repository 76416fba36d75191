//! What seals the small files: each under a key of its own, bound to its place.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use fl_domain::Inn;
use fl_store::DataKey;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::chain::PlatformSecret;

pub(super) fn derive(secret: &[u8], salt: Option<&[u8]>, info: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(salt, secret).expand(info.as_bytes(), &mut *key).ok()?;
    Some(key)
}

pub(super) fn cipher(key: &Zeroizing<[u8; 32]>) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key).into())
}

/// Seals one small file.
pub(crate) struct Seal {
    key: Option<Zeroizing<[u8; 32]>>,
    context: String,
}

impl Seal {
    /// For an account's session, under its data key.
    pub(super) fn of_session(key: &DataKey, id: &str) -> Self {
        Self::new(key.as_bytes(), format!("fl-taxes session 1 {id}"))
    }

    /// For whose account it is, beside the key.
    pub(super) fn of_person(key: &DataKey, id: &str) -> Self {
        Self::new(key.as_bytes(), format!("fl-taxes person 1 {id}"))
    }

    /// For an account's name, which is read before any PIN.
    pub(super) fn of_name(platform: &PlatformSecret, id: &str) -> Self {
        Self::new(platform.as_bytes(), format!("fl-taxes name 1 {id}"))
    }

    /// For what is waited for before there is an account.
    pub(crate) fn of_waiting(platform: &PlatformSecret) -> Self {
        Self::new(platform.as_bytes(), "fl-taxes waiting 1".to_owned())
    }

    fn new(secret: &[u8], context: String) -> Self {
        Self { key: derive(secret, None, &context), context }
    }

    /// `None` if the system has no randomness.
    pub(crate) fn close(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0; 24];
        getrandom::fill(&mut nonce).ok()?;
        let payload = Payload { msg: plain, aad: self.context.as_bytes() };
        let sealed = cipher(self.key.as_ref()?).encrypt(&XNonce::from(nonce), payload).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// `None` if it was not sealed for this place, or was changed.
    pub(crate) fn open(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(24)?;
        let nonce = <[u8; 24]>::try_from(nonce).ok()?;
        let payload = Payload { msg: sealed, aad: self.context.as_bytes() };
        cipher(self.key.as_ref()?).decrypt(&XNonce::from(nonce), payload).ok().map(Zeroizing::new)
    }
}

/// Says whose account a folder is to whoever knows the INN and has the platform's secret, and to nobody else.
pub(super) struct OwnerTag(Option<Hmac<Sha256>>);

impl OwnerTag {
    pub(super) fn of(platform: &PlatformSecret, id: &str, inn: &Inn) -> Self {
        let key = derive(platform.as_bytes(), None, &format!("fl-taxes owner 1 {id}"));
        Self(key.and_then(|key| Hmac::new_from_slice(&*key).ok()).map(|mac| mac.chain_update(inn.as_str())))
    }

    pub(super) fn bytes(&self) -> Option<Vec<u8>> {
        self.0.clone().map(|mac| mac.finalize().into_bytes().to_vec())
    }

    pub(super) fn is(&self, tag: &[u8]) -> bool {
        self.0.clone().is_some_and(|mac| mac.verify_slice(tag).is_ok())
    }
}
