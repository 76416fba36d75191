//! A short tour of the app against a sandbox: every screen it comes to is printed, and held to what it should say.

use std::{io::Write, time::Duration};

use fl_app::texts::Language;
use fl_domain::Inn;
use fl_sandbox::{Control, Fault, FaultKind, Scope};
use fl_stage::Stage;

use crate::{driver::Driver, trouble::Trouble};

/// Invented for the tour, where nothing is secret.
const PIN: &str = "246810";

/// Walks through the app. Every step prints its heading and the screen it leads to.
pub(crate) fn tour(out: &mut dyn Write) -> Result<(), Trouble> {
    let stage = Stage::rehearsal()?;
    let Some((inn, password)) = stage.taxpayer("debt").map(|c| (c.inn.clone(), c.password.clone())) else {
        return Err(Trouble::Asked("the sandbox has no taxpayer called debt".to_owned()));
    };
    let mut tour = Tour { driver: Driver::new(stage)?, out, number: 0 };
    tour.signing_in(&inn, &password)?;
    tour.looking_around()?;
    tour.without_a_network()?;
    tour.leaving()
}

struct Tour<'a> {
    driver: Driver,
    out: &'a mut dyn Write,
    number: usize,
}

type Step = fn(&Driver) -> Result<(), Trouble>;

impl Tour<'_> {
    /// Does a step, prints what is shown then, and checks it.
    fn step(
        &mut self,
        heading: &str,
        act: impl FnOnce(&Driver) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        self.number += 1;
        let done = act(&self.driver);
        // A closed pipe ends the reading, not the tour.
        let _ = writeln!(self.out, "\n──── {}. {heading}\n\n{}", self.number, self.driver.screen());
        done.map_err(|trouble| {
            Trouble::Unexpected(format!("step {} failed ({heading}): {trouble}", self.number))
        })
    }

    fn signing_in(&mut self, inn: &str, password: &str) -> Result<(), Trouble> {
        self.step("A fresh device speaks Russian", |d| d.expect("sign-in"))?;
        self.step("The same in English", |d| {
            d.language(Language::En)?;
            d.expect_text("An unofficial app")
        })?;
        let wrong = mistyped(inn);
        self.step("A mistyped INN is named before anything is sent", |d| {
            d.sign_in(&wrong, password)?;
            d.expect_text("The check digits do not match")?;
            let sent = d.stage.control().map_or(0, |control| control.requests().len());
            if sent == 0 { Ok(()) } else { Err(Trouble::Unexpected("something was sent".to_owned())) }
        })?;
        self.step("INN and password", |d| {
            d.sign_in(inn, password)?;
            d.expect("choose-pin")
        })?;
        self.step("A PIN; then home", |d| {
            d.choose_pin(PIN)?;
            d.expect("home")?;
            d.expect_text("!! Debt ₽")
        })
    }

    fn looking_around(&mut self) -> Result<(), Trouble> {
        let steps: [(&str, Step); 6] = [
            ("The operations", |d| {
                d.tap("tab-operations")?;
                d.expect("operations")?;
                d.expect_text("operations (from the service")
            }),
            ("Searching them", |d| {
                d.type_into("search", "транспортный")?;
                d.expect_text("found among")
            }),
            ("Income by year", |d| {
                d.tap("tab-home")?;
                d.tap("income")?;
                d.expect("income")?;
                d.expect_text("tax withheld")
            }),
            ("The settings", |d| {
                d.tap("tab-settings")?;
                d.expect("settings")?;
                d.expect_text("Lock after")
            }),
            ("The settings in Russian", |d| {
                d.tap("language/ru")?;
                d.expect_text("Закрывать через")
            }),
            ("And in English again", |d| {
                d.tap("language/en")?;
                d.expect_text("Text size")
            }),
        ];
        steps.into_iter().try_for_each(|(heading, act)| self.step(heading, act))
    }

    fn without_a_network(&mut self) -> Result<(), Trouble> {
        self.step("Two minutes later, without a network: the figures stay, with their age", |d| {
            d.tap("tab-home")?;
            control(d)?.set(Fault::Offline, Scope::Everyone);
            d.stage.later(Duration::from_mins(2));
            d.engine.settle();
            d.refresh()?;
            d.expect_text("No network")?;
            d.expect_text("Debt ₽")?;
            d.expect_text("kept, 2 minutes ago")
        })?;
        self.step("Locked", |d| {
            d.tap("tab-settings")?;
            d.tap("lock-now")?;
            d.expect("unlock")
        })?;
        self.step("Unlocked, still without a network", |d| {
            d.unlock(PIN)?;
            d.expect("home")?;
            d.expect_text("Debt ₽")
        })?;
        self.step("The network is back", |d| {
            control(d)?.clear(FaultKind::Offline, &Scope::Everyone);
            d.engine.network_is_back();
            d.engine.settle();
            d.expect_text("just now")
        })
    }

    fn leaving(&mut self) -> Result<(), Trouble> {
        self.step("Signing out is asked once more", |d| {
            d.tap("tab-settings")?;
            d.tap("sign-out")?;
            d.expect("sign-out")
        })?;
        self.step("Signed out: nothing of the account is left", |d| {
            d.tap("sign-out")?;
            d.expect("sign-in")
        })
    }
}

fn control(driver: &Driver) -> Result<&Control, Trouble> {
    driver.stage.control().ok_or_else(|| Trouble::Asked("the tour needs the sandbox".to_owned()))
}

/// The same INN with its last digit one further: the slip that check digits are for.
fn mistyped(inn: &str) -> String {
    let mut wrong = inn.to_owned();
    if let Some(last) = wrong.pop().and_then(|c| c.to_digit(10)) {
        wrong.push(char::from_digit((last + 1) % 10, 10).unwrap_or('0'));
    }
    debug_assert!(Inn::parse_person(&wrong).is_err());
    wrong
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tour_comes_to_its_end() {
        let mut out = Vec::new();
        if let Err(trouble) = super::tour(&mut out) {
            panic!("{trouble}\n{}", String::from_utf8(out).unwrap());
        }
        let told = String::from_utf8(out).unwrap();
        assert!(told.contains("──── 17. "), "{told}");
        assert!(!told.contains("Sandbox-"), "a password is printed");
    }
}
