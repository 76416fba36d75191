//! What to bring to an office, and where an identity is confirmed. The facts are the table of the account rules, in the domain.

use fl_domain::access::{Case, Document, EsiaConfirmation, Way, bring, esia_confirmations};

use super::{
    blocks::{notice, row, section},
    screen::{Block, Icon, Tone},
    texts::Texts,
};

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
        row(key, icon, texts.say(label), None)
    }));
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
        row(key, icon, texts.say(label), None)
    }));
    blocks.push(notice("by-post", Tone::Attention, texts.say("esia-not-by-post")));
    blocks
}
