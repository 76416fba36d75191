//! Screens made by hand: every block once, and a home in both languages.

use fl_app::{
    Screen, Touch,
    screen::{
        Action, Appearance, AttachedFile, Block, Button, ButtonRole, Check, CheckState, Checklist, Choice,
        Countdown, Empty, Field, FieldKind, Figure, FileWay, Files, Filter, FilterOption, Icon, More, Notice,
        Picture, Progress, Reveal, Row, Section, Status, Step, StepState, Steps, Tab, Text, Toggle, Tone,
    },
    texts::{Language, TextSize},
};

fn own(text: &str) -> String {
    text.to_owned()
}

/// A touch of its own for each key.
pub(crate) fn touch(key: &str) -> Touch {
    Touch::numbered(
        key.bytes().fold(0, |number: u64, byte| number.wrapping_mul(31).wrapping_add(byte.into())),
    )
}

pub(crate) fn screen(page: &str, title: &str, blocks: Vec<Block>) -> Screen {
    Screen {
        path: vec![own(page)],
        title: own(title),
        back: None,
        refresh: None,
        busy: false,
        tabs: Vec::new(),
        notice: None,
        blocks,
        appearance: Appearance { language: Language::En, high_contrast: false, text_size: TextSize::Normal },
    }
}

pub(crate) fn field(key: &str, kind: FieldKind) -> Field {
    Field {
        key: own(key),
        id: id(key),
        label: format!("Label of {key}"),
        kind,
        secret: kind.is_secret(),
        value: String::new(),
        revision: 0,
        hint: Some(own("what is right to type")),
        error: None,
        enabled: true,
        submit: Some(touch("submit")),
        reveal: None,
        count: None,
        calendar: None,
    }
}

/// What goes back with what is typed into the field with this key.
pub(crate) fn id(key: &str) -> String {
    format!("page/{key}")
}

/// A password that can be looked at.
pub(crate) fn revealed(key: &str) -> Field {
    let reveal = Reveal { show: format!("Show {key}"), hide: format!("Hide {key}") };
    Field { reveal: Some(reveal), ..field(key, FieldKind::NewPassword) }
}

/// One of each state, with words that take a line or several.
pub(crate) fn checklist(key: &str) -> Block {
    let checks = [
        ("At least 7 characters", CheckState::Met),
        ("One of these signs, and no other: # $ ^ & * _ - + % @", CheckState::Failed),
        ("Латинские буквы, прописная и строчная: кириллица в пароле не принимается", CheckState::Open),
    ];
    let check = |(label, state)| Check { label: own(label), state, spoken: own(label) };
    Block::Checklist(Checklist {
        key: own(key),
        title: format!("Label of {key}"),
        checks: checks.map(check).into(),
    })
}

pub(crate) fn row(key: &str, touch: Option<Touch>) -> Row {
    Row {
        key: own(key),
        icon: Icon::Transport,
        title: format!("Label of {key}"),
        detail: Some(own("by 1 December 2026")),
        value: Some(own("₽3,400.00")),
        spoken: None,
        tone: Tone::Bad,
        touch,
    }
}

fn button(key: &str, role: ButtonRole) -> Block {
    let label = format!("Label of {key}");
    Block::Button(Button { key: own(key), label, role, enabled: true, touch: touch(key) })
}

pub(crate) fn more(key: &str, label: &str) -> Block {
    Block::More(More { key: own(key), label: own(label), busy: false, touch: touch(key) })
}

pub(crate) fn filter(key: &str) -> Block {
    let option = |name: &str, selected| FilterOption {
        key: own(name),
        label: format!("Label of {key}/{name}"),
        selected,
        touch: touch(&format!("{key}/{name}")),
    };
    let options = vec![option("ru", true), option("en", false)];
    Block::Filter(Filter { key: own(key), label: format!("Label of {key}"), options, error: None })
}

/// One of many.
fn choice(key: &str) -> Block {
    Block::Choice(Choice {
        key: own(key),
        label: format!("Label of {key}"),
        chosen: None,
        unchosen: own("Not chosen"),
        hint: Some(own("one of many")),
        error: None,
        enabled: true,
        touch: touch(key),
    })
}

