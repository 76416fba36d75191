//! A password being chosen, as a person sees it: what has to hold, and what is likely wrong with what was typed.

use fl_domain::access::{CharacterClass, Checked, PasswordPolicy, PasswordRule, Suspicion, suspicions};

use super::{
    blocks::reveal,
    screen::{Block, Check, CheckState, Checklist, Field, FieldKind},
    texts::Texts,
};

/// A password longer than this is a file pasted by mistake (our own limit). In characters.
pub(crate) const PASSWORD_LIMIT: usize = 256;

/// The new password's field.
pub(crate) const NEW_PASSWORD: &str = "new-password";

/// Where a new password is typed, with what is likely wrong with it.
pub(crate) fn new_field(typed: &str, revision: u32, texts: &Texts) -> Field {
    let hint = suspicion(typed, texts).unwrap_or_else(|| texts.say("new-password-hint"));
    Field::new(NEW_PASSWORD, FieldKind::NewPassword, texts.say("new-password-label"), revision)
        .hint(hint)
        .reveal(reveal(texts))
}

/// The live list of rules. Before anything is typed nothing has failed, unless it was sent so.
pub(crate) fn checklist(policy: &PasswordPolicy, typed: &str, tried: bool, texts: &Texts) -> Block {
    let checks = policy.check(typed).into_iter().map(|Checked { rule, is_met }| {
        let state = match is_met {
            _ if typed.is_empty() && !tried => CheckState::Open,
            true => CheckState::Met,
            // What is only missing may still come with the next letter; what is there and wrong will not go by itself.
            false if !tried && is_to_come(&rule) => CheckState::Open,
            false => CheckState::Failed,
        };
        let label = rule_text(&rule, policy, texts);
        let spoken = match state {
            CheckState::Open => texts.tell("check-open", &[("rule", (&label).into())]),
            CheckState::Met => texts.tell("check-met", &[("rule", (&label).into())]),
            CheckState::Failed => texts.tell("check-failed", &[("rule", (&label).into())]),
        };
        Check { label, state, spoken }
    });
    Block::Checklist(Checklist {
        key: "policy".to_owned(),
        title: texts.say("policy-title"),
        checks: checks.collect(),
    })
}

const fn is_to_come(rule: &PasswordRule) -> bool {
    matches!(rule, PasswordRule::Length { .. } | PasswordRule::Has(_))
}

fn rule_text(rule: &PasswordRule, policy: &PasswordPolicy, texts: &Texts) -> String {
    match rule {
        PasswordRule::Length { min } => texts.tell("rule-length", &[("count", (*min).into())]),
        PasswordRule::LatinOnly => texts.say("rule-latin"),
        PasswordRule::Has(CharacterClass::Upper) => texts.say("rule-upper"),
        PasswordRule::Has(CharacterClass::Lower) => texts.say("rule-lower"),
        PasswordRule::Has(CharacterClass::Digit) => texts.say("rule-digit"),
        PasswordRule::Has(CharacterClass::Special) => {
            let signs: Vec<String> = policy.specials.chars().map(String::from).collect();
            texts.tell("rule-special", &[("signs", signs.join(" ").into())])
        }
        PasswordRule::NoSpaces => texts.say("rule-no-spaces"),
        PasswordRule::KnownSigns => texts.say("rule-known-signs"),
    }
}

/// What is likely wrong with a password, told from its text alone; the likeliest first.
pub(crate) fn suspicion(typed: &str, texts: &Texts) -> Option<String> {
    Some(match suspicions(typed).first()? {
        Suspicion::LineEnd => texts.say("suspicion-line-end"),
        Suspicion::LeadingSpace => texts.say("suspicion-leading-space"),
        Suspicion::TrailingSpace => texts.say("suspicion-trailing-space"),
        Suspicion::Cyrillic { position, letter } => texts.tell(
            "suspicion-cyrillic",
            &[("letter", letter.to_string().into()), ("position", (*position).into())],
        ),
        Suspicion::CapsLock => texts.say("suspicion-caps-lock"),
    })
}
