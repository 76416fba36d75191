use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use chacha20poly1305::{
    KeyInit, XNonce,
    aead::{Aead, Payload},
};
use fl_domain::Secret;
use fl_store::DataKey;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::seal::{cipher, derive};

/// Argon2id: 64 MiB, 3 passes, 1 lane (the design; above OWASP's minimum of 19 MiB and 2).
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// A key file asking for more is not ours: it must not make a phone run out of memory.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;

/// A secret that the platform holds: one half of an account's key, or what seals a file before there is an account.
pub(crate) struct PlatformSecret(Zeroizing<[u8; 32]>);

impl PlatformSecret {
    pub(crate) fn random() -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *bytes).ok()?;
        Some(Self(bytes))
    }

    /// `None` for anything but 32 bytes: then the platform does not hold what we gave it.
    pub(crate) fn from_bytes(mut bytes: Vec<u8>) -> Option<Self> {
        let secret = <[u8; 32]>::try_from(bytes.as_slice()).ok().map(|b| Self(Zeroizing::new(b)));
        bytes.zeroize();
        secret
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &*self.0
    }
}

/// A data key as it lies on disk: useless without the PIN and the platform's secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrappedKey {
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    sealed: String,
    /// Over all of the above, under the platform's secret: tells a file that was damaged from a PIN that is wrong. It says nothing
    /// about the PIN. Files of an earlier version have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<String>,
}

impl WrappedKey {
    fn mac(&self, platform: &PlatformSecret, id: &str) -> Option<Hmac<Sha256>> {
        let key = derive(platform.as_bytes(), None, &format!("fl-taxes key file 1 {id}"))?;
        let numbers = format!("{} {} ", self.memory_kib, self.passes);
        // None of the texts has a space: they are of the letters of base64.
        let texts = [&*numbers, &self.salt, " ", &self.nonce, " ", &self.sealed];
        let mac = Hmac::<Sha256>::new_from_slice(&*key).ok()?;
        Some(texts.iter().fold(mac, Mac::chain_update))
    }

    /// The same with its mark.
    pub(super) fn marked(mut self, platform: &PlatformSecret, id: &str) -> Self {
        if self.mark.is_none() {
            self.mark = self.mac(platform, id).map(|mac| BASE64.encode(mac.finalize().into_bytes()));
        }
        self
    }

    pub(super) const fn is_marked(&self) -> bool {
        self.mark.is_some()
    }

    /// Whether it is what was written, as far as its mark tells.
    pub(super) fn is_whole(&self, platform: &PlatformSecret, id: &str) -> bool {
        let Some(mark) = &self.mark else { return true };
        let Ok(mark) = BASE64.decode(mark) else { return false };
        self.mac(platform, id).is_some_and(|mac| mac.verify_slice(&mark).is_ok())
    }
}

/// How unwrapping ended.
pub(super) enum Unwrapped {
    Key(DataKey),
    /// Nothing but a wrong PIN looks like this, or an unmarked file changed in its sealed part.
    WrongPin,
    /// The file's numbers cannot be right.
    Unusable,
}

pub(super) fn wrap(key: &DataKey, pin: &Secret, platform: &PlatformSecret, id: &str) -> Option<WrappedKey> {
    let (mut salt, mut nonce) = ([0; 16], [0; 24]);
    getrandom::fill(&mut salt).ok()?;
    getrandom::fill(&mut nonce).ok()?;
    let wrapping = wrapping_key(pin, platform, id, &salt, MEMORY_KIB, PASSES)?;
    let sealed = cipher(&wrapping)
        .encrypt(&XNonce::from(nonce), Payload { msg: key.as_bytes(), aad: context(id).as_bytes() })
        .ok()?;
    let key = WrappedKey {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        salt: BASE64.encode(salt),
        nonce: BASE64.encode(nonce),
        sealed: BASE64.encode(sealed),
        mark: None,
    };
    Some(key.marked(platform, id))
}

pub(super) fn unwrap(wrapped: &WrappedKey, pin: &Secret, platform: &PlatformSecret, id: &str) -> Unwrapped {
    let parts = (
        BASE64.decode(&wrapped.salt),
        BASE64.decode(&wrapped.nonce).ok().and_then(|n| <[u8; 24]>::try_from(n).ok()),
        BASE64.decode(&wrapped.sealed),
    );
    let (Ok(salt), Some(nonce), Ok(sealed)) = parts else { return Unwrapped::Unusable };
    if wrapped.memory_kib > MOST_MEMORY_KIB || wrapped.passes > MOST_PASSES {
        return Unwrapped::Unusable;
    }
    let Some(wrapping) = wrapping_key(pin, platform, id, &salt, wrapped.memory_kib, wrapped.passes) else {
        return Unwrapped::Unusable;
    };
    let opened = cipher(&wrapping)
        .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: context(id).as_bytes() });
    let Ok(opened) = opened.map(Zeroizing::new) else { return Unwrapped::WrongPin };
    match <[u8; 32]>::try_from(opened.as_slice()) {
        Ok(bytes) => Unwrapped::Key(DataKey::from_bytes(bytes)),
        Err(_) => Unwrapped::Unusable,
    }
}

fn wrapping_key(
    pin: &Secret,
    platform: &PlatformSecret,
    id: &str,
    salt: &[u8],
    memory_kib: u32,
    passes: u32,
) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).ok()?;
    let mut stretched = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(pin.expose().as_bytes(), salt, &mut *stretched)
        .ok()?;
    derive(platform.as_bytes(), Some(&*stretched), &format!("fl-taxes wrapping key 1 {id}"))
}

fn context(id: &str) -> String {
    format!("fl-taxes data key 1 {id}")
}
