//! Steps that several features' flows take.

use crux_core::command::CommandContext;
use fl_domain::{
    service::{Failure, Paged, Question, SignIn, Told},
    shelf::{HeadMerge, ShelfFilter, ShelfView},
};

use super::effects::{
    Cache, CacheFault, Cached, Call, CaptchaCall, Effect, Moment, ServiceAnswer, SignInCall, Window,
};

/// What a flow runs in, whatever its events are.
type Ctx<E> = CommandContext<Effect, E>;

/// Asks the service.
pub(crate) async fn ask<Q: Question>(ctx: &Ctx<impl Send + 'static>, question: Q) -> ServiceAnswer<Q::Told> {
    typed::<Q>(ctx.request_from_shell(Call::of(question.ask())).await)
}

/// The answer to this question. One of another kind is a mistake between rooms: told with its code, in this one place, and never a crash.
pub(crate) fn typed<Q: Question>(answer: ServiceAnswer<Told>) -> ServiceAnswer<Q::Told> {
    let mismatched =
        || Failure::Unexpected { operation: Q::NAME.to_owned(), code: "mismatched-answer".to_owned() };
    let ServiceAnswer { at, result } = answer;
    ServiceAnswer { at, result: result.and_then(|told| Q::told(told).ok_or_else(mismatched)) }
}

/// Signs in, and fetches the picture where the service wants digits from one.
pub(crate) async fn sign_in(
    ctx: &Ctx<impl Send + 'static>,
    call: SignInCall,
) -> (ServiceAnswer<SignIn>, Option<Result<String, Failure>>) {
    let inn = call.inn.clone();
    let answer = ctx.request_from_shell(call).await;
    let picture = match &answer.result {
        Ok(SignIn::CaptchaWanted | SignIn::CaptchaWrong) => {
            Some(ctx.request_from_shell(CaptchaCall { inn }).await.result)
        }
        Ok(_) | Err(_) => None,
    };
    (answer, picture)
}

/// Asks the cache.
pub(crate) async fn cache(ctx: &Ctx<impl Send + 'static>, operation: Cache) -> Result<Cached, CacheFault> {
    ctx.request_from_shell(operation).await
}

/// A window of a list.
pub(crate) async fn window<Q: Paged>(
    ctx: &Ctx<impl Send + 'static>,
    filter: ShelfFilter,
    offset: u64,
    limit: u32,
) -> Result<ShelfView<Q::Row>, CacheFault> {
    match cache(ctx, Cache::Window { list: Q::NAME, filter, offset, limit }).await? {
        Cached::Window(Window { rows, total, state, facets }) => {
            let rows = Q::told(rows).ok_or(CacheFault::Broken)?;
            Ok(ShelfView { rows, total, state, facets })
        }
        Cached::Stored(_)
        | Cached::Done
        | Cached::Merged(_)
        | Cached::Appended(_)
        | Cached::Sendings(_)
        | Cached::Submitted(_)
        | Cached::Drafts { .. }
        | Cached::Recalled(_) => Err(CacheFault::Broken),
    }
}

/// Joins the newest rows of a list to what is kept.
pub(crate) async fn merge_head<Q: Paged>(
    ctx: &Ctx<impl Send + 'static>,
    rows: Vec<Q::Row>,
    whole: bool,
    at: &Moment,
) -> Result<HeadMerge, CacheFault> {
    match cache(ctx, Cache::MergeHead { rows: Q::tell(rows), whole, at: at.at }).await? {
        Cached::Merged(merge) => Ok(merge),
        Cached::Stored(_)
        | Cached::Done
        | Cached::Window(_)
        | Cached::Appended(_)
        | Cached::Sendings(_)
        | Cached::Submitted(_)
        | Cached::Drafts { .. }
        | Cached::Recalled(_) => Err(CacheFault::Broken),
    }
}

/// Drops what is kept of a list for these.
pub(crate) async fn replace<Q: Paged>(
    ctx: &Ctx<impl Send + 'static>,
    rows: Vec<Q::Row>,
    whole: bool,
    at: &Moment,
) -> Result<(), CacheFault> {
    cache(ctx, Cache::Replace { rows: Q::tell(rows), whole, at: at.at }).await.map(|_| ())
}

/// Adds older rows of a list, if as many are kept as were when they were asked for.
pub(crate) async fn append_tail<Q: Paged>(
    ctx: &Ctx<impl Send + 'static>,
    expected: u64,
    rows: Vec<Q::Row>,
    whole: bool,
) -> Result<(), CacheFault> {
    cache(ctx, Cache::AppendTail { expected, rows: Q::tell(rows), whole }).await.map(|_| ())
}
