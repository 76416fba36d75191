//! What its owner calls an account: shown before any PIN, so sealed under the platform's secret alone.

use fl_app::{AccountId, VaultFault};

use super::{Vault, folder::Folder, seal::Seal};

/// Characters of a name (our own limit: a line on the smallest phone).
const LONGEST: usize = 40;

impl Vault {
    /// Gives an account a name, or takes it away; one without a visible character is none.
    pub(crate) fn rename(&self, id: &AccountId, name: Option<&str>) -> Result<(), VaultFault> {
        let folder = self.folder(id)?;
        let name = name.map(plain).unwrap_or_default();
        if name.is_empty() {
            return folder.forget_name();
        }
        let platform = self.platform_secret(&folder)?.ok_or(VaultFault::Platform)?;
        folder.keep_name(&Seal::of_name(&platform, folder.id()), &name)
    }

    pub(super) fn name(&self, folder: &Folder) -> Result<Option<String>, VaultFault> {
        if !folder.has_name() {
            return Ok(None);
        }
        match self.platform_secret(folder)? {
            Some(platform) => folder.name(&Seal::of_name(&platform, folder.id())),
            None => Ok(None),
        }
    }
}

/// One line without characters that steer what is around it.
fn plain(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !c.is_control() && !turns_text(*c)).collect();
    seen.trim().chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}

/// The bidirectional overrides and isolates of Unicode.
const fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
