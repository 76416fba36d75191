//! Joining the service's pages to what is kept.
//!
//! Rows may have no identifier and pages count from the newest, so a new row shifts every page. What is kept is
//! always contiguous from the newest: the head is joined where it overlaps, and a tail is only added when the head has
//! not moved while it was fetched.

use fl_domain::{
    service::{Failure, Page, Paged},
    shelf::HeadMerge,
};
use futures::future::join_all;

use super::shelved::Shelved;
use crate::{
    kit::{
        effects::{CacheFault, Moment},
        flow,
    },
    open::{account::refresh::ATTESTED_PAGE, event::Ctx},
};

/// Rows a page that is asked for, and a step of what is seen.
pub(super) const WINDOW: u32 = 50;
/// Pages looked at for an overlap before the list is started anew.
const HEAD_PAGES: u32 = 10;

/// Why a fetch stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The service failed.
    Service(Failure),
    /// Nothing could be kept.
    Cache(CacheFault),
}

/// The head met what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// New rows.
    pub(super) added: u64,
    /// Rows the service gave for the first page.
    pub(super) page: u32,
}

async fn page<S: Shelved>(ctx: &Ctx, number: u32) -> Result<(Vec<S::Row>, Moment), Broken> {
    let answer = flow::ask(ctx, S::Question::page(Page { number, size: WINDOW })).await;
    match answer.result {
        Ok(rows) => Ok((rows, answer.at)),
        Err(failure) => Err(Broken::Service(failure)),
    }
}

async fn merge<S: Shelved>(
    ctx: &Ctx,
    rows: Vec<S::Row>,
    whole: bool,
    at: &Moment,
) -> Result<HeadMerge, Broken> {
    flow::merge_head::<S::Question>(ctx, rows, whole, at).await.map_err(Broken::Cache)
}

/// Fetches the newest rows until they meet the kept ones.
pub(super) async fn sync_head<S: Shelved>(ctx: &Ctx) -> Result<Head, Broken> {
    let mut rows = Vec::new();
    let mut first = 0;
    for number in 0..HEAD_PAGES {
        let (page, at) = page::<S>(ctx, number).await?;
        let is_last = page.len() < ATTESTED_PAGE || page.len() < first;
        first = first.max(page.len());
        rows.extend(page);
        let size = u32::try_from(first).unwrap_or(WINDOW);
        match merge::<S>(ctx, rows.clone(), is_last, &at).await? {
            HeadMerge::Merged { added } => return Ok(Head { added, page: size }),
            HeadMerge::Gap if is_last || number + 1 == HEAD_PAGES => {
                let added = rows.len() as u64;
                flow::replace::<S::Question>(ctx, rows, is_last, &at).await.map_err(Broken::Cache)?;
                return Ok(Head { added, page: size });
            }
            HeadMerge::Gap => {}
        }
    }
    Ok(Head { added: 0, page: WINDOW })
}

/// Fetches the next `pages` pages below the `count` kept rows, side by side, and adds them if the head stood still.
pub(super) async fn fetch_tail<S: Shelved>(
    ctx: &Ctx,
    count: u64,
    size: u32,
    pages: u32,
) -> Result<(), Broken> {
    let size = u64::from(size.max(1));
    let Ok(first) = u32::try_from(count / size) else { return Ok(()) };
    let passed_over = usize::try_from(count % size).unwrap_or(0);
    let fetched = join_all((first..first.saturating_add(pages)).map(|number| page::<S>(ctx, number))).await;
    let (head, at) = page::<S>(ctx, 0).await?;
    // The service is asked for the head last: had it moved before, every page fetched above would be shifted too.
    match merge::<S>(ctx, head, false, &at).await? {
        HeadMerge::Merged { added: 0 } => {}
        // The kept ones are more now; the next fetch starts below them.
        HeadMerge::Merged { .. } => return Ok(()),
        // More came in than a page holds: the head is joined first.
        HeadMerge::Gap => return sync_head::<S>(ctx).await.map(|_| ()),
    }
    let mut rows = Vec::new();
    let mut whole = false;
    let mut broken = None;
    for page in fetched {
        match page {
            Ok((page, _)) => {
                whole = (page.len() as u64) < size;
                rows.extend(page);
                if whole {
                    break;
                }
            }
            // What came before it is good and contiguous.
            Err(why) => {
                broken = Some(why);
                break;
            }
        }
    }
    let rows: Vec<S::Row> = rows.into_iter().skip(passed_over).collect();
    if !rows.is_empty() || whole {
        flow::append_tail::<S::Question>(ctx, count, rows, whole).await.map_err(Broken::Cache)?;
    }
    broken.map_or(Ok(()), Err)
}
