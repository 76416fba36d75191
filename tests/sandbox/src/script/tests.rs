use std::fs;

use proptest::prelude::*;

use super::*;

fn read(line: &str) -> Result<Script, String> {
    Script::parse(line).map_err(|why| why.to_string())
}

fn pattern(path: &str) -> Pattern {
    Pattern { method: None, path: path.to_owned(), conditions: Vec::new(), whose: None }
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text.to_owned()).unwrap()
}

fn answered(line: &str) -> Answer {
    read(line).unwrap_or_else(|why| panic!("{line}: {why}")).answer.unwrap()
}

#[test]
fn which_requests() {
    let table = [
        ("/ens/general empty", pattern("/ens/general")),
        ("  *\tempty # and why", pattern("*")),
        ("POST /x empty", Pattern { method: Some("POST".to_owned()), ..pattern("/x") }),
        ("/x for debt empty", Pattern { whose: Some("debt".to_owned()), ..pattern("/x") }),
        (
            "/oauth/token with grant_type=refresh_token with \"a b\"=\"c=\\n\" empty",
            Pattern {
                conditions: vec![
                    Condition::Named { name: "grant_type".to_owned(), value: "refresh_token".to_owned() },
                    Condition::Named { name: "a b".to_owned(), value: "c=\n".to_owned() },
                ],
                ..pattern("/oauth/token")
            },
        ),
        (
            "/x with /pagination/page=1 with \"/a b\"={\"c\": 1} empty",
            Pattern {
                conditions: vec![
                    Condition::Member { pointer: pointer("/pagination/page"), value: "1".to_owned() },
                    Condition::Member { pointer: pointer("/a b"), value: "{\"c\": 1}".to_owned() },
                ],
                ..pattern("/x")
            },
        ),
    ];
    for (line, expected) in table {
        assert_eq!(read(line).map(|script| script.pattern), Ok(expected), "{line}");
    }
    assert_eq!(read("GET /x as before # now").unwrap().answer, None);
}

#[test]
fn what_is_answered() {
    let json = |text: &str| edit::Value::Json(text.to_owned());
    let header = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
    let plain = Answer::default;
    let table = [
        ("/x status 418", Answer { status: Some(418), ..plain() }),
        (
            "/x status 401 empty once",
            Answer { status: Some(401), body: Some(Content::Empty), times: Some(1), ..plain() },
        ),
        (
            "/x body \"\\u001b[2J\\n\" 3 times",
            Answer { body: Some(Content::Text("\u{1b}[2J\n".to_owned())), times: Some(3), ..plain() },
        ),
        ("/x body word always", Answer { body: Some(Content::Text("word".to_owned())), ..plain() }),
        // As written: a name that stands twice, a number that no float holds.
        (
            "/x json {\"a\": 1, \"a\": 1e400}",
            Answer { body: Some(Content::Json("{\"a\": 1, \"a\": 1e400}".to_owned())), ..plain() },
        ),
        ("/x base64 /wA=", Answer { body: Some(Content::Bytes(vec![255, 0])), ..plain() }),
        (
            "/x header Retry-After 2147483647 header Date \"\" no header ETag",
            Answer {
                headers: vec![
                    header("Retry-After", "2147483647"),
                    header("Date", ""),
                    ("ETag".to_owned(), None),
                ],
                ..plain()
            },
        ),
        (
            "/x set /ens/balanceAmount raw NaN remove /a~1b set \"/c d\" null",
            Answer {
                edits: vec![
                    Edit::Set(pointer("/ens/balanceAmount"), edit::Value::Raw("NaN".to_owned())),
                    Edit::Remove(pointer("/a~1b")),
                    Edit::Set(pointer("/c d"), json("null")),
                ],
                ..plain()
            },
        ),
        (
            "/x request set /pagination/page 0 request remove /filter",
            Answer {
                asked: vec![
                    Edit::Set(pointer("/pagination/page"), json("0")),
                    Edit::Remove(pointer("/filter")),
                ],
                ..plain()
            },
        ),
        ("/x dropped", Answer { is_dropped: true, ..plain() }),
        ("/x done dropped once", Answer { is_done: true, is_dropped: true, times: Some(1), ..plain() }),
        ("/x wait 1500ms", Answer { wait: Some(Duration::from_millis(1500)), ..plain() }),
        ("/x length 9", Answer { sending: Some(Sending::Length(9)), ..plain() }),
        ("/x cut 5", Answer { sending: Some(Sending::Cut(5)), ..plain() }),
        ("/x stall 0", Answer { sending: Some(Sending::Stall(0)), ..plain() }),
        (
            "/x drip 2 every 3s",
            Answer { sending: Some(Sending::Drip { bytes: 2, every: Duration::from_secs(3) }), ..plain() },
        ),
        ("/x endless", Answer { sending: Some(Sending::Endless), ..plain() }),
    ];
    for (line, expected) in table {
        assert_eq!(answered(line), expected, "{line}");
    }
}

