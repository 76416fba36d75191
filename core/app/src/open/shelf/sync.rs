//! Joining the service's pages to what is kept.
//!
//! Rows may have no identifier and pages count from the newest, so a new row shifts every page. What is kept is
//! always contiguous from the newest: the head is joined where it overlaps, and a tail is only added when the head has
//! not moved while it was fetched.

use std::ops::Range;

use fl_domain::{
    service::{Failure, Page, Paged},
    shelf::{HeadMerge, ShelfFilter, ShelfRow},
};
use futures::future::join_all;

use super::shelved::Shelved;
use crate::{
    kit::{
        effects::{CacheFault, Moment},
        flow,
    },
    open::{
        event::Ctx,
        paging::{Join, Turn},
    },
};

/// Rows a page that is asked for, and a step of what is seen.
pub(super) const WINDOW: u32 = 50;
/// Pages looked at for an overlap before the list is started anew.
const HEAD_PAGES: u32 = 10;
/// How often they are fetched anew because new rows came in meanwhile.
const MOVES: u32 = 3;

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

/// What a fetch of older rows came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tail {
    /// The first page that was not looked at: where the next fetch goes on.
    pub(super) next: u32,
    /// The service gives no more, and whether that is all cannot be known.
    pub(super) gives_no_more: bool,
    /// Anything came that was not kept yet.
    pub(super) is_news: bool,
}

/// Pages in a row, as far as they are of use.
struct Run<R> {
    pages: Vec<Vec<R>>,
    /// How the last one ended.
    turn: Turn,
    /// Why the rest did not come.
    broken: Option<Broken>,
    /// When the last one came.
    at: Moment,
}

impl<R: PartialEq> Run<R> {
    /// Up to the page that ends the list, is repeated or did not come.
    fn of(pages: Vec<Result<(Vec<R>, Moment), Broken>>) -> Self {
        let mut run = Self { pages: Vec::new(), turn: Turn::Goes, broken: None, at: Moment::default() };
        for page in pages {
            let (page, at) = match page {
                Ok(page) => page,
                Err(why) => {
                    run.broken = Some(why);
                    break;
                }
            };
            run.at = at;
            run.turn = Turn::of(run.pages.last().map(Vec::as_slice), &page);
            if run.turn != Turn::Goes {
                break;
            }
            run.pages.push(page);
        }
        run
    }

    /// Rows of the longest page.
    fn size(&self) -> u32 {
        let size = self.pages.iter().map(Vec::len).max().and_then(|size| u32::try_from(size).ok());
        size.unwrap_or(WINDOW)
    }
}

async fn pages<S: Shelved>(ctx: &Ctx, numbers: Range<u32>) -> Run<S::Row> {
    Run::of(join_all(numbers.map(|number| page::<S>(ctx, number))).await)
}

/// Fetches the newest rows until they meet the kept ones.
pub(super) async fn sync_head<S: Shelved>(ctx: &Ctx) -> Result<Head, Broken> {
    // Where not all is kept, a page more is asked for beside them: only that one can say that there is no more.
    let known =
        flow::window::<S::Question>(ctx, ShelfFilter::default(), 0, 0).await.map_err(Broken::Cache)?;
    let ahead = u32::from(!known.state.complete);
    let (mut used, mut moved) = (1, 0);
    loop {
        let run = pages::<S>(ctx, 0..used + ahead).await;
        let size = run.size();
        let came = run.pages.len();
        if let Some(why) = run.broken.filter(|_| came == 0) {
            return Err(why);
        }
        let is_end = run.turn != Turn::Goes && came <= used as usize;
        let whole = run.turn == Turn::End && is_end;
        let head = run.pages.first().cloned();
        let rows: Vec<S::Row> = run.pages.into_iter().take(used as usize).flatten().collect();
        // A row that came in meanwhile shifts the pages below the first: what was fetched would hold one twice.
        if used > 1 && moved < MOVES && head != Some(page::<S>(ctx, 0).await?.0) {
            moved += 1;
            continue;
        }
        match merge::<S>(ctx, rows.clone(), whole, &run.at).await? {
            HeadMerge::Merged { added } => return Ok(Head { added, page: size }),
            HeadMerge::Gap if is_end || used >= HEAD_PAGES => {
                let added = rows.len() as u64;
                flow::replace::<S::Question>(ctx, rows, whole, &run.at).await.map_err(Broken::Cache)?;
                return Ok(Head { added, page: size });
            }
            HeadMerge::Gap => used = HEAD_PAGES.min(used * 3),
        }
    }
}

/// Fetches the next `wanted` pages below the `count` kept rows, side by side, and adds them if the head stood still. `size` is the
/// longest page this service gave; `from` is where an earlier fetch ended.
pub(super) async fn fetch_tail<S: Shelved>(
    ctx: &Ctx,
    count: u64,
    size: u32,
    wanted: u32,
    from: Option<u32>,
) -> Result<Tail, Broken> {
    let size = u64::from(size.max(1));
    // No page is longer than `size`, so what follows begins on this page or on a later one. One page before it is fetched too: where
    // it lies in what is kept says where the rest does.
    let even = u32::try_from(count / size).unwrap_or(u32::MAX - wanted - 3);
    let begin = from.map_or(even, |from| from.max(even));
    let first = begin.saturating_sub(1);
    let expected = usize::try_from(count - u64::from(first).saturating_mul(size).min(count)).ok();
    // The last of them only says whether there is any more: whoever has come to the end is to see that it is the end.
    let end = begin.saturating_add(wanted).saturating_add(2);
    let Run { pages: mut fetched, turn, broken, .. } = pages::<S>(ctx, first..end).await;
    fetched.truncate((end - first - 1) as usize);
    let rows: Vec<S::Row> = fetched.into_iter().flatten().collect();
    let (head, at) = page::<S>(ctx, 0).await?;
    let moved = |next| Tail { next, gives_no_more: false, is_news: true };
    // The service is asked for the head last: had it moved before, every page fetched above would be shifted too.
    match merge::<S>(ctx, head, false, &at).await? {
        HeadMerge::Merged { added: 0 } => {}
        // The kept ones are more now; the next fetch starts below them.
        HeadMerge::Merged { .. } => return Ok(moved(begin)),
        // More came in than a page holds: the head is joined first.
        HeadMerge::Gap => return sync_head::<S>(ctx).await.map(|_| moved(0)),
    }
    let overlap = (u64::from(end - first) * size).min(count);
    let limit = u32::try_from(overlap).unwrap_or(u32::MAX);
    let kept = flow::window::<S::Question>(ctx, ShelfFilter::default(), count - overlap, limit).await;
    let kept = kept.map_err(Broken::Cache)?.rows;
    let whole = turn == Turn::End;
    let (below, is_apart) = match Join::of(&kept, &rows, expected, ShelfRow::is) {
        Join::Below(from) => (rows.into_iter().skip(from).collect(), false),
        Join::Inside => (Vec::new(), false),
        Join::Apart => (Vec::new(), true),
    };
    let is_news = !below.is_empty();
    // What came before something broken is good and contiguous.
    if is_news || (whole && !is_apart) {
        flow::append_tail::<S::Question>(ctx, count, below, whole).await.map_err(Broken::Cache)?;
    }
    let gives_no_more = turn == Turn::Repeats || (is_apart && broken.is_none());
    broken.map_or(Ok(Tail { next: end - 1, gives_no_more, is_news }), Err)
}
