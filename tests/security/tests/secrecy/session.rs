//! One session with everything in it, and all it leaves.

use std::fs;

use fl_app::screen::Block;
use fl_sandbox::{Fault, Scope};
use fl_stage::Stage;

use super::{
    overheard,
    person::{Person, Sought, TOKENS},
};

const PIN: &str = "862051739";
const WRONG_PIN: &str = "440172936";
const WRONG_PASSWORD: &str = "Wrong-Pass-071";
const NEW_PASSWORD: &str = "Fresh-Pass-4471";
const CONTROL_WORD: &str = "одуванчик-71";
const CODE: &str = "90417733";
const SOUGHT: &str = "невиданное";
/// How the sandbox calls the person whose key is `debt`.
const PERSON: [&str; 3] = ["Примеров", "Пётр", "debt@example.test"];
impl Person {
    fn sign_in(&self, inn: &str, password: &str) {
        self.type_in("inn", inn);
        self.type_in("password", WRONG_PASSWORD);
        self.tap("sign-in");
        self.is_at("sign-in");
        self.type_in("password", password);
        self.tap("sign-in");
        self.type_in("pin", PIN);
        self.type_in("pin-again", WRONG_PIN);
        self.tap("keep-pin");
        self.type_in("pin-again", PIN);
        self.tap("keep-pin");
        self.is_at("home");
    }

    fn unlock(&self) {
        self.is_at("unlock");
        self.type_in("pin", WRONG_PIN);
        self.tap("unlock");
        self.is_at("unlock");
        self.type_in("pin", PIN);
        self.tap("unlock");
        self.is_at("home");
    }

    /// Amounts as they stand on the screen, and as plain numbers.
    fn amounts(&self) -> Vec<String> {
        let screen = self.engine.screen();
        let shown = screen.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.value.clone()),
            Block::Row(row) => row.value.clone(),
            _ => None,
        });
        let mut amounts: Vec<_> = shown
            .flat_map(|value| {
                let plain: String =
                    value.chars().filter(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
                [plain.replace(',', "."), plain.replace('.', ","), value]
            })
            .filter(|amount| amount.chars().filter(char::is_ascii_digit).count() >= 5)
            .collect();
        amounts.sort_unstable();
        amounts.dedup();
        amounts
    }

    /// Everywhere, whatever the service does.
    fn walk(&self, stage: &Stage, inn: &str) {
        // Into fields of pages that are not seen: a shell that is late.
        for (id, text) in [
            ("password/old-password", NEW_PASSWORD),
            ("password/new-password", NEW_PASSWORD),
            ("contact-word/control-word", CONTROL_WORD),
            ("contact-email/code", CODE),
            (CODE, NEW_PASSWORD),
        ] {
            self.type_at(id, text);
        }
        self.follow(&format!("fltaxes://operations?code={CODE}"));
        self.go("operations");
        self.type_in("search", SOUGHT);
        self.type_in("search", "Транспортный");
        self.go("income");
        self.go("settings");
        self.tap("language/ru");
        self.tap("share-log");
        self.go("home");
        let control = stage.control().unwrap();
        for fault in [
            Fault::Offline,
            Fault::ServerError,
            Fault::Truncated,
            Fault::HtmlInsteadOfJson,
            Fault::Closed { until: None },
            Fault::ExpiredInXml,
            Fault::RefreshAnswerLost,
        ] {
            control.set(fault, Scope::Everyone);
            control.expire_access(inn);
            self.refresh();
            control.clear_all();
        }
    }
}

#[test]
fn a_whole_session_is_told_by_no_log_file_panic_or_screen() {
    overheard::listen();
    let mut stage = Stage::rehearsal().unwrap();
    let card = stage.taxpayer("debt").unwrap().clone();
    let secret = [&card.password, WRONG_PASSWORD, PIN, WRONG_PIN, NEW_PASSWORD, CONTROL_WORD, CODE];
    let sought = Sought {
        secret: secret.into_iter().chain(TOKENS).map(str::to_owned).collect(),
        personal: PERSON
            .into_iter()
            .chain([card.inn.as_str(), SOUGHT, "Транспортный"])
            .map(str::to_owned)
            .collect(),
    };
    let mut person = Person { engine: stage.open().unwrap(), sought };
    person.look();
    person.sign_in(&card.inn, &card.password);
    let amounts = person.amounts();
    assert!(amounts.len() > 8, "{amounts:?}");
    person.sought.personal.extend(amounts);
    person.walk(&stage, &card.inn);
    assert!(person.sought.assert_not_below(stage.data()) >= 4, "key, session, cache and taste are kept");
    assert!(fs::metadata(stage.data().join("preferences.json")).is_ok());
    // A mistake of ours in the middle of it.
    person.engine.break_inside();
    person.look();
    person.unlock();
    person.go("settings");
    person.tap("lock-now");
    person.sought.assert_not_below(stage.data());
    person.unlock();
    person.sign_out();
    person.is_at("sign-in");
    person.assert_gone(stage.data());
    let (lines, sought) = person.end(&mut stage);
    sought.assert_not_below(stage.data());
    assert!(lines.lines().count() > 100, "{lines}");
    sought.assert_not_in("the log", lines.as_bytes());
    let heard = overheard::heard();
    assert!(heard.contains("index out of bounds"), "the panic is heard: {heard}");
    sought.assert_not_in("what libraries and panics say", heard.as_bytes());
}
