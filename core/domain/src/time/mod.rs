//! Days and instants: the one folder that knows which library counts them. Nothing here reads a clock or a zone.
//!
//! Both types keep to the years −9999 to 9999, are written in one form each (ISO 8601, RFC 3339) and are kept in it.

mod date;
mod http;
mod read;
mod timestamp;
mod zone;

#[cfg(test)]
mod tests;

pub use date::Date;
pub use http::{http_date, parse_http_date};
pub use timestamp::Timestamp;
pub use zone::Zone;

/// What is no day or no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// A day or a moment beyond the calendar's years −9999 to 9999, or one that no month has.
    #[error("not in the calendar")]
    OutOfCalendar,
    /// A text in no form that is read.
    #[error("not a day or moment as ISO 8601 writes it")]
    Form,
}

/// Writes and reads a value by its one text form.
macro_rules! kept_as_text {
    ($type:ty, $expected:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl serde::de::Visitor<'_> for Text {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

kept_as_text!(Date, "a day as ISO 8601 writes it");
kept_as_text!(Timestamp, "a moment as RFC 3339 writes it");
