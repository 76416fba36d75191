//! Every way in but the plain one: Gosuslugi, a forgotten password, a changed one; contacts; several accounts on one device.

use fl_runtime::touchable;
use fl_sandbox::{Fault, Scope};
use fl_stage::Stage;

use super::{
    overheard,
    person::{Person, Sought, TOKENS},
};

const PIN: &str = "862051739";
const WRONG_PASSWORD: &str = "Wrong-Pass-071";
const WEAK_PASSWORD: &str = "слабый пароль 44";
const BY_LETTER: &str = "Letter-Pass-5582";
const CHANGED: &str = "Fresh-Pass-4471";
const WRONG_WORD: &str = "Полынь-38";
const CONTROL_WORD: &str = "Одуванчик71";
const WRONG_CODE: &str = "90417733";
/// What the tokens of letters and the codes of Gosuslugi begin with.
const SENT: [&str; 2] = ["sandbox-letter-", "sandbox-code-"];
const EMAIL: &str = "novel@example.test";
const PHONE: &str = "+79005554433";
/// How the sandbox calls them, what they call their accounts, where somebody else signs in.
const NAMES: [&str; 6] = ["Госуслугин", "Забывайкин", "Дед Фома", "Дочь Аня", "Чужой Утюг", "Чужбинск"];

fn started(stage: &mut Stage, sought: Sought) -> Person {
    let person = Person { engine: stage.open().unwrap(), sought };
    person.look();
    person
}

impl Person {
    fn keep_pin(&self, name: &str) {
        self.is_at("choose-pin");
        self.type_in("pin", PIN);
        self.type_in("pin-again", PIN);
        self.tap("keep-pin");
        self.is_at("home");
        self.go("profile");
        self.tap("name");
        self.type_in("name", name);
        self.tap("keep-name");
        self.is_at("profile");
        self.go("home");
    }

    fn open_with_pin(&self) {
        self.is_at("unlock");
        self.type_in("pin", PIN);
        self.tap("unlock");
        self.is_at("home");
    }

    /// The browser comes back while there is no network, and once more. Answers the person in the app's next process.
    fn through_gosuslugi(mut self, stage: &mut Stage, said: &mut String) -> Self {
        self.tap("esia");
        let page = stage.device().unwrap().sign_in_page().unwrap();
        let redirect = stage.control().unwrap().esia_agree(&page.url, "esia").unwrap();
        let bound = redirect.split("state=").nth(1).unwrap().to_owned();
        self.sought.secret.push(bound);
        assert!(stage.data().join("waiting").exists());
        self.sought.assert_not_below(stage.data());
        let (lines, sought) = self.end(stage);
        said.push_str(&lines);
        let person = started(stage, sought);
        let control = stage.control().unwrap();
        control.set(Fault::Offline, Scope::Everyone);
        person.follow(&redirect);
        person.is_at("esia");
        control.clear_all();
        person.tap("again");
        person.keep_pin(NAMES[2]);
        // The same redirect once more belongs to nothing.
        person.follow(&redirect);
        person.back();
        person
    }

    /// A letter's link comes to the app's next process.
    fn with_a_letter(self, stage: &mut Stage, said: &mut String) -> Self {
        let card = stage.taxpayer("recovery").unwrap().clone();
        self.go("profile");
        self.tap("accounts");
        self.is_at("sign-in");
        self.tap("recovery");
        self.type_in("inn", &card.inn);
        self.type_in("email", &card.email.unwrap());
        for word in [WRONG_WORD, &card.control_word.unwrap()] {
            self.type_in("word", word);
            self.tap("send");
        }
        assert!(stage.data().join("waiting").exists());
        self.sought.assert_not_below(stage.data());
        let (lines, sought) = self.end(stage);
        said.push_str(&lines);
        let person = started(stage, sought);
        let control = stage.control().unwrap();
        let letter = control.letters(&card.inn).pop().unwrap();
        person.follow(&letter.app_link.unwrap());
        person.is_at("new-password");
        person.type_in("new-password", WEAK_PASSWORD);
        person.tap("set-password");
        person.type_in("new-password", BY_LETTER);
        control.set(Fault::ServerError, Scope::Everyone);
        person.tap("set-password");
        control.clear_all();
        person.tap("set-password");
        person.keep_pin(NAMES[3]);
        person
    }

    fn change_password(&self) {
        self.go("password");
        for (old, new) in [(WRONG_PASSWORD, WEAK_PASSWORD), (WRONG_PASSWORD, CHANGED), (BY_LETTER, CHANGED)] {
            self.type_in("old-password", old);
            self.type_in("new-password", new);
            self.tap("send");
        }
        self.is_at("home");
    }

