//! Attempts at a PIN, counted by files that are there before they are needed.
//!
//! An attempt is on disk before it is tried, also where the disk is full: then nothing new can be written, and on a file system
//! that copies what it writes nothing old can be written over. So each attempt still to be had is an empty file, and one is spent
//! by renaming it, at the worst by removing it. What is gone is spent, whoever made it go: nothing is won by deleting. The names
//! are made of the platform's secret, so whoever has the folder alone cannot make more of them than are there.

use std::{fs, io, path::PathBuf};

use chacha20poly1305::KeyInit;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::{
    ATTEMPTS,
    chain::PlatformSecret,
    files::{remove, sync_folder},
    folder::Folder,
    seal::derive,
};

/// One that is to be had, and the same one spent: both names are of one length, so a folder that is full has room for either.
const LEFT: &str = "try-";
const SPENT: &str = "gone-";
const NAME_LENGTH: usize = 36;

/// The attempts of one account.
pub(super) struct Tries {
    folder: PathBuf,
    /// By number: the name while it is to be had.
    names: Vec<String>,
}

impl Tries {
    /// `None` if the name of one cannot be made.
    pub(super) fn of(folder: &Folder, platform: &PlatformSecret) -> Option<Self> {
        let key = derive(platform.as_bytes(), None, &format!("fl-taxes tries 1 {}", folder.id()))?;
        let mac = Hmac::<Sha256>::new_from_slice(&*key).ok()?;
        let name = |number: u32| {
            let tag = mac.clone().chain_update(number.to_be_bytes()).finalize().into_bytes();
            let digits = tag.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
            LEFT.chars().chain(digits).take(NAME_LENGTH).collect()
        };
        Some(Self { folder: folder.path().to_owned(), names: (0..ATTEMPTS).map(name).collect() })
    }

    /// Whether a file of this name is one of them.
    pub(super) fn is_one(name: &str) -> bool {
        name.len() == NAME_LENGTH && (name.starts_with(LEFT) || name.starts_with(SPENT))
    }

    /// Whether all were spent in this folder, for where the secret that names those left is gone.
    pub(super) fn are_spent(folder: &Folder) -> bool {
        (0..ATTEMPTS).all(|number| is_there(&folder.path().join(spent(number))))
    }

    /// Whether attempts are counted here at all.
    pub(super) fn are_there(&self) -> bool {
        numbers().any(|number| self.is_left(number) || is_there(&self.spent(number)))
    }

    pub(super) fn left(&self) -> u32 {
        u32::try_from(numbers().filter(|number| self.is_left(*number)).count()).unwrap_or(0)
    }

    /// Makes those below `count` that were never made.
    pub(super) fn make(&self, count: u32) -> io::Result<()> {
        for number in (0..count).filter(|number| !self.is_left(*number) && !is_there(&self.spent(*number))) {
            fs::File::create_new(self.name(number))?;
        }
        sync_folder(&self.folder)
    }

    /// One is spent, for certain: where that cannot be said this fails, and nothing may be tried.
    pub(super) fn spend(&self) -> io::Result<()> {
        let number = numbers().rev().find(|number| self.is_left(*number)).ok_or(io::ErrorKind::NotFound)?;
        let (name, spent) = (self.name(number), self.spent(number));
        if let Err(error) = fs::rename(&name, &spent) {
            // What was removed can only be had back where there is room: the last one is not risked, or a full disk alone would
            // cost the account.
            if self.left() == 1 {
                return Err(error);
            }
            remove(&name)?;
        }
        sync_folder(&self.folder).inspect_err(|_| {
            // Not for certain, so it is not tried, and should not cost anything either.
            let _ = fs::rename(&spent, &name);
        })
    }

    /// A right PIN gives back all; where there is no room for one, it stays spent.
    pub(super) fn give_back(&self) -> io::Result<()> {
        let mut result = Ok(());
        for number in numbers().filter(|number| !self.is_left(*number)) {
            let name = self.name(number);
            let given =
                fs::rename(self.spent(number), &name).or_else(|_| fs::File::create_new(&name).map(drop));
            result = result.and(given);
        }
        result.and(sync_folder(&self.folder))
    }

    fn name(&self, number: u32) -> PathBuf {
        self.folder.join(&self.names[number as usize])
    }

    fn spent(&self, number: u32) -> PathBuf {
        self.folder.join(spent(number))
    }

    fn is_left(&self, number: u32) -> bool {
        is_there(&self.name(number))
    }
}

fn numbers() -> impl DoubleEndedIterator<Item = u32> {
    0..ATTEMPTS
}

fn spent(number: u32) -> String {
    format!("{SPENT}{number:0width$}", width = NAME_LENGTH - SPENT.len())
}

fn is_there(path: &std::path::Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file())
}
