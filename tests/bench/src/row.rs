//! One line of the table.

use std::{fmt, time::Duration};

/// A measured figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// How long.
    Time(Duration),
    /// How much memory or room on the disk.
    Bytes(u64),
    /// How many.
    Count(u64),
    /// How many, in hundredths.
    Hundredths(u64),
}

impl Figure {
    /// A time in parts of what one trip takes.
    pub fn trips(time: Duration, trip: Duration) -> Self {
        let hundredths = time.as_nanos() * 100 / trip.as_nanos().max(1);
        Self::Hundredths(u64::try_from(hundredths).unwrap_or(u64::MAX))
    }

    /// This figure in parts of another of its sort.
    pub fn ratio(self, peer: Self) -> Option<f64> {
        match (self, peer) {
            (Self::Time(own), Self::Time(peer)) if !peer.is_zero() => Some(own.div_duration_f64(peer)),
            (Self::Bytes(own), Self::Bytes(peer))
            | (Self::Count(own), Self::Count(peer))
            | (Self::Hundredths(own), Self::Hundredths(peer)) => {
                // Exact far beyond any figure here, and durations divide without a cast.
                (peer > 0).then(|| Duration::from_nanos(own).div_duration_f64(Duration::from_nanos(peer)))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Time(time) => format!("{time:.1?}"),
            Self::Bytes(bytes) if *bytes < 1 << 20 => format!("{} KiB", bytes >> 10),
            Self::Bytes(bytes) => format!("{}.{} MiB", bytes >> 20, (bytes >> 10) % 1024 * 10 / 1024),
            Self::Count(count) => count.to_string(),
            Self::Hundredths(count) => format!("{}.{:02}", count / 100, count % 100),
        };
        f.pad(&text)
    }
}

/// What a figure has to keep to.
#[derive(Clone, Copy, Debug)]
pub enum Budget {
    /// At most this.
    AtMost(Figure),
    /// At most so many times the peer.
    Ratio(f64),
    /// Nothing: told for comparison.
    None,
}

/// One line: what was measured, beside what, and whether it keeps to its budget.
#[derive(Debug)]
pub struct Row {
    /// What was done.
    pub what: String,
    /// How this project does it.
    pub ours: Figure,
    /// Who else did it, and how.
    pub peer: Option<(&'static str, Figure)>,
    /// What it has to keep to.
    pub budget: Budget,
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.ours.ratio(self.peer?.1)
    }

    /// Whether the budget is kept; nothing where there is none.
    pub fn holds(&self) -> Option<bool> {
        match self.budget {
            Budget::AtMost(most) => Some(self.ours <= most),
            Budget::Ratio(most) => Some(self.ratio().is_some_and(|ratio| ratio <= most)),
            Budget::None => None,
        }
    }

    /// The column heads of [`Row`]'s display.
    pub fn head() -> String {
        format!("{:<52} {:>10}  {:<38} {:>6}  {:<10} holds", "what", "ours", "peer", "ratio", "budget")
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peer = self.peer.map(|(name, figure)| format!("{figure} {name}")).unwrap_or_default();
        let ratio = self.ratio().map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let budget = match self.budget {
            Budget::AtMost(most) => format!("≤ {most}"),
            Budget::Ratio(most) => format!("≤ {most:.2}×"),
            Budget::None => String::new(),
        };
        let holds = match self.holds() {
            Some(true) => "yes",
            Some(false) => "NO",
            None => "",
        };
        write!(f, "{:<52} {:>10}  {peer:<38} {ratio:>6}  {budget:<10} {holds}", self.what, self.ours)
    }
}
