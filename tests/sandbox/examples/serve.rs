//! Runs a sandbox until it is interrupted: `cargo run -p fl-sandbox --example serve -- [PORT] [tls]`.

use std::error::Error;

use fl_sandbox::{Sandbox, SandboxConfig};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut config = SandboxConfig { port: 8088, ..SandboxConfig::default() };
    for argument in std::env::args().skip(1) {
        if argument == "tls" {
            config.tls = true;
        } else {
            config.port = argument.parse()?;
        }
    }
    let sandbox = Sandbox::start(config).await?;
    print!("{}", sandbox.profile_toml());
    for card in sandbox.taxpayers() {
        println!("# {:<12} {} {}  {}", card.key, card.inn, card.password, card.title_en);
    }
    std::future::pending::<()>().await;
    Ok(())
}
