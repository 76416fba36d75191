use fl_domain::access::{
    Case, Document, EsiaConfirmation, Takes, Way, age_alone, bring, esia_confirmations, takes,
};

use super::{Access, Intent};
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{notice, primary, row, secondary, section, text},
    model::Model,
    screen::{Block, Filter, FilterOption, Icon, Screen, ScreenId, Tone},
    texts::Texts,
};

/// The page.
pub(crate) fn view(page: &Access, model: &Model) -> Screen {
    let texts = model.texts();
    let title = page.way.map_or_else(|| texts.say("access-title"), |way| name(way, texts));
    let mut screen = model.screen(ScreenId::Access, title);
    screen.blocks = match page.way {
        None => list(model),
        Some(Way::Card) => card(page.case, model),
        Some(Way::Mfc) => mfc(model),
        Some(Way::Esia) => esia(model),
        Some(Way::Signature) => signature(model),
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

fn list(model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let way = |key: &str, icon, way, detail: &str, intent| {
        row(key, icon, name(way, texts), Some(texts.say(detail)), Some(AppIntent::Access(intent)))
    };
    let mut blocks = vec![
        text("what", Tone::Plain, texts.say("access-what")),
        way("card", Icon::Card, Way::Card, "way-card-detail", Intent::Card),
        way("mfc", Icon::Office, Way::Mfc, "way-mfc-detail", Intent::Mfc),
        way("esia", Icon::Person, Way::Esia, "way-esia-detail", Intent::Esia),
        way("signature", Icon::Key, Way::Signature, "way-signature-detail", Intent::Signature),
        text("age", Tone::Quiet, texts.tell("access-age", &[("age", u32::from(age_alone()).into())])),
        text("secrecy", Tone::Quiet, texts.say("access-secrecy")),
    ];
    blocks.extend(contact_centre(model));
    blocks
}

fn card(case: Case, model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let option = |key: &str, label: &str, of, intent| FilterOption {
        key: key.to_owned(),
        label: texts.say(label),
        selected: case == of,
        intent: AppIntent::Access(intent),
    };
    let mut blocks = vec![
        text("where", Tone::Plain, texts.say("card-where")),
        Block::Filter(Filter {
            key: "case".to_owned(),
            label: texts.say("case-label"),
            options: vec![
                option("own", "case-own", Case::OwnOffice, Intent::OwnOffice),
                option("other", "case-other", Case::OtherOffice, Intent::OtherOffice),
                option("representative", "case-representative", Case::Representative, Intent::Representative),
                option("child", "case-child", Case::Child, Intent::Child),
            ],
        }),
    ];
    blocks.extend(documents(Way::Card, Some(case), texts));
    blocks.extend(times(takes(Way::Card), texts));
    blocks.push(text("card-holds", Tone::Quiet, texts.say("card-holds")));
    blocks.push(text("card-month", Tone::Attention, texts.say("card-month")));
    blocks.extend(contact_centre(model));
    blocks
}

fn mfc(model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let mut blocks = vec![text("where", Tone::Plain, texts.say("mfc-where"))];
    blocks.extend(documents(Way::Mfc, None, texts));
    blocks.extend(times(takes(Way::Mfc), texts));
    blocks
}

fn esia(model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let mut blocks = vec![
        text("where", Tone::Plain, texts.say("esia-where")),
        text("never", Tone::Plain, texts.say("esia-never-asks")),
        primary("esia", texts.say("esia-sign-in"), true, AppIntent::Go(Place::Esia)),
    ];
    blocks.extend(confirmations(texts));
    blocks.extend(times(takes(Way::Esia), texts));
    blocks
}

/// Where an identity is confirmed so that it counts here.
pub(crate) fn confirmations(texts: &Texts) -> Vec<Block> {
    let mut blocks = vec![section("confirmations", texts.say("esia-confirmations"))];
    blocks.extend(esia_confirmations().iter().map(|way| {
        let (key, icon, label) = match way {
            EsiaConfirmation::Centre => ("centre", Icon::Office, "esia-centre"),
            EsiaConfirmation::Mfc => ("mfc", Icon::Office, "esia-mfc"),
            EsiaConfirmation::Sberbank => ("sberbank", Icon::Phone, "esia-sberbank"),
            EsiaConfirmation::PostBank => ("post-bank", Icon::Phone, "esia-post-bank"),
            EsiaConfirmation::Tinkoff => ("tinkoff", Icon::Phone, "esia-tinkoff"),
            EsiaConfirmation::QualifiedSignature => ("signature", Icon::Key, "esia-signature"),
        };
        row(key, icon, texts.say(label), None, None)
    }));
    blocks.push(notice("by-post", Tone::Attention, texts.say("esia-not-by-post")));
    blocks
}

fn signature(model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let mut blocks = vec![text("where", Tone::Plain, texts.say("signature-where"))];
    blocks.extend(documents(Way::Signature, None, texts));
    blocks.push(secondary(
        "open-website",
        texts.say("open-website"),
        true,
        AppIntent::Device(crate::features::device::Intent::OpenLink(model.facts.website.clone())),
    ));
    blocks
}

/// What to bring.
pub(crate) fn documents(way: Way, case: Option<Case>, texts: &Texts) -> Vec<Block> {
    let mut blocks = vec![section("bring", texts.say("bring-title"))];
    blocks.extend(bring(way, case).iter().map(|document| {
        let (key, icon, label) = match document {
            Document::Passport => ("passport", Icon::Card, "document-passport"),
            Document::InnCertificate => ("inn-certificate", Icon::Letter, "document-inn"),
            Document::NotarisedPowerOfAttorney => ("power", Icon::Letter, "document-power"),
            Document::BirthOrAdoptionCertificate => ("birth", Icon::Letter, "document-birth"),
            Document::Email => ("email", Icon::Letter, "document-email"),
            Document::ConfirmedEsia => ("esia-account", Icon::Person, "document-esia"),
            Document::QualifiedCertificate => ("certificate", Icon::Key, "document-certificate"),
        };
        row(key, icon, texts.say(label), None, None)
    }));
    blocks
}

fn times(takes: Takes, texts: &Texts) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut add = |key: &str, title: String| rows.push(row(key, Icon::Clock, title, None, None));
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

/// Whom to call, as of when.
pub(crate) fn contact_centre(model: &Model) -> Option<Block> {
    let texts = model.texts();
    let (number, as_of) = model.facts.contact_centre.as_ref()?;
    Some(row(
        "contact-centre",
        Icon::Phone,
        texts.tell("contact-centre", &[("number", number.into())]),
        Some(texts.tell("contact-centre-detail", &[("date", texts.date(*as_of).into())])),
        None,
    ))
}
