//! The desk: FL Taxes in a terminal, and the console in which QA steers it.
//!
//! It draws what the core says and sends back what is touched. Beside the full-screen app it plays stories, prints
//! screens for scripts, runs the sandbox alone and tours the app where there is no terminal.
#![forbid(unsafe_code)]

mod app;
mod assets;
mod blocks;
mod cli;
mod console;
mod driver;
mod folder;
mod kill;
mod pick;
mod picture;
mod platform;
mod play;
mod serve;
mod show;
mod sign_in;
mod tour;
mod trouble;
mod ui;
pub mod upright;

use std::{
    io::{IsTerminal, stdin, stdout},
    process::ExitCode,
};

use clap::Parser;

use cli::{Cli, Command};
use trouble::Trouble;

/// Does what the command line says. What went wrong is told in a sentence, and in the exit code that `--help` lists.
pub fn run() -> ExitCode {
    match command(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(trouble.exit_code())
        }
    }
}

fn command(cli: &Cli) -> Result<(), Trouble> {
    let out = &mut stdout();
    match &cli.command {
        Some(Command::Serve(args)) => serve::serve(args, out),
        Some(Command::Play { files }) => play::files(files, out),
        Some(Command::Show(args)) => show::show(args, &args.common, out),
        Some(Command::Kill { times }) => kill::run(*times),
        Some(Command::Churn { common, send_from, fill_from }) => match (&common.service, &common.data) {
            (Some(profile), Some(data)) => {
                let send = send_from.map(|from| kill::Work::Send { from });
                kill::churn(profile, data, send.or(fill_from.map(|from| kill::Work::Fill { from })))
            }
            _ => Err(Trouble::Asked("churn needs --service and --data".to_owned())),
        },
        Some(Command::Picture { out }) => picture::picture(out),
        None if stdin().is_terminal() && stdout().is_terminal() => {
            let data = folder::of(&cli.common)?;
            app::run(fl_stage::Stage::live(cli.common.service.as_deref(), data, cli.common.secrets)?)
        }
        Some(Command::Tour) | None => tour::tour(out),
    }
}
