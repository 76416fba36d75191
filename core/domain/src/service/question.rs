//! What makes a struct a question, and the macro by which a capability lists its own.

use std::fmt;

use super::{Ask, Capability, Told};

/// Something a service can be asked. What may come back is said by its type: an answer of another kind cannot be written down.
pub trait Question: Clone + fmt::Debug + PartialEq + Eq + Send + Sync + 'static {
    /// Its own answers.
    type Told: Clone + fmt::Debug + PartialEq + Eq + Send + Sync + 'static;

    /// A stable name for logs, the console, support codes and the cache; without parameters, so without personal data.
    const NAME: &'static str;
    /// The part of the contract it belongs to; `None` is attested: every service has it.
    const CAPABILITY: Option<Capability>;
    /// Asked in the session's name.
    const SESSION: bool;
    /// Changes nothing and costs nothing, so it may be sent again. Whatever is not is never sent twice by itself.
    const REPEATABLE: bool;
    /// It must reach the service exactly once, so it goes by the outbox and by nothing else.
    const ONCE: Once;
    /// The answer is kept in the cache, under [`Self::NAME`].
    const KEPT: bool;

    /// Among all questions.
    fn ask(self) -> Ask;

    /// From among all answers; `None` for the answer to another question.
    fn told(told: Told) -> Option<Self::Told>;

    /// As [`Self::told`], without taking it.
    fn peek(told: &Told) -> Option<&Self::Told>;

    /// Among all answers.
    fn tell(told: Self::Told) -> Told;
}

/// Whether a question goes by the outbox: kept on disk and named by a key before it is sent, and never sent twice blindly. What does is
/// written down, so it holds no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// It does not: whoever asks it waits for its answer.
    No,
    /// It does, and takes the place of an earlier one of its kind that has not left yet.
    Latest,
    /// It does, and each stands for itself.
    Each,
}

/// What is said of a question without asking it: the constants of [`Question`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// [`Question::NAME`].
    pub name: &'static str,
    /// [`Question::CAPABILITY`].
    pub capability: Option<Capability>,
    /// [`Question::SESSION`].
    pub needs_session: bool,
    /// [`Question::REPEATABLE`].
    pub is_repeatable: bool,
    /// [`Question::ONCE`].
    pub once: Once,
    /// [`Question::KEPT`].
    pub is_kept: bool,
}

impl Entry {
    /// Of one question.
    pub const fn of<Q: Question>() -> Self {
        Self {
            name: Q::NAME,
            capability: Q::CAPABILITY,
            needs_session: Q::SESSION,
            is_repeatable: Q::REPEATABLE,
            once: Q::ONCE,
            is_kept: Q::KEPT,
        }
    }
}

/// How many questions of a register are kept.
pub(super) const fn count_kept(register: &[&[Entry]]) -> usize {
    let (mut count, mut capability) = (0, 0);
    while capability < register.len() {
        let mut question = 0;
        while question < register[capability].len() {
            if register[capability][question].is_kept {
                count += 1;
            }
            question += 1;
        }
        capability += 1;
    }
    count
}

/// Their names, in the register's order.
pub(super) const fn names_kept<const COUNT: usize>(register: &[&[Entry]]) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let (mut count, mut capability) = (0, 0);
    while capability < register.len() {
        let mut question = 0;
        while question < register[capability].len() {
            if register[capability][question].is_kept {
                names[count] = register[capability][question].name;
                count += 1;
            }
            question += 1;
        }
        capability += 1;
    }
    names
}

