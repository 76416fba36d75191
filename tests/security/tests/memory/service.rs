//! The service in a process of its own, and a person who uses it.

use std::{
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
use fl_security::{Masked, Needle, mask, read_masked};

/// Whose account it is, at the service.
const WHO: &str = "debt";
const NAME: [u8; 16] = mask("Примеров");
const EMAIL: [u8; 17] = mask("debt@example.test");
pub(super) const PIN: [u8; 9] = mask("862051739");
pub(super) const WRONG: [u8; 14] = mask("Wrong-Pass-071");
const WORD: [u8; 20] = mask("невиданный");
/// What all tokens of the sandbox begin with.
const ACCESS: [u8; 15] = mask("sandbox-access-");
const REFRESH: [u8; 16] = mask("sandbox-refresh-");
/// The sandbox.
pub(super) struct Service {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    profile: Profile,
    pub(super) inn: Masked,
    password: Masked,
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
        let mut held = None;
        loop {
            let card = line();
            let mut words = card.split(' ');
            match (words.next(), words.next(), words.next()) {
                (Some(WHO), Some(inn), Some(password)) => held = read_masked(inn).zip(read_masked(password)),
                (Some(""), ..) => break,
                _ => {}
            }
        }
        let (inn, password) = held.unwrap();
        Self { process, input, output, profile, inn, password }
    }

    /// The access token is rejected from now on; how many questions the service has answered so far.
    fn expire(&mut self) -> usize {
        writeln!(self.input, "{WHO}").unwrap();
        let mut answered = String::new();
        self.output.read_line(&mut answered).unwrap();
        answered.trim().parse().unwrap()
    }

    pub(super) fn needles(&self) -> Vec<Needle> {
        vec![
            Needle::new("password", self.password.clone()),
            Needle::new("PIN", Masked::new(&PIN)),
            Needle::new("INN", self.inn.clone()),
            Needle::new("name", Masked::new(&NAME)),
            Needle::new("e-mail", Masked::new(&EMAIL)),
            Needle::new("access token", Masked::new(&ACCESS)),
            Needle::new("refresh token", Masked::new(&REFRESH)),
            Needle::new("word sought", Masked::new(&WORD)),
        ]
    }

    pub(super) fn open(&self, folder: &Path) -> Engine {
        // The noon in Moscow at which the sandbox starts.
        let at = Timestamp::constant(1_795_338_000, 0);
        let clock = ManualClock::new(Moment::new(at, 180));
        let mut config =
            EngineConfig::new(folder.to_owned(), self.profile.clone(), Arc::new(clock), run_only_secrets());
        config.patience = Patience::brisk();
        let engine = Engine::new(config).unwrap();
        engine.settle();
        act(&engine, Intent::Settings(settings::Intent::Language(Language::En)));
        engine
    }

    pub(super) fn sign_in(&self, engine: &Engine) {
        type_in(engine, FieldId::Inn, &self.inn);
        type_in(engine, FieldId::Password, &self.password);
        act(engine, Intent::Session(session::Intent::SignIn));
    }

    /// Everything a person does, up to an account that is open after it was locked, with a token that was refreshed.
    pub(super) fn lived_in(&mut self, folder: &Path) -> Engine {
        let engine = self.open(folder);
        self.sign_in(&engine);
        type_in(&engine, FieldId::Pin, &Masked::new(&PIN));
        type_in(&engine, FieldId::PinAgain, &Masked::new(&PIN));
        act(&engine, Intent::Session(session::Intent::KeepPin));
        assert!(engine.screen().id == ScreenId::Home);
        act(&engine, Intent::Go(Place::Operations));
        type_in(&engine, FieldId::Search, &Masked::new(&WORD));
        act(&engine, Intent::Go(Place::Home));
        let before = self.expire();
        act(&engine, Intent::Home(home::Intent::Refresh));
        assert!(self.expire() > before + 2, "a token is refreshed");
        act(&engine, Intent::Session(session::Intent::Lock));
        assert!(engine.screen().id == ScreenId::Unlock);
        type_in(&engine, FieldId::Pin, &Masked::new(&PIN));
        act(&engine, Intent::Session(session::Intent::Unlock));
        assert!(engine.screen().id == ScreenId::Home);
        act(&engine, Intent::Home(home::Intent::Refresh));
        engine
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(super) fn act(engine: &Engine, intent: Intent) {
    engine.dispatch(intent);
    engine.settle();
}

pub(super) fn type_in(engine: &Engine, field: FieldId, text: &Masked) {
    act(engine, Intent::Edit { field, text: text.secret() });
}
