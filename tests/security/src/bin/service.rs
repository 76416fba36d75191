//! The sandbox in a process of its own. What it tells is masked; it ends when its input does.
#![forbid(unsafe_code)]

use std::io::{self, BufRead, Write};

use fl_sandbox::{Sandbox, SandboxConfig};
use fl_security::{read_masked, write_masked};

/// Nothing, where a text would stand.
const NOTHING: &str = "-";

fn main() -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    // As with the real service: over TLS.
    let config = SandboxConfig { tls: true, ..SandboxConfig::default() };
    let sandbox = runtime.block_on(Sandbox::start(config))?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", write_masked(&sandbox.profile_toml()))?;
    for card in sandbox.taxpayers() {
        let known = [&card.email, &card.phone, &card.control_word];
        let known = known.map(|text| told(text.as_deref()));
        let (inn, password) = (told(Some(&card.inn)), told(Some(&card.password)));
        writeln!(out, "{} {inn} {password} {}", card.key, known.join(" "))?;
    }
    writeln!(out)?;
    out.flush()?;
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&sandbox, &line?))?;
        out.flush()?;
    }
    runtime.block_on(sandbox.stop());
    Ok(())
}

fn told(text: Option<&str>) -> String {
    text.filter(|text| !text.is_empty()).map_or_else(|| NOTHING.to_owned(), write_masked)
}

/// What is asked, of whom, and perhaps a masked text.
fn answer(sandbox: &Sandbox, line: &str) -> String {
    let mut words = line.split(' ');
    let (asked, key) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let text = words.next().and_then(read_masked).map(|text| text.secret());
    let Some(card) = sandbox.taxpayers().iter().find(|card| card.key == key) else {
        return NOTHING.to_owned();
    };
    let control = sandbox.control();
    match (asked, text) {
        // The access token expires; how many questions were answered so far.
        ("expire", _) => {
            control.expire_access(&card.inn);
            control.requests().len().to_string()
        }
        // The link and the code of the letter that came last.
        ("letter", _) => {
            let newest = control.letters(&card.inn).pop();
            let (address, digits) = newest.map_or((None, None), |letter| (letter.app_link, letter.code));
            format!("{} {}", told(address.as_deref()), told(digits.as_deref()))
        }
        // Somebody else signs in: what the service calls that.
        ("elsewhere", _) => told(control.sign_in_elsewhere(&card.inn, "Чужой Утюг", "Чужбинск").as_deref()),
        // The person says yes at Gosuslugi: where the browser goes.
        ("agree", Some(page)) => told(control.esia_agree(page.expose(), key).as_deref()),
        _ => NOTHING.to_owned(),
    }
}
