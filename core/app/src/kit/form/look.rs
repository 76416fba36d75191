//! What is seen of a form: one of its steps, and the page on which all is read before it is sent.

use fl_domain::{
    Date,
    attachment::{Attachment, FileId, Limits},
};

use super::{
    answers::Value,
    draft::Draft,
    faults::{kind_name, month, words},
    fit::is_shown_back,
    read::{Fault, Lookup, Typed, faults, value},
    spec::{GroupSpec, Item, Kind, Spec, StepSpec},
    walk::{Seen, seen},
};
use crate::kit::{
    blocks::{notice, primary, reveal, secondary, section, text},
    effects::FileSource,
    screen::{
        Action, AttachedFile, Block, Calendar, Choice, Field, FieldKind, FileWay, Files, Filter,
        FilterOption, Icon, Row, Step, StepState, Steps, Toggle, Tone,
    },
    texts::Texts,
    touch,
};

/// What a person does in a form. Fields are named by their keys within the draft.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Chooses one of few or many; the same once more takes the choice back where the field may stay empty.
    Choose { field: String, option: String },
    /// Opens the page on which one of many is looked for.
    Look { field: String },
    /// Agrees, or does not.
    Agree { field: String, is_agreed: bool },
    /// One more of a group.
    Add { group: &'static str },
    /// One of a group goes.
    Remove { group: &'static str, number: u32 },
    /// Brings a file along.
    Pick { field: String, source: FileSource },
    /// A file goes.
    Detach { field: String, file: FileId },
    /// The pictures become pages of one PDF.
    Join { field: String },
    /// The next step, if nothing is wrong with this one.
    Next,
    /// The next step all the same.
    NextAllTheSame,
    /// This step, from the page on which all is read.
    Step { at: usize },
    /// What the service says now takes the place of what was typed, or does not.
    TakeGiven { take: bool },
    /// Sends it.
    Send,
    /// Begins one, now that it is known which there are.
    Begin,
    /// Asks whether the draft is to go.
    Discard,
    /// It goes.
    ReallyDiscard,
    /// It stays.
    Keep,
}

impl touch::Intent for Ask {
    fn name(&self) -> &'static str {
        match self {
            Self::Choose { .. } => "form/choose",
            Self::Look { .. } => "form/look",
            Self::Agree { .. } => "form/agree",
            Self::Add { .. } => "form/add",
            Self::Remove { .. } => "form/remove",
            Self::Pick { .. } => "form/pick",
            Self::Detach { .. } => "form/detach",
            Self::Join { .. } => "form/join",
            Self::Next => "form/next",
            Self::NextAllTheSame => "form/next-all-the-same",
            Self::Step { .. } => "form/step",
            Self::TakeGiven { .. } => "form/take-given",
            Self::Send => "form/send",
            Self::Begin => "form/begin",
            Self::Discard => "form/discard",
            Self::ReallyDiscard => "form/really-discard",
            Self::Keep => "form/keep",
        }
    }
}

/// All that a form's page is seen by.
pub(crate) struct Look<'a> {
    pub(crate) spec: &'static Spec,
    pub(crate) draft: &'a Draft,
    pub(crate) typed: &'a Typed,
    pub(crate) lookup: &'a Lookup<'a>,
    pub(crate) texts: &'a Texts,
    /// The revision of every field.
    pub(crate) revision: u32,
    /// What is missing is named too.
    pub(crate) is_tried: bool,
    /// A file is being brought into this field.
    pub(crate) picking: Option<&'a str>,
    /// The last file did not come along: into which field, and why.
    pub(crate) unpicked: Option<(&'a str, &'a str)>,
    /// Of this field not all that was pasted was taken over.
    pub(crate) cut: Option<&'a str>,
    /// What the form itself found wrong: the field, and why.
    pub(crate) own: &'a [(String, String)],
    /// How large files may be.
    pub(crate) limits: Limits,
}

impl Look<'_> {
    /// What is wrong with a field.
    fn fault(&self, seen: &Seen) -> Option<Fault> {
        let own =
            || self.own.iter().find(|(key, _)| *key == seen.key).map(|(_, words)| Fault::Own(words.clone()));
        value(seen, self.draft, self.typed, self.lookup).err().or_else(own)
    }
}

