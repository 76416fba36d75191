//! One session with everything in it, and all it leaves.

use std::fs;

use fl_app::{
    Intent, Place, device, home,
    screen::{Block, FieldId, ScreenId},
    session, settings,
    texts::Language,
};
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
        self.type_in(FieldId::Inn, inn);
        self.type_in(FieldId::Password, WRONG_PASSWORD);
        self.session(session::Intent::SignIn);
        self.is_at(ScreenId::SignIn);
        self.type_in(FieldId::Password, password);
        self.session(session::Intent::SignIn);
        self.type_in(FieldId::Pin, PIN);
        self.type_in(FieldId::PinAgain, WRONG_PIN);
        self.session(session::Intent::KeepPin);
        self.type_in(FieldId::PinAgain, PIN);
        self.session(session::Intent::KeepPin);
        self.is_at(ScreenId::Home);
    }

    fn unlock(&self) {
        self.is_at(ScreenId::Unlock);
        self.type_in(FieldId::Pin, WRONG_PIN);
        self.session(session::Intent::Unlock);
        self.is_at(ScreenId::Unlock);
        self.type_in(FieldId::Pin, PIN);
        self.session(session::Intent::Unlock);
        self.is_at(ScreenId::Home);
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
        for field in [FieldId::OldPassword, FieldId::NewPassword, FieldId::ControlWord, FieldId::Code] {
            let text = match field {
                FieldId::ControlWord => CONTROL_WORD,
                FieldId::Code => CODE,
                _ => NEW_PASSWORD,
            };
            self.type_in(field, text);
        }
        self.act(Intent::Link(format!("fltaxes://operations?code={CODE}").into()));
        self.act(Intent::Go(Place::Operations));
        self.type_in(FieldId::Search, SOUGHT);
        self.type_in(FieldId::Search, "Транспортный");
        self.act(Intent::Go(Place::Income));
        self.act(Intent::Go(Place::Settings));
        self.act(Intent::Settings(settings::Intent::Language(Language::Ru)));
        self.act(Intent::Device(device::Intent::ShareLog));
        self.act(Intent::Go(Place::Home));
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
            self.act(Intent::Home(home::Intent::Refresh));
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
    person.session(session::Intent::Lock);
    person.sought.assert_not_below(stage.data());
    person.unlock();
    person.sign_out();
    person.is_at(ScreenId::SignIn);
    person.assert_gone(stage.data());
    let (lines, sought) = person.end(&mut stage);
    sought.assert_not_below(stage.data());
    assert!(lines.lines().count() > 100, "{lines}");
    sought.assert_not_in("the log", lines.as_bytes());
    let heard = overheard::heard();
    assert!(heard.contains("index out of bounds"), "the panic is heard: {heard}");
    sought.assert_not_in("what libraries and panics say", heard.as_bytes());
}
