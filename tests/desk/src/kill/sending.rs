//! Killed while it sends: whatever was kept to be sent is done once the desk is open again, and nothing is done twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    path::Path,
    time::Duration,
};

use fl_app::screen::Block;
use fl_sandbox::Sandbox;
use fl_stage::{Data, Secrets, Stage};

use super::{Desk, PIN, Work, random};
use crate::{driver::Driver, trouble::Trouble};

/// A kill comes within this long after the first one was done or the desk was open.
const WITHIN: Duration = Duration::from_millis(200);

fn address(number: u64) -> String {
    format!("n{number}@example.test")
}

/// Asks for one new address after another, and says each that is done.
pub(super) fn churn(driver: &Driver, from: u64) -> Result<(), Trouble> {
    driver.tap("profile")?;
    driver.tap("email")?;
    for number in from.. {
        if writeln!(std::io::stdout(), "kept {}", number - 1).is_err() {
            // Whoever listened is gone.
            return Ok(());
        }
        driver.type_into("email", &address(number))?;
        driver.tap("save")?;
        let screen = driver.screen();
        let is_done = screen.blocks.iter().any(|block| match block {
            Block::Notice(notice) => notice.key == "done" && notice.text.contains(&address(number)),
            _ => false,
        });
        if !is_done {
            return Err(Trouble::Unexpected(format!("{} was not saved:\n{screen}", address(number))));
        }
    }
    Ok(())
}

/// Kills a desk so many times while it sends.
pub(super) fn run(
    times: u32,
    sandbox: &Sandbox,
    inn: &str,
    profile: &Path,
    data: &Path,
) -> Result<(), Trouble> {
    let (mut from, mut in_between, mut acknowledged_in_all) = (1, 0, 0);
    for round in 1..=times {
        let moment = WITHIN.mul_f64(random());
        let desk = Desk::start(profile, data, Some(Work::Send { from }))?;
        std::thread::sleep(moment);
        let acknowledged = desk.kill()?;
        settle(profile, data)?;
        let done = done(sandbox, inn)?;
        let lost: Vec<u64> =
            (from..=acknowledged).filter(|number| !done.contains(&address(*number))).collect();
        if !lost.is_empty() {
            return Err(Trouble::Unexpected(format!(
                "round {round}, killed after {moment:?}: never done: {lost:?}"
            )));
        }
        acknowledged_in_all += acknowledged + 1 - from;
        in_between += u32::from(done.contains(&address(acknowledged + 1)));
        from = acknowledged + 2;
    }
    println!(
        "killed {times} times while sending, {in_between} of them between wanting a thing and hearing that it is done; \
         {acknowledged_in_all} others were done; none lost, none done twice"
    );
    Ok(())
}

/// Opens the folder, at home: whatever was to be sent is settled by that.
pub(super) fn settle(profile: &Path, data: &Path) -> Result<Driver, Trouble> {
    let driver = Driver::new(Stage::live(Some(profile), Data::Folder(data.to_owned()), Secrets::File)?)?;
    driver.unlock(PIN)?;
    driver.expect("home")?;
    let screen = driver.screen();
    if screen.blocks.iter().any(|block| matches!(block.key(), "outbox" | "lost-data" | "cache-fault")) {
        return Err(Trouble::Unexpected(format!("something is not settled:\n{screen}")));
    }
    Ok(driver)
}

/// The addresses that were set, each by one letter and under one key.
fn done(sandbox: &Sandbox, inn: &str) -> Result<BTreeSet<String>, Trouble> {
    let control = sandbox.control();
    let mut letters = BTreeMap::<String, u32>::new();
    for letter in control.letters(inn) {
        *letters.entry(letter.to).or_default() += 1;
    }
    let keys = control.done_under(inn);
    let is_once = keys.iter().collect::<BTreeSet<_>>().len() == keys.len();
    if !is_once || letters.values().any(|count| *count > 1) {
        return Err(Trouble::Unexpected(format!("done twice: {letters:?}")));
    }
    Ok(letters.into_keys().collect())
}
