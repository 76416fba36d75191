//! A set of positions.

/// Which of `len` positions are in the set, a bit each.
pub(crate) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    pub(crate) fn empty(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    pub(crate) fn full(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64)];
        if let (Some(last), 1..) = (words.last_mut(), len % 64) {
            *last = (1 << (len % 64)) - 1;
        }
        Self { words, len }
    }

    pub(crate) fn insert(&mut self, position: usize) {
        self.words[position / 64] |= 1 << (position % 64);
    }

    pub(crate) fn remove(&mut self, position: usize) {
        self.words[position / 64] &= !(1 << (position % 64));
    }

    /// Keeps what is in both; they are of one length.
    pub(crate) fn retain(&mut self, other: &Self) {
        for (own, other) in self.words.iter_mut().zip(&other.words) {
            *own &= other;
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// All of them, in order, without the first `skip`.
    pub(crate) fn positions(&self, mut skip: usize) -> impl Iterator<Item = usize> {
        let mut word = 0;
        while let Some(bits) = self.words.get(word)
            && skip >= bits.count_ones() as usize
        {
            skip -= bits.count_ones() as usize;
            word += 1;
        }
        self.from(word * 64).skip(skip)
    }

    /// All of them from a position on, in order.
    pub(crate) fn from(&self, start: usize) -> impl Iterator<Item = usize> {
        let mut word = start / 64;
        let mut left = self.words.get(word).copied().unwrap_or(0) & u64::MAX << (start % 64);
        std::iter::from_fn(move || {
            while left == 0 {
                word += 1;
                left = *self.words.get(word)?;
            }
            let bit = left.trailing_zeros() as usize;
            left &= left - 1;
            Some(word * 64 + bit)
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_a_list_of_flags(flags in prop::collection::vec(any::<bool>(), 0..300), skip in 0_usize..320) {
            let mut bits = Bits::empty(flags.len());
            let mut rest = Bits::full(flags.len());
            prop_assert_eq!(rest.count(), flags.len());
            let expected: Vec<usize> = (0..flags.len()).filter(|at| flags[*at]).collect();
            for at in &expected {
                bits.insert(*at);
                rest.remove(*at);
            }
            prop_assert_eq!(bits.count(), expected.len());
            prop_assert_eq!(rest.count(), flags.len() - expected.len());
            prop_assert_eq!(bits.positions(skip).collect::<Vec<_>>(), expected.iter().copied().skip(skip).collect::<Vec<_>>());
            prop_assert_eq!(bits.from(skip).collect::<Vec<_>>(), expected.iter().copied().filter(|at| *at >= skip).collect::<Vec<_>>());
            bits.retain(&rest);
            prop_assert_eq!(bits.count(), 0);
        }
    }
}