/// Makes structs the questions of one capability: `questions! { Variant, capability; Question => its answers { .. }, .. }`,
/// where `Variant` is the capability's line in the register. The answers of what is not kept need no form on disk.
macro_rules! questions {
    ($capability:ident, $offered:expr; $(
        $question:ident => $told:ty {
            name: $name:literal,
            session: $session:literal,
            repeatable: $repeatable:literal,
            once: $once:ident,
            kept: $kept:tt
        }
    ),+ $(,)?) => {
        /// The questions of this capability. `Debug` is each question's own.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Ask {
            $(
                #[doc = concat!("[`", stringify!($question), "`].")]
                $question($question),
            )+
        }

        /// The answers of this capability, question for question. `Debug` is each answer's own.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Told {
            $(
                #[doc = concat!("To [`", stringify!($question), "`].")]
                $question($told),
            )+
        }

        impl Ask {
            /// Every question of this capability, in the order of its file.
            pub const REGISTER: &[super::Entry] = &[$(super::Entry::of::<$question>()),+];

            /// What is said of the question.
            pub const fn entry(&self) -> &'static super::Entry {
                match self {
                    $(Self::$question(_) => const { &super::Entry::of::<$question>() },)+
                }
            }

            pub(super) fn keep<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$question(ask) => keep_ask!($once, ask, serializer),)+
                }
            }

            pub(super) fn recall<'de, D: serde::Deserializer<'de>>(
                name: &str,
                deserializer: D,
            ) -> Option<Result<Self, D::Error>> {
                $(recall_ask!($once, $question, name, deserializer);)+
                // Nothing of a capability that sends nothing by the outbox is looked for.
                let _ = (name, deserializer);
                None
            }
        }

        impl Told {
            /// What is said of its question.
            pub const fn entry(&self) -> &'static super::Entry {
                match self {
                    $(Self::$question(_) => const { &super::Entry::of::<$question>() },)+
                }
            }

            pub(super) fn keep<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$question(told) => keep!($kept, told, serializer),)+
                }
            }

            pub(super) fn recall<'de, D: serde::Deserializer<'de>>(
                name: &str,
                deserializer: D,
            ) -> Option<Result<Self, D::Error>> {
                $(recall!($kept, $question, $told, name, deserializer);)+
                // Nothing of a capability that keeps nothing is looked for.
                let _ = (name, deserializer);
                None
            }
        }

        $(
            impl super::Question for $question {
                type Told = $told;

                const NAME: &'static str = $name;
                const CAPABILITY: Option<super::Capability> = $offered;
                const SESSION: bool = $session;
                const REPEATABLE: bool = $repeatable;
                const ONCE: super::Once = super::Once::$once;
                const KEPT: bool = $kept;

                fn ask(self) -> super::Ask {
                    super::Ask::$capability(Ask::$question(self))
                }

                fn told(told: super::Told) -> Option<Self::Told> {
                    if let super::Told::$capability(Told::$question(told)) = told { Some(told) } else { None }
                }

                fn peek(told: &super::Told) -> Option<&Self::Told> {
                    if let super::Told::$capability(Told::$question(told)) = told { Some(told) } else { None }
                }

                fn tell(told: Self::Told) -> super::Told {
                    super::Told::$capability(Told::$question(told))
                }
            }

            impl From<$question> for super::Ask {
                fn from(question: $question) -> Self {
                    super::Question::ask(question)
                }
            }
        )+
    };
}

/// One arm of a capability's `Ask::keep`.
macro_rules! keep_ask {
    (No, $ask:ident, $serializer:ident) => {{
        let _ = ($ask, $serializer);
        Err(<S::Error as serde::ser::Error>::custom("this question does not go by the outbox"))
    }};
    ($once:ident, $ask:ident, $serializer:ident) => {
        serde::Serialize::serialize($ask, $serializer)
    };
}

/// One step of a capability's `Ask::recall`.
macro_rules! recall_ask {
    (No, $question:ident, $name:ident, $deserializer:ident) => {};
    ($once:ident, $question:ident, $name:ident, $deserializer:ident) => {
        if $name == <$question as super::Question>::NAME {
            return Some(
                <$question as serde::Deserialize<'de>>::deserialize($deserializer).map(Self::$question),
            );
        }
    };
}

/// One arm of a capability's `keep`.
macro_rules! keep {
    (true, $told:ident, $serializer:ident) => {
        serde::Serialize::serialize($told, $serializer)
    };
    (false, $told:ident, $serializer:ident) => {{
        let _ = ($told, $serializer);
        Err(<S::Error as serde::ser::Error>::custom("this answer is not kept"))
    }};
}

/// One step of a capability's `recall`.
macro_rules! recall {
    (true, $question:ident, $told:ty, $name:ident, $deserializer:ident) => {
        if $name == <$question as super::Question>::NAME {
            return Some(<$told as serde::Deserialize<'de>>::deserialize($deserializer).map(Self::$question));
        }
    };
    (false, $question:ident, $told:ty, $name:ident, $deserializer:ident) => {};
}
