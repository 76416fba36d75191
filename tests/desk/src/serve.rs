//! The sandbox alone, for anything that speaks HTTP.

use std::{
    fmt::Write as _,
    io::Write,
    path::Path,
    time::{Duration, SystemTime},
};

use fl_sandbox::{Sandbox, SandboxConfig, Script};
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
    script(&sandbox, &args.answer)?;
    let text = if args.json { json_line(&sandbox) } else { told(&sandbox) };
    // Whoever started this may have stopped reading; the sandbox still serves.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    runtime.block_on(interrupted())?;
    runtime.block_on(sandbox.stop());
    Ok(())
}

/// From the start on it answers as these lines say; the first that is none ends it all.
fn script(sandbox: &Sandbox, lines: &[String]) -> Result<(), Trouble> {
    for line in lines {
        Script::parse_beside(line, Path::new("."))
            .and_then(|script| sandbox.control().script(script))
            .map_err(|why| Trouble::Asked(format!("--answer '{line}': {why}")))?;
    }
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

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Write as _},
        net::TcpStream,
    };

    use super::*;

    #[test]
    fn it_answers_as_it_is_told_at_the_start() {
        let (_runtime, sandbox) = sandbox(SandboxConfig::default()).unwrap();
        let lines =
            ["/lkfl/login status 418 body odd once", "/lkfl/login header X-Odd 1 empty"].map(str::to_owned);
        script(&sandbox, &lines).unwrap();
        let host = sandbox.base_url().strip_prefix("http://").unwrap();
        let said = || {
            let mut stream = TcpStream::connect(host).unwrap();
            write!(stream, "GET /lkfl/login HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
            let mut said = String::new();
            stream.read_to_string(&mut said).unwrap();
            said
        };
        let first = said();
        assert!(first.starts_with("HTTP/1.1 418 ") && first.ends_with("\r\n\r\nodd"), "{first}");
        let second = said();
        assert!(second.starts_with("HTTP/1.1 200 ") && second.contains("\r\nx-odd: 1\r\n"), "{second}");

        let wrong = script(&sandbox, &["/x stauts 1".to_owned()]).unwrap_err();
        assert_eq!(wrong.exit_code(), 2);
        let words = wrong.to_string();
        assert!(
            words.starts_with("--answer '/x stauts 1': at character 4: \"stauts\" says nothing"),
            "{words}"
        );
        let missing = script(&sandbox, &["/x file no-such-file.json".to_owned()]).unwrap_err().to_string();
        assert!(missing.contains("the file ./no-such-file.json cannot be read"), "{missing}");
    }
}
