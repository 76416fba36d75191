//! Signing in through Gosuslugi: the sandbox's broker, a phone's browser, and links that are somebody else's.

use fl_app::{Esia, EsiaCall, PlatformFault, Vault, Vaulted};
use fl_domain::{
    Inn,
    service::{Failure, OfflineCause},
};
use futures::future::{pending, ready};

use super::{
    phone::{Mood, Phone},
    *,
};
use crate::double::{Double, Said};

fn esia(engine: &Engine, call: EsiaCall) -> Result<Esia, Failure> {
    ask(engine, async |world| world.esia(call).await.result)
}

fn begin(engine: &Engine) -> Result<Esia, Failure> {
    esia(engine, EsiaCall::Begin)
}

fn finish(engine: &Engine, link: &str) -> Result<Esia, Failure> {
    esia(engine, EsiaCall::Finish(link.into()))
}

impl Stage {
    /// The person agrees in the browser; this is where it comes back to.
    fn agrees(&self, phone: &Phone, key: &str) -> String {
        self.sandbox.control().esia_agree(&phone.page(), key).unwrap()
    }

    fn waits(&self) -> bool {
        self.data.path().join("waiting").exists()
    }
}

/// Until a page is in the browser; a test that would wait for ever fails instead.
async fn shown(phone: &Phone) {
    let start = std::time::Instant::now();
    while phone.page().is_empty() {
        assert!(start.elapsed() < Duration::from_mins(1), "that never came");
        tokio::task::yield_now().await;
    }
}

fn accepted(stage: &Stage) -> Esia {
    Esia::Accepted { inn: Inn::parse(&stage.card("esia").0).unwrap() }
}

#[test]
fn it_goes_on_after_a_kill_and_a_redirect_is_good_once() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    assert_eq!(begin(&engine), Ok(Esia::Opened));
    let link = stage.agrees(&phone, "esia");
    drop(engine);
    assert!(stage.waits(), "what binds the two is on the device, sealed");
    let engine = stage.open_on(&phone);
    assert_eq!(finish(&engine, &link), Ok(accepted(&stage)));
    assert_eq!(finish(&engine, &link), Ok(Esia::Foreign));
    assert!(!stage.waits() && phone.secrets() == 0, "and nothing of it stays");
    let inn = Inn::parse(&stage.card("esia").0).unwrap();
    let made = ask(&engine, async |world| world.vault(Vault::Create { inn, pin: PIN.into() }).await);
    assert!(matches!(made, Ok(Vaulted::Opened(unlocked)) if unlocked.has_session));
    let log: String = engine.console().entries_since(0).into_iter().map(|e| e.text + "\n").collect();
    assert!(log.contains("esia → 200"), "{log}");
    for part in link.split(['?', '&', '=']).filter(|part| part.len() > 16) {
        assert!(!log.contains(part), "{log}");
    }
}

#[test]
fn a_link_of_somebody_else_ends_nothing() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    assert_eq!(finish(&engine, "fltaxes://esia?code=c&state=s"), Ok(Esia::Foreign), "none was begun");
    assert_eq!(begin(&engine), Ok(Esia::Opened));
    let link = stage.agrees(&phone, "esia");
    // One that was begun on another device of the same kind, and ones that were made up.
    let (other, other_phone) = (Stage::new(), Phone::new());
    let others_engine = other.open_on(&other_phone);
    assert_eq!(begin(&others_engine), Ok(Esia::Opened));
    let theirs = other.agrees(&other_phone, "esia");
    let mine = link.split("state=").nth(1).unwrap().split('&').next().unwrap();
    for foreign in [
        theirs,
        link.replace(mine, "guessed"),
        format!("{link}&state={mine}"),
        link.replace("fltaxes://esia", "fltaxes://esia.test"),
        "fltaxes://esia?error=access_denied&state=guessed".to_owned(),
    ] {
        assert_eq!(finish(&engine, &foreign), Ok(Esia::Foreign), "{foreign}");
    }
    assert_eq!(finish(&engine, &link), Ok(accepted(&stage)));
}