/// One file, and a way to another.
fn files(key: &str) -> Block {
    let label = |part: &str| format!("Label of {key}/{part}");
    Block::Files(Files {
        key: own(key),
        label: format!("Label of {key}"),
        files: vec![AttachedFile {
            key: own("1"),
            name: own("contract.pdf"),
            detail: own("PDF, 120 kB"),
            spoken: own("contract.pdf, PDF, 120 kilobytes"),
            remove: Action { label: label("1"), touch: touch(&format!("{key}/1")) },
        }],
        ways: vec![FileWay {
            key: own("pick"),
            icon: Icon::File,
            label: label("pick"),
            touch: touch(&format!("{key}/pick")),
        }],
        hint: Some(own("up to 20 MB")),
        error: None,
        busy: None,
    })
}

/// Every block there is; each draws the words `Label of` and its key.
pub(crate) fn every_block() -> Vec<Block> {
    let label = |key: &str| format!("Label of {key}");
    vec![
        Block::Status(Status {
            key: own("status"),
            tone: Tone::Bad,
            headline: label("status"),
            detail: Some(own("Was due on 1 December 2025")),
            age: own("just now"),
        }),
        Block::Figure(Figure {
            key: own("figure"),
            label: label("figure"),
            value: own("−₽1,234.56"),
            spoken: None,
            tone: Tone::Bad,
            age: Some(own("kept, 2 hours ago")),
            touch: Some(touch("figure")),
        }),
        Block::Section(Section {
            key: own("section"),
            title: label("section"),
            detail: Some(own("3 of 10")),
        }),
        Block::Row(row("row", Some(touch("row")))),
        Block::Text(Text { key: own("text"), text: label("text"), tone: Tone::Quiet }),
        Block::Field(field("field", FieldKind::Login)),
        Block::Field(field("secret", FieldKind::Password)),
        Block::Field(revealed("new")),
        checklist("checklist"),
        button("primary", ButtonRole::Primary),
        button("secondary", ButtonRole::Secondary),
        button("destructive", ButtonRole::Destructive),
        Block::Notice(Notice {
            key: own("told"),
            tone: Tone::Attention,
            text: label("told"),
            action: Some(Action { label: own("Do it"), touch: touch("told") }),
        }),
        Block::Steps(Steps {
            key: own("steps"),
            steps: [
                ("steps", StepState::Done),
                ("steps 2", StepState::Current),
                ("steps 3", StepState::Ahead),
            ]
            .map(|(name, state)| Step { label: label(name), state })
            .into(),
        }),
        Block::Countdown(Countdown {
            key: own("countdown"),
            label: label("countdown"),
            remaining: own("5 minutes"),
        }),
        filter("filter"),
        Block::Toggle(Toggle {
            key: own("toggle"),
            label: label("toggle"),
            on: true,
            error: None,
            touch: touch("toggle"),
        }),
        choice("choice"),
        files("files"),
        Block::Picture(Picture { key: own("picture"), asset: own("nowhere"), description: label("picture") }),
        Block::Progress(Progress {
            key: own("progress"),
            label: label("progress"),
            cancel: Some(Action { label: own("Stop it"), touch: touch("progress") }),
        }),
        Block::Empty(Empty {
            key: own("empty"),
            icon: Icon::Search,
            title: label("empty"),
            detail: Some(own("and why")),
        }),
        more("more", "Label of more"),
    ]
}

