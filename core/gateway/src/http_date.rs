//! The headers that tell a time: `Date` (RFC 9110, 6.6.1) and `Retry-After` (10.2.3), which is seconds or an HTTP-date.

use std::time::Duration;

use fl_domain::{Timestamp, time::parse_http_date};

use crate::exchange::Response;

/// The service's own clock when it answered, from the `Date` header; `None` if it told none that can be read. The
/// device's clock may be wrong by years, this one counts for what the service counts.
pub fn server_time(response: &Response) -> Option<Timestamp> {
    read(response.date.as_deref()?)
}

/// No maintenance is announced for longer: 31 days, in seconds (our own). A later moment is a mistake, and telling it would be untrue.
const LONGEST_CLOSED: i64 = 31 * 24 * 60 * 60;

/// The moment that `Retry-After` names; `None` if it cannot be read, is over already, or is further away than any maintenance lasts, as
/// then it tells nothing.
pub(crate) fn retry_after(header: Option<&str>, received_at: Timestamp) -> Option<Timestamp> {
    let text = header?.trim();
    let until = if text.bytes().all(|b| b.is_ascii_digit()) {
        let seconds = text.parse().ok()?;
        received_at.checked_add(Duration::from_secs(seconds)).ok()?
    } else {
        read(text)?
    };
    let is_sane = until.as_second() - received_at.as_second() <= LONGEST_CLOSED;
    (until > received_at && is_sane).then_some(until)
}

fn read(text: &str) -> Option<Timestamp> {
    parse_http_date(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::response;

    #[test]
    fn seconds_dates_and_nonsense() {
        let now: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
        let table = [
            ("120", at("2026-11-22T09:02:00Z")),
            (" 3600 ", at("2026-11-22T10:00:00Z")),
            ("Sun, 22 Nov 2026 21:00:00 GMT", at("2026-11-22T21:00:00Z")),
            ("Sunday, 22-Nov-26 21:00:00 GMT", at("2026-11-22T21:00:00Z")),
            ("Sun Nov 22 21:00:00 2026", at("2026-11-22T21:00:00Z")),
            ("Fri Dec 18 00:00:00 2026", at("2026-12-18T00:00:00Z")),
            ("2678400", at("2026-12-23T09:00:00Z")),
            // Longer than any maintenance.
            ("2678401", None),
            ("2147483647", None),
            ("Fri Jan  1 00:00:00 2027", None),
            ("Fri, 31 Dec 9999 23:59:59 GMT", None),
            // Over already, or no time at all.
            ("0", None),
            ("Sun, 22 Nov 2020 21:00:00 GMT", None),
            ("", None),
            ("soon", None),
            ("-5", None),
            ("1.5", None),
            ("99999999999999999999", None),
            ("9223372036854775807", None),
            ("Sun, 99 Nov 2026 21:00:00 GMT", None),
        ];
        for (header, expected) in table {
            assert_eq!(retry_after(Some(header), now), expected, "{header:?}");
        }
        assert_eq!(retry_after(None, now), None);
    }

    #[test]
    fn the_services_clock_is_read_in_every_form_also_where_it_is_behind() {
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
        let table = [
            (Some("Sun, 22 Nov 2026 09:00:00 GMT"), at("2026-11-22T09:00:00Z")),
            (Some(" Sunday, 22-Nov-26 09:00:00 GMT "), at("2026-11-22T09:00:00Z")),
            (Some("Sun Nov 22 09:00:00 2026"), at("2026-11-22T09:00:00Z")),
            (Some("Thu, 01 Jan 1970 00:00:00 GMT"), at("1970-01-01T00:00:00Z")),
            (Some("600"), None),
            (Some("Sun, 22 Nov 2026 09:00:00 +0300"), None),
            (Some(""), None),
            (None, None),
        ];
        for (header, expected) in table {
            let answer = Response { date: header.map(str::to_owned), ..response(200, "") };
            assert_eq!(server_time(&answer), expected, "{header:?}");
        }
    }
}
