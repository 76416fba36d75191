//! Snapshots: the service's last answer of each kind.

use fl_domain::{Timestamp, service::Reading};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Store, StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
};

/// What a snapshot is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SnapshotKind {
    /// [`Reading::EnsBalance`].
    EnsBalance,
    /// [`Reading::LiabilityTotals`].
    LiabilityTotals,
    /// [`Reading::Accruals`], the whole list.
    Accruals,
    /// [`Reading::Arrears`], the whole list.
    Arrears,
    /// [`Reading::Incomes`].
    Incomes,
    /// [`Reading::Taxpayer`].
    Taxpayer,
    /// [`Reading::PaymentTotals`].
    PaymentTotals,
    /// [`Reading::Password`].
    Password,
    /// [`Reading::Contacts`].
    Contacts,
    /// [`Reading::SignIns`].
    SignIns,
}

impl SnapshotKind {
    /// Every kind, in the order [`Store::get_all`] returns them.
    pub const ALL: [Self; 10] = [
        Self::EnsBalance,
        Self::LiabilityTotals,
        Self::Accruals,
        Self::Arrears,
        Self::Incomes,
        Self::Taxpayer,
        Self::PaymentTotals,
        Self::Password,
        Self::Contacts,
        Self::SignIns,
    ];

    /// The kind of a reading; none for history, which has calls of its own.
    pub const fn of(reading: &Reading) -> Option<Self> {
        Some(match reading {
            Reading::EnsBalance(_) => Self::EnsBalance,
            Reading::LiabilityTotals(_) => Self::LiabilityTotals,
            Reading::Accruals(_) => Self::Accruals,
            Reading::Arrears(_) => Self::Arrears,
            Reading::Incomes(_) => Self::Incomes,
            Reading::Taxpayer(_) => Self::Taxpayer,
            Reading::PaymentTotals(_) => Self::PaymentTotals,
            Reading::Password(_) => Self::Password,
            Reading::Contacts(_) => Self::Contacts,
            Reading::SignIns(_) => Self::SignIns,
            Reading::History(_) => return None,
        })
    }

    /// The key in the file: never given to another kind.
    const fn number(self) -> i64 {
        match self {
            Self::EnsBalance => 1,
            Self::LiabilityTotals => 2,
            Self::Accruals => 3,
            Self::Arrears => 4,
            Self::Incomes => 5,
            Self::Taxpayer => 6,
            Self::PaymentTotals => 7,
            Self::Password => 8,
            Self::Contacts => 9,
            Self::SignIns => 10,
        }
    }

    const fn place(self) -> Place {
        Place::numbered(Table::Snapshot, self.number())
    }
}

/// One answer of the service and when it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// What the service said.
    pub reading: Reading,
    /// When, by this device's clock.
    pub fetched_at: Timestamp,
}

/// The opened bytes of snapshots that were read or written.
#[derive(Default)]
pub(crate) struct Held([Option<Plain>; SnapshotKind::ALL.len()]);

impl Held {
    fn slot(&mut self, kind: SnapshotKind) -> &mut Option<Plain> {
        &mut self.0[kind as usize]
    }
}

impl Store {
    /// Keeps one answer in the place of the earlier one of its kind.
    ///
    /// # Errors
    /// [`StoreError::NotASnapshot`] for [`Reading::History`]; otherwise what SQLite said.
    pub fn put(&mut self, reading: &Reading, fetched_at: Timestamp) -> Result<(), StoreError> {
        self.put_all(std::slice::from_ref(reading), fetched_at)
    }

    /// Keeps several answers in one transaction: all of them or none.
    ///
    /// # Errors
    /// As [`Store::put`].
    pub fn put_all(&mut self, readings: &[Reading], fetched_at: Timestamp) -> Result<(), StoreError> {
        let mut opened = Vec::with_capacity(readings.len());
        for reading in readings {
            let kind = SnapshotKind::of(reading).ok_or(StoreError::NotASnapshot)?;
            opened.push((kind, encode(reading, fetched_at)?));
        }
        let transaction = self.connection.transaction()?;
        for (kind, plain) in &opened {
            self.seal.seal(kind.place(), &mut self.buffer, |buffer| {
                buffer.extend(plain);
                Ok(())
            })?;
            transaction
                .prepare_cached("INSERT OR REPLACE INTO snapshot (kind, value) VALUES (?1, ?2)")?
                .execute(params![kind.number(), &*self.buffer])?;
        }
        transaction.commit()?;
        for (kind, plain) in opened {
            *self.snapshots.slot(kind) = Some(plain);
        }
        Ok(())
    }

