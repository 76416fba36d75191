//! Ways to get access: what to bring and how long each takes. Exactly the table of the account rules (Ways to get access;
//! S0, S1), nothing else.

/// A way to get access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// A registration card, at any office but a specialised one.
    Card,
    /// An MFC that offers it.
    Mfc,
    /// Gosuslugi, in the app through the browser.
    Esia,
    /// A qualified signature, on a desktop only: explained, not done on a phone.
    Signature,
}

/// Who comes for a registration card, and where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// The person, at the office of the home address.
    OwnOffice,
    /// The person, at another one.
    OtherOffice,
    /// Somebody for the person.
    Representative,
    /// A parent, an adoptive parent or a representative, for a child.
    Child,
}

/// What to bring, or to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Document {
    /// A passport.
    Passport,
    /// The certificate of the INN, original or copy.
    InnCertificate,
    /// A power of attorney from a notary.
    NotarisedPowerOfAttorney,
    /// A certificate of birth or adoption.
    BirthOrAdoptionCertificate,
    /// An e-mail address.
    Email,
    /// An account at Gosuslugi, confirmed in one of [`esia_confirmations`].
    ConfirmedEsia,
    /// A certificate of an accredited centre.
    QualifiedCertificate,
}

/// How long a way takes, from and to; "up to" is from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes {
    /// Minutes at the place.
    pub visit_minutes: Option<(u32, u32)>,
    /// Hours until the login is active, at most.
    pub login_hours: Option<u32>,
    /// Days until the data of the account are there.
    pub data_days: Option<(u32, u32)>,
    /// Days until a letter with the card comes, about.
    pub letter_days: Option<u32>,
    /// One is in at once.
    pub at_once: bool,
}

/// How an identity at Gosuslugi is confirmed so that the service takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EsiaConfirmation {
    /// In person, at a centre of Gosuslugi.
    Centre,
    /// In person, at an MFC.
    Mfc,
    /// Online, at Sberbank.
    Sberbank,
    /// Online, at Post Bank.
    PostBank,
    /// Online, at Tinkoff.
    Tinkoff,
    /// With a qualified signature.
    QualifiedSignature,
}

/// An identity confirmed by a letter of the post does not open the account.
pub const ESIA_BY_POST_REFUSED: bool = true;

/// What to bring. The case matters for a card only; without one it is the person at the own office.
pub const fn bring(way: Way, case: Option<Case>) -> &'static [Document] {
    match (way, case) {
        (Way::Card, None | Some(Case::OwnOffice)) => &[Document::Passport],
        (Way::Card, Some(Case::OtherOffice)) => &[Document::Passport, Document::InnCertificate],
        (Way::Card, Some(Case::Representative)) => &[Document::NotarisedPowerOfAttorney],
        (Way::Card, Some(Case::Child)) => &[Document::BirthOrAdoptionCertificate],
        (Way::Mfc, _) => &[Document::Passport, Document::Email],
        (Way::Esia, _) => &[Document::ConfirmedEsia],
        (Way::Signature, _) => &[Document::QualifiedCertificate],
    }
}

/// How long it takes. Of a signature the sources say nothing.
pub const fn takes(way: Way) -> Takes {
    let nothing =
        Takes { visit_minutes: None, login_hours: None, data_days: None, letter_days: None, at_once: false };
    match way {
        Way::Card => {
            Takes { visit_minutes: Some((5, 10)), login_hours: Some(1), data_days: Some((0, 3)), ..nothing }
        }
        Way::Mfc => Takes { visit_minutes: Some((0, 30)), letter_days: Some(15), ..nothing },
        Way::Esia => Takes { data_days: Some((1, 2)), at_once: true, ..nothing },
        Way::Signature => nothing,
    }
}

/// Every confirmation that is taken. One by post is refused ([`ESIA_BY_POST_REFUSED`]).
pub const fn esia_confirmations() -> &'static [EsiaConfirmation] {
    &[
        EsiaConfirmation::Centre,
        EsiaConfirmation::Mfc,
        EsiaConfirmation::Sberbank,
        EsiaConfirmation::PostBank,
        EsiaConfirmation::Tinkoff,
        EsiaConfirmation::QualifiedSignature,
    ]
}

/// From this age on a person has an account alone; before it a parent or representative has it (account rules, Who and where).
pub const fn age_alone() -> u8 {
    14
}

#[cfg(test)]
mod tests {
    use proptest::{option, prelude::*, sample::select};

    use super::*;

    const WAYS: [Way; 4] = [Way::Card, Way::Mfc, Way::Esia, Way::Signature];
    const CASES: [Case; 4] = [Case::OwnOffice, Case::OtherOffice, Case::Representative, Case::Child];

    #[test]
    fn what_to_bring() {
        use Document::{
            BirthOrAdoptionCertificate, ConfirmedEsia, Email, InnCertificate, NotarisedPowerOfAttorney,
            Passport, QualifiedCertificate,
        };
        let table: [(Way, Option<Case>, &[Document]); 8] = [
            (Way::Card, None, &[Passport]),
            (Way::Card, Some(Case::OwnOffice), &[Passport]),
            (Way::Card, Some(Case::OtherOffice), &[Passport, InnCertificate]),
            (Way::Card, Some(Case::Representative), &[NotarisedPowerOfAttorney]),
            (Way::Card, Some(Case::Child), &[BirthOrAdoptionCertificate]),
            (Way::Mfc, None, &[Passport, Email]),
            (Way::Esia, None, &[ConfirmedEsia]),
            (Way::Signature, None, &[QualifiedCertificate]),
        ];
        for (way, case, documents) in table {
            assert_eq!(bring(way, case), documents, "{way:?} {case:?}");
        }
    }

    #[test]
    fn how_long_it_takes() {
        let card = Takes {
            visit_minutes: Some((5, 10)),
            login_hours: Some(1),
            data_days: Some((0, 3)),
            ..Takes::default()
        };
        let table = [
            (Way::Card, card),
            (Way::Mfc, Takes { visit_minutes: Some((0, 30)), letter_days: Some(15), ..Takes::default() }),
            (Way::Esia, Takes { data_days: Some((1, 2)), at_once: true, ..Takes::default() }),
            (Way::Signature, Takes::default()),
        ];
        for (way, expected) in table {
            assert_eq!(takes(way), expected, "{way:?}");
        }
        assert_eq!(age_alone(), 14);
        assert_eq!(esia_confirmations().len(), 6);
    }

    proptest! {
        #[test]
        fn every_way_says_what_to_bring(way in select(WAYS.to_vec()), case in option::of(select(CASES.to_vec()))) {
            let documents = bring(way, case);
            prop_assert!(!documents.is_empty());
            prop_assert!((1..documents.len()).all(|n| !documents[..n].contains(&documents[n])));
            prop_assert!(way == Way::Card || documents == bring(way, None));
            let takes = takes(way);
            prop_assert!([takes.visit_minutes, takes.data_days].into_iter().flatten().all(|(from, to)| from < to));
        }
    }
}
