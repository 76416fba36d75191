//! The kill test: a desk that reads and keeps, or sends, without pause is killed at random moments. What it had acknowledged has to be
//! there when its folder is opened again, and nothing that it sent may have been done twice.

mod filling;
mod sending;

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    time::Duration,
};

use fl_app::{screen::Block, texts::Language};
use fl_domain::Money;
use fl_sandbox::{NewOperation, SandboxConfig};
use fl_stage::{Data, Secrets, Stage, StageError, sandbox};

use crate::{driver::Driver, trouble::Trouble};

const PIN: &str = "246810";
/// Someone with enough operations that the desk is busy keeping them.
const TAXPAYER: &str = "ops-10k";
/// A kill comes within this long after the desk is open.
const WITHIN: Duration = Duration::from_millis(400);

/// What a desk does until it is killed, besides reading.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Work {
    /// Asks for new addresses, from this one on.
    Send { from: u64 },
    /// Fills in and sends forms, from this one on.
    Fill { from: u64 },
}

/// The desk to be killed: opens the account, then reads and keeps, and says after each round how many operations it has
/// acknowledged as kept.
///
/// With other work it asks for one new address after another instead, and says each that the service has done; or fills in one form after
/// another, and says each key that is kept.
pub(crate) fn churn(profile: &Path, data: &Path, work: Option<Work>) -> Result<(), Trouble> {
    let driver = Driver::new(Stage::live(Some(profile), Data::Folder(data.to_owned()), Secrets::File)?)?;
    driver.unlock(PIN)?;
    driver.language(Language::En)?;
    match work {
        None => {}
        Some(Work::Send { from }) => return sending::churn(&driver, from),
        Some(Work::Fill { from }) => return filling::churn(&driver, from),
    }
    driver.tap("tab-operations")?;
    loop {
        let said = writeln!(std::io::stdout(), "kept {}", kept(&driver)?);
        if said.is_err() {
            // Whoever listened is gone.
            return Ok(());
        }
        driver.refresh()?;
        // Neither is there once all of it is kept.
        for key in ["older", "load-all"] {
            let _ = driver.engine.tap(key);
            driver.engine.settle();
        }
    }
}

/// The number of operations kept, as the screen says it.
fn kept(driver: &Driver) -> Result<u64, Trouble> {
    let screen = driver.screen();
    let title = screen.blocks.iter().find_map(|block| match block {
        Block::Section(section) if section.key == "list" => Some(&section.title),
        _ => None,
    });
    let digits: String = title.into_iter().flat_map(|t| t.chars()).filter(char::is_ascii_digit).collect();
    digits
        .parse()
        .map_err(|_| Trouble::Unexpected(format!("no number of operations on the screen:\n{screen}")))
}

/// Kills a desk so many times.
pub(crate) fn run(times: u32) -> Result<(), Trouble> {
    let (_runtime, sandbox) = sandbox(SandboxConfig::default())?;
    let folder = tempfile::Builder::new().prefix("fl-kill-").tempdir().map_err(StageError::Folder)?;
    let (profile, data) = (folder.path().join("profile.toml"), folder.path().join("data"));
    std::fs::write(&profile, sandbox.profile_toml()).map_err(StageError::Folder)?;
    let card = sandbox
        .taxpayers()
        .iter()
        .find(|card| card.key == TAXPAYER)
        .ok_or_else(|| Trouble::Asked(format!("the sandbox has no taxpayer `{TAXPAYER}`")))?;
    {
        let driver = Driver::new(Stage::live(Some(&profile), Data::Folder(data.clone()), Secrets::File)?)?;
        driver.sign_in(&card.inn, &card.password)?;
        driver.choose_pin(PIN)?;
        driver.expect("home")?;
    }
    let mut at_work = 0;
    let mut last = 0;
    for round in 1..=times {
        let moment = WITHIN.mul_f64(random());
        let desk = Desk::start(&profile, &data, None)?;
        // New operations keep coming, so that there is always something to keep.
        let until = std::time::Instant::now() + moment;
        while std::time::Instant::now() < until {
            sandbox.control().add_operation(&card.inn, NewOperation::payment(Money::from_kopecks(100)));
            std::thread::sleep(Duration::from_millis(5));
        }
        let acknowledged = desk.kill()?;
        let found = look(&profile, &data)?;
        if found < acknowledged || found < last {
            return Err(Trouble::Unexpected(format!(
                "round {round}, killed after {moment:?}: {acknowledged} operations were acknowledged (and {last} before), {found} are kept"
            )));
        }
        at_work += u32::from(found > acknowledged);
        last = found;
    }
    println!(
        "killed {times} times, {at_work} of them between a save and its acknowledgement; {last} operations kept, none lost"
    );
    sending::run(times, &sandbox, &card.inn, &profile, &data)?;
    filling::run(times, &sandbox, &card.inn, &profile, &data)
}