/// One step, with the way on.
pub(crate) fn step(at: usize, look: &Look<'_>) -> Vec<Block> {
    let Some(step) = look.spec.steps.get(at) else { return Vec::new() };
    let mut blocks = vec![steps(at, look)];
    let shown = seen(look.spec, step, look.draft);
    for item in step.items {
        match item {
            Item::Field(field) => {
                blocks.extend(
                    shown
                        .iter()
                        .filter(|seen| seen.of.is_none() && seen.field.key == field.key)
                        .map(|seen| one(seen, look)),
                );
            }
            Item::Group(group) => blocks.extend(self::group(group, &shown, look)),
        }
    }
    let is_wrong = shown.iter().any(|seen| look.fault(seen).is_some());
    if look.is_tried && is_wrong {
        blocks.push(notice("not-yet", Tone::Attention, look.texts.say("form-not-yet")));
        blocks.push(primary("next", look.texts.say("form-next"), true, Ask::Next));
        blocks.push(secondary(
            "next-all-the-same",
            look.texts.say("form-next-all-the-same"),
            true,
            Ask::NextAllTheSame,
        ));
    } else {
        blocks.push(primary("next", look.texts.say("form-next"), true, Ask::Next));
    }
    blocks
}

/// Where one is among the steps; the last is reading it all.
fn steps(at: usize, look: &Look<'_>) -> Block {
    let titles = look.spec.steps.iter().map(|step| step.title).chain(["form-review"]);
    let steps = titles.enumerate().map(|(index, title)| Step {
        label: look.texts.say(title),
        state: match index.cmp(&at) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Current,
            std::cmp::Ordering::Greater => StepState::Ahead,
        },
    });
    Block::Steps(Steps { key: "steps".to_owned(), steps: steps.collect() })
}

fn group(group: &'static GroupSpec, shown: &[Seen], look: &Look<'_>) -> Vec<Block> {
    let numbers = look.draft.numbers(group.key, group.min);
    let mut blocks = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let nth = [("number", (index + 1).into())];
        blocks.push(section(&format!("{}.{number}", group.key), look.texts.tell(group.title, &nth)));
        let of_this = |seen: &&Seen| seen.of.is_some_and(|(of, it)| of.key == group.key && it == *number);
        blocks.extend(shown.iter().filter(of_this).map(|seen| one(seen, look)));
        if numbers.len() > group.min {
            let key = format!("{}.{number}.remove", group.key);
            let remove = Ask::Remove { group: group.key, number: *number };
            blocks.push(secondary(&key, look.texts.tell(group.remove, &nth), true, remove));
        }
    }
    if numbers.len() < group.max {
        let key = format!("{}.add", group.key);
        blocks.push(secondary(&key, look.texts.say(group.add), true, Ask::Add { group: group.key }));
    }
    blocks
}

/// One field, by its kind.
fn one(seen: &Seen, look: &Look<'_>) -> Block {
    let Seen { key, field, .. } = seen;
    let texts = look.texts;
    let fault = look.fault(seen);
    let is_empty = look.draft.text(key).is_empty();
    let is_told = |fault: &Fault| look.is_tried || !(fault.is_to_come() || is_empty);
    let error = match &fault {
        _ if look.cut == Some(key.as_str()) => Some(texts.say("form-cut")),
        Some(fault) if is_told(fault) => Some(words(fault, &field.kind, texts)),
        Some(_) | None => None,
    };
    let label = label(seen, texts);
    let hint = field.hint.map(|hint| texts.say(hint));
    let typed = |kind: FieldKind, count: Option<String>| {
        let field = Field::new(key.as_str(), kind, label.clone(), look.revision);
        field.value(look.draft.text(key)).hint(hint.clone()).error(error.clone()).count(count)
    };
    match field.kind {
        Kind::Words { .. } => typed(FieldKind::Words, None).into(),
        Kind::LongWords { max } => {
            typed(FieldKind::LongWords, Some(count(look.draft.text(key), max, texts))).into()
        }
        Kind::Address { .. } => typed(FieldKind::Address, None).into(),
        Kind::Digits { .. } | Kind::Bic | Kind::Account { .. } => typed(FieldKind::Digits, None).into(),
        Kind::Amount { .. } => typed(FieldKind::Amount, None).into(),
        Kind::Day(days) => {
            let bounds = days.bounds(look.lookup.today);
            let day = match value(seen, look.draft, look.typed, look.lookup) {
                Ok(Some(Value::Day(day))) => day,
                _ => look.lookup.today.clamp(bounds.0, bounds.1),
            };
            typed(FieldKind::Day, None).calendar(calendar(day, bounds, texts)).into()
        }
        Kind::Month { .. } => typed(FieldKind::Month, None).into(),
        Kind::PersonName => typed(FieldKind::PersonName, None).into(),
        Kind::Few(options) => {
            let chosen = look.draft.text(key);
            let options = options.iter().map(|option| {
                let touch = Ask::Choose { field: key.clone(), option: option.key.to_owned() };
                FilterOption::new(option.key, texts.say(option.label), chosen == option.key, touch)
            });
            Filter::new(key.as_str(), label, options.collect()).error(error).into()
        }
        Kind::Many => {
            let chosen = chosen(seen, look);
            let touch = Ask::Look { field: key.clone() };
            Choice::new(key.as_str(), label, texts.say("form-unchosen"), touch)
                .chosen(chosen)
                .hint(hint)
                .error(error)
                .into()
        }
        Kind::Files { max } => files(seen, max, label, hint, error, look),
        Kind::Agreement => {
            let is_on = !is_empty;
            let touch = Ask::Agree { field: key.clone(), is_agreed: !is_on };
            Toggle::new(key.as_str(), label, is_on, touch).error(error).into()
        }
        Kind::Signature => Field::new(key.as_str(), FieldKind::SecretWords, label, look.revision)
            .hint(hint)
            .error(error)
            .reveal(reveal(texts))
            .into(),
    }
}

