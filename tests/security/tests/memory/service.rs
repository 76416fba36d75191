//! The service in a process of its own, and a person who uses it.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::Arc,
};

use fl_app::Moment;
use fl_domain::{Secret, Timestamp};
use fl_gateway::Profile;
use fl_runtime::{Engine, EngineConfig, ManualClock, Patience, field_of, run_only_secrets};
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

    /// Somebody else signs in as this person: the name that the service has for it.
    pub(super) fn elsewhere(&mut self, key: &str) -> Masked {
        let id = self.ask(&format!("elsewhere {key}"));
        read_masked(&id).unwrap()
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
        go(&engine, "settings");
        tap(&engine, "language/en");
        back(&engine);
        engine
    }

    pub(super) fn sign_in(&self, engine: &Engine, key: &str) {
        let card = self.card(key);
        type_in(engine, "inn", &card.inn);
        type_in(engine, "password", &card.password);
        tap(engine, "sign-in");
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
        go(&engine, "operations");
        type_in(&engine, "search", &Masked::new(&WORD));
        go(&engine, "home");
        self.refresh(&engine, WHO);
        lock(&engine);
        unlock(&engine);
        read_anew(&engine);
        engine
    }

    /// Everything is read anew, with a new token.
    pub(super) fn refresh(&mut self, engine: &Engine, key: &str) {
        let before = self.expire(key);
        read_anew(engine);
        assert!(self.expire(key) > before + 2, "a token is refreshed");
        read_anew(engine);
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

/// Touches what has this key.
pub(super) fn tap(engine: &Engine, key: &str) {
    assert!(engine.tap(key), "no {key} at {}", engine.screen().key());
    engine.settle();
}

/// Follows a link.
pub(super) fn follow(engine: &Engine, link: Secret) {
    engine.follow(link);
    engine.settle();
}

/// Goes where a link of our own leads.
pub(super) fn go(engine: &Engine, word: &str) {
    follow(engine, Secret::new(format!("fltaxes://{word}")));
}

pub(super) fn back(engine: &Engine) {
    engine.back();
    engine.settle();
}

pub(super) fn read_anew(engine: &Engine) {
    assert!(engine.refresh(), "nothing can be read anew at {}", engine.screen().key());
    engine.settle();
}

pub(super) fn lock(engine: &Engine) {
    go(engine, "settings");
    tap(engine, "lock-now");
    is_at(engine, "unlock");
}

pub(super) fn is_at(engine: &Engine, page: &str) {
    let screen = engine.screen();
    assert!(screen.key() == page, "at {}, not {page}", screen.key());
}

pub(super) fn type_in(engine: &Engine, field: &str, text: &Masked) {
    let screen = engine.screen();
    let seen = field_of(&screen, field).filter(|field| field.enabled);
    let id = seen.map(|field| field.id.as_str());
    engine.typed(id.unwrap_or_else(|| panic!("no {field} at {}", screen.key())), text.secret());
    engine.settle();
}

pub(super) fn keep_pin(engine: &Engine) {
    is_at(engine, "choose-pin");
    type_in(engine, "pin", &Masked::new(&PIN));
    type_in(engine, "pin-again", &Masked::new(&PIN));
    tap(engine, "keep-pin");
    is_at(engine, "home");
}

pub(super) fn unlock(engine: &Engine) {
    is_at(engine, "unlock");
    type_in(engine, "pin", &Masked::new(&PIN));
    tap(engine, "unlock");
    is_at(engine, "home");
}

pub(super) fn sign_out(engine: &Engine) {
    go(engine, "settings");
    tap(engine, "sign-out");
    is_at(engine, "sign-out");
    tap(engine, "sign-out");
}
