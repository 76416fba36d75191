//! Memory of a process with the whole engine and a large history, over one with an empty account.

use std::{fs, path::Path, process::Command};

use fl_app::Moment;
use fl_sandbox::SandboxConfig;
use serde::{Deserialize, Serialize};

use crate::{
    Outcome, Settings,
    row::{Budget, Figure, Row},
    rows::{engine_search::large, unlocking::holds_all},
    stage::{Device, Hands, Stage},
};

/// What the other process is told; it knows nothing of the sandbox but its profile.
#[derive(Serialize, Deserialize)]
struct Order {
    profile: String,
    second: i64,
    inn: String,
    password: String,
    empty: bool,
    count: usize,
}

/// In bytes.
#[derive(Serialize, Deserialize)]
struct Used {
    /// The most while all of it was being loaded.
    loading: u64,
    /// The most while it was looked at and searched.
    using: u64,
    /// What was held after that.
    after: u64,
}

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let stage = Stage::new(SandboxConfig::default())?;
    let (empty, large) = (measured(&stage, "empty")?, measured(&stage, large().0)?);
    let row = |what: &str, large: u64, empty: u64| Row {
        what: format!("engine, 100000 over none: {what}"),
        ours: Figure::Bytes(large.saturating_sub(empty)),
        peer: None,
        budget: Budget::AtMost(Figure::Bytes(64 << 20)),
    };
    Ok(vec![
        row("most while loading", large.loading, empty.loading),
        row("most while in use", large.using, empty.using),
        row("held after that", large.after, empty.after),
        Row {
            what: "engine, an empty account: held".to_owned(),
            ours: Figure::Bytes(empty.after),
            peer: None,
            budget: Budget::None,
        },
    ])
}

/// In a process of its own, so that neither the sandbox nor what was measured before is counted.
fn measured(stage: &Stage, key: &str) -> Outcome<Used> {
    let card = stage.card(key)?;
    let order = Order {
        profile: stage.sandbox.profile_toml(),
        second: SandboxConfig::default().start.as_second(),
        inn: card.inn.clone(),
        password: card.password.clone(),
        empty: key == "empty",
        count: large().1,
    };
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("order.json");
    fs::write(&path, serde_json::to_vec(&order)?)?;
    let output = Command::new(std::env::current_exe()?).arg("--probe-engine").arg(path).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Signs in, loads everything and uses it as a person would; returns what memory that took, as JSON.
///
/// # Errors
/// Where the system does not tell, or the sandbox does not answer.
pub fn probe(order: &Path) -> Outcome<String> {
    let order: Order = serde_json::from_slice(&fs::read(order)?)?;
    let at = fl_domain::Timestamp::from_second(order.second)?;
    let device = Device::new()?;
    let engine = device.open(&order.profile, Moment::new(at, 180))?;
    engine.sign_in(&order.inn, &order.password)?;
    engine.touches("keep-pin")?;
    engine.go("operations");
    engine.expect("operations")?;

    // The PIN's 64 MiB were taken and given back by now; the peak starts from here.
    forget_peak()?;
    if !order.empty {
        engine.touches("load-all")?;
    }
    if !order.empty && !holds_all(&engine.screen(), order.count) {
        return Err(format!("not all of it came:\n{}", engine.screen()).into());
    }
    let loading = told("VmHWM:")?;

    forget_peak()?;
    for _ in 0..200 {
        // An empty account has no older ones.
        let _ = engine.tap("older");
        engine.settle();
    }
    // Nor anything to search in.
    let sought = if order.empty {
        &[][..]
    } else {
        &["н", "на", "налог", "1", "земельный 2025", "нет такого", ""]
    };
    for text in sought {
        engine.types("search", text)?;
    }
    engine.go("home");
    let using = told("VmHWM:")?;
    let used = Used { loading, using, after: told("VmRSS:")? };
    Ok(serde_json::to_string(&used)?)
}

/// Makes `VmHWM` start from what is held now.
fn forget_peak() -> Outcome<()> {
    Ok(fs::write("/proc/self/clear_refs", "5")?)
}

fn told(name: &str) -> Outcome<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("memory is not told")?;
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kibibytes << 10)
}
