use crate::kit::touch;

/// The page's key.
pub(super) const KEY: &str = "sign-ins";

/// The list of sign-ins.
#[derive(Default)]
pub(crate) struct List {
    /// The one that was touched, by the service's name of it.
    pub(super) opened: Option<String>,
    /// How far its disowning is.
    pub(super) step: Step,
}

/// How far a disowning is, before it is handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Step {
    /// Not begun.
    #[default]
    Looking,
    /// Asked whether it is meant.
    Asking,
}

/// What a person does here.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Opens a sign-in of the list, or closes it, by the service's name of it: the list may have moved on.
    SignIn(String),
    /// «This was not me»: asks first.
    NotMe,
    /// It was not; the service ends that session.
    Disown,
    /// It was, after all.
    Keep,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::SignIn(_) => "sign-ins/sign-in",
            Self::NotMe => "sign-ins/not-me",
            Self::Disown => "sign-ins/disown",
            Self::Keep => "sign-ins/keep",
        }
    }
}