/// Opens the folder without a service: it must open with the PIN, with nothing set aside.
fn look(profile: &Path, data: &Path) -> Result<u64, Trouble> {
    let stage = Stage::without_a_service(Some(profile), Data::Folder(data.to_owned()), Secrets::File)?;
    let driver = Driver::new(stage)?;
    driver.unlock(PIN)?;
    driver.expect("home")?;
    let screen = driver.screen();
    if screen.blocks.iter().any(|block| matches!(block.key(), "lost-data" | "cache-fault" | "nothing-yet")) {
        return Err(Trouble::Unexpected(format!("something was lost:\n{screen}")));
    }
    driver.language(Language::En)?;
    driver.tap("tab-operations")?;
    kept(&driver)
}

/// Between 0 and 1, new each time: the standard library's own source of randomness.
fn random() -> f64 {
    let bits = RandomState::new().build_hasher().finish() >> 32;
    f64::from(u32::try_from(bits).unwrap_or(0)) / f64::from(u32::MAX)
}

/// A desk in a process of its own.
struct Desk {
    child: Child,
    acknowledged: Arc<AtomicU64>,
    listener: std::thread::JoinHandle<()>,
}

impl Desk {
    /// Starts one and waits until its account is open.
    fn start(profile: &Path, data: &Path, work: Option<Work>) -> Result<Self, Trouble> {
        let mut child = std::env::current_exe()
            .and_then(|desk| {
                Command::new(desk)
                    .arg("churn")
                    .arg("--service")
                    .arg(profile)
                    .arg("--data")
                    .arg(data)
                    .args(work.map(|work| match work {
                        Work::Send { from } => format!("--send-from={from}"),
                        Work::Fill { from } => format!("--fill-from={from}"),
                    }))
                    .stdin(Stdio::null())
                    .stdout(Stdio::piped())
                    .spawn()
            })
            .map_err(StageError::System)?;
        let acknowledged = Arc::new(AtomicU64::new(0));
        let (first, opened) = mpsc::channel();
        let output = child.stdout.take();
        let listener = {
            let acknowledged = Arc::clone(&acknowledged);
            std::thread::spawn(move || {
                for line in output.into_iter().flat_map(|o| BufReader::new(o).lines()).map_while(Result::ok) {
                    if let Some(count) = line.strip_prefix("kept ").and_then(|n| n.parse().ok()) {
                        acknowledged.store(count, Ordering::SeqCst);
                        // Only the first is waited for.
                        let _ = first.send(());
                    }
                }
            })
        };
        if opened.recv().is_err() {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Trouble::Unexpected("the desk ended before its account was open".to_owned()));
        }
        Ok(Self { child, acknowledged, listener })
    }

    /// Kills it as it stands; answers what it had acknowledged.
    fn kill(mut self) -> Result<u64, Trouble> {
        self.child.kill().map_err(StageError::System)?;
        self.child.wait().map_err(StageError::System)?;
        // What it had said before is read to the end.
        let _ = self.listener.join();
        Ok(self.acknowledged.load(Ordering::SeqCst))
    }
}
