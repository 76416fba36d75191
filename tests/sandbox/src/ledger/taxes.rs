//! Taxes by code. Only 20, 24 and 25 are attested; every other code here is made up and its title says so.

/// A tax as the service names it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TaxName {
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
}

pub(crate) static TRANSPORT: TaxName = TaxName { code: "20", title: "Транспортный налог" };
pub(crate) static LAND: TaxName = TaxName { code: "24", title: "Земельный налог" };
pub(crate) static PROPERTY: TaxName =
    TaxName { code: "25", title: "Налог на имущество физических лиц" };
pub(crate) static PERSONAL_INCOME: TaxName =
    TaxName { code: "X1", title: "НДФЛ (код выдуман)" };
pub(crate) static PENALTY: TaxName = TaxName { code: "X2", title: "Пени (код выдуман)" };
pub(crate) static MADE_UP: [TaxName; 4] = [
    TaxName { code: "X6", title: "Прочее (код выдуман)" },
    TaxName { code: "X7", title: "Выдуманный сбор за лунный свет" },
    TaxName { code: "X8", title: "Выдуманный налог на тишину" },
    TaxName {
        code: "X9",
        title: "Выдуманный налог с очень длинным названием, которое не помещается в одну строку экрана",
    },
];
