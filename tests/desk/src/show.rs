//! One screen on the standard output, for scripts.

use std::{
    env,
    io::{BufRead, IsTerminal, Write, stdin},
};

use fl_app::texts::Language;
use fl_stage::Stage;
use zeroize::Zeroizing;

use crate::{
    cli::{Common, Lang, Place, Show},
    driver::Driver,
    folder,
    trouble::Trouble,
};

/// Signs in or unlocks, goes to the screen and prints it.
pub(crate) fn show(args: &Show, common: &Common, out: &mut dyn Write) -> Result<(), Trouble> {
    let pin = env::var("FL_PIN").map(Zeroizing::new).ok();
    let pin = pin.ok_or_else(|| Trouble::Asked("set FL_PIN to the PIN: 6 to 16 digits".to_owned()))?;
    if args.offline && common.data.is_none() && common.service.is_none() {
        return Err(Trouble::Asked("--offline reads what is kept: say where with --data".to_owned()));
    }
    let driver = Driver::new(stage(args, common)?)?;
    driver.language(match args.lang {
        Lang::Ru => Language::Ru,
        Lang::En => Language::En,
    })?;
    match driver.screen().key() {
        "unlock" => driver.unlock(&pin)?,
        "sign-in" if args.offline => {
            return Err(Trouble::Asked("nothing is kept here: sign in without --offline first".to_owned()));
        }
        _ => {
            let (inn, password) = login(args, &driver.stage)?;
            driver.sign_in(&inn, &password)?;
            driver.expect("choose-pin")?;
            driver.choose_pin(&pin)?;
        }
    }
    driver.expect("home")?;
    let link = match args.screen {
        Place::Home => None,
        Place::Operations => Some("fltaxes://operations"),
        Place::Income => Some("fltaxes://income"),
        Place::Settings => Some("fltaxes://settings"),
    };
    if let Some(link) = link {
        driver.follow(link);
    }
    let screen = driver.screen();
    let text = if args.json { serde_json::to_string(&*screen)? } else { screen.to_string() };
    // A reader that has gone away has read what it wanted.
    let _ = writeln!(out, "{}", text.trim_end());
    Ok(())
}

fn stage(args: &Show, common: &Common) -> Result<Stage, Trouble> {
    let data = folder::of(common)?;
    if args.offline {
        return Ok(Stage::without_a_service(common.service.as_deref(), data, common.secrets)?);
    }
    Ok(Stage::live(common.service.as_deref(), data, common.secrets)?)
}

fn login(args: &Show, stage: &Stage) -> Result<(String, Zeroizing<String>), Trouble> {
    if let Some(key) = &args.taxpayer {
        let card = stage.taxpayer(key).ok_or_else(|| {
            let known: Vec<_> = stage.taxpayers().iter().map(|card| card.key).collect();
            Trouble::Asked(format!("nobody is called {key}; there are: {}", known.join(", ")))
        })?;
        return Ok((card.inn.clone(), Zeroizing::new(card.password.clone())));
    }
    let inn = args.inn.clone();
    let inn = inn.ok_or_else(|| Trouble::Asked("say who signs in: --inn or --taxpayer".to_owned()))?;
    if let Ok(password) = env::var("FL_PASSWORD") {
        return Ok((inn, Zeroizing::new(password)));
    }
    if stdin().is_terminal() {
        return Err(Trouble::Asked("set FL_PASSWORD, or pipe the password in".to_owned()));
    }
    let mut line = Zeroizing::new(String::new());
    stdin().lock().read_line(&mut line).map_err(|why| Trouble::File { path: "the input".to_owned(), why })?;
    let password = Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned());
    Ok((inn, password))
}
