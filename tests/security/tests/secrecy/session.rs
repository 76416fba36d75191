//! One session with everything in it, and all it leaves.

use std::{fs, path::Path, sync::Arc};

use fl_app::{
    Intent, Place, device, home,
    screen::{Block, FieldId, ScreenId},
    session, settings,
    texts::Language,
};
use fl_domain::Secret;
use fl_runtime::Engine;
use fl_sandbox::{Fault, Scope};
use fl_stage::Stage;

use super::overheard;

const PIN: &str = "862051739";
const WRONG_PIN: &str = "440172936";
const WRONG_PASSWORD: &str = "Wrong-Pass-071";
const NEW_PASSWORD: &str = "Fresh-Pass-4471";
const CONTROL_WORD: &str = "одуванчик-71";
const CODE: &str = "90417733";
const SOUGHT: &str = "невиданное";
/// How the sandbox calls the person whose key is `debt`.
const PERSON: [&str; 3] = ["Примеров", "Пётр", "debt@example.test"];
/// What the sandbox's tokens begin with.
const TOKENS: [&str; 2] = ["sandbox-access", "sandbox-refresh"];

/// What must not be anywhere, and how it is looked for.
struct Sought {
    secret: Vec<String>,
    personal: Vec<String>,
}

impl Sought {
    fn all(&self) -> impl Iterator<Item = &String> {
        self.secret.iter().chain(&self.personal)
    }

    /// In UTF-8 and in both kinds of UTF-16, whatever the bytes around are.
    fn assert_not_in(&self, place: &str, bytes: &[u8]) {
        for text in self.all() {
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
    fn assert_not_below(&self, folder: &Path) -> usize {
        let mut files = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            self.assert_not_in("a file's name", path.as_os_str().as_encoded_bytes());
            if path.is_dir() {
                files += self.assert_not_below(&path);
            } else {
                self.assert_not_in(&path.display().to_string(), &fs::read(&path).unwrap());
                files += 1;
            }
        }
        files
    }
}

/// A person who looks at every screen that comes.
struct Person<'a> {
    engine: Arc<Engine>,
    sought: &'a Sought,
}

impl Person<'_> {
    fn act(&self, intent: Intent) {
        self.engine.dispatch(intent);
        self.look();
    }

    /// No screen says a secret, not even back to whoever typed it.
    fn look(&self) {
        self.engine.settle();
        let screen = serde_json::to_string(&*self.engine.screen()).unwrap();
        for secret in &self.sought.secret {
            assert!(!screen.contains(secret), "«{secret}» in {screen}");
        }
    }

    fn type_in(&self, field: FieldId, text: &str) {
        self.act(Intent::Edit { field, text: Secret::new(text) });
    }

    fn session(&self, intent: session::Intent) {
        self.act(Intent::Session(intent));
    }

    fn is_at(&self, screen: ScreenId) {
        assert_eq!(self.engine.screen().id, screen, "{}", self.engine.screen());
    }

    fn sign_in(&self, inn: &str, password: &str) {
        self.type_in(FieldId::Inn, inn);
        self.type_in(FieldId::Password, WRONG_PASSWORD);
        self.session(session::Intent::SignIn);
        self.is_at(ScreenId::SignIn);
        self.type_in(FieldId::Password, password);
        self.session(session::Intent::SignIn);
        self.type_in(FieldId::Pin, PIN);
        self.type_in(FieldId::PinAgain, WRONG_PIN);
        self.session(session::Intent::KeepPin);
        self.type_in(FieldId::PinAgain, PIN);
        self.session(session::Intent::KeepPin);
        self.is_at(ScreenId::Home);
    }

    fn unlock(&self) {
        self.is_at(ScreenId::Unlock);
        self.type_in(FieldId::Pin, WRONG_PIN);
        self.session(session::Intent::Unlock);
        self.is_at(ScreenId::Unlock);
        self.type_in(FieldId::Pin, PIN);
        self.session(session::Intent::Unlock);
        self.is_at(ScreenId::Home);
    }

    /// Amounts as they stand on the screen, and as plain numbers.
    fn amounts(&self) -> Vec<String> {
        let screen = self.engine.screen();
        let shown = screen.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.value.clone()),
            Block::Row(row) => row.value.clone(),
            _ => None,
        });
        let mut amounts: Vec<_> = shown
            .flat_map(|value| {
                let plain: String =
                    value.chars().filter(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
                [plain.replace(',', "."), plain.replace('.', ","), value]
            })
            .filter(|amount| amount.chars().filter(char::is_ascii_digit).count() >= 5)
            .collect();
        amounts.sort_unstable();
        amounts.dedup();
        amounts
    }

    /// Everywhere, whatever the service does.
    fn walk(&self, stage: &Stage, inn: &str) {
        for field in [FieldId::OldPassword, FieldId::NewPassword, FieldId::ControlWord, FieldId::Code] {
            let text = match field {
                FieldId::ControlWord => CONTROL_WORD,
                FieldId::Code => CODE,
                _ => NEW_PASSWORD,
            };
            self.type_in(field, text);
        }
        self.act(Intent::Link(format!("fltaxes://operations?code={CODE}").into()));
        self.act(Intent::Go(Place::Operations));
        self.type_in(FieldId::Search, SOUGHT);
        self.type_in(FieldId::Search, "Транспортный");
        self.act(Intent::Go(Place::Income));
        self.act(Intent::Go(Place::Settings));
        self.act(Intent::Settings(settings::Intent::Language(Language::Ru)));
        self.act(Intent::Device(device::Intent::ShareLog));
        self.act(Intent::Go(Place::Home));
        let control = stage.control().unwrap();
        for fault in [
            Fault::Offline,
            Fault::ServerError,
            Fault::Truncated,
            Fault::HtmlInsteadOfJson,
            Fault::Closed { until: None },
            Fault::ExpiredInXml,
            Fault::RefreshAnswerLost,
        ] {
            control.set(fault, Scope::Everyone);
            control.expire_access(inn);
            self.act(Intent::Home(home::Intent::Refresh));
            control.clear_all();
        }
    }
}

