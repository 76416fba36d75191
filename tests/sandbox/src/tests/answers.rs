//! Scripted answers as a client meets them.

use std::pin::pin;

use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use super::*;
use crate::{InProcess, Script, ScriptTrouble};

/// What came: status, headers, body.
type Came = (u16, HeaderMap, Vec<u8>);

struct Bench {
    sandbox: Sandbox,
    client: Client,
    token: String,
}

const GENERAL: &str = "/api/lkfl/api/v1/ens/general";
const INCOMES: &str = "/api/lkfl/api/v1/taxpayer/2ndfl/v2";
const HISTORY: &str = "/api/lkfl/api/v1/ens/historyOperations";

impl Bench {
    async fn new() -> Self {
        // The clock stands, so that nothing depends on how fast a machine is.
        let config = SandboxConfig { standing: true, ..SandboxConfig::default() };
        let sandbox = Sandbox::start(config).await.unwrap();
        let client = Client::of(&sandbox);
        let token = client.tokens(card(&sandbox, "debt")).await.access.expose().to_owned();
        Self { sandbox, client, token }
    }

    fn script(&self, line: &str) {
        let script = Script::parse(line).unwrap_or_else(|why| panic!("{line}: {why}"));
        self.sandbox.control().script(script).unwrap();
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.base_url())
    }

    async fn begun(&self, path: &str) -> reqwest::Result<reqwest::Response> {
        self.client.http.get(self.address(path)).bearer_auth(&self.token).send().await
    }

    /// `None` where nothing whole came.
    async fn get(&self, path: &str) -> Option<Came> {
        whole(self.begun(path).await).await
    }

    async fn text(&self, path: &str) -> String {
        String::from_utf8(self.get(path).await.unwrap().2).unwrap()
    }

    async fn history(&self, page: u32) -> Value {
        let ask = json!({
            "filter": {"actionTypeName": "", "sourceDocCodes": []}, "pagination": {"page": page, "size": 2}
        });
        let request = self.client.http.post(self.address(HISTORY)).bearer_auth(&self.token);
        let (_, _, body) = whole(request.body(ask.to_string()).send().await).await.unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    fn troubles(&self) -> Vec<String> {
        self.sandbox.control().script_troubles().into_iter().map(|ScriptTrouble { why, .. }| why).collect()
    }
}

async fn whole(answer: reqwest::Result<reqwest::Response>) -> Option<Came> {
    let answer = answer.ok()?;
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Some((status, headers, answer.bytes().await.ok()?.to_vec()))
}

fn header(came: &Came, name: &str) -> Vec<String> {
    came.1.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn status_headers_and_body_are_what_the_line_says() {
    let bench = Bench::new().await;
    let real = bench.text(GENERAL).await;
    bench.script("/ens/general status 426 header X-A 1 header x-a 2 header Retry-After 2147483647 body \"Обновите\\n\\u001b\"");
    let came = bench.get(GENERAL).await.unwrap();
    assert_eq!((came.0, came.2.as_slice()), (426, "Обновите\n\u{1b}".as_bytes()));
    assert_eq!(header(&came, "x-a"), ["1", "2"]);
    assert_eq!(header(&came, "retry-after"), ["2147483647"]);
    assert_eq!(header(&came, "content-type"), ["text/plain; charset=utf-8"]);
    assert_eq!(header(&came, "date"), ["Sun, 22 Nov 2026 09:00:00 GMT"]);

    bench.script(
        "/ens/general json {\"ens\": {\"a\": 1, \"a\": 1e400}} header Date \"Thu, 01 Jan 1970 00:00:00 GMT\"",
    );
    let came = bench.get(GENERAL).await.unwrap();
    assert_eq!(came.2, b"{\"ens\": {\"a\": 1, \"a\": 1e400}}");
    assert_eq!(header(&came, "content-type"), ["application/json;charset=UTF-8"]);
    assert_eq!(header(&came, "date"), ["Thu, 01 Jan 1970 00:00:00 GMT"]);

    bench.script("/ens/general base64 /wA= header Content-Type image/png no header Date");
    let came = bench.get(GENERAL).await.unwrap();
    assert_eq!((came.0, came.2.as_slice()), (200, [255, 0].as_slice()));
    assert_eq!(
        (header(&came, "content-type"), header(&came, "date")),
        (vec!["image/png".to_owned()], vec![])
    );

    bench.script("/ens/general status 500 empty");
    let came = bench.get(GENERAL).await.unwrap();
    assert_eq!((came.0, came.2.as_slice(), header(&came, "content-type")), (500, [].as_slice(), vec![]));

    // The real one with another status, and then as it was.
    bench.script("/ens/general status 206 no header Content-Type");
    let came = bench.get(GENERAL).await.unwrap();
    assert_eq!((came.0, came.2.as_slice(), header(&came, "content-type")), (206, real.as_bytes(), vec![]));
    bench.script("/ens/general as before");
    assert_eq!(bench.text(GENERAL).await, real);
    assert_eq!(bench.sandbox.control().scripted(), []);
}

#[tokio::test]
async fn counted_answers_come_in_their_order_and_before_lasting_ones() {
    let bench = Bench::new().await;
    for line in ["/ens/general status 500 empty once", "/ens/general status 501 empty 2 times"] {
        bench.script(line);
    }
    bench.script("* status 502 empty");
    bench.script("/general status 503 empty");
    let mut came = Vec::new();
    for path in [GENERAL, GENERAL, GENERAL, GENERAL, INCOMES, "/no/such/path"] {
        came.push(bench.get(path).await.unwrap().0);
    }
    assert_eq!(came, [500, 501, 501, 503, 502, 502]);
    let held: Vec<_> = bench.sandbox.control().scripted().into_iter().map(|s| (s.given, s.left)).collect();
    assert_eq!(held, [(2, None), (1, None)]);
    // One that lasts takes the place of another of the same requests.
    bench.script("/general status 504 empty");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 504);
    bench.script("* as before");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 200);
}