#[test]
fn a_slip_is_named_with_its_place() {
    let table = [
        ("", "at character 1: a path such as /ens/general, or * for any is wanted, not \"\""),
        ("ens/general empty", "is wanted, not \"ens/general\""),
        ("FETCH /x empty", "FETCH is no method of HTTP"),
        ("/x?page=1 empty", "a path has no query: say `with NAME=VALUE` behind it"),
        ("/x", "at character 3: what is answered is missing; there are status,"),
        ("/x once", "what is answered is missing"),
        ("/x stauts 500", "at character 4: \"stauts\" says nothing of an answer; there are status, header,"),
        ("/x status", "at character 10: a status is missing"),
        ("/x status 600", "\"600\" is not a status from 200 to 599"),
        ("/x status +500", "\"+500\" is not a status"),
        ("/x status 100", "is not a status from 200"),
        ("/x empty body \"x\"", "a body is said twice"),
        ("/x status 1 status 2", "\"1\" is not a status"),
        ("/x empty 2", "`times` is missing behind 2"),
        ("/x empty 0 times", "\"0\" is not a count from 1"),
        ("/x empty once always", "how often is said twice"),
        ("/x body \"open", "the body is no JSON: EOF while parsing a string"),
        ("/x body \"a\\q\"", "the body is no JSON: invalid escape"),
        ("/x body \"\\ud800\"", "the body is no JSON"),
        ("/x body \"a\"once", "a space is missing behind the body"),
        ("/x body \"a\nb\"", "control characters stand in quotes as \\u000a, \\n and the like"),
        ("/x json NaN", "the body is no JSON"),
        ("/x set /a NaN", "the value (what is no JSON is `raw \"TEXT\"`) is no JSON"),
        ("/x set a 1", "\"a\" is no JSON pointer: it begins with /"),
        ("/x set /a~2 1", "~ is written ~0"),
        ("/x remove \"\"", "only a part of a body can be removed"),
        ("/x request status 1", "of a request one can `set /POINTER VALUE` or `remove /POINTER`"),
        ("/x header \"a b\" c", "\"a b\" is no header's name"),
        ("/x header A \"b\\nc\"", "\"b\\nc\" cannot be a header's value"),
        ("/x header Content-Length 5", "Content-Length is not set as a header: say `length N`"),
        ("/x no status", "it is `no header NAME`"),
        ("/x base64 ???", "no base64"),
        ("/x file page.json", "at character 18: a file stands beside a story or where `serve` was started"),
        ("/x drip 2", "it is `drip BYTES every TIME`"),
        ("/x drip 0 every 1s", "\"0\" is not a count of bytes from 1"),
        ("/x drip 1 every 1d", "\"1d\" is no length of time: write 250ms, 30s, 6m or 24h"),
        ("/x cut 1 stall 2", "how it is sent is said twice"),
        ("/x dropped status 500", "what is dropped has no status"),
        ("/x done status 500", "`done` goes with a body or `dropped`"),
        ("/x empty request set /a 1", "nobody reads the changed request: say `done` too"),
        ("/x empty with a=1", "`with` stands before what is answered"),
        ("/x with a empty", "`=` is missing behind NAME or /POINTER"),
        ("/x with a= empty", "a value is missing behind `=`"),
        ("/x with /a=b empty", "the value is no JSON"),
        ("/x for", "a taxpayer's key or INN is missing"),
        ("/x as", "it is `PATH as before` and nothing more"),
        ("/x as before once", "it is `PATH as before` and nothing more"),
        ("/x empty as before", "it is `PATH as before` and nothing more"),
    ];
    for (line, why) in table {
        let said = read(line).unwrap_err();
        assert!(said.contains(why), "{line}: {said}");
    }
}

