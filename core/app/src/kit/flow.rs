//! Steps that several features' flows take.

use crux_core::command::CommandContext;
use fl_domain::service::{Failure, Read, Reading, SignIn};

use crate::{
    app::Event,
    effects::{Cache, CacheFault, Cached, CaptchaCall, Effect, ServiceAnswer, ServiceRead, SignInCall},
};

/// What an async flow of this app runs in.
pub(crate) type Ctx = CommandContext<Effect, Event>;

/// Asks the service.
pub(crate) async fn read(ctx: &Ctx, read: Read) -> ServiceAnswer<Reading> {
    ctx.request_from_shell(ServiceRead(read)).await
}

/// Signs in, and fetches the picture where the service wants digits from one.
pub(crate) async fn sign_in(
    ctx: &Ctx,
    call: SignInCall,
) -> (ServiceAnswer<SignIn>, Option<Result<String, Failure>>) {
    let inn = call.inn.clone();
    let answer = ctx.request_from_shell(call).await;
    let picture = match &answer.result {
        Ok(SignIn::CaptchaWanted | SignIn::CaptchaWrong) => {
            Some(ctx.request_from_shell(CaptchaCall { inn }).await.result)
        }
        _ => None,
    };
    (answer, picture)
}

/// Asks the cache.
pub(crate) async fn cache(ctx: &Ctx, operation: Cache) -> Result<Cached, CacheFault> {
    ctx.request_from_shell(operation).await
}

/// An answer of another kind than was asked for: a mistake between rooms, told with its code and never a crash.
pub(crate) fn mismatched(read: Read) -> Failure {
    Failure::Unexpected { operation: read.name().to_owned(), code: "mismatched-answer".to_owned() }
}