#[tokio::test]
async fn a_request_is_told_by_method_query_form_body_and_person() {
    let bench = Bench::new().await;
    let debt = card(&bench.sandbox, "debt");
    let inn = Inn::parse_person(&debt.inn).unwrap();
    bench.script("POST /ens/general status 500 empty");
    bench.script("/ens/general for no-debt status 501 empty");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 200);
    bench.script("/ens/general for debt status 502 empty");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 502);

    bench.script(&format!("/captcha with username={} body svg header Content-Type image/svg+xml", debt.inn));
    let client = &bench.client;
    let picture = client.exchange(&client.gateway.captcha(&inn), None).await.unwrap();
    assert_eq!(picture.body, b"svg");
    let other = Inn::parse_person(&card(&bench.sandbox, "no-debt").inn).unwrap();
    assert_ne!(client.exchange(&client.gateway.captcha(&other), None).await.unwrap().body, b"svg");

    // A refresh is refused once, and nothing of the session is lost by it; a sign-in is none.
    let old = client.tokens(debt).await.refresh.unwrap();
    bench.script("/oauth/token with grant_type=refresh_token status 400 json {\"status\":500,\"message\":\"temporarily unavailable\"} once");
    client.tokens(debt).await;
    let refused = client.exchange(&client.gateway.refresh(&old), None).await.unwrap();
    assert_eq!(refused.status, 400);
    assert!(client.refresh(&old).await.is_ok());

    bench.script("/historyOperations with /pagination/page=1 json {\"content\":[]}");
    assert_eq!(bench.history(1).await, json!({"content": []}));
    assert_eq!(bench.history(0).await["content"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        bench.sandbox.control().scripts_never_given(),
        ["POST /ens/general status 500 empty", "/ens/general for no-debt status 501 empty"]
    );
    let nobody = bench.sandbox.control().script(Script::parse("/x for nobody empty").unwrap()).unwrap_err();
    assert!(nobody.to_string().contains("nobody has the key or INN \"nobody\""), "{nobody}");
}

#[tokio::test]
async fn one_part_of_the_real_answer_is_changed_and_the_rest_is_as_it_was() {
    let bench = Bench::new().await;
    let real = bench.text(GENERAL).await;
    bench.script("/ens/general set /ens/balanceAmount raw NaN remove /ens/accrual set /ens/more 1 once");
    let changed = bench.text(GENERAL).await;
    let (before, _) = real.split_once(",\"accrual\"").unwrap();
    let expected = format!("{},\"more\":1}}}}", before.replace("-5646.95", "NaN"));
    assert_eq!(changed, expected);
    assert_eq!(bench.text(GENERAL).await, real);

    // Long answers are packed; a changed one goes out as it was written.
    bench.script("/ens/general set /ens/long \"a\" status 299");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 299);
    bench.script("* as before");

    bench.script("/ens/general remove /ens/nothing");
    let (status, _, body) = bench.get(GENERAL).await.unwrap();
    let words = "The scripted answer could not be given: in the answer there is no /ens/nothing";
    assert_eq!((status, String::from_utf8_lossy(&body).contains(words)), (500, true));
    assert_eq!(bench.troubles(), ["in the answer there is no /ens/nothing"]);
}