#[test]
fn nothing_is_larger_than_it_may_be() {
    let long = "x".repeat(BODY_MAX + 1);
    let many = |part: &str| format!("/x {}", format!("{part} ").repeat(PARTS_MAX + 1));
    let table = [
        (format!("/{} empty", "p".repeat(PATH_MAX)), "a path is at most"),
        (format!("/x body \"{long}\""), "a body is at most"),
        (format!("/x json \"{long}\""), "a body is at most"),
        (format!("/x header A {}", "h".repeat(HEADER_MAX + 1)), "a header's value is at most"),
        (many("header A b"), "at most 64 of these"),
        (many("set /a 1"), "at most 64 of these"),
        (format!("{} empty", many("with a=b")), "at most 64 of these"),
        (format!("/x body \"{}\"", "y".repeat(LINE_MAX)), "a line is at most"),
    ];
    for (line, why) in table {
        let said = read(&line).unwrap_err();
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn a_file_beside_it_is_part_of_what_is_read() {
    let folder = std::env::temp_dir().join(format!("fl-sandbox-script-{}", std::process::id()));
    fs::create_dir_all(folder.join("pages")).unwrap();
    fs::write(folder.join("pages/a.html"), "<p>\u{1b}</p>\n").unwrap();
    fs::write(folder.join("a.png"), [0x89, b'P', 0xff]).unwrap();
    fs::write(folder.join("large"), vec![0; BODY_MAX + 1]).unwrap();
    let read = |line: &str| Script::parse_beside(line, &folder).map_err(|why| why.to_string());
    let shown = |line: &str| read(line).map(|script| script.to_string());
    let table = [
        (
            "/x file pages/a.html",
            "/x header Content-Type \"text/html; charset=utf-8\" body \"<p>\\u001b</p>\\n\"",
        ),
        ("/x file a.png once", "/x header Content-Type image/png base64 \"iVD/\" once"),
        ("/x header content-type x/y file a.png", "/x header content-type x/y base64 \"iVD/\""),
    ];
    let read_well =
        table.map(|(line, printed)| (shown(line), printed, Script::parse(printed).unwrap(), read(line)));
    let missing = shown("/x file missing.json").unwrap_err();
    let faults = ["/x file ../up", "/x file /etc/passwd", "/x file large", "/x file pages"].map(shown);
    fs::remove_dir_all(&folder).unwrap();
    for (shown, printed, parsed, read) in read_well {
        assert_eq!(shown, Ok(printed.to_owned()));
        assert_eq!(read, Ok(parsed));
    }
    let path = folder.join("missing.json");
    assert!(missing.contains(&format!("the file {} cannot be read", path.display())), "{missing}");
    for (said, why) in faults.iter().zip(["has to be in", "has to be in", "is larger than", "cannot be read"])
    {
        assert!(said.as_ref().unwrap_err().contains(why), "{said:?}");
    }
}

#[test]
fn a_place_in_a_text_is_changed_and_the_rest_stays_as_it_was() {
    let text = " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":null} ,3], \"a\" : \"x\" , \"/~\":{} } ";
    let table = [
        ("set /a 1", " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":null} ,3], \"a\" : 1 , \"/~\":{} } "),
        ("set /b/1/c \"y\"", " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":\"y\"} ,3], \"a\" : \"x\" , \"/~\":{} } "),
        (
            "set /b/1/d raw NaN",
            " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":null,\"d\":NaN} ,3], \"a\" : \"x\" , \"/~\":{} } ",
        ),
        ("set /b/- 4", " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":null} ,3,4], \"a\" : \"x\" , \"/~\":{} } "),
        (
            "set /~1~0/e 5",
            " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":null} ,3], \"a\" : \"x\" , \"/~\":{\"e\":5} } ",
        ),
        ("remove /b/0", " {\"a\": 7.50E+2,\n \"b\":[ {\"c\":null} ,3], \"a\" : \"x\" , \"/~\":{} } "),
        ("remove /b/2", " {\"a\": 7.50E+2,\n \"b\":[1, {\"c\":null}], \"a\" : \"x\" , \"/~\":{} } "),
        ("remove /b/1/c", " {\"a\": 7.50E+2,\n \"b\":[1, {} ,3], \"a\" : \"x\" , \"/~\":{} } "),
        ("remove /b", " {\"a\": 7.50E+2, \"a\" : \"x\" , \"/~\":{} } "),
        ("set \"\" []", " [] "),
    ];
    for (edit, expected) in table {
        let answer = answered(&format!("/x {edit}"));
        assert_eq!(made(&answer.edits, text.to_owned()).as_deref(), Ok(expected), "{edit}");
    }
    let faults = [
        ("remove /z", text, "there is no /z"),
        ("set /z/y 1", text, "there is no /z"),
        ("set /b/3 1", text, "there is no /b/3"),
        ("set /b/01 1", text, "there is no /b/01"),
        ("set /b/0/c 1", text, "/b/0 holds nothing"),
        ("remove /a", "<p>", "this is no JSON"),
        ("set /a 1", "5", "the body holds nothing"),
    ];
    for (edit, text, why) in faults {
        let answer = answered(&format!("/x {edit}"));
        assert_eq!(made(&answer.edits, text.to_owned()), Err(why.to_owned()), "{edit}");
    }
}

