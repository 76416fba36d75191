//! "Wrong password": what a person is walked through, in order (account rules, "Wrong password", steps 1–6; S0, S1).

use super::Suspicion;

/// What is known so far; what is not is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What the typed text itself shows to be wrong.
    pub typing: Option<TypingHint>,
    /// The person looked at what was typed, and it is right.
    pub typing_checked: Option<bool>,
    /// The password is the one from the card, never changed.
    pub has_card_password: Option<bool>,
    /// The card was issued more than a month ago.
    pub card_older_than_month: Option<bool>,
    /// The password was changed lately.
    pub changed_lately: Option<bool>,
    /// The one before the change was tried, and is wrong too.
    pub tried_the_one_before: Option<bool>,
    /// The person has only ever signed in through Gosuslugi.
    pub esia_only: Option<bool>,
    /// The registration is less than an hour old.
    pub registered_within_hour: Option<bool>,
    /// Recovery was set up beforehand: e-mail and phone confirmed, a control word.
    pub recovery_set_up: Option<bool>,
}

/// What the typed text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypingHint {
    /// A Cyrillic letter.
    Cyrillic,
    /// Capitals only.
    CapsLock,
    /// Spaces or ends of line around it.
    Spaces,
}

/// A question with yes or no for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Is what was typed right: layout, Caps Lock, no layout switcher, no old value filled in?
    Typing,
    /// Is it the password from the card, never changed?
    CardNeverChanged,
    /// Is the card older than a month?
    CardOlderThanMonth,
    /// Was the password changed lately?
    ChangedLately,
    /// Was the one before the change tried?
    TriedTheOneBefore,
    /// Has it always been Gosuslugi?
    EsiaOnly,
    /// Is the registration less than an hour old?
    RegisteredWithinHour,
    /// Was recovery set up?
    RecoverySetUp,
}

/// What to do: the end of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Type it again, and look at it.
    TypeAgain,
    /// Get a new card: the first password ran out.
    NewCard,
    /// Try the password before the change: the change may have failed the rules.
    TryTheOneBefore,
    /// Sign in through Gosuslugi: there is no password.
    SignInThroughEsia,
    /// Wait: it is activated within an hour.
    WaitForActivation,
    /// Recover it by a letter.
    Recover,
    /// Any office with the documents, else the contact centre.
    GoToOffice,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A question.
    Ask(Question),
    /// An action.
    Do(Action),
}

impl TypingHint {
    /// The likeliest of what is suspicious about a typed text.
    pub fn of(suspicions: &[Suspicion]) -> Option<Self> {
        suspicions.first().map(|suspicion| match suspicion {
            Suspicion::Cyrillic { .. } => Self::Cyrillic,
            Suspicion::CapsLock => Self::CapsLock,
            Suspicion::LeadingSpace | Suspicion::TrailingSpace | Suspicion::LineEnd => Self::Spaces,
        })
    }
}

impl Facts {
    /// Takes an answer.
    pub const fn answer(&mut self, question: Question, yes: bool) {
        let fact = match question {
            Question::Typing => &mut self.typing_checked,
            Question::CardNeverChanged => &mut self.has_card_password,
            Question::CardOlderThanMonth => &mut self.card_older_than_month,
            Question::ChangedLately => &mut self.changed_lately,
            Question::TriedTheOneBefore => &mut self.tried_the_one_before,
            Question::EsiaOnly => &mut self.esia_only,
            Question::RegisteredWithinHour => &mut self.registered_within_hour,
            Question::RecoverySetUp => &mut self.recovery_set_up,
        };
        *fact = Some(yes);
    }

    /// The text shows a fault until the person says that it is right all the same.
    const fn typing_is_right(&self) -> Option<bool> {
        match (self.typing_checked, self.typing) {
            (None, Some(_)) => Some(false),
            (checked, _) => checked,
        }
    }

    /// A password that was never changed was not changed lately.
    const fn was_changed(&self) -> Option<bool> {
        match (self.changed_lately, self.has_card_password) {
            (None, Some(true)) => Some(false),
            (changed, _) => changed,
        }
    }

