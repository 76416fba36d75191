//! Where a shelf's values stand in the tables that all shelves share.
//!
//! A shelf has a number, which parts its rows from those of others, and a name. Each value is bound to both, so that
//! nothing of one shelf opens in another, even if somebody gave it the other's number.

use std::ops::RangeInclusive;

use super::names::NameId;
use crate::{
    StoreError,
    seal::{LookUp, Place, Seal, Table},
};

/// How far apart the names of two shelves are: a name's number has 32 bits.
const NAMES: i64 = 1 << 32;
/// How far apart the blocks of two shelves are: no extent comes near the half of it in either direction.
const BLOCKS: i64 = 1 << 38;
/// Above it numbers of blocks would overflow.
const MOST: i64 = 1 << 24;
/// The shelf that a file of the first version had: names and blocks are bound to their numbers alone, as they were there.
const FIRST: i64 = 0;

/// A shelf's number and name.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    number: i64,
    name: LookUp,
}

impl Spot {
    pub(crate) fn new(number: i64, name: LookUp) -> Result<Self, StoreError> {
        if (FIRST..MOST).contains(&number) { Ok(Self { number, name }) } else { Err(StoreError::TooLarge) }
    }

    /// The keyed hash that stands for a shelf's name.
    pub(crate) fn look_up(seal: &Seal, name: &str) -> Result<LookUp, StoreError> {
        seal.look_up(Table::Shelf, name)
    }

    /// Where the shelf's extent stands.
    pub(crate) const fn extent(self) -> Place {
        Place::both(Table::Shelf, self.number, self.name)
    }

    pub(crate) const fn hash(self) -> LookUp {
        self.name
    }

    pub(crate) fn name(self, id: NameId) -> Place {
        self.at(Table::Name, self.number * NAMES + i64::from(id))
    }

    pub(crate) const fn block(self, id: i64) -> Place {
        self.at(Table::Block, self.number * BLOCKS + id)
    }

    /// Whatever stands here is a name of this shelf.
    pub(crate) const fn names(self) -> RangeInclusive<i64> {
        let first = self.number * NAMES;
        first..=first + NAMES - 1
    }

    /// Whatever stands here is a block of this shelf.
    pub(crate) const fn blocks(self) -> RangeInclusive<i64> {
        let middle = self.number * BLOCKS;
        middle - BLOCKS / 2..=middle + BLOCKS / 2 - 1
    }

    const fn at(self, table: Table, number: i64) -> Place {
        if self.number == FIRST {
            Place::numbered(table, number)
        } else {
            Place::both(table, number, self.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_shelves_have_a_place_in_common() {
        let spots: Vec<Spot> =
            [0, 1, 2, MOST - 1].into_iter().map(|number| Spot::new(number, [9; 16]).unwrap()).collect();
        for pair in spots.windows(2) {
            assert!(pair[0].names().end() < pair[1].names().start());
            assert!(pair[0].blocks().end() < pair[1].blocks().start());
        }
        for spot in spots {
            assert_eq!(spot.name(0).number(), *spot.names().start());
            assert_eq!(spot.name(NameId::MAX).number(), *spot.names().end());
            for id in [-(1 << 37), 0, (1 << 37) - 1] {
                assert!(spot.blocks().contains(&spot.block(id).number()));
            }
        }
        assert!(Spot::new(-1, [0; 16]).is_err() && Spot::new(MOST, [0; 16]).is_err());
    }
    /// What a shelf left does not open in another that was given its number.
    #[test]
    fn a_value_is_bound_to_the_shelfs_name_too() {
        let seal = Seal::new(&crate::DataKey::from_bytes([1; 32]), &[2; 16]).unwrap();
        let spot = |name| Spot::new(1, Spot::look_up(&seal, name).unwrap()).unwrap();
        let (own, other) = (spot("letters"), spot("operations"));
        let places = [|spot: Spot| spot.extent(), |spot: Spot| spot.name(3), |spot: Spot| spot.block(3)];
        for place in places {
            assert_eq!(place(own).number(), place(other).number());
            let mut sealed = crate::plain::Plain::default();
            seal.seal(place(own), &mut sealed, |_| Ok(())).unwrap();
            let opens = |at| seal.open(at, &sealed, &mut crate::plain::Plain::default()).is_ok();
            assert!(opens(place(own)) && !opens(place(other)));
        }
    }
}
