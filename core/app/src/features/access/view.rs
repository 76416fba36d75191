use fl_domain::access::{Case, Takes, Way, age_alone, takes};

use super::{Intent, Ways};
use crate::{
    kit::{
        blocks::{primary, secondary, section, text},
        bring::{confirmations, documents},
        screen::{Block, Filter, FilterOption, Icon, Row, Screen, Tone},
        texts::Texts,
    },
    open::{Ground, Place, blocks::contact_centre, device, nav},
};

/// The page.
pub(super) fn view(page: &Ways, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let title = page.way.map_or_else(|| texts.say("access-title"), |way| name(way, texts));
    let mut screen = ground.screen(title);
    screen.blocks = match page.way {
        None => list(ground),
        Some(Way::Card) => card(page.case, ground),
        Some(Way::Mfc) => mfc(texts),
        Some(Way::Esia) => esia(texts),
        Some(Way::Signature) => signature(ground),
    };
    screen
}

fn name(way: Way, texts: &Texts) -> String {
    match way {
        Way::Card => texts.say("way-card"),
        Way::Mfc => texts.say("way-mfc"),
        Way::Esia => texts.say("way-esia"),
        Way::Signature => texts.say("way-signature"),
    }
}

fn list(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let way = |key: &str, icon, way, detail: &str| {
        Row::new(key, icon, name(way, texts)).detail(texts.say(detail)).touch(Intent::Look(way)).into()
    };
    let mut blocks = vec![
        text("what", Tone::Plain, texts.say("access-what")),
        way("card", Icon::Card, Way::Card, "way-card-detail"),
        way("mfc", Icon::Office, Way::Mfc, "way-mfc-detail"),
        way("esia", Icon::Person, Way::Esia, "way-esia-detail"),
        way("signature", Icon::Key, Way::Signature, "way-signature-detail"),
        text("age", Tone::Quiet, texts.tell("access-age", &[("age", u32::from(age_alone()).into())])),
        text("secrecy", Tone::Quiet, texts.say("access-secrecy")),
    ];
    blocks.extend(contact_centre(ground));
    blocks
}

fn card(case: Case, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let option =
        |key: &str, label: &str, of| FilterOption::new(key, texts.say(label), case == of, Intent::In(of));
    let options = vec![
        option("own", "case-own", Case::OwnOffice),
        option("other", "case-other", Case::OtherOffice),
        option("representative", "case-representative", Case::Representative),
        option("child", "case-child", Case::Child),
    ];
    let mut blocks = vec![
        text("where", Tone::Plain, texts.say("card-where")),
        Filter::new("case", texts.say("case-label"), options).into(),
    ];
    blocks.extend(documents(Way::Card, Some(case), texts));
    blocks.extend(times(takes(Way::Card), texts));
    blocks.push(text("card-holds", Tone::Quiet, texts.say("card-holds")));
    blocks.push(text("card-month", Tone::Attention, texts.say("card-month")));
    blocks.extend(contact_centre(ground));
    blocks
}

fn mfc(texts: &Texts) -> Vec<Block> {
    let mut blocks = vec![text("where", Tone::Plain, texts.say("mfc-where"))];
    blocks.extend(documents(Way::Mfc, None, texts));
    blocks.extend(times(takes(Way::Mfc), texts));
    blocks
}

fn esia(texts: &Texts) -> Vec<Block> {
    let mut blocks = vec![
        text("where", Tone::Plain, texts.say("esia-where")),
        text("never", Tone::Plain, texts.say("esia-never-asks")),
        primary("esia", texts.say("esia-sign-in"), true, nav::Intent::Go(Place::Esia)),
    ];
    blocks.extend(confirmations(texts));
    blocks.extend(times(takes(Way::Esia), texts));
    blocks
}

fn signature(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let mut blocks = vec![text("where", Tone::Plain, texts.say("signature-where"))];
    blocks.extend(documents(Way::Signature, None, texts));
    blocks.push(secondary(
        "open-website",
        texts.say("open-website"),
        true,
        device::Intent::OpenLink(ground.facts.website.clone()),
    ));
    blocks
}

fn times(takes: Takes, texts: &Texts) -> Vec<Block> {
    let mut rows: Vec<Block> = Vec::new();
    let mut add = |key: &str, title: String| rows.push(Row::new(key, Icon::Clock, title).into());
    if let Some((from, to)) = takes.visit_minutes {
        let args = [("from", from.to_string().into()), ("to", to.to_string().into())];
        add(
            "visit",
            if from == to || from == 0 {
                texts.tell("takes-visit-up-to", &[("to", to.to_string().into())])
            } else {
                texts.tell("takes-visit", &args)
            },
        );
    }
    if let Some(hours) = takes.login_hours {
        add("login", texts.tell("takes-login", &[("count", hours.into())]));
    }
    if let Some((from, to)) = takes.data_days {
        add(
            "data",
            if from == to || from == 0 {
                texts.tell("takes-data-within", &[("count", to.into())])
            } else {
                texts.tell("takes-data", &[("from", from.to_string().into()), ("to", to.to_string().into())])
            },
        );
    }
    if let Some(days) = takes.letter_days {
        add("letter", texts.tell("takes-letter", &[("count", days.into())]));
    }
    if takes.at_once {
        add("at-once", texts.say("takes-at-once"));
    }
    if !rows.is_empty() {
        rows.insert(0, section("takes", texts.say("takes-title")));
    }
    rows
}
