//! The whole engine behind one exported function: a stand-in for the core library until the bindings exist, built only
//! to be weighed. What comes in is not known when it is built, so nothing of the engine can be left out.

use std::{
    error::Error,
    io::{self, BufRead, Write},
    panic::catch_unwind,
    path::PathBuf,
    sync::Arc,
};

use fl_app::{Intent, Place, Screen, home, operations, screen::FieldId, session, settings, texts::Language};
use fl_domain::Secret;
use fl_gateway::Profile;
use fl_runtime::{Engine, EngineConfig, ScreenListener, SystemClock, run_only_secrets};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Runs an engine over standard input and output until the input ends; 0 when all went well.
#[unsafe(no_mangle)]
pub extern "C" fn fl_taxes_core() -> i32 {
    match catch_unwind(run) {
        Ok(Ok(())) => 0,
        Ok(Err(_)) => 1,
        Err(_) => 2,
    }
}

struct Printer;

impl ScreenListener for Printer {
    fn changed(&self, screen: Arc<Screen>) {
        if let Ok(text) = serde_json::to_string(&*screen) {
            let _ = writeln!(io::stdout(), "{text}");
        }
    }
}

fn run() -> Outcome<()> {
    let mut lines = io::stdin().lock().lines();
    let mut line = || lines.next().transpose();
    let data = PathBuf::from(line()?.ok_or("no folder")?);
    let profile = Profile::parse(&std::fs::read_to_string(line()?.ok_or("no profile")?)?)?;
    let clock = Arc::new(SystemClock::new(180));
    let engine = Engine::new(EngineConfig::new(data, profile, clock, run_only_secrets()))?;
    engine.subscribe(Arc::new(Printer));
    while let Some(line) = line()? {
        let (word, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match intent(word, rest) {
            Some(intent) => engine.dispatch(intent),
            None if word == "asset" => {
                let size = engine.asset(rest).map(|asset| asset.bytes.len());
                writeln!(io::stdout(), "{size:?}")?;
            }
            None if word == "console" => {
                for entry in engine.console().entries_since(0) {
                    writeln!(io::stdout(), "{}", entry.text)?;
                }
            }
            None => engine.settle(),
        }
    }
    engine.close();
    Ok(())
}

fn intent(word: &str, rest: &str) -> Option<Intent> {
    let edit = |field| Intent::Edit { field, text: Secret::new(rest) };
    Some(match word {
        "inn" => edit(FieldId::Inn),
        "password" => edit(FieldId::Password),
        "pin" => edit(FieldId::Pin),
        "pin-again" => edit(FieldId::PinAgain),
        "search" => edit(FieldId::Search),
        "sign-in" => Intent::Session(session::Intent::SignIn),
        "keep-pin" => Intent::Session(session::Intent::KeepPin),
        "unlock" => Intent::Session(session::Intent::Unlock),
        "lock" => Intent::Session(session::Intent::Lock),
        "refresh" => Intent::Home(home::Intent::Refresh),
        "tax" => Intent::Home(home::Intent::OpenTax(rest.to_owned())),
        "kind" => Intent::Operations(operations::Intent::Kind(Some(rest.to_owned()))),
        "load-all" => Intent::Operations(operations::Intent::LoadAll),
        "english" => Intent::Settings(settings::Intent::Language(Language::En)),
        "operations" => Intent::Go(Place::Operations),
        "back" => Intent::Back,
        "network" => Intent::NetworkBack,
        _ => return None,
    })
}