/// Words of the grammar and what is near them, in any order.
fn words() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "GET",
        "/x",
        "*",
        "with",
        "a=b",
        "/a=1",
        "for",
        "debt",
        "status",
        "500",
        "header",
        "A",
        "no",
        "body",
        "\"t\"",
        "json",
        "{\"a\":1}",
        "base64",
        "YQ==",
        "empty",
        "set",
        "remove",
        "/a/0",
        "raw",
        "request",
        "done",
        "dropped",
        "wait",
        "2s",
        "length",
        "cut",
        "stall",
        "drip",
        "every",
        "endless",
        "once",
        "times",
        "always",
        "as",
        "before",
        "file",
        "#",
        "\"",
        "{",
        "\u{a0}",
        "\t",
    ]);
    let any = prop_oneof![4 => known.prop_map(str::to_owned), 1 => ".{0,6}"];
    prop::collection::vec(any, 0..14).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,5}",
        any::<String>(),
        Just("#a".to_owned()),
        Just("a\u{85}=\u{1b}\u{202e}".to_owned())
    ]
}

fn a_pointer() -> impl Strategy<Value = Pointer> {
    prop::collection::vec(text(), 1..3)
        .prop_map(|parts: Vec<String>| {
            let escaped = parts.iter().map(|part| part.replace('~', "~0").replace('/', "~1"));
            escaped.fold(String::new(), |text, part| text + "/" + &part)
        })
        .prop_map(|text: String| pointer(&text))
}

fn an_edit() -> impl Strategy<Value = Edit> {
    let json = text().prop_map(|text| edit::Value::Json(serde_json::Value::String(plain(&text)).to_string()));
    let value = prop_oneof![json, text().prop_map(edit::Value::Raw)];
    prop_oneof![
        (a_pointer(), value).prop_map(|(pointer, value)| Edit::Set(pointer, value)),
        a_pointer().prop_map(Edit::Remove),
    ]
}

/// JSON stands as it was written, and a line holds no control characters.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