#[tokio::test]
async fn the_service_sees_a_changed_request() {
    let bench = Bench::new().await;
    let (first, second) = (bench.history(0).await, bench.history(1).await);
    assert_ne!(first, second);
    bench.script("/historyOperations request set /pagination/page 0");
    assert_eq!(bench.history(1).await, first);
    bench.script("/historyOperations request remove /filter");
    assert_eq!(bench.history(1).await["code"], "validation.failed");
    bench.script("/ens/general request set /a 1");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 500);
    assert_eq!(bench.troubles(), ["in the request this is no JSON"]);
}

#[tokio::test]
async fn what_is_dropped_was_done_only_if_the_line_says_so() {
    let bench = Bench::new().await;
    let client = &bench.client;
    let debt = card(&bench.sandbox, "debt");
    let refused = "/oauth/token with grant_type=refresh_token";
    let old = client.tokens(debt).await.refresh.unwrap();
    bench.script(&format!("{refused} dropped once"));
    assert_eq!(client.exchange(&client.gateway.refresh(&old), None).await, None);
    // Not `refresh` twice: it is good for one time.
    let fresh = client.refresh(&old).await.unwrap().refresh.unwrap();
    bench.script(&format!("{refused} done dropped once"));
    assert_eq!(client.exchange(&client.gateway.refresh(&fresh), None).await, None);
    assert_eq!(client.refresh(&fresh).await, Err(Failure::SignInAgain));
    let next = client.tokens(debt).await.refresh.unwrap();
    bench.script(&format!("{refused} done body garbled once"));
    let garbled = client.exchange(&client.gateway.refresh(&next), None).await.unwrap();
    assert_eq!((garbled.status, garbled.body.as_slice()), (200, b"garbled".as_slice()));
    assert_eq!(client.refresh(&next).await, Err(Failure::SignInAgain));
}

#[tokio::test]
async fn a_wrong_length_is_kept_to_as_far_as_a_connection_can() {
    let bench = Bench::new().await;
    let real = bench.get(GENERAL).await.unwrap().2;
    // More is announced than comes, all is announced and part of it comes: the connection ends early.
    for line in ["/ens/general body \"ten bytes!\" length 11", "/ens/general cut 5", "/ens/general cut 0"] {
        bench.script(line);
        let begun = bench.begun(GENERAL).await.unwrap();
        let announced = if line.contains("cut") { real.len() } else { 11 };
        assert_eq!(begun.content_length(), Some(announced as u64), "{line}");
        assert!(begun.bytes().await.is_err(), "{line}");
    }
    // Less is announced: the rest is not read.
    bench.script("/ens/general body \"ten bytes!\" length 4");
    assert_eq!(bench.text(GENERAL).await, "ten ");
    bench.script("* as before");
    assert_eq!(bench.get(GENERAL).await.unwrap().2, real);
}

#[tokio::test]
async fn what_stalls_or_has_no_end_begins_as_it_should() {
    let bench = Bench::new().await;
    bench.script("/ens/general body \"ten bytes!\" stall 3");
    let mut stalled = bench.begun(GENERAL).await.unwrap();
    assert_eq!(
        (stalled.content_length(), stalled.chunk().await.unwrap().unwrap().as_ref()),
        (Some(10), &b"ten"[..])
    );
    drop(stalled);
    bench.script("/ens/general body \"ten bytes!\" endless");
    let mut endless = bench.begun(GENERAL).await.unwrap();
    assert_eq!(endless.content_length(), None);
    let mut came = Vec::new();
    while came.len() < 1 << 20 {
        came.extend(endless.chunk().await.unwrap().unwrap());
    }
    assert!(came.starts_with(b"ten bytes!  ") && came[10..].iter().all(|b| *b == b' '));
    drop(endless);
    // A client that went away takes nothing along.
    bench.script("* as before");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 200);
}

#[tokio::test]
async fn drops_fall_as_the_sandbox_clock_goes_on() {
    let bench = Bench::new().await;
    bench.script("/ens/general body \"ten bytes!\" drip 4 every 1m");
    let mut dripping = bench.begun(GENERAL).await.unwrap();
    assert_eq!(dripping.content_length(), Some(10));
    let mut came = Vec::new();
    while let Some(piece) = dripping.chunk().await.unwrap() {
        came.push(piece);
        bench.sandbox.control().advance(MINUTE);
    }
    assert_eq!(came, ["ten ", "byte", "s!"]);
    // Piece by piece, and nobody waits.
    bench.script("/ens/general body \"ten bytes!\" drip 1 every 0s");
    assert_eq!(bench.text(GENERAL).await, "ten bytes!");
}

