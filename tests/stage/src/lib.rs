//! What every shell's tests stand on: a sandbox, a folder, a clock that is moved by hand, and the half of a story that is the
//! same whoever plays it.
#![forbid(unsafe_code)]

pub mod bridge;
mod clock;
mod device;
pub mod files;
mod headless;
mod play;
mod player;
mod samples;
mod stage;

pub use clock::ShiftedClock;
pub use device::{Pick, SignInPage, StageDevice};
pub use fl_sandbox::TaxpayerCard;
pub use headless::Headless;
pub use play::{PlayError, play_file, play_story, told};
pub use player::{Hands, Player};
pub use samples::{long_screen, one_of_each};
pub use stage::{Data, SECRETS, Secrets, Stage, StageError, sandbox};
