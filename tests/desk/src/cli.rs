use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use fl_stage::Secrets;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "fl-desk", version, about = "FL Taxes in a terminal, and the console in which it is tried out", long_about = LONG, after_help = AFTER, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const LONG: &str = "\
FL Taxes in a terminal. An unofficial app: the tax service did not make, check or approve it.

Without a command it opens full-screen, on a sandbox of its own with made-up taxpayers (F2 shows them). Where there is \
no terminal it tours the app instead, prints every screen it comes to, and ends with 1 if one is not as expected.";

const AFTER: &str = "\
Ends with 0 when done; 1 when something was not as expected (a step of the tour, a story, a refused sign-in); 2 when the \
command line makes no sense; 3 when a file, the folder, the service profile, the terminal or a port cannot be used.

Examples:
  fl-desk                                   the app, on the sandbox
  fl-desk --service lkfl2.toml              the app, with the service of a profile
  fl-desk serve --port 8080 --json          the sandbox alone
  fl-desk play tests/journeys/stories
  echo 'Sandbox-02' | FL_PIN=246810 fl-desk show home --taxpayer debt --lang en";

/// What holds for the app itself, and for the commands that open one.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The service to talk to instead of an embedded sandbox: a profile file.
    #[arg(long, value_name = "PROFILE.toml")]
    pub(crate) service: Option<PathBuf>,
    /// Where accounts are kept. Default: a temporary folder with the sandbox; with --service the platform's folder for
    /// data, such as ~/.local/share/fl-taxes.
    #[arg(long, value_name = "DIR", env = "FL_DATA")]
    pub(crate) data: Option<PathBuf>,
    /// What holds the device's half of the key: `auto` the best that this machine has, `run` this process alone, `file`
    /// a plain file in the data folder (for tests only: who reads the folder has the key).
    #[arg(long, value_enum, default_value_t)]
    pub(crate) secrets: Secrets,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Runs the sandbox alone, until it is interrupted.
    #[command(
        after_help = "Examples:\n  fl-desk serve\n  fl-desk serve --port 8080 --delay 300 --tls\n  fl-desk serve --json | head -1 | jq -r .base_url\n  fl-desk serve --answer '/ens/general status 500 empty once'\n\nHow a line of --answer is written: tests/sandbox/README.md, \"Scripted answers\". While it runs: POST /sandbox/answers."
    )]
    Serve(Serve),
    /// Plays stories, each with a sandbox and a folder of its own.
    #[command(
        after_help = "Examples:\n  fl-desk play tests/journeys/stories\n  fl-desk play tests/journeys/stories/home/debt.story"
    )]
    Play {
        /// Story files, or folders of them.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Signs in and prints one screen, for scripts.
    #[command(
        after_help = "The password is read from FL_PASSWORD or the first line of the input, the PIN from FL_PIN.\n\nExamples:\n  FL_PIN=246810 fl-desk show home --taxpayer debt --lang en\n  FL_PASSWORD=… FL_PIN=246810 fl-desk show operations --service lkfl2.toml --inn 123456789012\n  FL_PIN=246810 fl-desk show home --offline --data ~/taxes --secrets file --json"
    )]
    Show(Show),
    /// Writes a picture of the debt taxpayer's home, drawn by the desk, as SVG.
    #[command(after_help = "Example:\n  fl-desk picture docs/desk.svg")]
    Picture {
        /// The file.
        out: PathBuf,
    },
    /// Kills a desk at random moments while it reads and keeps, and looks whether anything it acknowledged is missing.
    #[command(after_help = "Example:\n  fl-desk kill --times 20")]
    Kill {
        /// How often.
        #[arg(long, default_value_t = 200)]
        times: u32,
    },
    /// The desk that `kill` kills.
    #[command(hide = true)]
    Churn {
        /// Where it works.
        #[command(flatten)]
        common: Common,
        /// Sends addresses from this number on instead of reading.
        #[arg(long)]
        send_from: Option<u64>,
        /// Fills in and sends forms from this number on instead of reading.
        #[arg(long, conflicts_with = "send_from")]
        fill_from: Option<u64>,
    },
    /// Tours the app against a sandbox and prints every screen; what happens without a terminal.
    #[command(after_help = "Example:\n  fl-desk tour | less")]
    Tour,
}

/// `serve`.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// On loopback; 0 for any that is free.
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// Milliseconds that every answer takes.
    #[arg(long, default_value_t = 0, value_name = "MS")]
    pub(crate) delay: u64,
    /// With a certificate made for this run.
    #[arg(long)]
    pub(crate) tls: bool,
    /// Prints exactly one line of JSON: address, client, taxpayers, profile.
    #[arg(long)]
    pub(crate) json: bool,
    /// How requests are answered from the start, once for each line; its files stand in the current folder.
    #[arg(long, value_name = "'PATH …'")]
    pub(crate) answer: Vec<String>,
}

/// `show`.
#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Which screen.
    #[arg(value_enum)]
    pub(crate) screen: Place,
    /// The screen as data instead of text.
    #[arg(long)]
    pub(crate) json: bool,
    /// Who signs in.
    #[arg(long)]
    pub(crate) inn: Option<String>,
    /// Who of the sandbox signs in; with their own password.
    #[arg(long, value_name = "KEY", conflicts_with = "inn")]
    pub(crate) taxpayer: Option<String>,
    /// Only what is kept: unlocks with the PIN and asks no service.
    #[arg(long)]
    pub(crate) offline: bool,
    /// The language of all texts.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: Lang,
}

/// A room of the open account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Place {
    Home,
    Operations,
    Income,
    Settings,
}

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    #[default]
    Ru,
    En,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    /// The names of the options that a command's help shows.
    fn offered(command: &str) -> Vec<String> {
        let mut cli = Cli::command();
        cli.build();
        let command = cli.find_subcommand(command).unwrap();
        let shown = command.get_arguments().filter(|argument| !argument.is_hide_set());
        shown
            .filter_map(|argument| argument.get_long())
            .filter(|name| *name != "help")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn a_command_offers_what_it_takes_and_nothing_else() {
        assert_eq!(offered("serve"), ["port", "delay", "tls", "json", "answer"]);
        let app = ["service", "data", "secrets"];
        let own = ["json", "inn", "taxpayer", "offline", "lang"];
        assert_eq!(offered("show"), [&app[..], &own[..]].concat());
        for command in ["play", "picture", "tour"] {
            assert_eq!(offered(command), [""; 0], "{command}");
        }
        assert_eq!(offered("kill"), ["times"]);
        let parsed =
            |words: &str| Cli::try_parse_from(words.split(' ')).map(|_| ()).map_err(|error| error.kind());
        for words in
            ["fl-desk --service x", "fl-desk show home --service x --data y", "fl-desk churn --data y"]
        {
            assert_eq!(parsed(words), Ok(()), "{words}");
        }
        // An option that would be passed over is refused.
        for words in ["fl-desk serve --data y", "fl-desk --data y serve", "fl-desk --service x show home"] {
            assert!(parsed(words).is_err(), "{words}");
        }
    }
}
