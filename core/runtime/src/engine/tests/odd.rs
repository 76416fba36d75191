//! Odd answers, as a person meets them: any question of any capability answered in any way. No crash, no invented statement, no lost
//! session, and the screen is complete.

use std::collections::BTreeSet;

use fl_sandbox::Script;
use proptest::{prelude::*, sample::select, test_runner::TestRunner};

use super::*;

/// Every question that is read for itself, by the end of its path, and places in its answer.
const ASKED: [(&str, &[&str]); 12] = [
    (
        "/ens/general",
        &[
            "/ens",
            "/ens/balanceAmount",
            "/ens/arrearAmount",
            "/ens/recommendedPaymentAmount",
            "/ens/accrual",
            "/ens/accrual/accrualNearest",
            "/ens/accrual/accrualNearest/amount",
            "/ens/accrual/accrualNearest/date",
        ],
    ),
    ("/ens/liabilitiesMeta", &["/accruals", "/arrears", "/accruals/0", "/arrears/0/amount"]),
    (
        "/ens/accrualsLiabilitySvnz",
        &["/content", "/content/0", "/content/0/amount", "/content/0/svnzInfo/title", "/content/0/date"],
    ),
    (
        "/ens/arrearsLiabilitySvnz",
        &["/content", "/content/0", "/content/0/amount", "/content/0/svnzInfo", "/content/0/periodYear"],
    ),
    (
        "/ens/historyOperations",
        &[
            "/content",
            "/content/1",
            "/content/0/amount",
            "/content/0/date",
            "/content/0/operationDescription",
        ],
    ),
    ("/taxpayer/2ndfl/v2", &["/0", "/0/year", "/0/income", "/1/tax"]),
    ("/taxpayer/info/v2", &["/inn", "/name", "/email", "/newNotifications"]),
    ("/taxes/taxInfo", &["/enpSum", "/confirmedPaymentsSum"]),
    ("/password", &["/kind", "/changed"]),
    ("/contacts", &["/email", "/email/confirmed", "/phone", "/controlWordSet"]),
    ("/sign-ins", &["/content", "/content/0", "/content/0/id", "/content/0/at", "/content/0/open"]),
    ("/documents", &["/content", "/content/0", "/content/0/id", "/content/0/title", "/content/0/year"]),
];

/// What becomes of a place.
const PLACE: [&str; 12] = [
    "remove {}",
    "set {} null",
    "set {} true",
    "set {} 770077",
    "set {} \"odd\"",
    "set {} \"\\u001b[31modd\\u009b0m\\u202e\\r\\n\"",
    "set {} []",
    "set {} {}",
    "set {} [[[[[[1]]]]]]",
    "set {} raw \"NaN\"",
    "set {} raw \"1e400\"",
    "set {} raw \"\\\"a\\\":1\"",
];

/// What becomes of the whole answer.
const WHOLE: [&str; 14] = [
    "status 500 empty",
    "status 403 json {\"error\":\"access_denied\",\"error_description\":\"odd\"}",
    "status 404 empty",
    "status 426 json {\"message\":\"odd\"}",
    "status 401 json {\"error\":\"invalid_token\"}",
    "status 401 empty",
    "status 200 json {\"message\":\"odd\"}",
    "status 200 json null",
    "status 204 empty",
    "status 429 header Retry-After 2147483647 empty",
    "status 200 body \"<html>odd</html>\"",
    "dropped",
    "cut 5",
    "length 3",
];

fn line() -> impl Strategy<Value = (&'static str, String)> {
    select(ASKED.to_vec()).prop_flat_map(|(path, places)| {
        let place =
            (select(places), select(&PLACE[..])).prop_map(|(place, how)| how.replacen("{}", place, 1));
        let whole = select(&WHOLE[..]).prop_map(str::to_owned);
        prop_oneof![3 => place, 1 => whole].prop_map(move |how| (path, format!("{path} {how}")))
    })
}

/// All that is seen: every page that shows figures of the account.
fn all_seen(engine: &Engine) -> String {
    let mut seen = String::new();
    for page in ["home", "operations", "income", "documents", "profile", "sign-ins"] {
        engine.go(page);
        let screen = engine.screen();
        assert!(screen.key() == page && !screen.busy, "{page} is not there:\n{screen}");
        assert!(!screen.title.is_empty(), "{screen}");
        if page == "home" {
            for key in ["owed", "falls-due", "covered", "profile", "income", "documents"] {
                assert!(screen.blocks.iter().any(|block| block.key() == key), "no {key} on\n{screen}");
            }
        }
        seen += &screen.to_string();
    }
    seen
}

/// Amounts of a text.
fn amounts(text: &str) -> BTreeSet<&str> {
    let parts = text.match_indices('₽').map(|(at, sign)| &text[at + sign.len()..]);
    parts
        .map(|rest| {
            let end = rest.find(|c: char| !matches!(c, '0'..='9' | ',' | '.')).unwrap_or(rest.len());
            rest[..end].trim_end_matches([',', '.'])
        })
        .collect()
}

/// Sentences that say that there is none. Each is true of nobody here.
const NONE: [&str; 8] = [
    "no income certificates",
    "lists no arrears",
    "lists nothing that falls due",
    "knows of no payments",
    "No operations",
    "no documents",
    "No debt",
    "ended the session",
];

/// The line puts an empty list, nothing at all or null where a list was: that does say that there is none.
fn says_none(line: &str) -> bool {
    let is_list = ["/content", "/accruals", "/arrears"].iter().any(|list| {
        [format!("set {list} null"), format!("set {list} []")]
            .iter()
            .any(|part| line.ends_with(part.as_str()))
    });
    // An empty 404 and an object without sums are attested to say that there are no payments.
    is_list || line.contains("/taxes/taxInfo")
}

#[test]
fn no_odd_answer_makes_a_false_sentence() {
    let stage = Stage::new();
    let good = all_seen(&stage.signed_in("debt"));
    let known = amounts(&good);
    let control = stage.sandbox.control();
    let (inn, password) = stage.card("debt");
    let case = |lines: &[(&str, String)]| {
        for (_, line) in lines {
            control.script(Script::parse(line).unwrap_or_else(|why| panic!("{line}: {why}"))).unwrap();
        }
        // A device on which nothing is kept: what is not answered is not known.
        let data = tempfile::tempdir().unwrap();
        let engine = stage.open_in(data.path());
        engine.sign_in(&inn, &password);
        engine.keep_pin();
        let seen = all_seen(&engine);
        let told = format!("{lines:?}\n{seen}");
        assert!(!seen.chars().any(|c| c.is_control() && c != '\n') && !seen.contains('\u{202e}'), "{told}");
        for sentence in NONE {
            let is_said = lines.iter().any(|(_, line)| says_none(line));
            assert!(is_said || !seen.contains(sentence), "“{sentence}” is not true: {told}");
        }
        // A sum may be of changed parts; any other amount was told by the service.
        if !lines.iter().any(|(path, line)| path.ends_with("liabilitiesMeta") || says_none(line)) {
            let invented: Vec<_> = amounts(&seen)
                .into_iter()
                .filter(|amount| !known.contains(amount) && !amount.contains("770,077"))
                .collect();
            assert!(invented.is_empty(), "{invented:?} were invented: {told}");
        }
        control.clear_scripts();
        engine.go("home");
        engine.read_anew();
        assert!(amounts(&all_seen(&engine)) == known, "all is well again after {lines:?}");
    };
    // The runner's own, so that one engine serves all cases.
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() });
    runner
        .run(&prop::collection::vec(line(), 1..3), |lines| {
            case(&lines);
            Ok(())
        })
        .unwrap();
}
