//! Dice that fall the same way each time.

/// A linear congruential generator with Knuth's MMIX constants; good enough for made-up amounts, and for nothing else.
#[derive(Debug)]
pub(crate) struct Lcg(u64);

impl Lcg {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed);
        // The first throws of neighbouring seeds are alike.
        for _ in 0..4 {
            dice.next();
        }
        dice
    }

    /// A number below `limit`, or 0 if that is 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next()).ok().and_then(|n| n.checked_rem(limit)).unwrap_or(0)
    }

    /// The upper half, since the lower bits of such a generator repeat soon.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}
