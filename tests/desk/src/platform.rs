//! What a terminal can do of what a phone does: put a file into the data folder, hand a link to the desktop, and catch the
//! redirect of a sign-in in its browser.

use std::{
    fs, io,
    path::PathBuf,
    process::{Command, Stdio},
    sync::Arc,
};

use fl_runtime::{
    Answer, Biometrics, FileRequest, NoPlatform, Picked, Platform, PlatformError, Prompt, SharedFile,
};

use crate::{pick::Picks, sign_in::SignIns};

/// The desk's device. Secrets are held elsewhere, by the store that the command line chose; fingers and faces it has none.
pub(crate) struct DeskPlatform {
    /// Where shared files go.
    pub(crate) folder: PathBuf,
    /// Where a sign-in in the browser comes back to.
    pub(crate) sign_ins: Arc<SignIns>,
    /// Opens a page in the browser; false where there is none.
    pub(crate) browse: fn(&str) -> bool,
    /// The file that is waited for.
    pub(crate) picks: Arc<Picks>,
    /// Has the path of a file typed.
    pub(crate) asks: Box<dyn Fn() + Send + Sync>,
    /// Says where something went.
    pub(crate) said: Box<dyn Fn(String) + Send + Sync>,
}

#[cfg(target_os = "macos")]
const OPENER: &str = "open";
#[cfg(not(target_os = "macos"))]
const OPENER: &str = "xdg-open";

/// The desktop's own opener, where there is a desktop; it is not waited for.
pub(crate) fn browse(url: &str) -> bool {
    Command::new(OPENER)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .is_ok()
}

impl DeskPlatform {
    /// Opens a page, or says which it is.
    fn show(&self, url: &str) {
        (self.said)(if (self.browse)(url) {
            format!("the browser was asked to open {url}")
        } else {
            format!("no browser here; the page is {url}")
        });
    }
}

fn put(folder: &std::path::Path, file: &SharedFile) -> io::Result<PathBuf> {
    let path = folder.join(&file.name);
    fs::write(&path, &file.bytes)?;
    Ok(path)
}

impl Platform for DeskPlatform {
    fn load_secret(&self, name: &str) -> Result<Option<Vec<u8>>, PlatformError> {
        NoPlatform.load_secret(name)
    }

    fn keep_secret(&self, name: &str, secret: Vec<u8>) -> Result<(), PlatformError> {
        NoPlatform.keep_secret(name, secret)
    }

    fn delete_secret(&self, name: &str) -> Result<(), PlatformError> {
        NoPlatform.delete_secret(name)
    }

    fn biometrics(&self) -> Result<Biometrics, PlatformError> {
        NoPlatform.biometrics()
    }

    fn keep_with_biometrics(&self, name: &str, secret: Vec<u8>, prompt: Prompt) -> Answer<()> {
        NoPlatform.keep_with_biometrics(name, secret, prompt)
    }

    fn load_with_biometrics(&self, name: &str, prompt: Prompt) -> Answer<Vec<u8>> {
        NoPlatform.load_with_biometrics(name, prompt)
    }

    fn forget_biometrics(&self, name: &str) -> Result<(), PlatformError> {
        NoPlatform.forget_biometrics(name)
    }

    fn open_link(&self, url: &str) -> Answer<()> {
        self.show(url);
        Box::pin(std::future::ready(Ok(())))
    }

    fn sign_in_redirect(&self) -> Result<String, PlatformError> {
        self.sign_ins.begin().map_err(|_| PlatformError::Failed)
    }

    fn open_sign_in(&self, url: &str, redirect: &str) -> Answer<Option<String>> {
        let answer = self.sign_ins.wait(url, redirect);
        self.show(url);
        answer
    }

    fn share_file(&self, file: SharedFile) -> Answer<()> {
        let put = put(&self.folder, &file).map(|path| (self.said)(format!("it is in {}", path.display())));
        Box::pin(std::future::ready(put.map_err(|_| PlatformError::Failed)))
    }

    fn pick_file(&self, request: FileRequest) -> Answer<Picked> {
        let answer = self.picks.wait(request);
        (self.asks)();
        answer
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn a_shared_file_is_in_the_folder_or_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let words = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&words);
        let desk = |folder: PathBuf| DeskPlatform {
            folder,
            sign_ins: Arc::default(),
            browse: |_| false,
            picks: Arc::default(),
            asks: Box::new(|| ()),
            said: Box::new({
                let heard = Arc::clone(&heard);
                move |word| heard.lock().unwrap().push(word)
            }),
        };
        let file =
            || SharedFile { name: "log.txt".into(), media_type: "text/plain".into(), bytes: b"line".into() };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(runtime.block_on(desk(folder.path().to_owned()).share_file(file())), Ok(()));
        assert_eq!(fs::read(folder.path().join("log.txt")).unwrap(), b"line");
        assert!(words.lock().unwrap()[0].ends_with("log.txt"));
        let nowhere = desk(folder.path().join("nowhere"));
        assert_eq!(runtime.block_on(nowhere.share_file(file())), Err(PlatformError::Failed));
        assert_eq!(words.lock().unwrap().len(), 1);
    }
}
