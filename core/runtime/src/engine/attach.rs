//! Files of drafts: picked by the device, judged by their content, freed of what nobody means to send along, kept sealed.

use fl_app::{AccountId, Attach, AttachFault, Attached, CacheFault};
use fl_documents::{Orientation, Page, Taken, join, take_in};
use fl_domain::{
    attachment::{Attachment, FileFault, FileId, FileKind, Limits},
    service::Failure,
};
use fl_store::{Store, StoreError};

use super::world::World;
use crate::{
    attached,
    blocking::blocking,
    platform::{FileRequest, FileSource, Picked, PlatformError},
};

/// The longer edge of a picture: a page of A4 at 300 dots an inch (our own). In pixels.
const LONGEST_EDGE: u32 = 3508;
impl World {
    pub(super) async fn attach(&self, attach: Attach) -> Result<Attached, AttachFault> {
        match attach {
            Attach::Pick { source, limits, beside } => {
                self.pick(source, limits, beside).await.map(Attached::File)
            }
            Attach::Join { files, limits, beside } => {
                self.join(files, limits, beside).await.map(Attached::File)
            }
            Attach::Remove(files) => {
                self.in_store(move |store| attached::remove(store, &files)).await.map(|()| Attached::Done)
            }
            Attach::KeepOnly(held) => {
                self.in_store(move |store| attached::keep_only(store, &held)).await.map(|()| Attached::Done)
            }
        }
    }

    /// A person may take their time, so this ends only with an answer.
    async fn pick(
        &self,
        source: fl_app::FileSource,
        limits: Limits,
        beside: u64,
    ) -> Result<Attachment, AttachFault> {
        let request = FileRequest {
            source: match source {
                fl_app::FileSource::Files => FileSource::Files,
                fl_app::FileSource::Gallery => FileSource::Gallery,
                fl_app::FileSource::Camera => FileSource::Camera,
            },
            max_bytes: limits.file,
            longest_edge: LONGEST_EDGE,
            media_types: FileKind::ALL.iter().map(|kind| kind.media_type().to_owned()).collect(),
        };
        let account = self.account.id();
        let picked = self.platform.pick_file(request).await;
        let file = match picked {
            Ok(Picked::File(file)) => file,
            Ok(Picked::TooLarge) => {
                return Err(AttachFault::File(FileFault::TooLarge { limit: limits.file }));
            }
            Err(error) => {
                if error != PlatformError::Cancelled {
                    tracing::warn!(target: "fl::log", %error, "the device gave no file");
                }
                return Err(AttachFault::Device(error.into()));
            }
        };
        let name = file.name;
        let taken = blocking(move || {
            limits.judge(file.bytes.len() as u64, 0)?;
            let taken = upright(take_in(file.bytes, &limits)?)?;
            limits.judge(taken.bytes.len() as u64, beside)?;
            Ok::<_, FileFault>(taken)
        });
        let taken = taken.await.ok_or(AttachFault::Cache(CacheFault::Broken))?.map_err(AttachFault::File)?;
        let (size, kind, pages) = (taken.bytes.len() as u64, taken.kind, taken.pages);
        let bytes = taken.bytes;
        let id = self.keep_for(account, bytes).await?;
        Ok(Attachment { id, name: Attachment::fitting_name(&name, kind), kind, size, pages })
    }

    /// A file is that of the account for which it was picked: another one may be open by now.
    async fn keep_for(&self, account: Option<AccountId>, bytes: Vec<u8>) -> Result<FileId, AttachFault> {
        if account.is_none() || self.account.id() != account {
            return Err(AttachFault::Gone);
        }
        self.in_store(move |store| attached::keep(store, &bytes)).await
    }

    async fn in_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AttachFault> {
        let store = self.store().ok_or(AttachFault::Cache(CacheFault::Closed))?;
        store.own(work).await.map_err(AttachFault::Cache)
    }

    /// The bytes of files that go along with a question.
    pub(super) async fn bytes_of(&self, files: &[Attachment]) -> Result<Vec<Vec<u8>>, Failure> {
        let mut all = Vec::with_capacity(files.len());
        for Attachment { id, .. } in files {
            let id = *id;
            match self.in_store(move |store| attached::bytes(store, id)).await {
                Ok(Some(bytes)) => all.push(bytes),
                Ok(None) => return Err(Failure::FileGone { file: id }),
                // It may be read the next time: not now, as a service would say.
                Err(_) => {
                    let (operation, code) = ("files".to_owned(), "http-425".to_owned());
                    return Err(Failure::Unexpected { operation, code });
                }
            }
        }
        Ok(all)
    }

    async fn join(&self, ids: Vec<FileId>, limits: Limits, beside: u64) -> Result<Attachment, AttachFault> {
        let account = self.account.id();
        let mut pictures = Vec::with_capacity(ids.len());
        for id in ids {
            let bytes = self.in_store(move |store| attached::bytes(store, id)).await?;
            pictures.push(bytes.ok_or(AttachFault::Gone)?);
        }
        let pages = u32::try_from(pictures.len()).ok();
        let joined = blocking(move || {
            // What was picked is upright already.
            let page = |bytes| Page { bytes, orientation: Orientation::Upright };
            let pages: Vec<Page<'_>> = pictures.iter().map(|picture| page(picture.as_slice())).collect();
            let bytes = join(&pages)?;
            limits.judge(bytes.len() as u64, beside)?;
            Ok::<_, FileFault>(bytes)
        });
        let bytes = joined.await.ok_or(AttachFault::Cache(CacheFault::Broken))?.map_err(AttachFault::File)?;
        let size = bytes.len() as u64;
        let id = self.keep_for(account, bytes).await?;
        let kind = FileKind::Pdf;
        Ok(Attachment { id, name: Attachment::fitting_name("pages", kind), kind, size, pages })
    }
}

/// A device hands a picture over upright. One that did not becomes a page that is: without what was taken out nobody else could turn it.
fn upright(taken: Taken) -> Result<Taken, FileFault> {
    match taken.picture {
        Some(picture) if picture.orientation != Orientation::Upright => {
            let bytes = join(&[Page { bytes: &taken.bytes, orientation: picture.orientation }])?;
            Ok(Taken { kind: FileKind::Pdf, bytes, pages: Some(1), picture: None })
        }
        Some(_) | None => Ok(taken),
    }
}
