//! A person who looks at every screen, and what must not be anywhere.

use std::{fs, path::Path, sync::Arc};

use fl_runtime::Engine;
use fl_stage::{SECRETS, Stage};

/// What the sandbox's tokens begin with.
pub(super) const TOKENS: [&str; 2] = ["sandbox-access", "sandbox-refresh"];
/// Characters of a state and of a verifier, which nobody outside knows.
const RANDOM: usize = 43;

/// What must not be anywhere, and how it is looked for.
pub(super) struct Sought {
    pub(super) secret: Vec<String>,
    pub(super) personal: Vec<String>,
}

impl Sought {
    /// In UTF-8 and in both kinds of UTF-16, whatever the bytes around are.
    pub(super) fn assert_not_in(&self, place: &str, bytes: &[u8]) {
        self.assert_no_text_in(place, bytes);
        assert!(!has_a_random_text(bytes), "a random text in {place}");
    }

    fn assert_no_text_in(&self, place: &str, bytes: &[u8]) {
        for text in self.secret.iter().chain(&self.personal) {
            let forms: [Vec<u8>; 3] = [
                text.clone().into_bytes(),
                text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            ];
            let found = forms.iter().any(|form| memchr::memmem::find(bytes, form).is_some());
            assert!(!found, "«{text}» in {place}");
        }
    }

    /// Every file below the folder, by its name and byte by byte; how many there are.
    pub(super) fn assert_not_below(&self, folder: &Path) -> usize {
        let mut files = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            self.assert_not_in("a file's name", path.as_os_str().as_encoded_bytes());
            if path.is_dir() {
                files += self.assert_not_below(&path);
            } else {
                let (place, bytes) = (path.display().to_string(), fs::read(&path).unwrap());
                self.assert_no_text_in(&place, &bytes);
                // Sealed keys are as random as what is sought, and so is what stands in for the platform's own store.
                let has_keys = path.ends_with(SECRETS) || path.ends_with("key.json");
                assert!(has_keys || !has_a_random_text(&bytes), "a random text in {place}");
                files += 1;
            }
        }
        files
    }
}

/// Whether something is written there as a random key is.
fn has_a_random_text(bytes: &[u8]) -> bool {
    let mut texts = bytes.split(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte));
    let is_mixed = |text: &[u8]| {
        text.iter().any(u8::is_ascii_lowercase)
            && text.iter().any(u8::is_ascii_uppercase)
            && text.iter().any(u8::is_ascii_digit)
    };
    texts.any(|text| text.len() == RANDOM && is_mixed(text))
}

/// A person who looks at every screen that comes.
pub(super) struct Person {
    pub(super) engine: Arc<Engine>,
    pub(super) sought: Sought,
}

impl Person {
    /// Touches what has this key.
    pub(super) fn tap(&self, key: &str) {
        assert!(self.engine.tap(key), "no `{key}` to touch on\n{}", self.engine.screen());
        self.look();
    }

    /// Goes where a link of our own leads.
    pub(super) fn go(&self, word: &str) {
        self.follow(&format!("fltaxes://{word}"));
    }

    pub(super) fn follow(&self, link: &str) {
        self.engine.follow(link.into());
        self.look();
    }

    pub(super) fn back(&self) {
        self.engine.back();
        self.look();
    }

    pub(super) fn refresh(&self) {
        assert!(self.engine.refresh(), "nothing can be read anew on\n{}", self.engine.screen());
        self.look();
    }

    /// No screen says a secret, not even back to whoever typed it; nor does what a touch hands back.
    pub(super) fn look(&self) {
        self.engine.settle();
        let screen = self.engine.screen();
        let screen = serde_json::to_string(&*screen).unwrap() + &format!("{screen:?}");
        for secret in &self.sought.secret {
            assert!(!screen.contains(secret), "«{secret}» in {screen}");
        }
        assert!(!has_a_random_text(screen.as_bytes()), "{screen}");
    }

    pub(super) fn type_in(&self, field: &str, text: &str) {
        assert!(self.engine.type_into(field, text), "no `{field}` on\n{}", self.engine.screen());
        self.look();
    }

    /// Types into a field of whatever page, also of one that is not seen.
    pub(super) fn type_at(&self, id: &str, text: &str) {
        self.engine.typed(id, text.into());
        self.look();
    }

    pub(super) fn is_at(&self, page: &str) {
        assert_eq!(self.engine.screen().key(), page, "{}", self.engine.screen());
    }

    pub(super) fn sign_out(&self) {
        self.go("settings");
        self.tap("sign-out");
        self.is_at("sign-out");
        self.tap("sign-out");
    }

    /// Neither on the screen nor in a file.
    pub(super) fn assert_gone(&self, folder: &Path) {
        let left = serde_json::to_string(&*self.engine.screen()).unwrap();
        self.sought.assert_not_in("the screen after a sign-out", left.as_bytes());
        self.sought.assert_not_below(folder);
    }

    /// The process ends; what its log said.
    pub(super) fn end(self, stage: &mut Stage) -> (String, Sought) {
        let console = self.engine.console();
        drop(self.engine);
        stage.kill();
        let lines: Vec<_> = console.entries_since(0).into_iter().map(|entry| entry.text).collect();
        (lines.join("\n"), self.sought)
    }
}
