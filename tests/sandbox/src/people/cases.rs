//! The cases.

#[derive(Clone, Copy, Debug)]
pub(super) enum Recipe {
    Empty,
    Paid,
    Debt,
    Overpaid,
    ManyTaxes,
    Bulk { seed: u64, count: u32 },
}

/// How a person gets in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// A password of their own, and nothing to recover it with.
    Plain,
    /// The same, and recovery is set up.
    SetUp,
    /// The password of a registration card.
    Card(CardAge),
    /// Through Gosuslugi only.
    Esia(EsiaState),
}

/// When the card was given out, before the sandbox started.
#[derive(Clone, Copy, Debug)]
pub(super) enum CardAge {
    Minutes(u64),
    Days(u64),
    /// So that the earlier reading of its password's life is over and the later is not.
    Ending,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum EsiaState {
    Confirmed,
    Forming,
    ByPost,
}

/// One case worth trying.
pub(super) struct Case {
    pub(super) key: &'static str,
    pub(super) titles: [&'static str; 2],
    pub(super) name: &'static str,
    pub(super) letters: u32,
    pub(super) recipe: Recipe,
    pub(super) way: Way,
}

pub(super) const CASES: [Case; 20] = [
    Case {
        key: "no-debt",
        titles: ["Nothing owed, taxes ahead", "Долгов нет, впереди налоги"],
        name: "Выдумкина Анна Петровна",
        letters: 3,
        recipe: Recipe::Paid,
        way: Way::Plain,
    },
    Case {
        key: "debt",
        titles: ["A debt for last year", "Долг за прошлый год"],
        name: "Примеров Пётр Ильич",
        letters: 12,
        recipe: Recipe::Debt,
        way: Way::SetUp,
    },
    Case {
        key: "overpaid",
        titles: ["More paid than owed", "Переплата"],
        name: "Образцова Мария Львовна",
        letters: 0,
        recipe: Recipe::Overpaid,
        way: Way::Plain,
    },
    Case {
        key: "ops-10k",
        titles: ["10,000 operations", "10 000 операций"],
        name: "Многократов Иван Иванович",
        letters: 1,
        recipe: Recipe::Bulk { seed: 10, count: 10_000 },
        way: Way::Plain,
    },
    Case {
        key: "ops-100k",
        titles: ["100,000 operations", "100 000 операций"],
        name: "Несчётнова Вера Павловна",
        letters: 250,
        recipe: Recipe::Bulk { seed: 100, count: 100_000 },
        way: Way::Plain,
    },
    Case {
        key: "empty",
        titles: ["A new account, nothing in it", "Новый счёт, на нём ничего"],
        name: "Новичков Олег Олегович",
        letters: 0,
        recipe: Recipe::Empty,
        way: Way::Plain,
    },
    Case {
        key: "captcha",
        titles: ["Digits from a picture at the first sign-in", "Цифры с картинки при первом входе"],
        name: "Картинкина Ольга Сергеевна",
        letters: 2,
        recipe: Recipe::Paid,
        way: Way::Plain,
    },
    Case {
        key: "no-taxinfo",
        titles: ["No payment totals: an empty 404", "Нет сумм платежей: пустой ответ 404"],
        name: "Безответов Юрий Юрьевич",
        letters: 0,
        recipe: Recipe::Paid,
        way: Way::Plain,
    },
    Case {
        key: "odd-amounts",
        titles: ["Amounts as texts and with exponents", "Суммы строками и с порядком"],
        name: "Странноцифрова Яна Игоревна",
        letters: 5,
        recipe: Recipe::Debt,
        way: Way::Plain,
    },
    Case {
        key: "many-taxes",
        titles: ["Taxes with codes nobody knows", "Налоги с неизвестными кодами"],
        name: "Всеналогов Лев Львович",
        letters: 0,
        recipe: Recipe::ManyTaxes,
        way: Way::Plain,
    },
    Case {
        key: "card-fresh",
        titles: ["A card given out three days ago", "Карта выдана три дня назад"],
        name: "Свежекартин Глеб Глебович",
        letters: 0,
        recipe: Recipe::Paid,
        way: Way::Card(CardAge::Days(3)),
    },
    Case {
        key: "card-ending",
        titles: ["A card's password in its last day", "Последний день пароля с карты"],
        name: "Почтипросрочкин Фёдор Юрьевич",
        letters: 0,
        recipe: Recipe::Paid,
        way: Way::Card(CardAge::Ending),
    },
    Case {
        key: "card-expired",
        titles: ["A card's password that was not replaced in time", "Пароль с карты вовремя не сменён"],
        name: "Просрочкина Инна Денисовна",
        letters: 0,
        recipe: Recipe::Paid,
        way: Way::Card(CardAge::Days(40)),
    },
    Case {
        key: "not-active",
        titles: ["A card given out twenty minutes ago", "Карта выдана двадцать минут назад"],
        name: "Толькочтова Зоя Марковна",
        letters: 0,
        recipe: Recipe::Empty,
        way: Way::Card(CardAge::Minutes(20)),
    },
    Case {
        key: "esia",
        titles: ["Gosuslugi only, no password", "Только через Госуслуги, пароля нет"],
        name: "Госуслугин Артём Ильич",
        letters: 0,
        recipe: Recipe::Paid,
        way: Way::Esia(EsiaState::Confirmed),
    },
    Case {
        key: "esia-forming",
        titles: ["Gosuslugi, the account is being formed", "Госуслуги, кабинет формируется"],
        name: "Ожиданьев Савва Петрович",
        letters: 0,
        recipe: Recipe::Empty,
        way: Way::Esia(EsiaState::Forming),
    },
    Case {
        key: "esia-post",
        titles: ["Gosuslugi, confirmed by post", "Госуслуги, подтверждён письмом"],
        name: "Почтова Рита Захаровна",
        letters: 0,
        recipe: Recipe::Empty,
        way: Way::Esia(EsiaState::ByPost),
    },
    Case {
        key: "recovery",
        titles: ["Recovery is set up", "Восстановление настроено"],
        name: "Забывайкин Роман Андреевич",
        letters: 0,
        recipe: Recipe::Debt,
        way: Way::SetUp,
    },
    Case {
        key: "child",
        titles: ["A child of 15", "Ребёнок 15 лет"],
        name: "Семейкин Тимофей Олегович",
        letters: 0,
        recipe: Recipe::Empty,
        way: Way::Plain,
    },
    Case {
        key: "parent",
        titles: ["The child's parent", "Родитель этого ребёнка"],
        name: "Семейкина Ольга Андреевна",
        letters: 0,
        recipe: Recipe::Paid,
        way: Way::SetUp,
    },
];
