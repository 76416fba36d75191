//! FL Taxes in a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    fl_desk::run()
}
