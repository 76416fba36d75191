//! The session under faults: at the sandbox, and at a double whose every answer is decided here.

use std::{
    future::Future,
    sync::{Arc, Mutex},
    time::Duration,
};

use fl_app::Moment;
use fl_domain::{
    Inn, Timestamp,
    service::{
        Ask, Done, Failure, OfflineCause, OnceKey, Question, Told, account, contacts, password, recovery,
        sign_ins,
    },
};
use fl_gateway::{Profile, Tokens};
use fl_sandbox::{Sandbox, SandboxConfig};
use futures::{FutureExt, future::join_all};

use super::{KeepToken, Keeper, Patience, Service};
use crate::{
    ManualClock,
    clock::Clock,
    double::{Asked, Double, Said},
    trusted::TrustedClock,
};

const TOKEN: &str = "/oauth/token";
const BALANCE: &str = "/ens/general";
const A_BALANCE: &str = r#"{"ens":{"balanceAmount":"1.00"}}"#;
const INVALID_GRANT: &str = r#"{"error":"invalid_grant","error_description":"Invalid refresh token: x"}"#;
const DONE: &str = r#"{"done":true}"#;

fn balance() -> Ask {
    account::EnsBalance.ask()
}

/// What [`password::Confirm`] is answered by.
fn confirmed() -> Told {
    password::Confirm::tell(Done)
}

fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(test);
}

/// Everything that was kept for the next start: a token, or that there is none any more.
type Kept = Arc<Mutex<Vec<Option<String>>>>;

fn keep(kept: &Kept) -> KeepToken {
    let kept = Arc::clone(kept);
    Box::new(move |token| {
        kept.lock().unwrap().push(token.map(|token| token.expose().to_owned()));
        Box::pin(async {})
    })
}

fn tokens(access: &str, refresh: &str) -> Tokens {
    Tokens { access: access.into(), refresh: Some(refresh.into()), expires_in_seconds: Some(300) }
}

