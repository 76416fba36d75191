use std::time::Duration;

use fl_gateway::{Request, Response};

use super::wire::WireFault;

/// How long and how often the service is asked.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// A call with all its attempts ends within this.
    pub(crate) deadline: Duration,
    /// Attempts for a question that changes nothing; anything else is sent once.
    pub(crate) attempts: u32,
    /// The first pause; each further one may be twice as long.
    pub(crate) pause: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { deadline: Duration::from_secs(30), attempts: 3, pause: Duration::from_millis(400) }
    }
}

impl Patience {
    /// For tests: as often, without the pauses.
    pub const fn brisk() -> Self {
        Self { deadline: Duration::from_secs(30), attempts: 3, pause: Duration::ZERO }
    }

    /// With another deadline for a whole call.
    #[must_use]
    pub const fn with_deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// Whether to ask once more, and after how long.
    pub(super) fn judge(
        &self,
        request: &Request,
        attempt: u32,
        sent: &Result<Response, WireFault>,
        retry_after: Option<&str>,
    ) -> Verdict {
        let may_pass = match sent {
            // A network that is not there will not be there in a second; the app asks again when it is.
            // Nor does whoever pretends to be the service become it.
            Err(WireFault::Unreachable | WireFault::NotSafe(_) | WireFault::TooLarge(_)) => false,
            Err(WireFault::Broken) => true,
            Ok(response) => matches!(response.status, 429 | 500 | 502 | 504),
        };
        if !may_pass || !request.repeatable || attempt >= self.attempts {
            return Verdict::Done;
        }
        match retry_after {
            None => Verdict::Again(self.pause_before(attempt)),
            Some(text) => match text.trim().parse::<u64>().map(Duration::from_secs) {
                // Obeyed where it fits into the call; else the person hears of it now.
                Ok(wait) if wait < self.deadline => Verdict::Again(wait),
                _ => Verdict::Done,
            },
        }
    }

    /// Between half of and all of `pause · 2^(attempt−1)`: many phones that failed together do not come back together.
    fn pause_before(&self, attempt: u32) -> Duration {
        let longest = self.pause.saturating_mul(1 << (attempt - 1).min(6));
        let random = f64::from(getrandom::u32().unwrap_or(0)) / f64::from(u32::MAX);
        longest.mul_f64(random.mul_add(0.5, 0.5))
    }
}

/// What to do after an attempt.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Take the result as it is.
    Done,
    /// Ask again after a pause.
    Again(Duration),
}

#[cfg(test)]
mod tests {
    use fl_domain::{Timestamp, service::CertificateFault};
    use fl_gateway::{Auth, Body, Method};

    use super::*;

    fn request(repeatable: bool) -> Request {
        Request {
            operation: "test",
            method: Method::Get,
            url: String::new(),
            headers: Vec::new(),
            auth: Auth::None,
            body: Body::None,
            repeatable,
        }
    }

    fn response(status: u16) -> Response {
        let received_at = Timestamp::UNIX_EPOCH;
        let (content_type, retry_after, date) = (None, None, None);
        Response { status, content_type, retry_after, date, body: Vec::new(), received_at }
    }

    #[test]
    fn what_is_asked_again() {
        let patience = Patience::brisk();
        let again = |sent: &_, repeatable, attempt, after| {
            patience.judge(&request(repeatable), attempt, sent, after) != Verdict::Done
        };
        let table = [
            (Ok(response(500)), true),
            (Ok(response(502)), true),
            (Ok(response(504)), true),
            (Ok(response(429)), true),
            (Ok(response(503)), false),
            (Ok(response(200)), false),
            (Ok(response(401)), false),
            (Ok(response(404)), false),
            (Err(WireFault::Broken), true),
            (Err(WireFault::Unreachable), false),
            (Err(WireFault::NotSafe(CertificateFault::OutOfTime)), false),
            (Err(WireFault::TooLarge("test")), false),
        ];
        for (sent, expected) in &table {
            assert_eq!(again(sent, true, 1, None), *expected, "{sent:?}");
            // What may have changed something is never sent twice.
            assert!(!again(sent, false, 1, None), "{sent:?}");
            assert!(!again(sent, true, 3, None), "{sent:?}");
        }
        assert_eq!(
            patience.judge(&request(true), 1, &Ok(response(429)), Some("7")),
            Verdict::Again(Duration::from_secs(7))
        );
        assert!(!again(&Ok(response(429)), true, 1, Some("3600")));
        assert!(!again(&Ok(response(429)), true, 1, Some("soon")));
    }

    #[test]
    fn pauses_grow_and_stay_in_their_range() {
        let patience = Patience::default();
        for attempt in 1..=8 {
            let longest = patience.pause * (1 << (attempt - 1).min(6));
            for _ in 0..50 {
                let pause = patience.pause_before(attempt);
                assert!(pause >= longest / 2 && pause <= longest, "{attempt}: {pause:?}");
            }
        }
    }
}