fn label(seen: &Seen, texts: &Texts) -> String {
    let label = texts.say(seen.field.label);
    if seen.field.is_optional { texts.tell("form-optional", &[("label", label.into())]) } else { label }
}

/// How much of what fits is typed.
fn count(text: &str, max: usize, texts: &Texts) -> String {
    texts.tell("form-count", &[("count", text.chars().count().into()), ("max", max.into())])
}

fn calendar(day: Date, (earliest, latest): (Date, Date), texts: &Texts) -> Calendar {
    Calendar {
        open: texts.say("form-calendar"),
        take: texts.say("form-calendar-take"),
        cancel: texts.say("form-calendar-cancel"),
        day: day.to_string(),
        earliest: earliest.to_string(),
        latest: latest.to_string(),
    }
}

/// What is chosen of many, by its name; what is offered no longer by its key.
fn chosen(seen: &Seen, look: &Look<'_>) -> Option<String> {
    let key = look.draft.text(&seen.key);
    if key.is_empty() {
        return None;
    }
    let option = (look.lookup.many)(seen.field.key).into_iter().find(|option| option.key == key);
    Some(option.map_or_else(|| key.to_owned(), |option| option.label))
}

fn files(
    seen: &Seen,
    max: usize,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    look: &Look<'_>,
) -> Block {
    let (texts, key) = (look.texts, seen.key.as_str());
    let held = look.draft.files(key);
    let unpicked = look.unpicked.filter(|(field, _)| *field == key).map(|(_, words)| words.to_owned());
    let left = look.limits.together.saturating_sub(look.draft.bytes());
    let room = texts.tell(
        "file-room",
        &[("left", texts.size(left).into()), ("file", texts.size(look.limits.file).into())],
    );
    let hint = [hint, Some(room)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut block = Files::new(key, label).hint(hint).error(unpicked.or(error));
    block.files = held.iter().map(|file| attached(key, file, texts)).collect();
    if look.picking == Some(key) {
        block.busy = Some(texts.say("file-reading"));
    } else if look.picking.is_none() {
        let way = |key: &str, icon, label: &str, touch| FileWay {
            key: key.to_owned(),
            icon,
            label: texts.say(label),
            touch,
        };
        let pick = |source| Ask::Pick { field: key.to_owned(), source }.into();
        if held.len() < max {
            block.ways = vec![
                way("file", Icon::File, "file-from-files", pick(FileSource::Files)),
                way("gallery", Icon::Picture, "file-from-gallery", pick(FileSource::Gallery)),
                way("camera", Icon::Camera, "file-from-camera", pick(FileSource::Camera)),
            ];
        }
        if held.iter().filter(|file| file.kind.is_picture()).count() > 1 {
            block.ways.push(way(
                "join",
                Icon::Letter,
                "file-join",
                Ask::Join { field: key.to_owned() }.into(),
            ));
        }
    }
    block.into()
}

fn attached(field: &str, file: &Attachment, texts: &Texts) -> AttachedFile {
    let size = texts.size(file.size);
    let kind = kind_name(file.kind);
    // A picture is one page anyway.
    let detail = match file.pages.filter(|_| !file.kind.is_picture()) {
        Some(pages) => {
            texts.tell("file-pages", &[("kind", kind.into()), ("pages", pages.into()), ("size", size.into())])
        }
        None => texts.tell("file-detail", &[("kind", kind.into()), ("size", size.into())]),
    };
    let touch = Ask::Detach { field: field.to_owned(), file: file.id };
    AttachedFile {
        key: file.id.to_string(),
        name: file.name.clone(),
        spoken: format!("{}, {detail}", file.name),
        detail,
        remove: Action::new(texts.tell("file-remove", &[("name", file.name.as_str().into())]), touch),
    }
}

/// All of it, to be read before it is sent: what is wrong is named, and each line leads to where it can be changed.
pub(crate) fn review(send: String, look: &Look<'_>) -> Vec<Block> {
    let texts = look.texts;
    let mut blocks = vec![steps(look.spec.steps.len(), look)];
    let wrong = faults(look.spec, look.draft, look.typed, look.lookup).len() + look.own.len();
    if wrong > 0 {
        blocks.push(notice("wrong", Tone::Attention, texts.tell("form-wrong", &[("count", wrong.into())])));
    } else {
        blocks.push(text("read-all", Tone::Plain, texts.say("form-read-all")));
    }
    for (at, step) in look.spec.steps.iter().enumerate() {
        blocks.push(section(&format!("review-{}", step.key), texts.say(step.title)));
        blocks.extend(read_back(at, step, look));
    }
    for (index, left) in look.draft.left_over(look.spec).into_iter().enumerate() {
        if index == 0 {
            blocks.push(section("left-over", texts.say("form-left-over")));
            blocks.push(text("left-over-what", Tone::Quiet, texts.say("form-left-over-what")));
        }
        blocks.push(text(&format!("left-over-{index}"), Tone::Plain, left.to_owned()));
    }
    blocks.push(primary("send", send, look.picking.is_none(), Ask::Send));
    blocks
}

fn read_back(at: usize, step: &'static StepSpec, look: &Look<'_>) -> Vec<Block> {
    let texts = look.texts;
    let mut blocks = Vec::new();
    let mut number_seen = None;
    for seen in seen(look.spec, step, look.draft) {
        if let Some((group, number)) = seen.of
            && number_seen != Some((group.key, number))
        {
            number_seen = Some((group.key, number));
            let numbers = look.draft.numbers(group.key, group.min);
            let nth = numbers.iter().position(|one| *one == number).unwrap_or(0) + 1;
            let title = texts.tell(group.title, &[("number", nth.into())]);
            blocks.push(text(&format!("review-{}.{number}", group.key), Tone::Quiet, title));
        }
        if !is_shown_back(&seen.field.kind) && value(&seen, look.draft, look.typed, look.lookup).is_ok() {
            continue;
        }
        blocks.push(line(at, &seen, look));
    }
    blocks
}

fn line(at: usize, seen: &Seen, look: &Look<'_>) -> Block {
    let texts = look.texts;
    let (detail, tone) = match (look.fault(seen), value(seen, look.draft, look.typed, look.lookup)) {
        (None, Ok(Some(value))) => (shown(&value, seen, look), Tone::Plain),
        (None, Ok(None) | Err(_)) => (texts.say("form-left-empty"), Tone::Quiet),
        (Some(fault), _) => {
            let words = words(&fault, &seen.field.kind, texts);
            let text = if seen.field.is_secret() { "" } else { look.draft.text(&seen.key) };
            let short: String = text.chars().take(200).collect();
            (if short.is_empty() { words } else { format!("{short} · {words}") }, Tone::Bad)
        }
    };
    let icon = if tone == Tone::Bad { Icon::NotChosen } else { Icon::Chosen };
    Row::new(format!("review-{}", seen.key), icon, texts.say(seen.field.label))
        .detail(detail)
        .tone(tone)
        .touch(Ask::Step { at })
        .into()
}

/// A value, to be read.
fn shown(value: &Value, seen: &Seen, look: &Look<'_>) -> String {
    let texts = look.texts;
    match value {
        Value::Text(text) => match seen.field.kind {
            Kind::Few(options) => {
                let option = options.iter().find(|option| option.key == text);
                option.map_or_else(|| text.clone(), |option| texts.say(option.label))
            }
            Kind::Many => chosen(seen, look).unwrap_or_default(),
            _ => text.clone(),
        },
        Value::Amount(amount) => texts.money(*amount),
        Value::Day(day) => texts.date(*day),
        Value::Month(of) => month(*of),
        Value::Bic(bic) => bic.as_str().to_owned(),
        Value::Account(account) => account.as_str().to_owned(),
        Value::Files(files) => files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", "),
        Value::Agreed => texts.say("form-agreed"),
        Value::Signature(_) => String::new(),
    }
}