fn tokens_said(access: &str, refresh: &str) -> Said {
    let text = format!(r#"{{"access_token":"{access}","refresh_token":"{refresh}","expires_in":300}}"#);
    Said::json(200, &text)
}

/// A service at a double, with a session whose tokens are «a0» and «r0».
struct Bench {
    double: Double,
    clock: ManualClock,
    folder: tempfile::TempDir,
    kept: Kept,
    service: Arc<Service>,
}

impl Bench {
    /// The script is given a way to the double itself, to wait for what else comes.
    async fn new<F>(script: impl Fn(Asked, &Double) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Said> + Send + 'static,
    {
        let itself: Arc<std::sync::OnceLock<Double>> = Arc::default();
        let theirs = Arc::clone(&itself);
        let double = Double::start(move |asked| script(asked, theirs.get().unwrap()).boxed()).await;
        assert!(itself.set(double.clone()).is_ok());
        let start: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        let clock = ManualClock::new(Moment::new(start, 0));
        let folder = tempfile::tempdir().unwrap();
        let service = service(double.profile(), &clock, &folder, Patience::brisk());
        let bench = Self { double, clock, folder, kept: Kept::default(), service };
        bench.sign_in("a0", "r0");
        bench
    }

    fn sign_in(&self, access: &str, refresh: &str) {
        let keeper = Keeper::signed_in(tokens(access, refresh), self.service.now(), keep(&self.kept));
        self.service.use_session(keeper);
    }

    /// The same session, asked by someone who has no patience at all.
    fn hasty(&self) -> Arc<Service> {
        let patience = Patience::brisk().with_deadline(Duration::from_millis(50));
        let hasty = service(self.double.profile(), &self.clock, &self.folder, patience);
        *hasty.keeper.lock().unwrap() = self.service.keeper();
        hasty
    }

    fn kept(&self) -> Vec<Option<String>> {
        self.kept.lock().unwrap().clone()
    }

    /// Asks for the balance.
    async fn balance(&self) -> Result<Told, Failure> {
        self.service.ask(&balance(), None, Vec::new()).await
    }

    fn asked(&self, path: &str) -> usize {
        self.double.log().count(path)
    }
}

fn service(
    profile: Profile,
    clock: &ManualClock,
    folder: &tempfile::TempDir,
    patience: Patience,
) -> Arc<Service> {
    let clock = TrustedClock::new(Arc::new(clock.clone()), folder.path().join("service-time.json"));
    Arc::new(Service::new(profile, Arc::new(clock), patience).unwrap())
}

/// 200 calls find their token rejected, at three different moments: one refresh each time, and every call is answered.
#[test]
fn two_hundred_calls_and_three_rejections_make_one_refresh_each() {
    run(async {
        let config = SandboxConfig::default();
        let clock = ManualClock::new(Moment::new(config.start, 0));
        let sandbox = Sandbox::start(config).await.unwrap();
        let profile = Profile::parse(&sandbox.profile_toml()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let service = service(profile, &clock, &folder, Patience::brisk());
        let card = sandbox.taxpayers()[0].clone();
        let inn = Inn::parse(&card.inn).unwrap();
        service.sign_in(&inn, &card.password.as_str().into(), None).await.unwrap();
        let kept = Kept::default();
        let fresh = service.take_fresh().unwrap();
        service.use_session(Keeper::signed_in(fresh, service.now(), keep(&kept)));
        for round in 1..=3 {
            sandbox.control().expire_access(&card.inn);
            let answers = {
                let balance = balance();
                join_all((0..200).map(|_| service.ask(&balance, None, Vec::new()))).await
            };
            assert!(answers.iter().all(Result::is_ok), "round {round}");
            let kept = kept.lock().unwrap();
            assert!(
                kept.len() == round && kept.iter().all(Option::is_some),
                "one refresh a round, kept before its use"
            );
        }
        sandbox.control().revoke(&card.inn);
        assert_eq!(service.ask(&balance(), None, Vec::new()).await, Err(Failure::SignInAgain));
        assert_eq!(kept.lock().unwrap().last(), Some(&None), "and forgotten when the service says so");
        sandbox.stop().await;
    });
}

/// Of 200 calls under way three are told that their token is no good: the first before the refresh, the second while it is under
/// way, the third when it is long done.
#[test]
fn three_rejections_at_different_moments_make_one_refresh() {
    run(async {
        let bench = Bench::new(|asked, double| {
            let double = double.clone();
            async move {
                if asked.path.ends_with(TOKEN) {
                    double.until(|log| log.rejected == 2).await;
                    return tokens_said("a1", "r1");
                }
                let rejected = Said::json(401, "{}");
                match (asked.bearer.as_deref(), asked.before) {
                    (Some("a0"), 19) => {
                        double.until(|log| log.count(BALANCE) == 200).await;
                        rejected
                    }
                    (Some("a0"), 89) => {
                        double.until(|log| log.count(TOKEN) == 1).await;
                        rejected
                    }
                    (Some("a0"), 159) => {
                        double
                            .until(|log| log.asked.iter().any(|asked| asked.bearer.as_deref() == Some("a1")))
                            .await;
                        rejected
                    }
                    _ => Said::json(200, A_BALANCE),
                }
            }
        })
        .await;
        let answers = join_all((0..200).map(|_| bench.balance())).await;
        assert!(answers.iter().all(Result::is_ok));
        assert_eq!((bench.asked(TOKEN), bench.asked(BALANCE)), (1, 203));
        assert_eq!(bench.kept(), [Some("r1".to_owned())]);
    });
}

/// The service rotates the token and the answer is lost. Whoever asks is told to sign in again once that is certain, the token is
/// forgotten once, and nothing more is sent; after a sign-in all is well.
#[test]
fn a_refresh_lost_after_its_rotation_ends_the_session_once() {
    run(async {
        let bench = Bench::new(|asked, _| async move {
            match (asked.path.ends_with(TOKEN), asked.bearer.as_deref()) {
                (true, _) if asked.before == 0 => Said::Dropped,
                (true, _) => Said::json(400, INVALID_GRANT),
                (false, Some("a9")) => Said::json(200, A_BALANCE),
                (false, _) => Said::json(401, "{}"),
            }
        })
        .await;
        let ask = || join_all((0..50).map(|_| bench.balance()));
        let lost = Err(Failure::Offline(OfflineCause::Lost));
        let first = ask().await;
        assert!(first.contains(&lost), "the lost answer is no word of the service");
        assert!(first.iter().all(|answer| *answer == lost || *answer == Err(Failure::SignInAgain)));
        assert!(ask().await.iter().all(|answer| *answer == Err(Failure::SignInAgain)));
        assert_eq!(bench.asked(TOKEN), 2);
        assert_eq!(bench.kept(), [None]);
        let before = bench.double.log().asked.len();
        assert!(ask().await.iter().all(|answer| *answer == Err(Failure::SignInAgain)));
        assert_eq!(bench.double.log().asked.len(), before, "nobody asks in a session that is over");
        bench.sign_in("a9", "r9");
        assert!(ask().await.iter().all(Result::is_ok));
        assert_eq!((bench.asked(TOKEN), bench.kept()), (2, vec![None]));
    });
}

const FAULTS: [&str; 16] = [
    "never answered",
    "dropped",
    "500",
    "502",
    "503",
    "503 with a time",
    "429",
    "html",
    "401 in html",
    "bare 401",
    "a temporary complaint",
    "a temporary complaint with 200",
    "no code",
    "empty",
    "truncated",
    "cut off",
];

fn fault(name: &str) -> Said {
    let html = |status| Said::Answer {
        status,
        headers: vec![("Content-Type", "text/html".to_owned())],
        body: "<html>Сервис</html>".to_owned(),
    };
    match name {
        "never answered" => Said::Nothing,
        "dropped" => Said::Dropped,
        "500" => Said::json(500, "{}"),
        "502" => html(502),
        "503" => html(503),
        "503 with a time" => {
            let headers = vec![("Retry-After", "120".to_owned())];
            Said::Answer { status: 503, headers, body: String::new() }
        }
        "429" => Said::json(429, "{}"),
        "html" => html(200),
        "401 in html" => html(401),
        "bare 401" => Said::json(401, ""),
        "a temporary complaint" => Said::json(400, r#"{"status":500,"message":"temporarily unavailable"}"#),
        "a temporary complaint with 200" => {
            Said::json(200, r#"{"status":500,"message":"temporarily unavailable"}"#)
        }
        "no code" => Said::json(403, r#"{"message":"no"}"#),
        "empty" => Said::json(200, ""),
        "truncated" => Said::json(200, r#"{"access_token":"a1","refr"#),
        _ => Said::CutOff(r#"{"access_token":"a1""#.to_owned()),
    }
}

/// Whatever happens to a refresh but for the service's own word: nobody is signed out, and the old token is used next time.
#[test]
fn no_fault_of_a_refresh_signs_anyone_out() {
    run(async {
        for name in FAULTS {
            let bench = Bench::new(move |asked, _| {
                let said = match (asked.path.ends_with(TOKEN), asked.bearer.as_deref()) {
                    (true, _) if asked.before == 0 => fault(name),
                    (true, _) if asked.body.contains("r0") => tokens_said("a1", "r1"),
                    (true, _) => Said::json(400, INVALID_GRANT),
                    (false, Some("a1")) => Said::json(200, A_BALANCE),
                    (false, _) => Said::json(401, "{}"),
                };
                async move { said }
            })
            .await;
            bench.clock.advance(Duration::from_secs(400));
            let asking = if name == "never answered" { bench.hasty() } else { Arc::clone(&bench.service) };
            let failed = asking.ask(&balance(), None, Vec::new()).await;
            // What was asked was not refused: the session was not renewed, or nothing came.
            let is_calm = matches!(
                failed,
                Err(Failure::Offline(_) | Failure::Closed { .. } | Failure::NotRenewed { .. })
            );
            assert!(is_calm, "{name}: {failed:?}");
            assert_eq!((bench.asked(TOKEN), bench.asked(BALANCE)), (1, 0), "{name}: not twice by itself");
            assert_eq!(bench.kept(), [], "{name}: the old one stays where it is");
            assert!(bench.balance().await.is_ok(), "{name}");
            assert_eq!(bench.kept(), [Some("r1".to_owned())], "{name}");
        }
    });
}

/// What changes something is sent again after a rejection, for then nothing was done, and never after an answer that got lost.
#[test]
fn an_ask_is_sent_again_only_where_nothing_was_done() {
    const CONFIRM: &str = "/password/confirm";
    run(async {
        let bench = Bench::new(|asked, _| async move {
            match (asked.path.as_str(), asked.bearer.as_deref()) {
                (path, _) if path.ends_with(TOKEN) => tokens_said("a1", "r1"),
                (_, Some("a0")) => Said::json(401, "{}"),
                (path, Some("a1")) if path.ends_with(CONFIRM) => Said::json(200, DONE),
                (path, _) if path.ends_with("/sign-ins/disown") => Said::Dropped,
                (path, _) if path.ends_with("/contacts/control-word") => Said::Nothing,
                (path, _) if path.ends_with("/recovery") => Said::Dropped,
                (path, _) if path.ends_with("/password/policy") => Said::json(500, "{}"),
                _ => Said::json(404, "{}"),
            }
        })
        .await;
        assert_eq!(bench.service.ask(&password::Confirm.ask(), None, Vec::new()).await, Ok(confirmed()));
        assert_eq!((bench.asked(CONFIRM), bench.asked(TOKEN)), (2, 1), "rejected, refreshed, sent once more");
        // Known to be too old: refreshed first, sent once.
        bench.clock.advance(Duration::from_secs(400));
        assert_eq!(bench.service.ask(&password::Confirm.ask(), None, Vec::new()).await, Ok(confirmed()));
        assert_eq!((bench.asked(CONFIRM), bench.asked(TOKEN)), (3, 2));
        // Lost, on a connection that was used before, where a client is tempted to try again by itself.
        let disown = sign_ins::Disown { id: "1".to_owned() }.ask();
        assert_eq!(
            bench.service.ask(&disown, Some(&OnceKey::from_bytes([1; 16])), Vec::new()).await,
            Err(Failure::Offline(OfflineCause::Lost))
        );
        assert_eq!(bench.asked("/sign-ins/disown"), 1);
        let word = contacts::SetControlWord("слово".into()).ask();
        assert_eq!(
            bench.hasty().ask(&word, None, Vec::new()).await,
            Err(Failure::Offline(OfflineCause::NoAnswer))
        );
        assert_eq!(bench.asked("/contacts/control-word"), 1);
        let recover =
            recovery::Recover { inn: Inn::made_up(7_700_123_456), email: None, control_word: None }.ask();
        assert_eq!(
            bench.service.ask(&recover, None, Vec::new()).await,
            Err(Failure::Offline(OfflineCause::Lost))
        );
        assert_eq!(bench.asked("/recovery"), 1);
        // Looking changes nothing.
        assert!(bench.service.ask(&password::Policy.ask(), None, Vec::new()).await.is_err());
        assert_eq!(bench.asked("/password/policy"), 3);
        let log = bench.double.log();
        let in_the_open =
            log.asked.iter().filter(|a| a.path.ends_with("/recovery") || a.path.ends_with("/policy"));
        assert!(
            in_the_open.into_iter().all(|asked| asked.bearer.is_none()),
            "no token goes where none is needed"
        );
        assert_eq!(bench.asked(TOKEN), 2, "and no failure but a rejection refreshes");
    });
}

#[test]
fn a_question_rejected_with_a_fresh_token_is_that_questions_failure() {
    run(async {
        let bench = Bench::new(|asked, _| async move {
            match asked.path.as_str() {
                path if path.ends_with(TOKEN) => tokens_said("a1", "r1"),
                path if path.ends_with(BALANCE) => Said::json(200, A_BALANCE),
                _ => Said::json(401, "{}"),
            }
        })
        .await;
        let rejected = Err(Failure::Rejected { operation: "password-confirm".to_owned() });
        assert_eq!(bench.service.ask(&password::Confirm.ask(), None, Vec::new()).await, rejected);
        assert_eq!((bench.asked("/password/confirm"), bench.asked(TOKEN)), (2, 1));
        assert!(bench.balance().await.is_ok(), "the others are asked in the same session");
        assert_eq!(bench.kept(), [Some("r1".to_owned())], "and it is kept");
    });
}

/// There is no protocol's word either where nothing can be renewed.
#[test]
fn without_a_refresh_token_one_rejection_ends_nothing() {
    run(async {
        let bench = Bench::new(|asked, _| async move {
            if asked.path.ends_with(BALANCE) { Said::json(200, A_BALANCE) } else { Said::json(401, "{}") }
        })
        .await;
        let tokens = Tokens { refresh: None, ..tokens("a0", "") };
        bench.service.use_session(Keeper::signed_in(tokens, bench.service.now(), keep(&bench.kept)));
        let rejected = Err(Failure::Rejected { operation: "password-confirm".to_owned() });
        assert_eq!(bench.service.ask(&password::Confirm.ask(), None, Vec::new()).await, rejected);
        assert!(bench.balance().await.is_ok());
        assert_eq!(bench.asked(TOKEN), 0);
    });
}

#[test]
fn what_a_service_does_not_offer_is_not_asked() {
    run(async {
        let bench = Bench::new(|_, _| async { Said::json(200, DONE) }).await;
        let profile = bench.double.profile_with("");
        let plain = Profile::parse(&format!(
            "name = \"plain\"\nbase_url = \"{}\"\nclient_id = \"app\"\n",
            profile.base_url()
        ))
        .unwrap();
        let service = service(plain, &bench.clock, &bench.folder, Patience::brisk());
        *service.keeper.lock().unwrap() = bench.service.keeper();
        assert!(matches!(
            service.ask(&password::Confirm.ask(), None, Vec::new()).await,
            Err(Failure::NotOffered { .. })
        ));
        assert!(matches!(
            service.ask(&contacts::Read.ask(), None, Vec::new()).await,
            Err(Failure::NotOffered { .. })
        ));
        assert!(bench.double.log().asked.is_empty());
    });
}

/// At a lock: connections close, tokens go, and a sign-in that was under way brings nothing.
#[test]
fn a_reset_leaves_no_connection_and_no_token() {
    run(async {
        let bench = Bench::new(|asked, double| {
            let double = double.clone();
            async move {
                if asked.path.ends_with(TOKEN) && asked.before == 1 {
                    double.until(|log| log.count(BALANCE) == 3).await;
                }
                if asked.path.ends_with(TOKEN) { tokens_said("a1", "r1") } else { Said::json(200, A_BALANCE) }
            }
        })
        .await;
        let (inn, password) = (Inn::made_up(7_700_123_456), "made-up".into());
        let sign_in = || bench.service.sign_in(&inn, &password, None);
        assert!(sign_in().await.is_ok());
        for _ in 0..2 {
            bench.balance().await.unwrap();
        }
        assert_eq!(bench.double.log().closed, 0, "connections are used again");
        let late = async {
            bench.double.until(|log| log.count(TOKEN) == 2).await;
            let before = bench.double.log().connections;
            assert!(bench.service.reset().is_none());
            assert!(bench.service.take_fresh().is_none());
            assert_eq!(bench.balance().await, Err(Failure::SignInAgain));
            bench.sign_in("a1", "r1");
            bench.balance().await.unwrap();
            assert_eq!(bench.double.log().connections, before + 1);
            before
        };
        let (signed_in, before) = futures::join!(sign_in(), late);
        assert!(matches!(signed_in, Err(Failure::Unexpected { code, .. }) if code == "locked-meanwhile"));
        assert!(bench.service.take_fresh().is_none());
        bench.double.until(|log| log.closed == before).await;
    });
}

/// The service's time comes with every answer, a refusal too.
#[test]
fn every_answer_says_what_time_it_is() {
    run(async {
        let bench = Bench::new(|_, _| async {
            let headers = vec![("Date", "Sun, 22 Nov 2026 10:00:00 GMT".to_owned())];
            Said::Answer { status: 404, headers, body: String::new() }
        })
        .await;
        assert_eq!(bench.service.clock.now().service_ahead, 0);
        assert!(bench.balance().await.is_err());
        assert_eq!(bench.service.clock.now().service_ahead, 3600);
        assert!(bench.folder.path().join("service-time.json").exists());
    });
}
