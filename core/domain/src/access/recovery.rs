//! Three wrong entries and recovery is closed for a day (account rules, Recovery; S0). The service counts; the same rule stands
//! here for those who play the service, and as what to expect of one that does not say.

/// So many wrong entries close recovery. A default: the service may say otherwise.
pub const RECOVERY_ATTEMPTS: u32 = 3;
/// So long it stays closed, from the last of them: 24 hours. A default: the service may say otherwise.
pub const RECOVERY_BLOCK_SECONDS: u64 = 86_400;

/// How many wrong entries close recovery, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoveryRule {
    /// So many, at least one.
    pub attempts: u32,
    /// So long, from the last of them.
    pub block_seconds: u64,
}

impl Default for RecoveryRule {
    fn default() -> Self {
        Self { attempts: RECOVERY_ATTEMPTS, block_seconds: RECOVERY_BLOCK_SECONDS }
    }
}

/// How recovery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoveryStanding {
    /// Wrong entries left until it closes; none while it is closed.
    pub attempts_left: u32,
    /// Closed for so long, at least a second.
    pub blocked_seconds: Option<u64>,
}

/// One person's entries. Time is in seconds of the service's own clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecoveryBook {
    wrong: u32,
    blocked_until: Option<i64>,
}

impl RecoveryBook {
    /// Counts a wrong entry; while recovery is closed an entry counts nothing, so it does not stay closed any longer.
    pub fn wrong_entry(&mut self, now: i64, rule: RecoveryRule) -> RecoveryStanding {
        if self.blocked(now).is_some() {
            return self.standing(now, rule);
        }
        // The day is over: all attempts are there again.
        if self.blocked_until.take().is_some() {
            self.wrong = 0;
        }
        self.wrong = self.wrong.saturating_add(1);
        if self.wrong >= rule.attempts {
            self.blocked_until = Some(now.saturating_add_unsigned(rule.block_seconds));
        }
        self.standing(now, rule)
    }

    /// A right entry: wrong ones before it are forgotten. It opens nothing that is closed.
    pub const fn right_entry(&mut self) {
        if self.blocked_until.is_none() {
            self.wrong = 0;
        }
    }

    /// How it stands now.
    pub fn standing(&self, now: i64, rule: RecoveryRule) -> RecoveryStanding {
        let blocked_seconds = self.blocked(now);
        let attempts = rule.attempts.max(1);
        let attempts_left = match (blocked_seconds, self.blocked_until) {
            (Some(_), _) => 0,
            (None, Some(_)) => attempts,
            // A rule that became stricter closes nothing by itself.
            (None, None) => attempts.saturating_sub(self.wrong).max(1),
        };
        RecoveryStanding { attempts_left, blocked_seconds }
    }

    fn blocked(&self, now: i64) -> Option<u64> {
        self.blocked_until.filter(|until| *until > now).map(|until| until.abs_diff(now))
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    const DAY: i64 = 86_400;

    const fn left(attempts_left: u32) -> RecoveryStanding {
        RecoveryStanding { attempts_left, blocked_seconds: None }
    }

    const fn blocked(seconds: u64) -> RecoveryStanding {
        RecoveryStanding { attempts_left: 0, blocked_seconds: Some(seconds) }
    }

    #[test]
    fn three_wrong_entries_close_it_for_a_day_from_the_third() {
        let rule = RecoveryRule::default();
        let mut book = RecoveryBook::default();
        assert_eq!(book.standing(0, rule), left(3));
        assert_eq!(book.wrong_entry(0, rule), left(2));
        assert_eq!(book.wrong_entry(3600, rule), left(1));
        assert_eq!(book.wrong_entry(7200, rule), blocked(86_400));
        // Entries while it is closed count nothing, right or wrong.
        assert_eq!(book.wrong_entry(7200 + 1, rule), blocked(86_399));
        book.right_entry();
        assert_eq!(book.standing(7200 + DAY - 1, rule), blocked(1));
        assert_eq!(book.standing(7200 + DAY, rule), left(3));
        assert_eq!(book.wrong_entry(7200 + DAY, rule), left(2));
        assert_eq!(book.wrong_entry(7200 + DAY, rule), left(1));
        book.right_entry();
        assert_eq!(book.standing(7200 + DAY, rule), left(3));
    }

    #[test]
    fn rules_of_other_services() {
        let once = RecoveryRule { attempts: 1, block_seconds: 60 };
        assert_eq!(RecoveryBook::default().wrong_entry(5, once), blocked(60));
        // No attempts at all is read as one, and a closing of no length opens at once.
        let none = RecoveryRule { attempts: 0, block_seconds: 60 };
        assert_eq!(RecoveryBook::default().standing(5, none), left(1));
        assert_eq!(RecoveryBook::default().wrong_entry(5, none), blocked(60));
        let short = RecoveryRule { attempts: 2, block_seconds: 0 };
        let mut book = RecoveryBook::default();
        assert_eq!([book.wrong_entry(5, short), book.wrong_entry(5, short)], [left(1), left(2)]);
        // A stricter rule comes in between.
        let mut book = RecoveryBook::default();
        book.wrong_entry(0, RecoveryRule { attempts: 9, ..once });
        book.wrong_entry(0, RecoveryRule { attempts: 9, ..once });
        assert_eq!(book.standing(0, once), left(1));
        assert_eq!(book.wrong_entry(0, once), blocked(60));
    }

    #[test]
    fn the_ends_of_time() {
        let rule = RecoveryRule { attempts: 1, block_seconds: u64::MAX };
        let mut book = RecoveryBook::default();
        assert_eq!(book.wrong_entry(i64::MIN, rule), blocked(u64::MAX));
        assert_eq!(book.standing(i64::MAX, rule), left(1));
        assert_eq!(RecoveryBook::default().wrong_entry(i64::MAX, rule), left(1));
    }

    proptest! {
        /// In no stretch of the block's length are more wrong entries counted than the rule has attempts.
        #[test]
        fn never_more_entries_than_the_rule_has(
            attempts in 1_u32..6,
            block_seconds in 1_u64..500,
            entries in vec((0_i64..200, prop::bool::weighted(0.9)), 1..60),
        ) {
            let rule = RecoveryRule { attempts, block_seconds };
            let mut book = RecoveryBook::default();
            let (mut now, mut wrong, mut until) = (0, 0, None::<i64>);
            for (pause, is_wrong) in entries {
                now += pause;
                // The same told plainly: a counter and the end of the block.
                if until.is_some_and(|until| until <= now) {
                    (wrong, until) = (0, None);
                }
                if is_wrong {
                    if until.is_none() {
                        wrong += 1;
                        until = (wrong == attempts).then(|| now.saturating_add_unsigned(block_seconds));
                    }
                    book.wrong_entry(now, rule);
                } else {
                    if until.is_none() {
                        wrong = 0;
                    }
                    book.right_entry();
                }
                let expected = until.map_or(left(attempts - wrong), |until| blocked(until.abs_diff(now)));
                prop_assert_eq!(book.standing(now, rule), expected);
            }
        }

        #[test]
        fn looking_changes_nothing_and_waiting_opens(now in -1000_i64..1000, wait in 0_i64..200_000) {
            let rule = RecoveryRule::default();
            let mut book = RecoveryBook::default();
            for _ in 0..3 {
                book.wrong_entry(now, rule);
            }
            let before = book;
            let standing = book.standing(now + wait, rule);
            prop_assert_eq!(book, before);
            prop_assert_eq!(standing, if wait < DAY { blocked((DAY - wait).unsigned_abs()) } else { left(3) });
        }
    }
}
