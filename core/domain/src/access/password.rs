//! Which passwords a service takes, and what is likely wrong with one that was typed.

use serde::{Deserialize, Serialize};

use super::signs::{is_cyrillic, is_line_end};

/// The longest a service can ask for at least (our own bound): beyond it a policy could not be met.
const MIN_LENGTH_AT_MOST: u32 = 256;
/// So many letters, all capital, are no accident (our own).
const CAPS_LOCK_LETTERS: usize = 4;

/// Which passwords a service takes. Data of the service; the default is the documented policy (account rules, Passwords).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Told")]
pub struct PasswordPolicy {
    /// At least so many characters.
    pub min_length: u32,
    /// The special characters it takes.
    pub specials: String,
    /// Of each of these at least one.
    pub required: Vec<CharacterClass>,
}

/// A policy as a service says it, before it is made one that can be met.
#[derive(Deserialize)]
struct Told {
    min_length: u32,
    specials: String,
    required: Vec<CharacterClass>,
}

impl From<Told> for PasswordPolicy {
    fn from(told: Told) -> Self {
        Self::of(told.min_length, &told.specials, told.required)
    }
}

/// A kind of character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CharacterClass {
    /// A to Z.
    Upper,
    /// a to z.
    Lower,
    /// 0 to 9.
    Digit,
    /// One of the policy's special characters.
    Special,
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        use CharacterClass::{Digit, Lower, Special, Upper};
        Self {
            min_length: 7,
            specials: "#$^&*_-+%@".to_owned(),
            required: vec![Upper, Lower, Digit, Special],
        }
    }
}

/// One thing that has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordRule {
    /// At least so many characters.
    Length {
        /// How many.
        min: u32,
    },
    /// Latin letters only.
    LatinOnly,
    /// One of each required kind.
    Has(CharacterClass),
    /// No white space.
    NoSpaces,
    /// No sign outside the service's set.
    KnownSigns,
}

/// A rule and whether it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Which.
    pub rule: PasswordRule,
    /// Whether it holds.
    pub is_met: bool,
}

impl CharacterClass {
    fn has(self, c: char, specials: &str) -> bool {
        match self {
            Self::Upper => c.is_ascii_uppercase(),
            Self::Lower => c.is_ascii_lowercase(),
            Self::Digit => c.is_ascii_digit(),
            Self::Special => specials.contains(c),
        }
    }
}

impl PasswordPolicy {
    /// A policy that can be met, whatever a service says (our own): the length within 1 and 256, every kind and every special
    /// character once; letters, digits, white space and control characters are no special characters; and without any, none is
    /// required.
    pub fn of(
        min_length: u32,
        specials: impl AsRef<str>,
        required: impl IntoIterator<Item = CharacterClass>,
    ) -> Self {
        let mut policy = Self {
            min_length: min_length.clamp(1, MIN_LENGTH_AT_MOST),
            specials: String::new(),
            required: Vec::new(),
        };
        for c in specials.as_ref().chars() {
            if !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control() && !policy.specials.contains(c) {
                policy.specials.push(c);
            }
        }
        for class in required {
            let is_possible = class != CharacterClass::Special || !policy.specials.is_empty();
            if is_possible && !policy.required.contains(&class) {
                policy.required.push(class);
            }
        }
        policy
    }

    /// Every rule, in the order to show. A length is of characters.
    pub fn check(&self, password: &str) -> Vec<Checked> {
        // Never more than the rule needs: a text of any length may be pasted.
        let enough = usize::try_from(self.min_length).unwrap_or(usize::MAX);
        let is_long = password.chars().take(enough).count() >= enough;
        let all = |rule: fn(char) -> bool| password.chars().all(rule);
        let mut checked = Vec::with_capacity(self.required.len() + 4);
        let mut add = |rule, is_met| checked.push(Checked { rule, is_met });
        add(PasswordRule::Length { min: self.min_length }, is_long);
        add(PasswordRule::LatinOnly, all(|c| !c.is_alphabetic() || c.is_ascii_alphabetic()));
        for class in &self.required {
            add(PasswordRule::Has(*class), password.chars().any(|c| class.has(c, &self.specials)));
        }
        add(PasswordRule::NoSpaces, all(|c| !c.is_whitespace()));
        let is_known = |c: char| {
            // A letter of another script and white space have rules of their own: one fault is named once.
            c.is_ascii_digit() || c.is_alphabetic() || c.is_whitespace() || self.specials.contains(c)
        };
        add(PasswordRule::KnownSigns, password.chars().all(is_known));
        checked
    }

