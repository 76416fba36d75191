//! Joining the service's pages to what is kept.
//!
//! Operations have no identifier and pages count from the newest, so a new operation shifts every page. What is kept is
//! always contiguous from the newest: the head is joined where it overlaps, and a tail is only added when the head has
//! not moved while it was fetched.

use fl_domain::{
    account::Operation,
    service::{Failure, Page, Read, Reading},
};
use futures::future::join_all;

use super::model::WINDOW;
use crate::{
    effects::{Cache, CacheFault, Cached, HeadMerge, Moment},
    features::account::ATTESTED_PAGE,
    flow::{self, Ctx},
};

/// Pages looked at for an overlap before the history is started anew.
const HEAD_PAGES: u32 = 10;

/// Why a fetch stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The service failed.
    Service(Failure),
    /// Nothing could be kept.
    Cache(CacheFault),
}

/// The head met what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// New operations.
    pub added: u64,
    /// Rows the service gave for the first page.
    pub page: u32,
}

async fn page(ctx: &Ctx, number: u32) -> Result<(Vec<Operation>, Moment), Broken> {
    let read = Read::History(Page { number, size: WINDOW });
    let answer = flow::read(ctx, read).await;
    match answer.result {
        Ok(Reading::History(rows)) => Ok((rows, answer.at)),
        Ok(_) => Err(Broken::Service(flow::mismatched(read))),
        Err(failure) => Err(Broken::Service(failure)),
    }
}

async fn merge(ctx: &Ctx, rows: Vec<Operation>, whole: bool, at: Moment) -> Result<HeadMerge, Broken> {
    match flow::cache(ctx, Cache::MergeHead { rows, whole, at: at.at }).await {
        Ok(Cached::Merged(merge)) => Ok(merge),
        Ok(_) => Err(Broken::Cache(CacheFault::Broken)),
        Err(fault) => Err(Broken::Cache(fault)),
    }
}

/// Fetches the newest operations until they meet the kept ones.
pub(crate) async fn sync_head(ctx: &Ctx) -> Result<Head, Broken> {
    let mut rows = Vec::new();
    let mut first = 0;
    for number in 0..HEAD_PAGES {
        let (page, at) = page(ctx, number).await?;
        let is_last = page.len() < ATTESTED_PAGE || page.len() < first;
        first = first.max(page.len());
        rows.extend(page);
        let size = u32::try_from(first).unwrap_or(WINDOW);
        match merge(ctx, rows.clone(), is_last, at).await? {
            HeadMerge::Merged { added } => return Ok(Head { added, page: size }),
            HeadMerge::Gap if is_last || number + 1 == HEAD_PAGES => {
                let added = rows.len() as u64;
                let replace = Cache::ReplaceHistory { rows, whole: is_last, at: at.at };
                flow::cache(ctx, replace).await.map_err(Broken::Cache)?;
                return Ok(Head { added, page: size });
            }
            HeadMerge::Gap => {}
        }
    }
    Ok(Head { added: 0, page: WINDOW })
}

/// Fetches the next `pages` pages below the `count` kept operations, side by side, and adds them if the head stood still.
pub(crate) async fn fetch_tail(ctx: &Ctx, count: u64, size: u32, pages: u32) -> Result<(), Broken> {
    let size = u64::from(size.max(1));
    let Ok(first) = u32::try_from(count / size) else { return Ok(()) };
    let passed_over = usize::try_from(count % size).unwrap_or(0);
    let fetched = join_all((first..first.saturating_add(pages)).map(|number| page(ctx, number))).await;
    let (head, at) = page(ctx, 0).await?;
    // The service is asked for the head last: had it moved before, every page fetched above would be shifted too.
    match merge(ctx, head, false, at).await? {
        HeadMerge::Merged { added: 0 } => {}
        // The kept ones are more now; the next fetch starts below them.
        HeadMerge::Merged { .. } => return Ok(()),
        // More came in than a page holds: the head is joined first.
        HeadMerge::Gap => return sync_head(ctx).await.map(|_| ()),
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
    let rows: Vec<Operation> = rows.into_iter().skip(passed_over).collect();
    if !rows.is_empty() || whole {
        flow::cache(ctx, Cache::AppendTail { expected: count, rows, whole }).await.map_err(Broken::Cache)?;
    }
    broken.map_or(Ok(()), Err)
}