#[test]
fn a_no_is_the_end_and_the_other_ways_it_can_go_are_told() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    assert_eq!(begin(&engine), Ok(Esia::Opened));
    let no = stage.sandbox.control().esia_deny(&phone.page()).unwrap();
    assert_eq!(finish(&engine, &no), Ok(Esia::Cancelled));
    assert_eq!((finish(&engine, &no), stage.waits()), (Ok(Esia::Foreign), false));
    assert_eq!(begin(&engine), Ok(Esia::Opened));
    let link = stage.agrees(&phone, "esia-forming");
    assert!(matches!(finish(&engine, &link), Ok(Esia::Forming { seconds: Some(_) })));
    assert_eq!(begin(&engine), Ok(Esia::Opened));
    let link = stage.agrees(&phone, "esia-post");
    assert_eq!((finish(&engine, &link), stage.waits()), (Ok(Esia::NotConfirmed), false));
    // Given up, by the person or by another sign-in.
    for again in [false, true] {
        assert_eq!(begin(&engine), Ok(Esia::Opened));
        let link = stage.agrees(&phone, "esia");
        let ended = esia(&engine, if again { EsiaCall::Begin } else { EsiaCall::Abandon });
        assert_eq!(ended, Ok(if again { Esia::Opened } else { Esia::Abandoned }));
        assert_eq!(finish(&engine, &link), Ok(Esia::Foreign));
    }
}

#[test]
fn without_an_answer_the_same_link_is_tried_again() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    assert_eq!(begin(&engine), Ok(Esia::Opened));
    let link = stage.agrees(&phone, "esia");
    stage.sandbox.control().set(Fault::Offline, Scope::Everyone);
    stage.sandbox.control().clear_requests();
    assert!(matches!(
        finish(&engine, &link),
        Err(Failure::Offline(OfflineCause::Lost | OfflineCause::NoNetwork))
    ));
    let sent = stage.sandbox.control().requests().iter().filter(|r| r.path.ends_with("/esia")).count();
    assert!(sent <= 1, "never twice by itself");
    stage.sandbox.control().clear_all();
    assert_eq!(finish(&engine, &link), Ok(accepted(&stage)));
}

#[test]
fn a_quarter_of_an_hour_by_the_services_time_and_no_longer() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    for (minutes, is_good) in [(14, true), (16, false)] {
        assert_eq!(begin(&engine), Ok(Esia::Opened));
        let link = stage.agrees(&phone, "esia");
        // What is done to the device's clock makes it neither younger nor older.
        if is_good {
            stage.clock.set_forward(Duration::from_hours(24));
        } else {
            stage.clock.set_back(Duration::from_hours(24));
        }
        stage.clock.advance(Duration::from_mins(minutes));
        stage.sandbox.control().clear_requests();
        if is_good {
            // The sandbox's own code lives as long as its clock says, which stands.
            assert_eq!(finish(&engine, &link), Ok(accepted(&stage)));
        } else {
            assert_eq!((finish(&engine, &link), stage.waits()), (Ok(Esia::Foreign), false));
            assert!(stage.sandbox.control().requests().is_empty());
        }
    }
}

#[test]
fn a_browser_that_catches_the_redirect_goes_on_at_once() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    let control = stage.sandbox.control().clone();
    phone.browse(move |page| Box::pin(ready(Ok(control.esia_agree(page, "esia")))));
    assert_eq!(begin(&engine), Ok(accepted(&stage)));
    phone.browse(|_| Box::pin(ready(Ok(Some("fltaxes://esia?code=c&state=s".to_owned())))));
    assert_eq!(begin(&engine), Ok(Esia::Foreign));
    phone.browse(|_| Box::pin(ready(Err(PlatformError::Cancelled))));
    assert_eq!((begin(&engine), stage.waits()), (Ok(Esia::Cancelled), false));
    phone.browse(|_| Box::pin(ready(Err(PlatformError::Unavailable))));
    let none = Ok(Esia::Device(PlatformFault::Unavailable));
    assert_eq!((begin(&engine), stage.waits()), (none, false));
    phone.be(Mood::Refuses(PlatformError::Unavailable));
    assert_eq!(begin(&engine), Ok(Esia::Device(PlatformFault::Unavailable)), "nothing leads back");
}

