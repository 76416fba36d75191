use fl_domain::{
    Freshness, Origin,
    service::Question,
    shelf::{Facet as Name, ShelfView},
};

use super::{
    event::Step,
    list::{Fetching, List},
    overview::overview,
    shelved::{Facet, Shelved},
};
use crate::{
    kit::{
        blocks::{notice, secondary, text},
        screen::{
            Action, Block, Empty, Field, FieldKind, Filter, FilterOption, Icon, More, Progress, Row, Screen,
            Section, Tone,
        },
        texts::Texts,
    },
    open::{account::view::describe, answer::missing, blocks::not_offered, ground::Ground},
};

/// Choices shown beside «all»; the one in force is always among them.
const CHOICES: usize = 6;
/// The key of the field for words to look for.
pub(crate) const SEARCH: &str = "search";

/// The list.
pub(super) fn view<S: Shelved>(list: &List<S>, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let words = S::words(texts);
    let mut screen = ground.account_screen(words.title);
    if let Some(website) = S::Question::CAPABILITY.and_then(|part| not_offered(part, ground)) {
        screen.blocks = website;
        return screen;
    }
    let Some(window) = &list.window else {
        screen.blocks.push(Progress::new("loading", texts.say("loading")).into());
        return screen;
    };
    if window.state.count == 0 && list.filter.is_empty() {
        // That there is none is said only where the service said so.
        screen.blocks.extend(match window.state.fetched_at {
            Some(_) => vec![Empty::new(words.none_key, S::ICON, words.none).into()],
            None => missing(words.none_key, S::ICON, &ground.why_not(S::Question::NAME), ground),
        });
        return screen;
    }
    filters(list, window, texts, &mut screen.blocks);
    coverage(list, window, ground, &mut screen.blocks);
    rows(list, window, words.row_key, texts, &mut screen.blocks);
    screen
}

fn is_live<S: Shelved>(ground: &Ground) -> bool {
    ground.account().and_then(overview::<S>).is_some_and(|overview| overview.is_live(ground))
}

fn filters<S: Shelved>(list: &List<S>, window: &ShelfView<S::Row>, texts: &Texts, into: &mut Vec<Block>) {
    into.push(
        Field::new(SEARCH, FieldKind::Search, texts.say("search-label"), list.search_revision)
            .value(list.filter.text.as_str())
            .hint(texts.say("search-hint"))
            .into(),
    );
    into.extend(S::FILTERS.iter().map(|filtered| {
        let Facet { index: facet, key, label } = *filtered;
        let names = window.facets.get(facet).map_or(&[] as &[Name], Vec::as_slice);
        let chosen = list.filter.facets.get(facet).and_then(Option::as_deref);
        filter::<S>(facet, key, texts.say(label), names, chosen, texts)
    }));
}

fn filter<S: Shelved>(
    facet: usize,
    key: &str,
    label: String,
    names: &[Name],
    chosen: Option<&str>,
    texts: &Texts,
) -> Block {
    let mut shown: Vec<&str> =
        names.iter().map(|name| name.name.as_str()).filter(|name| !name.is_empty()).take(CHOICES).collect();
    if let Some(chosen) = chosen.filter(|chosen| !shown.contains(chosen)) {
        shown.push(chosen);
    }
    let option = |key: &str, label: String, name: Option<&str>| {
        FilterOption::new(key, label, chosen == name, Step::Only { facet, name: name.map(str::to_owned) })
    };
    let all = option("all", texts.say("filter-all"), None);
    let rest = shown.into_iter().map(|name| option(name, S::named(facet, name, texts), Some(name)));
    Filter::new(key, label, std::iter::once(all).chain(rest).collect()).into()
}

/// What is here of the whole, how old it is, and how to get the rest.
fn coverage<S: Shelved>(list: &List<S>, window: &ShelfView<S::Row>, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    let state = &window.state;
    let age = state.fetched_at.map(|fetched_at| {
        let origin = if is_live::<S>(ground) { Origin::Live } else { Origin::Cached };
        describe(Freshness { origin, fetched_at }, ground)
    });
    let title = if list.filter.is_empty() {
        S::count(state.count, texts)
    } else {
        S::found(window.total, state.count, texts)
    };
    into.push(Section::new("list", title).detail(age).into());
    if state.complete {
        return;
    }
    let since = match state.oldest {
        Some(oldest) => texts.tell("history-since", &[("date", texts.date(oldest).into())]),
        None => texts.say("history-partial"),
    };
    into.push(text("partial", Tone::Quiet, since));
    if list.gives_no_more {
        into.push(notice("gives-no-more", Tone::Attention, texts.say("gives-no-more")));
        return;
    }
    let stop = || Action::new(texts.say("stop"), Step::Stop);
    let is_idle = list.fetching == Fetching::Nothing;
    let number = texts.count(state.count);
    into.push(match list.fetching {
        Fetching::All | Fetching::Stopping => Progress {
            cancel: (list.fetching == Fetching::All).then(stop),
            ..Progress::new("loading-all", texts.tell("loading-all", &[("number", number.into())]))
        }
        .into(),
        Fetching::Nothing | Fetching::Older => {
            secondary("load-all", texts.say("load-all"), is_idle, Step::LoadAll)
        }
    });
}

fn rows<S: Shelved>(
    list: &List<S>,
    window: &ShelfView<S::Row>,
    row_key: &str,
    texts: &Texts,
    into: &mut Vec<Block>,
) {
    if window.rows.is_empty() {
        into.push(Empty::new("nothing-found", Icon::Search, texts.say("nothing-found")).into());
    }
    if !list.filter.is_empty() {
        into.push(secondary("clear-filters", texts.say("clear-filters"), true, Step::ClearFilters));
    }
    let more = |key: &str, label: String, step: Step| -> Block {
        More::new(key, label, list.fetching == Fetching::Older, step).into()
    };
    if list.offset > 0 {
        let count = texts.count(list.offset);
        into.push(more("newer", texts.tell("more-newer", &[("number", count.into())]), Step::Newer));
    }
    into.extend(window.rows.iter().enumerate().map(|(index, row)| {
        let key = format!("{row_key}-{}", list.offset + index as u64);
        Row { key, ..S::row(row, texts) }.into()
    }));
    let below = window.total.saturating_sub(list.offset + window.rows.len() as u64);
    if below > 0 {
        let count = texts.count(below);
        into.push(more("older", texts.tell("more-older", &[("number", count.into())]), Step::Older));
    } else if !window.state.complete && !list.gives_no_more && list.filter.is_empty() {
        into.push(more("older", texts.say("more-from-service"), Step::Older));
    }
}
