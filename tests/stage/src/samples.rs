//! Screens that no account shows: one of every block, and very long ones. For drawing and for measuring.

use fl_app::{
    Screen, Touch,
    screen::{
        Action, Appearance, AttachedFile, Block, Button, ButtonRole, Calendar, Check, CheckState, Checklist,
        Choice, Countdown, Empty, Field, FieldKind, Figure, FileWay, Files, Filter, FilterOption, Icon, More,
        Notice, Picture, Progress, Row, Section, Status, Step, StepState, Steps, Tab, Text, Toggle, Tone,
    },
    texts::{Language, TextSize},
};

fn screen(blocks: Vec<Block>) -> Screen {
    Screen {
        path: vec!["home".to_owned()],
        title: "Sample".to_owned(),
        back: Some(touch(1)),
        refresh: Some(Action { label: "Refresh".to_owned(), touch: touch(2) }),
        busy: false,
        tabs: vec![Tab {
            key: "tab-home".to_owned(),
            label: "Home".to_owned(),
            icon: Icon::Home,
            selected: true,
            touch: touch(3),
        }],
        notice: None,
        blocks,
        appearance: Appearance { language: Language::En, high_contrast: false, text_size: TextSize::Normal },
    }
}

/// A list of so many rows under its heading, each with all that a row can have.
pub fn long_screen(blocks: u32) -> Screen {
    screen(
        (0..blocks)
            .map(|number| {
                Block::Row(Row {
                    key: format!("operation-{number}"),
                    icon: Icon::MoneyOut,
                    title: format!("Operation number {number}"),
                    detail: Some("Transport tax, 22 November 2026".to_owned()),
                    value: Some("−1 234,56 ₽".to_owned()),
                    spoken: Some(format!("Operation number {number}, minus 1,234 roubles 56 kopecks")),
                    tone: Tone::Plain,
                    touch: Some(touch(100 + u64::from(number))),
                })
            })
            .collect(),
    )
}

/// One of every block. Each that can be touched has a touch of its own, so that a test can tell them apart.
pub fn one_of_each() -> Screen {
    let mut blocks = upper();
    blocks.extend(lower());
    screen(blocks)
}

fn key(key: &str) -> String {
    key.to_owned()
}

const fn touch(number: u64) -> Touch {
    Touch::numbered(number)
}

fn action(name: &str, number: u64) -> Action {
    Action { label: format!("Do {name}"), touch: touch(number) }
}

fn calendar() -> Calendar {
    let day = |day: &str| day.to_owned();
    Calendar {
        open: "Calendar".to_owned(),
        take: "Take this day".to_owned(),
        cancel: "Cancel".to_owned(),
        day: day("2026-11-22"),
        earliest: day("2026-01-01"),
        latest: day("2026-12-31"),
    }
}

fn files() -> Block {
    Block::Files(Files {
        key: key("files"),
        label: "Papers".to_owned(),
        files: vec![AttachedFile {
            key: key("first"),
            name: "contract.pdf".to_owned(),
            detail: "PDF, 2 pages, 120 kB".to_owned(),
            spoken: "contract.pdf, PDF, 2 pages, 120 kilobytes".to_owned(),
            remove: Action { label: "Remove contract.pdf".to_owned(), touch: touch(16) },
        }],
        ways: vec![
            FileWay { key: key("files"), icon: Icon::File, label: "A file".to_owned(), touch: touch(17) },
            FileWay {
                key: key("camera"),
                icon: Icon::Camera,
                label: "Take a picture".to_owned(),
                touch: touch(18),
            },
        ],
        hint: Some("up to 20 MB together".to_owned()),
        error: Some("The last one was empty".to_owned()),
        busy: Some("Reading a file".to_owned()),
    })
}

