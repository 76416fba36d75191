//! What a question says of its way over the wire, and the one way in which every answer is read.

use fl_domain::service::{Failure, Question, Told};

use crate::{
    content::Content,
    exchange::{Body, Response},
    fault::{self, Said},
    lenient::Trouble,
};

/// The path of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    /// Known from a public client, under the data prefix.
    Attested(&'static str),
    /// Of the project's own contract, under its own prefix: only a service that offers this part of it has it.
    Own(&'static str),
}

/// How a question is put and its answer read.
pub(crate) trait Codec: Question {
    /// Where it lives.
    const PATH: Path;

    /// What is sent along; a question with a body is a POST.
    fn body(&self) -> Body {
        Body::None
    }

    /// Reads a whole body of a 2xx answer.
    fn read(text: &str) -> Result<Self::Told, Trouble>;

    /// A refusal (4xx) that is an answer of its own. A code means something only where the contract lists it.
    fn complaint(_said: &Said) -> Option<Self::Told> {
        None
    }

    /// What an empty body with 204 or 404 says, if it says that there is nothing.
    fn nothing() -> Option<Self::Told> {
        None
    }
}

/// A [`Codec`] without its type: what the register holds of a question.
pub(crate) struct Spoken {
    pub(crate) path: Path,
    pub(super) reader: Reader<Told>,
}

impl Spoken {
    pub(super) const fn of<Q: Codec>() -> Self {
        const {
            assert!(
                matches!(Q::PATH, Path::Attested(_)) || Q::CAPABILITY.is_some(),
                "what is of the own contract is a part of it that a service offers or lacks"
            );
        }
        Self {
            path: Q::PATH,
            reader: Reader {
                read: |text| Q::read(text).map(Q::tell),
                complaint: |said| Q::complaint(said).map(Q::tell),
                nothing: || Q::nothing().map(Q::tell),
            },
        }
    }
}

/// How one kind of answer is read: the functions of [`Codec`] after its sum.
pub(crate) struct Reader<T> {
    pub(crate) read: fn(&str) -> Result<T, Trouble>,
    pub(crate) complaint: fn(&Said) -> Option<T>,
    pub(crate) nothing: fn() -> Option<T>,
}

/// Whose answer is read.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) operation: &'static str,
    pub(crate) website: &'a str,
    pub(crate) in_session: bool,
}

/// Reads one answer: the end of the session, nothing, a whole body, a refusal with a meaning, or a failure.
pub(crate) fn answer<T: PartialEq>(
    asked: Asked<'_>,
    response: &Response,
    reader: &Reader<T>,
) -> Result<T, Failure> {
    let Asked { operation, website, in_session } = asked;
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    if in_session && said.ends_session(response.status) {
        return Err(Failure::SignInAgain);
    }
    match (response.status, &content) {
        (204 | 404, Content::Empty) if let Some(nothing) = (reader.nothing)() => Ok(nothing),
        (200..300, Content::Text(text)) => {
            let told = (reader.read)(text);
            // A complaint with status 200 is neither an empty answer nor a broken one.
            let may_be_complaint = match &told {
                Ok(told) => (reader.nothing)().as_ref() == Some(told),
                Err(trouble) => *trouble == Trouble::Shape,
            };
            match (told, said.words()) {
                (_, Some(words)) if may_be_complaint => Err(Failure::Refused { words: words.to_owned() }),
                (Ok(told), _) => Ok(told),
                (Err(trouble), _) => Err(fault::of_content(operation, &content, trouble)),
            }
        }
        (200..300, other) => Err(fault::of_content(operation, other, Trouble::Shape)),
        (400..500, _) => match (reader.complaint)(&said) {
            Some(told) => Ok(told),
            None => Err(fault::of_status(operation, response, said, website)),
        },
        _ => Err(fault::of_status(operation, response, said, website)),
    }
}

/// Lists a capability's questions for the register: `speaks! { contacts: Read, SetEmail, .. }`, all of the domain's file.
macro_rules! speaks {
    ($file:ident: $($question:ident),+ $(,)?) => {
        pub(super) const fn spoken(
            ask: &fl_domain::service::$file::Ask,
        ) -> &'static $crate::dialect::codec::Spoken {
            match ask {
                $(
                    fl_domain::service::$file::Ask::$question(_) => {
                        const { &$crate::dialect::codec::Spoken::of::<fl_domain::service::$file::$question>() }
                    }
                )+
            }
        }

        pub(super) fn body(ask: &fl_domain::service::$file::Ask) -> $crate::exchange::Body {
            match ask {
                $(
                    fl_domain::service::$file::Ask::$question(question) => {
                        $crate::dialect::codec::Codec::body(question)
                    }
                )+
            }
        }
    };
}
