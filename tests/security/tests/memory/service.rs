//! The service in a process of its own, and a person who uses it.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::Arc,
};

use fl_app::{
    Intent, Moment, Place, home,
    screen::{FieldId, ScreenId},
    session, settings,
    texts::Language,
};
use fl_domain::Timestamp;
use fl_gateway::Profile;
use fl_runtime::{Engine, EngineConfig, ManualClock, Patience, run_only_secrets};
use fl_security::{Masked, Needle, mask, read_masked, write_masked};
use fl_stage::StageDevice;

/// Whose account it is, at the service.
const WHO: &str = "debt";
const NAME: [u8; 16] = mask("Примеров");
pub(super) const PIN: [u8; 9] = mask("862051739");
pub(super) const WRONG: [u8; 14] = mask("Wrong-Pass-071");
const WORD: [u8; 20] = mask("невиданный");
/// What all tokens of the sandbox begin with.
const ACCESS: [u8; 15] = mask("sandbox-access-");
const REFRESH: [u8; 16] = mask("sandbox-refresh-");

/// What is known of a person; masked.
#[derive(Clone)]
pub(super) struct Card {
    pub(super) inn: Masked,
    pub(super) password: Masked,
    pub(super) email: Masked,
    pub(super) phone: Masked,
    pub(super) control_word: Masked,
}

/// The sandbox.
pub(super) struct Service {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    profile: Profile,
    cards: HashMap<String, Card>,
    /// What every engine runs on.
    pub(super) device: Arc<StageDevice>,
}

/// Nothing is a text that is nowhere to be found.
fn text(word: &str) -> Masked {
    read_masked(word).unwrap_or_else(|| Masked::new(&[]))
}

impl Service {
    pub(super) fn start() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_fl-security-service"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = process.stdin.take().unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut line = || {
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            line.trim().to_owned()
        };
        let profile = Profile::parse(read_masked(&line()).unwrap().secret().expose()).unwrap();
        let mut cards = HashMap::new();
        loop {
            let told = line();
            let words: Vec<_> = told.split(' ').collect();
            let [key, inn, password, email, phone, word] = words.as_slice() else { break };
            let card = Card {
                inn: text(inn),
                password: text(password),
                email: text(email),
                phone: text(phone),
                control_word: text(word),
            };
            cards.insert((*key).to_owned(), card);
        }
        Self { process, input, output, profile, cards, device: Arc::default() }
    }

    /// What is known of one person.
    pub(super) fn card(&self, key: &str) -> Card {
        self.cards.get(key).unwrap().clone()
    }

    fn ask(&mut self, question: &str) -> String {
        writeln!(self.input, "{question}").unwrap();
        let mut answer = String::new();
        self.output.read_line(&mut answer).unwrap();
        answer.trim().to_owned()
    }

    /// The access token is rejected from now on; how many questions the service has answered so far.
    fn expire(&mut self, key: &str) -> usize {
        self.ask(&format!("expire {key}")).parse().unwrap()
    }

    /// The link and the code of the letter that came last.
    pub(super) fn letter(&mut self, key: &str) -> (Masked, Masked) {
        let told = self.ask(&format!("letter {key}"));
        let (link, code) = told.split_once(' ').unwrap();
        (text(link), text(code))
    }

    /// A person says yes on the page that is open at Gosuslugi: where the browser goes.
    pub(super) fn agree(&mut self, key: &str) -> Masked {
        let page = self.device.sign_in_page().unwrap();
        let redirect = self.ask(&format!("agree {key} {}", write_masked(&page.url)));
        self.device.close_page();
        read_masked(&redirect).unwrap()
    }

    pub(super) fn needles(&self) -> Vec<Needle> {
        let card = self.card(WHO);
        let mut needles = vec![
            Needle::new("password", card.password),
            Needle::new("PIN", Masked::new(&PIN)),
            Needle::new("INN", card.inn),
            Needle::new("name", Masked::new(&NAME)),
            Needle::new("e-mail", card.email),
            Needle::new("word sought", Masked::new(&WORD)),
        ];
        needles.extend(tokens());
        needles
    }

    pub(super) fn open(&self, folder: &Path) -> Engine {
        // The noon in Moscow at which the sandbox starts.
        let at = Timestamp::constant(1_795_338_000, 0);
        let clock = ManualClock::new(Moment::new(at, 180));
        let mut config =
            EngineConfig::new(folder.to_owned(), self.profile.clone(), Arc::new(clock), run_only_secrets());
        config.patience = Patience::brisk();
        config.platform = Arc::<StageDevice>::clone(&self.device);
        let engine = Engine::new(config).unwrap();
        engine.settle();
        act(&engine, Intent::Settings(settings::Intent::Language(Language::En)));
        engine
    }

    pub(super) fn sign_in(&self, engine: &Engine, key: &str) {
        let card = self.card(key);
        type_in(engine, FieldId::Inn, &card.inn);
        type_in(engine, FieldId::Password, &card.password);
        act(engine, Intent::Session(session::Intent::SignIn));
    }

    /// With INN, password and a new PIN.
    pub(super) fn get_in(&self, engine: &Engine, key: &str) {
        self.sign_in(engine, key);
        keep_pin(engine);
    }

    /// Everything a person does, up to an account that is open after it was locked, with a token that was refreshed.
    pub(super) fn lived_in(&mut self, folder: &Path) -> Engine {
        let engine = self.open(folder);
        self.get_in(&engine, WHO);
        act(&engine, Intent::Go(Place::Operations));
        type_in(&engine, FieldId::Search, &Masked::new(&WORD));
        act(&engine, Intent::Go(Place::Home));
        self.refresh(&engine, WHO);
        act(&engine, Intent::Session(session::Intent::Lock));
        unlock(&engine);
        act(&engine, Intent::Home(home::Intent::Refresh));
        engine
    }

    /// Everything is read anew, with a new token.
    pub(super) fn refresh(&mut self, engine: &Engine, key: &str) {
        let before = self.expire(key);
        act(engine, Intent::Home(home::Intent::Refresh));
        assert!(self.expire(key) > before + 2, "a token is refreshed");
        act(engine, Intent::Home(home::Intent::Refresh));
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What all tokens of all sessions begin with.
pub(super) fn tokens() -> [Needle; 2] {
    [Needle::new("access token", Masked::new(&ACCESS)), Needle::new("refresh token", Masked::new(&REFRESH))]
}

pub(super) fn act(engine: &Engine, intent: Intent) {
    engine.dispatch(intent);
    engine.settle();
}

pub(super) fn type_in(engine: &Engine, field: FieldId, text: &Masked) {
    act(engine, Intent::Edit { field, text: text.secret() });
}

pub(super) fn keep_pin(engine: &Engine) {
    assert!(engine.screen().id == ScreenId::ChoosePin);
    type_in(engine, FieldId::Pin, &Masked::new(&PIN));
    type_in(engine, FieldId::PinAgain, &Masked::new(&PIN));
    act(engine, Intent::Session(session::Intent::KeepPin));
    assert!(engine.screen().id == ScreenId::Home);
}

pub(super) fn unlock(engine: &Engine) {
    assert!(engine.screen().id == ScreenId::Unlock);
    type_in(engine, FieldId::Pin, &Masked::new(&PIN));
    act(engine, Intent::Session(session::Intent::Unlock));
    assert!(engine.screen().id == ScreenId::Home);
}

pub(super) fn sign_out(engine: &Engine) {
    act(engine, Intent::Session(session::Intent::AskSignOut));
    act(engine, Intent::Session(session::Intent::SignOut));
}
