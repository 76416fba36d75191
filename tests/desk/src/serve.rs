//! The sandbox alone, for anything that speaks HTTP.

use std::{
    fmt::Write as _,
    io::Write,
    time::{Duration, SystemTime},
};

use fl_sandbox::{Sandbox, SandboxConfig};
use fl_stage::{StageError, sandbox};
use serde_json::json;

use crate::{cli::Serve, trouble::Trouble};

/// Runs until the process is interrupted or told to end.
pub(crate) fn serve(args: &Serve, out: &mut dyn Write) -> Result<(), Trouble> {
    let config = SandboxConfig {
        port: args.port,
        delay: Duration::from_millis(args.delay),
        tls: args.tls,
        start: SystemTime::now().into(),
        ..SandboxConfig::default()
    };
    let (runtime, sandbox) = sandbox(config)?;
    let text = if args.json { json_line(&sandbox) } else { told(&sandbox) };
    // Whoever started this may have stopped reading; the sandbox still serves.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    runtime.block_on(interrupted())?;
    runtime.block_on(sandbox.stop());
    Ok(())
}

fn json_line(sandbox: &Sandbox) -> String {
    let taxpayers: Vec<_> = sandbox
        .taxpayers()
        .iter()
        .map(|card| json!({ "key": card.key, "inn": card.inn, "password": card.password, "title": card.title_en }))
        .collect();
    json!({
        "base_url": sandbox.base_url(),
        "client_id": sandbox.client_id(),
        "client_secret": sandbox.client_secret(),
        "profile": sandbox.profile_toml(),
        "taxpayers": taxpayers,
    })
    .to_string()
}

fn told(sandbox: &Sandbox) -> String {
    let mut text = format!(
        "The sandbox listens at {}\n\n# A profile for --service:\n{}\n# Made-up taxpayers: key, INN, password\n",
        sandbox.base_url(),
        sandbox.profile_toml()
    );
    for card in sandbox.taxpayers() {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{:<13} {}  {}  {}", card.key, card.inn, card.password, card.title_en);
    }
    text + "\nCtrl-C ends it."
}

#[cfg(unix)]
async fn interrupted() -> Result<(), Trouble> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut ended = signal(SignalKind::terminate()).map_err(StageError::System)?;
    let told = tokio::select! {
        told = tokio::signal::ctrl_c() => told,
        _ = ended.recv() => Ok(()),
    };
    Ok(told.map_err(StageError::System)?)
}

#[cfg(not(unix))]
async fn interrupted() -> Result<(), Trouble> {
    Ok(tokio::signal::ctrl_c().await.map_err(StageError::System)?)
}
