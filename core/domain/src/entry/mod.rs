//! What a person types into a form, read the way people write it. Each reader names what is wrong; positions are of characters, from 1,
//! white space around the text and [unseen marks](crate::typed::is_unseen) not counted.

mod amount;
mod day;
mod digits;
mod month;
mod name;
mod words;

pub use amount::{AmountError, parse_amount};
pub use day::{DayError, parse_day};
pub use digits::{DigitsError, parse_digits};
pub use month::{Month, MonthError, parse_month};
pub use name::{NAME_LIMIT, NameError, parse_name};
pub use words::{Lines, WordsError, parse_words};
