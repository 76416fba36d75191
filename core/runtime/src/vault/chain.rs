use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use fl_domain::Secret;
use fl_store::DataKey;
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

/// Argon2id: 64 MiB, 3 passes, 1 lane (the design; above OWASP's minimum of 19 MiB and 2).
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// A key file asking for more is not ours: it must not make a phone run out of memory.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;

/// The half of the key that the platform holds.
pub(super) struct PlatformSecret(Zeroizing<[u8; 32]>);

impl PlatformSecret {
    pub(super) fn random() -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *bytes).ok()?;
        Some(Self(bytes))
    }

    /// `None` for anything but 32 bytes: then the platform does not hold what we gave it.
    pub(super) fn from_bytes(mut bytes: Vec<u8>) -> Option<Self> {
        let secret = <[u8; 32]>::try_from(bytes.as_slice()).ok().map(|b| Self(Zeroizing::new(b)));
        bytes.zeroize();
        secret
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &*self.0
    }
}

/// A data key as it lies on disk: useless without the PIN and the platform's secret.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct WrappedKey {
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

/// How unwrapping ended.
pub(super) enum Unwrapped {
    Key(DataKey),
    /// Nothing but a wrong PIN, or a file changed in its sealed part, looks like this.
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
    Some(WrappedKey {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        salt: BASE64.encode(salt),
        nonce: BASE64.encode(nonce),
        sealed: BASE64.encode(sealed),
    })
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

fn derive(secret: &[u8], salt: Option<&[u8]>, info: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(salt, secret).expand(info.as_bytes(), &mut *key).ok()?;
    Some(key)
}

fn cipher(key: &Zeroizing<[u8; 32]>) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key).into())
}

fn context(id: &str) -> String {
    format!("fl-taxes data key 1 {id}")
}

/// Seals small files of an account under its data key.
pub(super) struct Seal {
    key: Option<Zeroizing<[u8; 32]>>,
    context: String,
}

impl Seal {
    pub(super) fn of(key: &DataKey, id: &str) -> Self {
        let context = format!("fl-taxes session 1 {id}");
        Self { key: derive(key.as_bytes(), None, &context), context }
    }

    /// `None` if the system has no randomness.
    pub(super) fn close(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0; 24];
        getrandom::fill(&mut nonce).ok()?;
        let payload = Payload { msg: plain, aad: self.context.as_bytes() };
        let sealed = cipher(self.key.as_ref()?).encrypt(&XNonce::from(nonce), payload).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// `None` if it was not sealed for this place, or was changed.
    pub(super) fn open(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(24)?;
        let nonce = <[u8; 24]>::try_from(nonce).ok()?;
        let payload = Payload { msg: sealed, aad: self.context.as_bytes() };
        cipher(self.key.as_ref()?).decrypt(&XNonce::from(nonce), payload).ok().map(Zeroizing::new)
    }
}