fn upper() -> Vec<Block> {
    vec![
        Block::Status(Status {
            key: key("status"),
            tone: Tone::Bad,
            headline: "Debt ₽5,646.95".to_owned(),
            detail: Some("Was due on 1 December".to_owned()),
            age: "from the service, just now".to_owned(),
        }),
        Block::Figure(Figure {
            key: key("figure"),
            label: "ENS balance".to_owned(),
            value: "−₽5,646.95".to_owned(),
            spoken: Some("minus 5,646 roubles 95 kopecks".to_owned()),
            tone: Tone::Bad,
            age: Some("kept, an hour ago".to_owned()),
            touch: Some(touch(14)),
        }),
        Block::Section(Section {
            key: key("section"),
            title: "Arrears".to_owned(),
            detail: Some("2 taxes".to_owned()),
        }),
        Block::Row(Row {
            key: key("row"),
            icon: Icon::Transport,
            title: "Transport tax".to_owned(),
            detail: Some("was due on 1 December".to_owned()),
            value: Some("₽3,000.00".to_owned()),
            spoken: Some("Transport tax, 3,000 roubles".to_owned()),
            tone: Tone::Bad,
            touch: Some(touch(4)),
        }),
        Block::Text(Text {
            key: key("text"), text: "مرحبا — a paragraph 🙂".to_owned(), tone: Tone::Quiet
        }),
        Block::Field(Field {
            key: key("field"),
            id: key("home/field"),
            label: "Search".to_owned(),
            kind: FieldKind::Search,
            secret: false,
            value: "paid".to_owned(),
            revision: 1,
            hint: Some("words, an amount".to_owned()),
            error: Some("Nothing was sent".to_owned()),
            enabled: true,
            submit: Some(touch(5)),
            reveal: None,
            count: Some("4 of 40".to_owned()),
            calendar: Some(calendar()),
        }),
        Block::Button(Button {
            key: key("button"),
            label: "Pay".to_owned(),
            role: ButtonRole::Primary,
            enabled: true,
            touch: touch(6),
        }),
        Block::Notice(Notice {
            key: key("notice"),
            tone: Tone::Attention,
            text: "Something to know".to_owned(),
            action: Some(action("notice", 8)),
        }),
    ]
}

fn lower() -> Vec<Block> {
    vec![
        Block::Steps(Steps {
            key: key("steps"),
            steps: vec![
                Step { label: "Sign in".to_owned(), state: StepState::Done },
                Step { label: "PIN".to_owned(), state: StepState::Current },
                Step { label: "Home".to_owned(), state: StepState::Ahead },
            ],
        }),
        Block::Checklist(Checklist {
            key: key("checklist"),
            title: "The new password".to_owned(),
            checks: [
                ("At least 7 characters", CheckState::Met, "Met"),
                ("A digit", CheckState::Failed, "Not met"),
                ("Latin letters only", CheckState::Open, "Not known yet"),
            ]
            .map(|(label, state, word)| Check {
                label: label.to_owned(),
                state,
                spoken: format!("{word}: {label}"),
            })
            .to_vec(),
        }),
        Block::Countdown(Countdown {
            key: key("countdown"),
            label: "Opens in".to_owned(),
            remaining: "2 hours".to_owned(),
        }),
        Block::Filter(Filter {
            key: key("filter"),
            label: "Tax".to_owned(),
            options: vec![
                FilterOption { key: key("all"), label: "All".to_owned(), selected: true, touch: touch(9) },
                FilterOption {
                    key: key("land"),
                    label: "Land tax".to_owned(),
                    selected: false,
                    touch: touch(10),
                },
            ],
            error: Some("Choose one".to_owned()),
        }),
        Block::Choice(Choice {
            key: key("choice"),
            label: "Office".to_owned(),
            chosen: Some("7700 · Moscow".to_owned()),
            unchosen: "Not chosen".to_owned(),
            hint: Some("where it goes".to_owned()),
            error: Some("Closed for good".to_owned()),
            enabled: true,
            touch: touch(15),
        }),
        Block::Toggle(Toggle {
            key: key("toggle"),
            label: "High contrast".to_owned(),
            on: false,
            error: Some("It has to be on".to_owned()),
            touch: touch(11),
        }),
        files(),
        Block::Picture(Picture {
            key: key("picture"),
            asset: "sample".to_owned(),
            description: "Picture with digits".to_owned(),
        }),
        Block::Progress(Progress {
            key: key("progress"),
            label: "Loading".to_owned(),
            cancel: Some(action("progress", 12)),
        }),
        Block::Empty(Empty {
            key: key("empty"),
            icon: Icon::Search,
            title: "Nothing found".to_owned(),
            detail: Some("Try other words".to_owned()),
        }),
        Block::More(More { key: key("more"), label: "50 older".to_owned(), busy: false, touch: touch(13) }),
    ]
}