    /// The last answer of a kind, if one was kept.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if what is kept is not what was written; otherwise what SQLite said.
    pub fn get(&mut self, kind: SnapshotKind) -> Result<Option<Snapshot>, StoreError> {
        let held = self.snapshots.slot(kind);
        if held.is_none() {
            *held = read(&self.connection, &self.seal, kind)?;
        }
        held.as_deref().map(|plain| decode(kind, plain)).transpose()
    }

    /// The last answer of each kind that was kept.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn get_all(&mut self) -> Result<Vec<Snapshot>, StoreError> {
        SnapshotKind::ALL.into_iter().filter_map(|kind| self.get(kind).transpose()).collect()
    }
}

fn read(connection: &Connection, seal: &Seal, kind: SnapshotKind) -> Result<Option<Plain>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM snapshot WHERE kind = ?1")?;
    let opened = statement
        .query_row([kind.number()], |row| {
            let mut plain = Plain::default();
            Ok(seal.open_column(kind.place(), row, 0, &mut plain).map(|()| plain))
        })
        .optional()?;
    opened.transpose()
}

fn encode(reading: &Reading, fetched_at: Timestamp) -> Result<Plain, StoreError> {
    let mut plain = Plain::default();
    plain.encode(&(fetched_at.as_second(), fetched_at.subsec_nanosecond(), reading))?;
    Ok(plain)
}

fn decode(kind: SnapshotKind, plain: &[u8]) -> Result<Snapshot, StoreError> {
    let damaged = || kind.place().damaged();
    let (second, nanosecond, reading): (i64, i32, Reading) =
        postcard::from_bytes(plain).map_err(|_| damaged())?;
    if SnapshotKind::of(&reading) != Some(kind) {
        return Err(damaged());
    }
    let fetched_at = Timestamp::new(second, nanosecond).map_err(|_| damaged())?;
    Ok(Snapshot { reading, fetched_at })
}

#[cfg(test)]
mod tests {
    use fl_domain::{
        Inn, Money,
        account::{
            Due, EnsBalance, Liability, LiabilityTotals, NearestAccrual, PaymentTotals, Tax, Taxpayer,
            YearIncome,
        },
    };

    use super::*;

    /// What earlier runs wrote has to be readable: where this fails, the shared types have changed, and a migration that
    /// deletes all snapshots is due, with the new bytes here.
    #[test]
    fn the_form_of_every_snapshot_is_known() {
        let money = Money::from_kopecks;
        let date = fl_domain::Date::constant(2026, 12, 1);
        let owed =
            |due| Liability { amount: money(3), tax: Tax { code: "20".into(), title: "t".into() }, due };
        let table = [
            (
                Reading::EnsBalance(EnsBalance {
                    balance: Some(money(-1)),
                    arrears: None,
                    recommended: Some(money(64)),
                    nearest: Some(NearestAccrual { amount: money(2), date: Some(date) }),
                }),
                "0204000101000180010104010a323032362d31322d3031",
            ),
            (
                Reading::LiabilityTotals(LiabilityTotals { accruals: money(1), arrears: money(2) }),
                "0204010204",
            ),
            (
                Reading::Accruals(vec![owed(Due::On(date)), owed(Due::Unknown)]),
                "02040202060232300174000a323032362d31322d303106023230017402",
            ),
            (Reading::Arrears(vec![owed(Due::ForYear(2024))]), "0204030106023230017401d01f"),
            (
                Reading::Incomes(vec![YearIncome { year: 2025, income: Some(money(5)), tax: None }]),
                "02040501d21f010a00",
            ),
            (
                Reading::Taxpayer(Taxpayer {
                    inn: Some(Inn::made_up(1)),
                    name: Some("n".into()),
                    email: None,
                    new_letters: Some(300),
                }),
                "020406010c30303030303030303031383401016e0001ac02",
            ),
            (
                Reading::PaymentTotals(Some(PaymentTotals { enp: Some(money(1)), confirmed: None })),
                "02040701010200",
            ),
            (Reading::PaymentTotals(None), "02040700"),
        ];
        for (reading, expected) in table {
            let plain = encode(&reading, Timestamp::constant(1, 2)).unwrap();
            let shown = plain.iter().fold(String::new(), |shown, byte| shown + &format!("{byte:02x}"));
            assert_eq!(shown, expected, "{:?}", SnapshotKind::of(&reading));
            let kind = SnapshotKind::of(&reading).unwrap();
            assert_eq!(decode(kind, &plain).unwrap().reading, reading);
        }
    }

    #[test]
    fn each_kind_has_a_number_of_its_own() {
        for (index, kind) in SnapshotKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, index);
            assert_eq!(kind.number(), i64::try_from(index).unwrap() + 1);
        }
    }
}
