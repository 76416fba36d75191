//! The device's clock, and what is known of the service's: the same rules by which the runtime keeps the service's time.

use fl_app::Moment;
use fl_domain::Timestamp;

use crate::rules::Seconds;

/// A distance that changed by no more than this is not kept anew.
const SAME: Seconds = 5;
/// Of the place.
const OFFSET_MINUTES: i32 = 180;

/// The service's time at a moment of this run.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    at: Seconds,
    steady: Seconds,
}

/// What outlives the run: how far the service is ahead of the device, and the last time known.
#[derive(Clone, Copy, Debug)]
struct Kept {
    ahead: Seconds,
    seen: Seconds,
    /// It was true, while the device's clock stood so against the true time; no client knows that.
    true_at: Option<Seconds>,
}

/// All times are in seconds; the steady one is what really went by.
#[derive(Debug)]
pub(crate) struct Clocks {
    start: Seconds,
    steady: Seconds,
    skew: Seconds,
    anchor: Option<Anchor>,
    kept: Option<Kept>,
    /// What is taken for the service's time has to be it; no client knows that for sure.
    is_known: bool,
}

impl Clocks {
    pub(crate) fn new(start: Timestamp, skew: Seconds) -> Self {
        Self { start: start.as_second(), steady: 0, skew, anchor: None, kept: None, is_known: false }
    }

    /// The device's own time.
    const fn wall(&self) -> Seconds {
        self.start + self.steady + self.skew
    }

    pub(crate) const fn pass(&mut self, seconds: Seconds) {
        self.steady += seconds;
    }

    pub(crate) const fn set(&mut self, by: Seconds) {
        self.skew += by;
    }

    fn trusted(&self) -> Option<Seconds> {
        self.anchor.map(|anchor| anchor.at + self.steady - anchor.steady)
    }

    pub(crate) fn now(&self) -> Moment {
        let at = Timestamp::from_second(self.wall()).unwrap();
        let ahead = self.trusted().map_or(0, |trusted| trusted - self.wall());
        Moment { service_ahead: ahead, ..Moment::new(at, OFFSET_MINUTES) }
    }

    /// An answer said what time it is at the service.
    pub(crate) fn observe(&mut self, service: Timestamp) {
        self.anchor = Some(Anchor { at: service.as_second(), steady: self.steady });
        self.is_known = true;
        let ahead = service.as_second() - self.wall();
        if self.kept.is_none_or(|kept| (kept.ahead - ahead).abs() > SAME) {
            self.keep();
        }
    }

    /// Also done whenever something is waited for from now on.
    pub(crate) fn keep(&mut self) {
        if let Some(seen) = self.trusted() {
            let true_at = self.is_known.then_some(self.skew);
            self.kept = Some(Kept { ahead: seen - self.wall(), seen, true_at });
        }
    }

    /// The app starts, on a device that was just installed on or that kept something.
    pub(crate) fn start_run(&mut self) {
        let at = |kept: Kept| (self.wall() + kept.ahead).max(kept.seen);
        self.anchor = self.kept.map(|kept| Anchor { at: at(kept), steady: self.steady });
        self.is_known = self.kept.is_some_and(|kept| kept.true_at == Some(self.skew));
    }

    /// It ends in good order.
    pub(crate) fn end_run(&mut self) {
        if self.kept.is_some() {
            self.keep();
        }
    }

    pub(crate) const fn forget(&mut self) {
        (self.kept, self.anchor) = (None, None);
    }

    /// The app can know the service's time: it was told in this run, or before, and nobody set the device's clock since that was
    /// kept. What is then taken for it has to be it.
    pub(crate) fn is_known(&self) -> bool {
        if self.is_known {
            assert_eq!(self.trusted(), Some(self.start + self.steady), "{self:?}");
        }
        self.is_known
    }
}
