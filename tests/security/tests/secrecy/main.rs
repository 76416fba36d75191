//! A whole session leaves no secret and nothing personal in a log, a file, a panic's words or a `Debug` form, and no screen
//! says a secret. What single rooms hide is tested in them; see the table in `README.md`.
#![forbid(unsafe_code)]

#[cfg(test)]
mod forms;
#[cfg(test)]
mod getting_in;
#[cfg(test)]
mod overheard;
#[cfg(test)]
mod person;
#[cfg(test)]
mod session;