    /// Who has a password, from the card or a changed one, did not only ever come through Gosuslugi.
    const fn is_esia_only(&self) -> Option<bool> {
        match (self.esia_only, self.has_card_password, self.changed_lately) {
            (None, Some(true), _) | (None, _, Some(true)) => Some(false),
            (esia_only, ..) => esia_only,
        }
    }
}

/// The next question nobody has answered yet, or the action that the answers lead to. What follows from other answers is not
/// asked either (our own).
pub const fn next(facts: &Facts) -> Next {
    // Step 1.
    match facts.typing_is_right() {
        None => return Next::Ask(Question::Typing),
        Some(false) => return Next::Do(Action::TypeAgain),
        Some(true) => {}
    }
    // Step 2.
    match (facts.has_card_password, facts.card_older_than_month) {
        (None, _) => return Next::Ask(Question::CardNeverChanged),
        (Some(true), None) => return Next::Ask(Question::CardOlderThanMonth),
        (Some(true), Some(true)) => return Next::Do(Action::NewCard),
        (Some(true), Some(false)) | (Some(false), _) => {}
    }
    // Step 3.
    match (facts.was_changed(), facts.tried_the_one_before) {
        (None, _) => return Next::Ask(Question::ChangedLately),
        (Some(true), None) => return Next::Ask(Question::TriedTheOneBefore),
        (Some(true), Some(false)) => return Next::Do(Action::TryTheOneBefore),
        (Some(true), Some(true)) | (Some(false), _) => {}
    }
    // Step 4.
    match facts.is_esia_only() {
        None => return Next::Ask(Question::EsiaOnly),
        Some(true) => return Next::Do(Action::SignInThroughEsia),
        Some(false) => {}
    }
    // Step 5.
    match facts.registered_within_hour {
        None => return Next::Ask(Question::RegisteredWithinHour),
        Some(true) => return Next::Do(Action::WaitForActivation),
        Some(false) => {}
    }
    // Step 6.
    match facts.recovery_set_up {
        None => Next::Ask(Question::RecoverySetUp),
        Some(true) => Next::Do(Action::Recover),
        Some(false) => Next::Do(Action::GoToOffice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Question::{
        CardNeverChanged, CardOlderThanMonth, ChangedLately, EsiaOnly, RecoverySetUp, RegisteredWithinHour,
        TriedTheOneBefore, Typing,
    };

    const QUESTIONS: [Question; 8] = [
        Typing,
        CardNeverChanged,
        CardOlderThanMonth,
        ChangedLately,
        TriedTheOneBefore,
        EsiaOnly,
        RegisteredWithinHour,
        RecoverySetUp,
    ];

    /// What is asked and where it ends.
    fn walk(mut facts: Facts, answers: impl Fn(Question) -> bool) -> (Vec<Question>, Action) {
        let mut asked = Vec::new();
        loop {
            match next(&facts) {
                Next::Do(action) => return (asked, action),
                Next::Ask(question) => {
                    assert!(asked.len() < 8, "{facts:?}");
                    facts.answer(question, answers(question));
                    asked.push(question);
                }
            }
        }
    }

    #[test]
    fn each_step_in_its_order() {
        // The questions answered with yes, what is asked, and the action.
        let table: [(&[Question], &[Question], Action); 9] = [
            (&[], &[Typing], Action::TypeAgain),
            (
                &[Typing, CardNeverChanged, CardOlderThanMonth],
                &[Typing, CardNeverChanged, CardOlderThanMonth],
                Action::NewCard,
            ),
            (
                &[Typing, CardNeverChanged, RegisteredWithinHour],
                &[Typing, CardNeverChanged, CardOlderThanMonth, RegisteredWithinHour],
                Action::WaitForActivation,
            ),
            (
                &[Typing, ChangedLately],
                &[Typing, CardNeverChanged, ChangedLately, TriedTheOneBefore],
                Action::TryTheOneBefore,
            ),
            (
                &[Typing, ChangedLately, TriedTheOneBefore, RecoverySetUp],
                &[
                    Typing,
                    CardNeverChanged,
                    ChangedLately,
                    TriedTheOneBefore,
                    RegisteredWithinHour,
                    RecoverySetUp,
                ],
                Action::Recover,
            ),
            (
                &[Typing, EsiaOnly],
                &[Typing, CardNeverChanged, ChangedLately, EsiaOnly],
                Action::SignInThroughEsia,
            ),
            (
                &[Typing, RegisteredWithinHour],
                &[Typing, CardNeverChanged, ChangedLately, EsiaOnly, RegisteredWithinHour],
                Action::WaitForActivation,
            ),
            (
                &[Typing, RecoverySetUp],
                &[Typing, CardNeverChanged, ChangedLately, EsiaOnly, RegisteredWithinHour, RecoverySetUp],
                Action::Recover,
            ),
            (
                &[Typing],
                &[Typing, CardNeverChanged, ChangedLately, EsiaOnly, RegisteredWithinHour, RecoverySetUp],
                Action::GoToOffice,
            ),
        ];
        for (yes, asked, action) in table {
            let walked = walk(Facts::default(), |question| yes.contains(&question));
            assert_eq!(walked, (asked.to_vec(), action), "{yes:?}");
        }
    }

    #[test]
    fn what_the_text_shows_comes_first_until_the_person_says_it_is_right() {
        let table = [
            ("Пароль1#", Some(TypingHint::Cyrillic)),
            ("PASSWORD1#", Some(TypingHint::CapsLock)),
            ("Abcde1# ", Some(TypingHint::Spaces)),
            ("Аbcde1#\n", Some(TypingHint::Spaces)),
            ("Abcde1#", None),
        ];
        for (text, hint) in table {
            let mut facts =
                Facts { typing: TypingHint::of(&crate::access::suspicions(text)), ..Facts::default() };
            assert_eq!(facts.typing, hint, "{text}");
            let first = if hint.is_some() { Next::Do(Action::TypeAgain) } else { Next::Ask(Typing) };
            assert_eq!(next(&facts), first, "{text}");
            facts.answer(Typing, true);
            assert_eq!(next(&facts), Next::Ask(CardNeverChanged), "{text}");
        }
    }

    /// Every fact unknown, no or yes, with and without a hint, and every way to answer the rest: 3⁸ × 2⁸ walks and more.
    #[test]
    fn every_walk_ends_and_asks_nothing_that_is_known() {
        let hints = [None, Some(TypingHint::Cyrillic)];
        for known in 0..3_u32.pow(8) {
            for typing in hints {
                let mut facts = Facts { typing, ..Facts::default() };
                let mut unknown = Vec::new();
                for (question, power) in QUESTIONS.into_iter().zip(0..) {
                    match known / 3_u32.pow(power) % 3 {
                        0 => unknown.push(question),
                        fact => facts.answer(question, fact == 2),
                    }
                }
                for answers in 0..2_u32.pow(u32::try_from(unknown.len()).unwrap()) {
                    let yes = |question| {
                        unknown.iter().position(|q| *q == question).is_some_and(|bit| answers >> bit & 1 == 1)
                    };
                    check(facts, &unknown, yes);
                }
            }
        }
    }

    fn check(facts: Facts, unknown: &[Question], yes: impl Fn(Question) -> bool) {
        let (asked, action) = walk(facts, &yes);
        assert!(asked.iter().all(|question| unknown.contains(question)), "{facts:?} {asked:?}");
        assert!((1..asked.len()).all(|n| !asked[..n].contains(&asked[n])), "{facts:?} {asked:?}");
        let mut end = facts;
        for question in &asked {
            end.answer(*question, yes(*question));
        }
        // The same answers lead to the same action, and the action is what they ask for.
        assert_eq!(next(&end), Next::Do(action));
        let is_grounded = match action {
            Action::TypeAgain => end.typing_checked == Some(false) || end.typing.is_some(),
            Action::NewCard => end.has_card_password == Some(true) && end.card_older_than_month == Some(true),
            Action::TryTheOneBefore => {
                end.changed_lately == Some(true) && end.tried_the_one_before == Some(false)
            }
            Action::SignInThroughEsia => end.esia_only == Some(true),
            Action::WaitForActivation => end.registered_within_hour == Some(true),
            Action::Recover => end.recovery_set_up == Some(true),
            Action::GoToOffice => end.recovery_set_up == Some(false),
        };
        assert!(is_grounded, "{end:?} {action:?}");
    }
}
