//! What every call on a shelf needs, read at the first.

use rusqlite::{Connection, OptionalExtension};

use super::{Shape, extent::Extent, names::Names, spot::Spot};
use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
};

pub(crate) struct Known {
    pub(crate) spot: Spot,
    /// The shelf is not in the file yet: its number is the one it would be given now.
    pub(crate) is_new: bool,
    /// The file has rows in another form: they count as gone, and the next write removes them.
    pub(crate) is_stale: bool,
    pub(crate) extent: Extent,
    pub(crate) names: Names,
}

impl Known {
    /// What is known, read if it is not.
    pub(crate) fn of<'k>(
        known: &'k mut Option<Self>,
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
        shape: &Shape,
    ) -> Result<&'k Self, StoreError> {
        match known {
            Some(known) => Ok(known),
            none => Ok(none.insert(Self::load(connection, seal, buffer, shape)?)),
        }
    }

    pub(crate) fn load(
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
        shape: &Shape,
    ) -> Result<Self, StoreError> {
        let name = Spot::look_up(seal, shape.name)?;
        let mut statement = connection.prepare_cached("SELECT id, value FROM shelf WHERE name = ?1")?;
        let read = statement
            .query_row([name], |row| {
                let damaged = Place::named(Table::Shelf, name).damaged();
                let Ok(spot) = Spot::new(row.get(0)?, name) else { return Ok(Err(damaged)) };
                Ok(seal.open_column(spot.extent(), row, 1, buffer).map(|()| spot))
            })
            .optional()?;
        let Some(spot) = read.transpose()? else { return Self::none(connection, shape, name) };
        let extent = Extent::decode(buffer).ok_or(spot.extent().damaged())?;
        if extent.form != shape.form {
            // Ranks go on: what is put now never stands where something else stood.
            let extent = Extent { form: shape.form, head: extent.head, ..Extent::default() };
            return Ok(Self {
                spot,
                is_new: false,
                is_stale: true,
                extent,
                names: Names::new(shape.facets, shape.called),
            });
        }
        let names =
            Names::load(connection, seal, spot, (shape.facets, shape.called), extent.count.unsigned_abs())?;
        Ok(Self { spot, is_new: false, is_stale: false, extent, names })
    }

    /// A shelf that was never written to.
    fn none(connection: &Connection, shape: &Shape, name: [u8; 16]) -> Result<Self, StoreError> {
        // Shelves are never removed: names without one are what is left of a shelf that somebody took out.
        let is_left = connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM name WHERE id >> 32 NOT IN (SELECT id FROM shelf))",
            )?
            .query_row([], |row| row.get::<_, bool>(0))?;
        if is_left {
            return Err(Place::numbered(Table::Name, 0).damaged());
        }
        let number = connection
            .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM shelf")?
            .query_row([], |row| row.get(0))?;
        Ok(Self {
            spot: Spot::new(number, name)?,
            is_new: true,
            is_stale: false,
            extent: Extent { form: shape.form, ..Extent::default() },
            names: Names::new(shape.facets, shape.called),
        })
    }
}
