//! Prints the table of budgets; fails if one is not kept.

use std::{env, process::ExitCode};

use fl_bench::{Outcome, Settings, measure, row::Row, rows};

fn main() -> Outcome<ExitCode> {
    let mut settings = Settings::default();
    let mut arguments = env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        let mut path = || arguments.next().ok_or("a path is missing");
        match argument.to_str() {
            Some("--once") => measure::once(),
            Some("--sqlcipher") => settings.sqlcipher = Some(path()?.into()),
            Some("--probe-memory") => {
                println!("{}", rows::probe_memory(path()?.as_ref())?);
                return Ok(ExitCode::SUCCESS);
            }
            Some("--boundary") => {
                let shell = path()?.to_string_lossy().into_owned();
                settings.boundary.push((shell, path()?.into()));
            }
            Some("--size") => settings.library = Some(path()?.into()),
            Some("--probe-engine") => {
                println!("{}", rows::probe_engine(path()?.as_ref())?);
                return Ok(ExitCode::SUCCESS);
            }
            _ => {
                return Err(
                    "usage: fl-bench [--once] [--sqlcipher PROGRAM] [--size LIBRARY] [--boundary SHELL FILE]..."
                        .into(),
                );
            }
        }
    }
    println!("{}", Row::head());
    let mut kept = true;
    for produce in rows::ALL {
        for row in produce(&settings)? {
            println!("{row}");
            kept &= measure::is_once() || row.holds() != Some(false);
        }
    }
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