struct Words {
    language: Language,
    tabs: [&'static str; 3],
    notice: [&'static str; 2],
    status: [&'static str; 3],
    figures: [(&'static str, &'static str); 3],
    age: &'static str,
    section: &'static str,
    rows: [(&'static str, &'static str); 3],
    due: &'static str,
    income: &'static str,
}

const EN: Words = Words {
    language: Language::En,
    tabs: ["Home", "Operations", "Settings"],
    notice: ["No network. What is shown was kept earlier.", "Try again"],
    status: ["Debt ₽5,646.95", "Was due on 1 December 2025. A penalty grows every day.", "kept, 2 hours ago"],
    figures: [
        ("ENS balance", "−₽5,646.95"),
        ("Recommended payment", "₽11,207.70"),
        ("Confirmed payments", "₽0.00"),
    ],
    age: "kept, 2 hours ago",
    section: "Arrears",
    rows: [
        ("Транспортный налог", "₽3,400.00"),
        ("Налог на имущество физических лиц", "₽910.00"),
        (
            "Выдуманный налог с очень длинным названием, которое не помещается в одну строку экрана",
            "₽1,234,567.89",
        ),
    ],
    due: "was due on 1 December 2025",
    income: "Income",
};

const RU: Words = Words {
    language: Language::Ru,
    tabs: ["Главная", "Операции", "Настройки"],
    notice: ["Нет сети. Показано то, что было сохранено раньше.", "Повторить"],
    status: [
        "Долг 5\u{a0}646,95\u{a0}₽",
        "Срок был 1 декабря 2025 г. Пени растут каждый день.",
        "сохранено, 2 часа назад",
    ],
    figures: [
        ("Сальдо ЕНС", "−5\u{a0}646,95\u{a0}₽"),
        ("Рекомендуемый платёж", "11\u{a0}207,70\u{a0}₽"),
        ("Подтверждённые платежи", "0,00\u{a0}₽"),
    ],
    age: "сохранено, 2 часа назад",
    section: "Задолженность",
    rows: [
        ("Транспортный налог", "3\u{a0}400,00\u{a0}₽"),
        ("Налог на имущество физических лиц", "910,00\u{a0}₽"),
        (
            "Выдуманный налог с очень длинным названием, которое не помещается в одну строку экрана",
            "1\u{a0}234\u{a0}567,89\u{a0}₽",
        ),
    ],
    due: "срок был 1 декабря 2025 г.",
    income: "Доходы",
};

/// A home like that of someone in debt who has no network.
pub(crate) fn home_screen(language: Language) -> Screen {
    let words = match language {
        Language::Ru => &RU,
        Language::En => &EN,
    };
    let mut home = screen("home", "Примеров Пётр Ильич", Vec::new());
    home.appearance.language = words.language;
    home.refresh = Some(Action { label: own("Refresh"), touch: touch("refresh") });
    let icons = [Icon::Home, Icon::Operations, Icon::Settings];
    let keys = ["tab-home", "tab-operations", "tab-settings"];
    home.tabs = (0..3)
        .map(|n| Tab {
            key: own(keys[n]),
            label: own(words.tabs[n]),
            icon: icons[n],
            selected: n == 0,
            touch: touch(keys[n]),
        })
        .collect();
    home.notice = Some(Notice {
        key: own("connection"),
        tone: Tone::Attention,
        text: own(words.notice[0]),
        action: Some(Action { label: own(words.notice[1]), touch: touch("connection") }),
    });
    home.blocks.push(Block::Status(Status {
        key: own("status"),
        tone: Tone::Bad,
        headline: own(words.status[0]),
        detail: Some(own(words.status[1])),
        age: own(words.status[2]),
    }));
    for (index, (label, value)) in words.figures.into_iter().enumerate() {
        home.blocks.push(Block::Figure(Figure {
            key: format!("figure-{index}"),
            label: own(label),
            value: own(value),
            spoken: None,
            tone: if index == 0 { Tone::Bad } else { Tone::Plain },
            age: Some(own(words.age)),
            touch: None,
        }));
    }
    home.blocks.push(Block::Section(Section {
        key: own("arrears"),
        title: own(words.section),
        detail: Some(own(words.age)),
    }));
    for (index, (title, value)) in words.rows.into_iter().enumerate() {
        let key = format!("arrears-{index}");
        home.blocks.push(Block::Row(Row {
            title: own(title),
            value: Some(own(value)),
            detail: Some(own(words.due)),
            ..row(&key, Some(touch(&key)))
        }));
    }
    home.blocks.push(Block::Row(Row {
        icon: Icon::Income,
        title: own(words.income),
        value: None,
        detail: None,
        tone: Tone::Plain,
        ..row("income", Some(touch("income")))
    }));
    home
}