    fn set_contacts(&mut self, stage: &Stage, inn: &str) {
        self.go("profile");
        self.tap("control-word");
        self.type_in("control-word", CONTROL_WORD);
        self.tap("save");
        for (contact, text) in [("email", EMAIL), ("phone", PHONE)] {
            self.go("profile");
            self.tap(contact);
            self.type_in(contact, text);
            self.tap("save");
            self.type_in("code", WRONG_CODE);
            self.tap("confirm");
            let letter = stage.control().unwrap().letters(inn).pop().unwrap();
            self.sought.secret.extend(letter.code.clone());
            if let Some(link) = letter.app_link {
                self.follow(&link);
            } else {
                self.type_in("code", &letter.code.unwrap());
                self.tap("confirm");
            }
        }
        self.go("home");
        self.go("profile");
        // What is done here is done: there is something to tell.
        let profile = self.engine.screen().to_string();
        assert!(profile.contains(EMAIL) && stage.control().unwrap().password_is(inn, CHANGED), "{profile}");
    }

    /// Links that are looked at, and a sign-in that was somebody else's.
    fn look_around(&self, stage: &Stage, inn: &str) {
        self.follow(&format!("https://nalog-ru.com/?token={WRONG_CODE}"));
        self.go("settings");
        self.tap("check-link");
        self.type_in("link", &format!("https://lkfl2.nalog.ru/?token={WRONG_CODE}"));
        self.tap("check");
        self.tap("open");
        let id = stage.control().unwrap().sign_in_elsewhere(inn, NAMES[4], NAMES[5]).unwrap();
        self.go("home");
        self.refresh();
        self.go("profile");
        self.tap("sign-ins");
        let seen = self.engine.screen().to_string();
        assert!(seen.contains(NAMES[4]), "{seen}");
        let screen = self.engine.screen();
        let theirs = touchable(&screen).into_iter().find(|item| item.label == NAMES[4]).unwrap();
        for key in [&theirs.key, "not-me", "disown"] {
            self.tap(key);
        }
        assert!(!stage.control().unwrap().is_session_open(inn, &id));
        self.go("home");
    }
}

#[test]
fn getting_in_every_way_is_told_by_no_log_file_panic_or_screen() {
    overheard::listen();
    let mut stage = Stage::rehearsal().unwrap();
    let people = ["esia", "recovery"].map(|key| stage.taxpayer(key).unwrap().clone());
    let mut sought = Sought { secret: Vec::new(), personal: Vec::new() };
    let typed =
        [PIN, WRONG_PASSWORD, WEAK_PASSWORD, BY_LETTER, CHANGED, WRONG_WORD, CONTROL_WORD, WRONG_CODE];
    sought.secret.extend(typed.into_iter().chain(SENT).chain(TOKENS).map(str::to_owned));
    sought.personal.extend(NAMES.into_iter().chain([EMAIL, PHONE]).map(str::to_owned));
    for card in people.clone() {
        sought.secret.extend(card.control_word);
        sought.personal.extend([card.email, card.phone].into_iter().flatten());
        sought.personal.push(card.inn);
    }
    let inn = &people[1].inn;
    let mut said = String::new();
    let person = started(&mut stage, sought).through_gosuslugi(&mut stage, &mut said);
    let mut person = person.with_a_letter(&mut stage, &mut said);
    person.change_password();
    person.set_contacts(&stage, inn);
    person.look_around(&stage, inn);
    person.sought.assert_not_below(stage.data());
    // A mistake of ours while a password is typed.
    person.go("password");
    person.type_in("old-password", CHANGED);
    person.engine.break_inside();
    person.look();
    person.open_with_pin();
    person.go("profile");
    person.tap("accounts");
    person.tap("account-1");
    person.open_with_pin();
    person.sought.assert_not_below(stage.data());
    person.sign_out();
    person.open_with_pin();
    person.sign_out();
    person.is_at("sign-in");
    person.assert_gone(stage.data());
    assert!(!stage.data().join("waiting").exists());
    let (lines, sought) = person.end(&mut stage);
    said.push_str(&lines);
    sought.assert_not_below(stage.data());
    assert!(said.lines().count() > 200, "{said}");
    sought.assert_not_in("the log", said.as_bytes());
    sought.assert_not_in("what libraries and panics say", overheard::heard().as_bytes());
}