    /// All of it holds.
    pub fn is_met(&self, password: &str) -> bool {
        self.check(password).iter().all(|checked| checked.is_met)
    }
}

/// What is likely wrong with a password that was typed, told from its text alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// A Cyrillic letter: the keyboard's layout.
    Cyrillic {
        /// Where, from 1.
        position: usize,
        /// Which.
        letter: char,
    },
    /// A space at the beginning: copied with it.
    LeadingSpace,
    /// A space at the end.
    TrailingSpace,
    /// An end of line, which a copy brings along.
    LineEnd,
    /// All letters are capitals, several of them: Caps Lock.
    CapsLock,
}

/// All that is suspicious, the likeliest cause first: what a copy brings along, then the layout, then Caps Lock.
pub fn suspicions(password: &str) -> Vec<Suspicion> {
    let is_space = |c: char| c.is_whitespace() && !is_line_end(c);
    let mut found = Vec::new();
    if password.contains(is_line_end) {
        found.push(Suspicion::LineEnd);
    }
    if password.starts_with(is_space) {
        found.push(Suspicion::LeadingSpace);
    }
    if without_line_end(password).ends_with(is_space) {
        found.push(Suspicion::TrailingSpace);
    }
    if let Some((index, letter)) = password.chars().enumerate().find(|(_, c)| is_cyrillic(*c)) {
        found.push(Suspicion::Cyrillic { position: index + 1, letter });
    }
    let letters = || password.chars().filter(|c| c.is_alphabetic());
    if letters().all(|c| c.is_ascii_uppercase()) && letters().count() >= CAPS_LOCK_LETTERS {
        found.push(Suspicion::CapsLock);
    }
    found
}