fn a_pattern() -> impl Strategy<Value = Pattern> {
    let name = text().prop_filter("no pointer", |name| !name.starts_with('/'));
    let condition = prop_oneof![
        (name, text()).prop_map(|(name, value)| Condition::Named { name, value }),
        (a_pointer(), -5..5_i32).prop_map(|(pointer, n)| Condition::Member { pointer, value: n.to_string() }),
    ];
    let method = prop::option::of(prop_oneof![Just("GET".to_owned()), Just("POST".to_owned())]);
    let path = prop_oneof![Just("*".to_owned()), "/[a-zа-я0-9/._-]{0,12}"];
    (method, path, prop::collection::vec(condition, 0..3), prop::option::of(text()))
        .prop_map(|(method, path, conditions, whose)| Pattern { method, path, conditions, whose })
}

fn an_answer() -> impl Strategy<Value = Answer> {
    let content = prop_oneof![
        Just(Content::Empty),
        text().prop_map(Content::Text),
        text().prop_map(|text| Content::Json(serde_json::json!({ plain(&text): 1 }).to_string())),
        prop::collection::vec(any::<u8>(), 0..9).prop_map(Content::Bytes),
    ];
    let every = (0..9_999_999_u64).prop_map(Duration::from_millis);
    let sending = prop_oneof![
        any::<u64>().prop_map(Sending::Length),
        any::<usize>().prop_map(Sending::Cut),
        any::<usize>().prop_map(Sending::Stall),
        (1..usize::MAX, every.clone()).prop_map(|(bytes, every)| Sending::Drip { bytes, every }),
        Just(Sending::Endless),
    ];
    let headers = prop::collection::vec(("[A-Za-z#!-]{1,8}", prop::option::of("[ -~]{0,9}")), 0..3);
    let edits = || prop::collection::vec(an_edit(), 0..3);
    (
        (edits(), any::<bool>(), prop::option::of(every), prop::option::of(200..600_u16)),
        (
            headers,
            prop::option::of(content),
            edits(),
            prop::option::of(sending),
            prop::option::of(1..u32::MAX),
        ),
    )
        .prop_map(|((asked, is_done, wait, status), (headers, body, edits, sending, times))| {
            let is_done = is_done && body.is_some();
            let asked = if body.is_some() && !is_done { Vec::new() } else { asked };
            let status = status.or(Some(200));
            Answer { asked, is_done, is_dropped: false, wait, status, headers, body, edits, sending, times }
        })
}

proptest! {
    #[test]
    fn no_line_makes_reading_fall_over(line in prop_oneof![words(), ".{0,60}"]) {
        if let Ok(script) = Script::parse(&line) {
            let printed = script.to_string();
            prop_assert_eq!(Script::parse(&printed), Ok(script), "{} -> {}", line, printed);
        }
    }

    #[test]
    fn what_is_printed_reads_back(pattern in a_pattern(), answer in prop::option::of(an_answer())) {
        // Whoever takes a script back says only which.
        let pattern = match &answer {
            Some(_) => pattern,
            None => Pattern { conditions: Vec::new(), whose: None, ..pattern },
        };
        let script = Script { pattern, answer };
        let printed = script.to_string();
        prop_assert_eq!(Script::parse(&printed), Ok(script), "{}", printed);
    }

    #[test]
    fn a_change_of_json_is_the_change_of_its_value(
        items in prop::collection::vec(-9..9, 1..5),
        at in 0..5_usize,
        is_spaced in any::<bool>(),
    ) {
        let at = at % items.len();
        let value = serde_json::json!({ "a": { "b": items }, "c": [] });
        let text = if is_spaced { serde_json::to_string_pretty(&value).unwrap() } else { value.to_string() };
        let now = |edit: &Edit| serde_json::from_str::<serde_json::Value>(&made(std::slice::from_ref(edit), text.clone()).unwrap()).unwrap();
        let place = pointer(&format!("/a/b/{at}"));
        let mut expected = value.clone();
        expected["a"]["b"][at] = serde_json::json!("x");
        prop_assert_eq!(now(&Edit::Set(place.clone(), edit::Value::Json("\"x\"".to_owned()))), expected);
        let mut expected = value;
        expected["a"]["b"].as_array_mut().unwrap().remove(at);
        prop_assert_eq!(now(&Edit::Remove(place)), expected);
    }
}
