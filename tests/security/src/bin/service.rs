//! The sandbox in a process of its own. What it tells is masked; it ends when its input does.
#![forbid(unsafe_code)]

use std::io::{self, BufRead, Write};

use fl_sandbox::{Sandbox, SandboxConfig};
use fl_security::write_masked;

fn main() -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    // As with the real service: over TLS.
    let config = SandboxConfig { tls: true, ..SandboxConfig::default() };
    let sandbox = runtime.block_on(Sandbox::start(config))?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", write_masked(&sandbox.profile_toml()))?;
    for card in sandbox.taxpayers() {
        writeln!(out, "{} {} {}", card.key, write_masked(&card.inn), write_masked(&card.password))?;
    }
    writeln!(out)?;
    out.flush()?;
    // Each line names somebody whose access token expires.
    for line in io::stdin().lock().lines() {
        let key = line?;
        if let Some(card) = sandbox.taxpayers().iter().find(|card| card.key == key) {
            sandbox.control().expire_access(&card.inn);
        }
        writeln!(out, "{}", sandbox.control().requests().len())?;
        out.flush()?;
    }
    runtime.block_on(sandbox.stop());
    Ok(())
}