/// A pasted password without the ends of line after it; nothing else is touched, because anything else may belong to it.
pub fn without_line_end(password: &str) -> &str {
    password.trim_end_matches(is_line_end)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;
    use CharacterClass::{Digit, Lower, Special, Upper};

    /// The rules that do not hold, in order.
    fn unmet(policy: &PasswordPolicy, password: &str) -> Vec<PasswordRule> {
        policy.check(password).into_iter().filter(|c| !c.is_met).map(|c| c.rule).collect()
    }

    #[test]
    fn the_rules_stand_in_the_order_to_show() {
        let rules: Vec<PasswordRule> =
            PasswordPolicy::default().check("x").into_iter().map(|checked| checked.rule).collect();
        assert_eq!(
            rules,
            [
                PasswordRule::Length { min: 7 },
                PasswordRule::LatinOnly,
                PasswordRule::Has(Upper),
                PasswordRule::Has(Lower),
                PasswordRule::Has(Digit),
                PasswordRule::Has(Special),
                PasswordRule::NoSpaces,
                PasswordRule::KnownSigns,
            ]
        );
    }

    #[test]
    fn each_fault_under_the_documented_policy() {
        use PasswordRule::{Has, KnownSigns, LatinOnly, Length, NoSpaces};
        let short = Length { min: 7 };
        let table = [
            ("Abcde1#", vec![]),
            ("Abcd1#", vec![short.clone()]),
            ("", vec![short.clone(), Has(Upper), Has(Lower), Has(Digit), Has(Special)]),
            ("abcde1#", vec![Has(Upper)]),
            ("ABCDE1#", vec![Has(Lower)]),
            ("Abcdef#", vec![Has(Digit)]),
            ("Abcdef1", vec![Has(Special)]),
            ("Abc de1#", vec![NoSpaces]),
            ("Abc\u{a0}de1#", vec![NoSpaces]),
            ("Abcde1#\n", vec![NoSpaces]),
            ("Аbcde1#", vec![LatinOnly, Has(Upper)]),
            ("Abcdé1#", vec![LatinOnly]),
            ("Abcde1#)", vec![KnownSigns]),
            ("Abcde1!", vec![Has(Special), KnownSigns]),
            ("Abcdef#٣", vec![Has(Digit), KnownSigns]),
            ("Abcde1#\u{200b}", vec![KnownSigns]),
            ("Abcde1#😀", vec![KnownSigns]),
            // Seven characters are counted, not bytes.
            ("Ab1#😀", vec![short, KnownSigns]),
        ];
        for (password, rules) in table {
            let policy = PasswordPolicy::default();
            assert_eq!(unmet(&policy, password), rules, "{password:?}");
            assert_eq!(policy.is_met(password), rules.is_empty(), "{password:?}");
        }
    }

    #[test]
    fn every_special_character_of_the_sources_is_taken() {
        for c in "#$^&*_-+%@".chars() {
            assert!(PasswordPolicy::default().is_met(&format!("Abcdef1{c}")), "{c}");
        }
        // S1 also shows a bracket: the service's set decides.
        assert!(PasswordPolicy::of(7, ")", [Special]).is_met("Abcdef1)"));
    }

    #[test]
    fn a_services_policy_is_made_one_that_can_be_met() {
        let policy = PasswordPolicy::of(0, "aЯ1 \n##)", vec![Special, Digit, Special]);
        let sane =
            PasswordPolicy { min_length: 1, specials: "#)".to_owned(), required: vec![Special, Digit] };
        assert_eq!(policy, sane);
        assert_eq!(PasswordPolicy::of(257, String::new(), [Special]).required, []);
        assert_eq!(PasswordPolicy::of(u32::MAX, "", []).min_length, 256);
        let told = r#"{"min_length":4294967295,"specials":" ","required":["special","upper","upper"]}"#;
        let policy: PasswordPolicy = serde_json::from_str(told).unwrap();
        assert_eq!(policy, PasswordPolicy::of(256, "", [Upper]));
        for broken in [r#"{"min_length":-1,"specials":"","required":[]}"#, r#"{"min_length":7}"#, "null", ""]
        {
            assert!(serde_json::from_str::<PasswordPolicy>(broken).is_err(), "{broken}");
        }
        let default = serde_json::to_string(&PasswordPolicy::default()).unwrap();
        assert_eq!(serde_json::from_str::<PasswordPolicy>(&default).unwrap(), PasswordPolicy::default());
    }

    #[test]
    fn what_is_suspicious_and_in_which_order() {
        use Suspicion::{CapsLock, Cyrillic, LeadingSpace, LineEnd, TrailingSpace};
        let table = [
            ("", vec![]),
            ("Abcde1#", vec![]),
            ("Abcde1#\r\n", vec![LineEnd]),
            ("Abc\nde1#", vec![LineEnd]),
            (" Abcde1#", vec![LeadingSpace]),
            ("Abcde1#\u{a0}", vec![TrailingSpace]),
            (" Abcde1# \n", vec![LineEnd, LeadingSpace, TrailingSpace]),
            ("Abc de1#", vec![]),
            ("Abсde1#", vec![Cyrillic { position: 3, letter: 'с' }]),
            ("ФИСВ1#", vec![Cyrillic { position: 1, letter: 'Ф' }]),
            (
                "\tПАРОЛЬ\t\n",
                vec![LineEnd, LeadingSpace, TrailingSpace, Cyrillic { position: 2, letter: 'П' }],
            ),
            ("ABCD1#", vec![CapsLock]),
            ("ABC1#", vec![]),
            ("ABCDe1#", vec![]),
            ("ABCDÉ1#", vec![]),
            (" ABCD", vec![LeadingSpace, CapsLock]),
        ];
        for (password, found) in table {
            assert_eq!(suspicions(password), found, "{password:?}");
        }
    }

    #[test]
    fn only_the_ends_of_line_after_it_go() {
        let table = [
            ("a\n", "a"),
            ("a\r\n\r\n", "a"),
            ("a \n", "a "),
            ("\na", "\na"),
            ("a\nb", "a\nb"),
            (" a ", " a "),
            ("\n", ""),
        ];
        for (pasted, left) in table {
            assert_eq!(without_line_end(pasted), left, "{pasted:?}");
        }
    }

    const CLASSES: [CharacterClass; 4] = [Upper, Lower, Digit, Special];

    fn of_class(class: CharacterClass) -> BoxedStrategy<char> {
        let signs = match class {
            Upper => "ABCXYZ",
            Lower => "abcxyz",
            Digit => "0123456789",
            Special => "#$^&*_-+%@",
        };
        select(signs.chars().collect::<Vec<_>>()).boxed()
    }

    fn filler(without: Option<CharacterClass>) -> impl Strategy<Value = char> {
        let left: Vec<_> = CLASSES.into_iter().filter(|class| Some(*class) != without).collect();
        select(left).prop_flat_map(of_class)
    }

    /// One of every kind but `without`, filled up with the same kinds, in any order.
    fn password(without: Option<CharacterClass>) -> impl Strategy<Value = String> {
        let each: Vec<_> =
            CLASSES.into_iter().filter(|class| Some(*class) != without).map(of_class).collect();
        (each, vec(filler(without), 4..30))
            .prop_map(|(each, more)| each.into_iter().chain(more).collect::<Vec<char>>())
            .prop_shuffle()
            .prop_map(|signs| signs.into_iter().collect())
    }

    proptest! {
        #[test]
        fn of_every_kind_is_met(password in password(None)) {
            prop_assert_eq!(unmet(&PasswordPolicy::default(), &password), vec![]);
        }

        #[test]
        fn without_one_kind_exactly_that_rule_fails(
            (class, password) in select(CLASSES.to_vec()).prop_flat_map(|class| (Just(class), password(Some(class)))),
        ) {
            prop_assert_eq!(unmet(&PasswordPolicy::default(), &password), vec![PasswordRule::Has(class)]);
        }

        #[test]
        fn too_short_by_any_number_is_only_too_short(password in password(None), more in 1_u32..200) {
            let length = u32::try_from(password.chars().count()).unwrap();
            let policy = PasswordPolicy { min_length: length, ..PasswordPolicy::default() };
            prop_assert!(policy.is_met(&password));
            let policy = PasswordPolicy { min_length: length + more, ..policy };
            prop_assert_eq!(unmet(&policy, &password), vec![PasswordRule::Length { min: length + more }]);
        }

        #[test]
        fn a_policy_of_any_service_can_be_met(
            min_length: u32,
            specials in any::<String>(),
            required in vec(select(CLASSES.to_vec()), 0..9),
        ) {
            let policy = PasswordPolicy::of(min_length, &specials, required);
            let mut password: String = "Aa1".to_owned();
            password.extend(policy.specials.chars().next());
            password.extend(std::iter::repeat_n('x', 256));
            prop_assert_eq!(unmet(&policy, &password), vec![]);
            let kept = serde_json::to_string(&policy).unwrap();
            prop_assert_eq!(serde_json::from_str::<PasswordPolicy>(&kept).unwrap(), policy);
        }

        #[test]
        fn any_text_gets_an_answer(text in any::<String>()) {
            let rules = PasswordPolicy::default().check(&text);
            prop_assert_eq!(rules.len(), 8);
            let _ = suspicions(&text);
            let bare = without_line_end(&text);
            prop_assert!(text.starts_with(bare) && text[bare.len()..].chars().all(is_line_end));
        }
    }
}
