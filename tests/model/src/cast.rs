//! Who is who, and what is typed for them.

use fl_domain::Inn;
use fl_sandbox::InProcess;

use crate::steps::Who;

pub(crate) const PIN: &str = "135790";
pub(crate) const WRONG_PASSWORD: &str = "Never-was-1";
/// Breaks the policy.
pub(crate) const WEAK_PASSWORD: &str = "weakpassword";
pub(crate) const WRONG_WORD: &str = "Василёк";
pub(crate) const WRONG_EMAIL: &str = "somebody.else@example.test";
pub(crate) const MALFORMED_EMAIL: &str = "no.at.sign.example.test";
pub(crate) const UNKNOWN_LINK: &str = "fltaxes://recovery?token=there-never-was";
pub(crate) const NOT_A_LINK: &str = "good morning";
/// The source texts name this host for the service's.
pub(crate) const FOREIGN_LINK: &str = "https://nalog-ru.com/recovery?token=lured-away";
/// Nobody at the double has it.
const NOBODY: u64 = 7_700_000_999;

#[derive(Clone, Debug)]
struct Role {
    inn: Inn,
    /// Two digits beside each other changed places.
    swapped: String,
    password: String,
    email: String,
    word: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Cast {
    roles: [Role; 4],
}

impl Cast {
    pub(crate) fn of(service: &InProcess) -> Self {
        let role = |key: &str| {
            let card = service.taxpayers().find(|card| card.key == key).unwrap();
            Role {
                inn: Inn::parse_person(&card.inn).unwrap(),
                swapped: swapped(&card.inn),
                password: card.password.clone(),
                email: card.email.clone().unwrap_or_else(|| "not.set.up@example.test".to_owned()),
                word: card.control_word.clone().unwrap_or_else(|| "Незабудка".to_owned()),
            }
        };
        let inn = Inn::made_up(NOBODY);
        let nobody = Role {
            swapped: swapped(inn.as_str()),
            inn,
            password: "Nobody-has-1".to_owned(),
            email: "nobody@example.test".to_owned(),
            word: "Подснежник".to_owned(),
        };
        Self { roles: [role("recovery"), role("parent"), role("captcha"), nobody] }
    }

    fn role(&self, who: Who) -> &Role {
        &self.roles[who as usize]
    }

    pub(crate) fn inn(&self, who: Who) -> &str {
        self.role(who).inn.as_str()
    }

    pub(crate) fn who(&self, inn: &str) -> Option<Who> {
        crate::steps::ALL.into_iter().find(|who| self.inn(*who) == inn)
    }

    pub(crate) fn swapped_inn(&self, who: Who) -> &str {
        &self.role(who).swapped
    }

    pub(crate) fn email(&self, who: Who) -> &str {
        &self.role(who).email
    }

    pub(crate) fn word(&self, who: Who) -> &str {
        &self.role(who).word
    }

    /// Passwords by their numbers; 0 is the one of the start.
    pub(crate) fn password(&self, who: Who, number: u32) -> String {
        match number {
            0 => self.role(who).password.clone(),
            number => format!("Fresh-{number}-{who:?}"),
        }
    }

    /// Never to be seen on any screen.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let roles = self.roles.iter().flat_map(|role| [role.password.clone(), role.word.clone()]);
        let others = [WRONG_PASSWORD, WEAK_PASSWORD, WRONG_WORD, "Fresh-", "sandbox-letter", PIN];
        roles.chain(others.map(str::to_owned)).collect()
    }

    /// Never to be sent.
    pub(crate) fn malformed(&self) -> Vec<String> {
        let inns = self.roles.iter().map(|role| role.swapped.clone());
        inns.chain([MALFORMED_EMAIL, WEAK_PASSWORD].map(str::to_owned)).collect()
    }
}

/// The last pair of neighbours that differ and whose change the check digits see.
fn swapped(inn: &str) -> String {
    let swap = |index: usize| {
        let mut digits: Vec<char> = inn.chars().collect();
        digits.swap(index, index + 1);
        digits.into_iter().collect::<String>()
    };
    (0..inn.len() - 1).rev().map(swap).find(|text| Inn::parse_person(text).is_err()).unwrap()
}
