//! Every way in but the plain one: Gosuslugi, a forgotten password, a changed one; contacts; several accounts on one device.

use fl_app::{
    Intent, Place, accounts, contacts, esia, home, links, password, profile, recovery,
    screen::{FieldId, ScreenId},
    session,
};
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
        self.is_at(ScreenId::ChoosePin);
        self.type_in(FieldId::Pin, PIN);
        self.type_in(FieldId::PinAgain, PIN);
        self.session(session::Intent::KeepPin);
        self.is_at(ScreenId::Home);
        self.act(Intent::Go(Place::Name));
        self.type_in(FieldId::Name, name);
        self.act(Intent::Accounts(accounts::Intent::KeepName));
        self.is_at(ScreenId::Home);
    }

    fn open_with_pin(&self) {
        self.is_at(ScreenId::Unlock);
        self.type_in(FieldId::Pin, PIN);
        self.session(session::Intent::Unlock);
        self.is_at(ScreenId::Home);
    }

    /// The browser comes back while there is no network, and once more. Answers the person in the app's next process.
    fn through_gosuslugi(mut self, stage: &mut Stage, said: &mut String) -> Self {
        self.act(Intent::Go(Place::Esia));
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
        person.act(Intent::Link(redirect.as_str().into()));
        person.is_at(ScreenId::Esia);
        control.clear_all();
        person.act(Intent::Esia(esia::Intent::Again));
        person.keep_pin(NAMES[2]);
        // The same redirect once more belongs to nothing.
        person.act(Intent::Link(redirect.as_str().into()));
        person.act(Intent::Back);
        person
    }

    /// A letter's link comes to the app's next process.
    fn with_a_letter(self, stage: &mut Stage, said: &mut String) -> Self {
        let card = stage.taxpayer("recovery").unwrap().clone();
        self.act(Intent::Accounts(accounts::Intent::Add));
        self.act(Intent::Go(Place::Recovery));
        self.type_in(FieldId::Inn, &card.inn);
        self.type_in(FieldId::Email, &card.email.unwrap());
        for word in [WRONG_WORD, &card.control_word.unwrap()] {
            self.type_in(FieldId::ControlWord, word);
            self.act(Intent::Recovery(recovery::Intent::Send));
        }
        assert!(stage.data().join("waiting").exists());
        self.sought.assert_not_below(stage.data());
        let (lines, sought) = self.end(stage);
        said.push_str(&lines);
        let person = started(stage, sought);
        let control = stage.control().unwrap();
        let letter = control.letters(&card.inn).pop().unwrap();
        person.act(Intent::Recovery(recovery::Intent::HaveLetter));
        person.act(Intent::Link(letter.app_link.unwrap().into()));
        person.is_at(ScreenId::NewPassword);
        person.type_in(FieldId::NewPassword, WEAK_PASSWORD);
        person.act(Intent::Recovery(recovery::Intent::SetPassword));
        person.type_in(FieldId::NewPassword, BY_LETTER);
        control.set(Fault::ServerError, Scope::Everyone);
        person.act(Intent::Recovery(recovery::Intent::SetPassword));
        control.clear_all();
        person.act(Intent::Recovery(recovery::Intent::SetPassword));
        person.keep_pin(NAMES[3]);
        person
    }

    fn change_password(&self) {
        self.act(Intent::Go(Place::Password));
        for (old, new) in [(WRONG_PASSWORD, WEAK_PASSWORD), (WRONG_PASSWORD, CHANGED), (BY_LETTER, CHANGED)] {
            self.type_in(FieldId::OldPassword, old);
            self.type_in(FieldId::NewPassword, new);
            self.act(Intent::Password(password::Intent::Send));
        }
        self.is_at(ScreenId::Home);
    }

    fn set_contacts(&mut self, stage: &Stage, inn: &str) {
        self.act(Intent::Contacts(contacts::Intent::ControlWord));
        self.type_in(FieldId::ControlWord, CONTROL_WORD);
        self.act(Intent::Contacts(contacts::Intent::Send));
        for (open, field, text) in [
            (contacts::Intent::Email, FieldId::Email, EMAIL),
            (contacts::Intent::Phone, FieldId::Phone, PHONE),
        ] {
            self.act(Intent::Contacts(open));
            self.type_in(field, text);
            self.act(Intent::Contacts(contacts::Intent::Send));
            self.type_in(FieldId::Code, WRONG_CODE);
            self.act(Intent::Contacts(contacts::Intent::Confirm));
            let letter = stage.control().unwrap().letters(inn).pop().unwrap();
            self.sought.secret.extend(letter.code.clone());
            if let Some(link) = letter.app_link {
                self.act(Intent::Link(link.into()));
            } else {
                self.type_in(FieldId::Code, &letter.code.unwrap());
                self.act(Intent::Contacts(contacts::Intent::Confirm));
            }
        }
        self.act(Intent::Go(Place::Home));
        self.act(Intent::Go(Place::Profile));
        // What is done here is done: there is something to tell.
        let profile = self.engine.screen().to_string();
        assert!(profile.contains(EMAIL) && stage.control().unwrap().password_is(inn, CHANGED), "{profile}");
    }

    /// Links that are looked at, and a sign-in that was somebody else's.
    fn look_around(&self, stage: &Stage, inn: &str) {
        self.act(Intent::Link(format!("https://nalog-ru.com/?token={WRONG_CODE}").into()));
        self.act(Intent::Go(Place::CheckLink));
        self.type_in(FieldId::Link, &format!("https://lkfl2.nalog.ru/?token={WRONG_CODE}"));
        self.act(Intent::Links(links::Intent::Check));
        self.act(Intent::Links(links::Intent::Open));
        let id = stage.control().unwrap().sign_in_elsewhere(inn, NAMES[4], NAMES[5]).unwrap();
        self.act(Intent::Home(home::Intent::Refresh));
        self.act(Intent::Go(Place::Profile));
        self.act(Intent::Go(Place::SignIns));
        let seen = self.engine.screen().to_string();
        assert!(seen.contains(NAMES[4]), "{seen}");
        self.act(Intent::Profile(profile::Intent::SignIn(id.clone())));
        for intent in [profile::Intent::NotMe, profile::Intent::Disown] {
            self.act(Intent::Profile(intent));
        }
        assert!(!stage.control().unwrap().is_session_open(inn, &id));
        self.act(Intent::Go(Place::Home));
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
    person.act(Intent::Go(Place::Password));
    person.type_in(FieldId::OldPassword, CHANGED);
    person.engine.break_inside();
    person.look();
    person.open_with_pin();
    person.act(Intent::Accounts(accounts::Intent::List));
    person.act(Intent::Accounts(accounts::Intent::Choose(1)));
    person.open_with_pin();
    person.sought.assert_not_below(stage.data());
    person.sign_out();
    person.open_with_pin();
    person.sign_out();
    person.is_at(ScreenId::SignIn);
    person.assert_gone(stage.data());
    assert!(!stage.data().join("waiting").exists());
    let (lines, sought) = person.end(&mut stage);
    said.push_str(&lines);
    sought.assert_not_below(stage.data());
    assert!(said.lines().count() > 200, "{said}");
    sought.assert_not_in("the log", said.as_bytes());
    sought.assert_not_in("what libraries and panics say", overheard::heard().as_bytes());
}
