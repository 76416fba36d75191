use fl_domain::{Money, dates::date, entry::Month};

use crate::kit::{
    form::{Chosen, Days, FieldSpec, GroupSpec, Item, Kind, OptionSpec, Spec, StepSpec},
    texts::Texts,
};

const MAX: Money = Money::from_kopecks(100_000_000);

const MONTHS: (Month, Month) = match (Month::new(2020, 1), Month::new(2030, 12)) {
    (Some(earliest), Some(latest)) => (earliest, latest),
    // Not reached: both are months.
    _ => unreachable!(),
};

const WISHES: &[OptionSpec] = &[
    OptionSpec { key: "question", label: "pattern-question" },
    OptionSpec { key: "refund", label: "pattern-refund" },
    OptionSpec { key: "visit", label: "pattern-visit" },
];

/// Every kind of field, shown-when over two steps, a group that repeats, and one field that had another name in version 1.
pub(super) static SPEC: Spec = Spec {
    name: "pattern",
    version: 2,
    title: "pattern-title",
    steps: &[
        StepSpec {
            key: "pattern-about",
            title: "pattern-about",
            items: &[
                Item::Field(
                    FieldSpec::new("subject", "pattern-subject", Kind::Words { max: 100 })
                        .formerly(&["topic"]),
                ),
                Item::Field(FieldSpec::new("wish", "pattern-wish", Kind::Few(WISHES))),
                Item::Field(
                    FieldSpec::new("story", "pattern-story", Kind::LongWords { max: 4000 })
                        .hint("pattern-story-hint")
                        .optional(),
                ),
                Item::Field(
                    FieldSpec::new("office", "pattern-office", Kind::Many).hint("pattern-office-hint"),
                ),
            ],
        },
        StepSpec {
            key: "pattern-who",
            title: "pattern-who",
            items: &[
                Item::Field(FieldSpec::new("surname", "pattern-surname", Kind::PersonName)),
                Item::Field(FieldSpec::new("name", "pattern-name", Kind::PersonName)),
                Item::Field(
                    FieldSpec::new("address", "pattern-address", Kind::Address { max: 300 })
                        .optional()
                        .when("wish", &["refund", "question"]),
                ),
                Item::Field(
                    FieldSpec::new("paper", "pattern-paper", Kind::Digits { min: 6, max: 12 })
                        .hint("pattern-paper-hint")
                        .optional(),
                ),
                Item::Field(
                    FieldSpec::new("day", "pattern-day", Kind::Day(Days::UntilToday(date(1900, 1, 1))))
                        .hint("pattern-day-hint"),
                ),
                Item::Field(
                    FieldSpec::new(
                        "month",
                        "pattern-month",
                        Kind::Month { earliest: MONTHS.0, latest: MONTHS.1 },
                    )
                    .hint("pattern-month-hint"),
                ),
            ],
        },
        StepSpec {
            key: "pattern-money",
            title: "pattern-money",
            items: &[
                Item::Field(
                    FieldSpec::new("amount", "pattern-amount", Kind::Amount { max: MAX })
                        .when("wish", &["refund"]),
                ),
                Item::Field(FieldSpec::new("bank", "pattern-bank", Kind::Bic).when("wish", &["refund"])),
                Item::Field(
                    FieldSpec::new("account", "pattern-account", Kind::Account { bank: "bank" })
                        .when("wish", &["refund"]),
                ),
                Item::Group(GroupSpec {
                    key: "payment",
                    title: "pattern-payment",
                    add: "pattern-payment-add",
                    remove: "pattern-payment-remove",
                    min: 0,
                    max: 20,
                    fields: &[
                        FieldSpec::new("amount", "pattern-payment-amount", Kind::Amount { max: MAX }),
                        FieldSpec::new(
                            "day",
                            "pattern-payment-day",
                            Kind::Day(Days::Between(date(2020, 1, 1), date(2030, 12, 31))),
                        ),
                    ],
                }),
            ],
        },
        StepSpec {
            key: "pattern-papers",
            title: "pattern-papers",
            items: &[
                Item::Field(FieldSpec::new("papers", "pattern-papers", Kind::Files { max: 5 }).optional()),
                Item::Field(FieldSpec::new("agreed", "pattern-agreed", Kind::Agreement)),
                Item::Field(
                    FieldSpec::new("signature", "pattern-signature", Kind::Signature)
                        .hint("pattern-signature-hint"),
                ),
            ],
        },
    ],
};

/// Made-up offices, enough of them to be looked for.
pub(super) fn offices(texts: &Texts) -> Vec<Chosen> {
    let office = |number: u16| Chosen {
        key: format!("77{number:02}"),
        label: texts.tell("pattern-office-name", &[("number", number.into())]),
        detail: Some(format!("77{number:02}")),
    };
    (1..=80).map(office).collect()
}