#[test]
fn a_whole_session_is_told_by_no_log_file_panic_or_screen() {
    overheard::listen();
    let mut stage = Stage::rehearsal().unwrap();
    let card = stage.taxpayer("debt").unwrap().clone();
    let secret = [&card.password, WRONG_PASSWORD, PIN, WRONG_PIN, NEW_PASSWORD, CONTROL_WORD, CODE];
    let mut sought = Sought {
        secret: secret.into_iter().chain(TOKENS).map(str::to_owned).collect(),
        personal: PERSON
            .into_iter()
            .chain([card.inn.as_str(), SOUGHT, "Транспортный"])
            .map(str::to_owned)
            .collect(),
    };
    let engine = stage.open().unwrap();
    let amounts = {
        let person = Person { engine: Arc::clone(&engine), sought: &sought };
        person.look();
        person.sign_in(&card.inn, &card.password);
        person.amounts()
    };
    assert!(amounts.len() > 8, "{amounts:?}");
    sought.personal.extend(amounts);
    let person = Person { engine: Arc::clone(&engine), sought: &sought };
    person.walk(&stage, &card.inn);
    assert!(sought.assert_not_below(stage.data()) >= 4, "key, session, cache and taste are kept");
    assert!(fs::metadata(stage.data().join("preferences.json")).is_ok());
    // A mistake of ours in the middle of it.
    engine.break_inside();
    person.look();
    person.unlock();
    person.session(session::Intent::Lock);
    sought.assert_not_below(stage.data());
    person.unlock();
    person.session(session::Intent::AskSignOut);
    person.session(session::Intent::SignOut);
    person.is_at(ScreenId::SignIn);
    let left = serde_json::to_string(&*engine.screen()).unwrap();
    sought.assert_not_in("the screen after a sign-out", left.as_bytes());
    sought.assert_not_below(stage.data());
    let console = engine.console();
    drop(person);
    drop(engine);
    stage.kill();
    sought.assert_not_below(stage.data());
    let lines: Vec<_> = console.entries_since(0).into_iter().map(|entry| entry.text).collect();
    assert!(lines.len() > 100, "{}", lines.len());
    let lines = lines.join("\n");
    sought.assert_not_in("the log", lines.as_bytes());
    let heard = overheard::heard();
    assert!(heard.contains("index out of bounds"), "the panic is heard: {heard}");
    sought.assert_not_in("what libraries and panics say", heard.as_bytes());
}