#[test]
fn a_person_in_the_browser_is_waited_for_until_something_else_is_begun() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    phone.browse(|_| Box::pin(pending()));
    ask(&engine, async |world| {
        for other in [EsiaCall::Abandon, EsiaCall::Begin] {
            let first = world.esia(EsiaCall::Begin);
            let second = async {
                shown(&phone).await;
                // Far longer than a device is waited for otherwise.
                stage.clock.advance(Duration::from_mins(10));
                if other == EsiaCall::Begin {
                    phone.browse(|_| Box::pin(ready(Ok(None))));
                }
                world.esia(other.clone()).await
            };
            let (first, second) = futures::join!(first, second);
            assert_eq!(first.result, Ok(Esia::Abandoned));
            let expected = if other == EsiaCall::Begin { Esia::Opened } else { Esia::Abandoned };
            assert_eq!(second.result, Ok(expected.clone()));
            assert_eq!(world.begun().await.is_some(), expected == Esia::Opened);
            phone.forget_pages();
        }
        // A link that comes while the browser is still waited for ends the waiting.
        phone.browse(|_| Box::pin(pending()));
        let first = world.esia(EsiaCall::Begin);
        let second = async {
            shown(&phone).await;
            let link = stage.agrees(&phone, "esia");
            world.esia(EsiaCall::Finish(link.as_str().into())).await
        };
        let (first, second) = futures::join!(first, second);
        assert_eq!((first.result, second.result), (Ok(Esia::Abandoned), Ok(accepted(&stage))));
    });
}

#[test]
fn only_pages_of_gosuslugi_and_of_the_service_are_opened() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let page: Arc<std::sync::Mutex<String>> = Arc::default();
    let theirs = Arc::clone(&page);
    let double = stage.server.block_on(Double::start(move |_| {
        let text = format!(r#"{{"url":"{}"}}"#, theirs.lock().unwrap());
        Box::pin(ready(Said::json(200, &text)))
    }));
    let engine = stage.open_at(double.profile_with("hosts = [\"own.test\"]"), &phone);
    let table = [
        ("https://esia.gosuslugi.ru/login", true),
        ("https://gosuslugi.ru/login", true),
        ("https://ESIA.Gosuslugi.RU/login", true),
        ("https://own.test/esia", true),
        ("https://broker.own.test/esia", true),
        ("https://evil.test/esia", false),
        ("https://gosuslugi.ru.evil.test/", false),
        ("https://gosuslugi.ru@evil.test/", false),
        ("https://evil.test/?https://esia.gosuslugi.ru", false),
        ("https://evilgosuslugi.ru/", false),
        ("https://gosuslugi.ru.:443@evil.test/", false),
        ("http://esia.gosuslugi.ru/", false),
        ("fltaxes://gosuslugi.ru/", false),
    ];
    for (url, opens) in table {
        phone.forget_pages();
        url.clone_into(&mut page.lock().unwrap());
        let begun = begin(&engine);
        assert_eq!(begun == Ok(Esia::Opened), opens, "{url}: {begun:?}");
        assert_eq!(phone.page().is_empty(), !opens, "{url}");
        assert_eq!(stage.waits(), opens, "{url}");
        assert_eq!(esia(&engine, EsiaCall::Abandon), Ok(Esia::Abandoned));
    }
    let foreign =
        Err(Failure::Unexpected { operation: "esia-url".to_owned(), code: "foreign-page".to_owned() });
    "https://evil.test/".clone_into(&mut page.lock().unwrap());
    assert_eq!(begin(&engine), foreign);
}
