//! Killed while a form is filled in and sent: each key that was acknowledged is in the draft when the desk is open again, or the form is at
//! the service; and no form is there twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    path::Path,
    time::Duration,
};

use fl_app::screen::Block;
use fl_sandbox::Sandbox;

use super::{Desk, Work, random, sending};
use crate::{driver::Driver, trouble::Trouble};

/// A kill comes within this long after the desk is open.
const WITHIN: Duration = Duration::from_millis(400);
/// So many edits of each form are acknowledged one by one.
const EDITS: u64 = 8;
/// A form and an edit as one number: the form first.
const FORM: u64 = 100;

const BOOK: &str = "fltaxes://pattern?book";

fn subject(form: u64) -> String {
    format!("form {form}.")
}

fn story(form: u64, edit: u64) -> String {
    format!("form {form}, edit {edit}.")
}

/// Fills in one form after another and sends it, and says each edit that is kept and each form that is done.
pub(super) fn churn(driver: &Driver, from: u64) -> Result<(), Trouble> {
    let says = |form: u64, edit: u64| writeln!(std::io::stdout(), "kept {}", form * FORM + edit).is_ok();
    for form in from.. {
        driver.follow(BOOK);
        driver.type_into("subject", &subject(form))?;
        for edit in 0..EDITS {
            if edit > 0 {
                driver.type_into("story", &story(form, edit))?;
            }
            if !says(form, edit) {
                // Whoever listened is gone.
                return Ok(());
            }
        }
        for key in ["wish/visit", "office", "option-7702", "next"] {
            driver.tap(key)?;
        }
        for (key, text) in
            [("surname", "Примеров"), ("name", "Пётр"), ("day", "20.11.2026"), ("month", "10.2026")]
        {
            driver.type_into(key, text)?;
        }
        for key in ["next", "next", "agreed"] {
            driver.tap(key)?;
        }
        driver.type_into("signature", "hush")?;
        for key in ["next", "send"] {
            driver.tap(key)?;
        }
        driver.expect_text("The service has it")?;
        driver.back();
        if !says(form, EDITS) {
            return Ok(());
        }
    }
    Ok(())
}

/// Kills a desk so many times while it fills in and sends.
pub(super) fn run(
    times: u32,
    sandbox: &Sandbox,
    inn: &str,
    profile: &Path,
    data: &Path,
) -> Result<(), Trouble> {
    let (mut from, mut in_drafts, mut sent_in_all) = (1, 0, 0);
    for round in 1..=times {
        let moment = WITHIN.mul_f64(random());
        let desk = Desk::start(profile, data, Some(Work::Fill { from }))?;
        std::thread::sleep(moment);
        let (form, edit) = {
            let said = desk.kill()?;
            (said / FORM, said % FORM)
        };
        let left = settle(profile, data)?;
        let sent = sent(sandbox, inn)?;
        let is_kept = |text: &String| {
            let kept = (0..=EDITS).rev().find(|edit| text.contains(&story(form, *edit)));
            text.contains(&subject(form)) && kept.unwrap_or(0) >= edit
        };
        let is_here = sent.contains(&form) || left.as_ref().is_some_and(is_kept);
        // The next one may be begun, and its first key is acknowledged by nobody.
        let missing: Vec<u64> = (from..form).filter(|form| !sent.contains(form)).collect();
        if !missing.is_empty() || !is_here {
            return Err(Trouble::Unexpected(format!(
                "round {round}, killed after {moment:?} at form {form}, edit {edit}: lost {missing:?}; here is {left:?}"
            )));
        }
        in_drafts += u32::from(left.is_some());
        sent_in_all += sent.range(from..).count();
        from = form + 2;
    }
    println!(
        "killed {times} times while filling in and sending, {in_drafts} of them with a draft that was found whole; \
         {sent_in_all} forms were sent; no acknowledged key lost, no form sent twice"
    );
    Ok(())
}

/// Opens the folder: what was handed over is settled by that. What of a form is here still is read and removed.
fn settle(profile: &Path, data: &Path) -> Result<Option<String>, Trouble> {
    let driver = sending::settle(profile, data)?;
    if !driver.screen().blocks.iter().any(|block| block.key() == "drafts") {
        return Ok(None);
    }
    driver.follow(BOOK);
    while driver.screen().path.len()
        > 1 + usize::from(driver.screen().path.first().is_some_and(|it| it == "home"))
    {
        driver.back();
    }
    let fields = driver.screen();
    let texts = fields.blocks.iter().filter_map(|block| match block {
        Block::Field(field) => Some(field.value.as_str()),
        _ => None,
    });
    let text = texts.collect::<Vec<_>>().join(" ");
    for key in ["discard", "discard-really"] {
        driver.tap(key)?;
    }
    Ok(Some(text))
}

/// The forms that came, each once and under one key.
fn sent(sandbox: &Sandbox, inn: &str) -> Result<BTreeSet<u64>, Trouble> {
    let control = sandbox.control();
    let mut forms = BTreeMap::<u64, u32>::new();
    for form in control.forms(inn) {
        let number =
            form.split("\"subject\":\"form ").nth(1).and_then(|rest| rest.split('.').next()?.parse().ok());
        let number =
            number.ok_or_else(|| Trouble::Unexpected(format!("a form without its number: {form}")))?;
        *forms.entry(number).or_default() += 1;
    }
    if forms.values().any(|count| *count > 1) {
        return Err(Trouble::Unexpected(format!("sent twice: {forms:?}")));
    }
    Ok(forms.into_keys().collect())
}