#[tokio::test]
async fn over_tls_one_dropped_stream_takes_no_other_along() {
    let sandbox = Sandbox::start(SandboxConfig { tls: true, ..SandboxConfig::default() }).await.unwrap();
    let client = Client::of(&sandbox);
    let token = client.tokens(card(&sandbox, "debt")).await.access;
    let script = |line: &str| sandbox.control().script(Script::parse(line).unwrap()).unwrap();
    for line in ["/2ndfl/v2 dropped", "/2ndfl/v2 cut 3", "/2ndfl/v2 body xx length 3"] {
        script(line);
        assert_eq!(client.exchange(&client.put(account::Incomes), Some(&token)).await, None, "{line}");
        assert!(client.read(&token, account::EnsBalance).await.is_ok(), "{line}");
    }
}

async fn called(double: &InProcess, path: &str) -> Option<(u16, String)> {
    let none: [(&str, &str); 0] = [];
    let (status, _, body) = double.call("GET", path, none, Vec::new()).await?;
    Some((status, String::from_utf8(body).unwrap()))
}

#[tokio::test]
async fn without_a_socket_it_is_the_same_as_far_as_it_can_be() {
    let double = Sandbox::in_process(SandboxConfig::default());
    let table = [
        ("/login status 500 body no", Some((500, "no"))),
        ("/login dropped", None),
        ("/login body \"ten bytes!\" length 11", None),
        ("/login body \"ten bytes!\" length 3", Some((200, "ten"))),
        ("/login body \"ten bytes!\" cut 3", None),
        ("/login body \"ten bytes!\" stall 3", None),
        ("/login body \"ten bytes!\" endless", None),
        ("/login body \"ten bytes!\" drip 1 every 0s", Some((200, "ten bytes!"))),
    ];
    for (line, expected) in table {
        double.control().script(Script::parse(line).unwrap()).unwrap();
        let came = called(&double, "/lkfl/login").await;
        assert_eq!(came, expected.map(|(status, text)| (status, text.to_owned())), "{line}");
    }
}

#[tokio::test]
async fn what_waits_comes_when_the_clock_says_so() {
    let double = Sandbox::in_process(SandboxConfig::default());
    for line in ["/login body ok wait 1m", "/login body ok drip 1 every 30s wait 30s"] {
        double.control().script(Script::parse(line).unwrap()).unwrap();
        let mut call = pin!(called(&double, "/lkfl/login"));
        for _ in 0..3 {
            // Whatever can go on without the clock has gone on by then: nothing but it is waited for.
            for _ in 0..100 {
                tokio::select! {
                    biased;
                    came = &mut call => panic!("{line}: {came:?}"),
                    () = tokio::task::yield_now() => {}
                }
            }
            double.control().advance(19 * MINUTE / 60);
        }
        double.control().advance(MINUTE);
        assert_eq!(call.await, Some((200, "ok".to_owned())), "{line}");
    }
}

#[tokio::test]
async fn a_driver_scripts_over_http() {
    let bench = Bench::new().await;
    let answers = bench.address("/sandbox/answers");
    let post = async |lines: &str| {
        let request = bench.client.http.post(&answers).body(lines.to_owned());
        let (status, _, body) = whole(request.send().await).await.unwrap();
        (status, serde_json::from_slice::<Value>(&body).unwrap())
    };
    let (status, told) =
        post("# odd\n\n/ens/general  status 500 empty once # why\n/2ndfl/v2 for debt dropped\n").await;
    let first = json!({
        "script": "/ens/general status 500 empty once", "as_before": "/ens/general as before", "given": 0, "left": 1
    });
    let second = json!({
        "script": "/2ndfl/v2 for debt dropped", "as_before": "/2ndfl/v2 as before", "given": 0, "left": null
    });
    assert_eq!((status, &told["answers"]), (200, &json!([first, second])));
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 500);
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 200);
    assert_eq!(bench.get(INCOMES).await, None);

    // Of lines of which one is wrong none holds.
    let (status, told) = post("/ens/general empty\n/x stauts 500").await;
    assert_eq!(status, 400);
    let words = told["message"].as_str().unwrap();
    assert!(words.starts_with("line 2: at character 4: \"stauts\" says nothing of an answer"), "{words}");
    assert_eq!(bench.get(GENERAL).await.unwrap().0, 200);
    assert!(
        post("/x file a.json").await.1["message"].as_str().unwrap().contains("a file stands beside a story")
    );
    assert_eq!(post("/x for nobody empty").await.0, 400);
    assert_eq!(post("/ens/general remove /nothing").await.0, 200);
    bench.get(GENERAL).await;
    let (_, _, body) = whole(bench.client.http.get(&answers).send().await).await.unwrap();
    let told: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(told["troubles"][0]["why"], "in the answer there is no /nothing");

    let gone = bench.client.http.delete(&answers).send().await.unwrap();
    assert_eq!((gone.status().as_u16(), bench.sandbox.control().scripted()), (204, vec![]));
    assert!(bench.get(INCOMES).await.is_some());
}
