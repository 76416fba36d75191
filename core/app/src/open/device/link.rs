use crux_core::Command;
use fl_domain::{
    Secret,
    access::{Verdict, judge},
};

use super::{Hint, Next};
use crate::{
    app::{Place, go},
    features::{contacts, esia, links, recovery},
    model::{Model, Stage},
};

/// Where a link into the app leads.
#[derive(Debug, PartialEq, Eq)]
enum Lead {
    /// To a place.
    To(Place),
    /// A letter's link: a forgotten password.
    Recovery,
    /// The browser comes back from Gosuslugi.
    Esia,
    /// A letter's link: a contact is confirmed.
    Contact(Secret),
}

/// Follows a link into the app; one that is none of ours is named for what it is and not followed. Before the account is open
/// its place is kept in mind.
pub(crate) fn follow(url: &str, model: &mut Model) -> Next {
    match lead(url) {
        Some(Lead::To(place)) => {
            let needs_account = matches!(
                place,
                Place::Home
                    | Place::Operations
                    | Place::Income
                    | Place::Profile
                    | Place::SignIns
                    | Place::Password
            );
            if !needs_account || matches!(model.stage, Stage::Open(_)) {
                return go(place, model);
            }
            model.wanted = Some(place);
            Command::done()
        }
        Some(Lead::Recovery) => recovery::follow(url, model),
        Some(Lead::Esia) => esia::follow(url, model),
        Some(Lead::Contact(code)) => contacts::confirm_by_link(code, model),
        None => {
            model.hint = Some(match judge(url, &links::hosts(model)) {
                verdict @ Verdict::Suspicious(_) => Hint::Link(verdict),
                _ => Hint::ForeignLink,
            });
            Command::done()
        }
    }
}

fn lead(url: &str) -> Option<Lead> {
    let (place, query) = links::own(url)?;
    Some(match (place, query.is_empty()) {
        ("" | "home", true) => Lead::To(Place::Home),
        ("operations", true) => Lead::To(Place::Operations),
        ("income", true) => Lead::To(Place::Income),
        ("settings", true) => Lead::To(Place::Settings),
        ("profile", true) => Lead::To(Place::Profile),
        ("sign-ins", true) => Lead::To(Place::SignIns),
        ("password", true) => Lead::To(Place::Password),
        ("access", true) => Lead::To(Place::Access),
        ("recovery", true) => Lead::To(Place::Recovery),
        ("recovery", false) => Lead::Recovery,
        ("esia", false) => Lead::Esia,
        ("contact", false) => Lead::Contact(Secret::new(links::parameter(query, "code")?)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_links_lead_somewhere() {
        let to = |place| Some(Lead::To(place));
        let table = [
            ("fltaxes://home", to(Place::Home)),
            ("FLTAXES://operations/", to(Place::Operations)),
            ("fltaxes://income", to(Place::Income)),
            ("fltaxes://settings", to(Place::Settings)),
            ("fltaxes://", to(Place::Home)),
            ("fltaxes://profile", to(Place::Profile)),
            ("fltaxes://recovery", to(Place::Recovery)),
            ("fltaxes://recovery?token=abc", Some(Lead::Recovery)),
            ("fltaxes://esia?state=a&code=b", Some(Lead::Esia)),
            ("fltaxes://contact?code=123456", Some(Lead::Contact(Secret::new("123456")))),
            ("fltaxes://contact?code=1&code=2", None),
            ("fltaxes://contact", None),
            ("fltaxes://esia", None),
            ("fltaxes://home?x=1", None),
            ("fltaxes://operations/../home", None),
            ("fltaxes://user@home", None),
            ("fltaxes:home", None),
            ("https://example.test/home", None),
            ("", None),
            ("фл", None),
            ("fltaxes:/\u{301}/home", None),
        ];
        for (url, expected) in table {
            assert_eq!(lead(url), expected, "{url}");
        }
    }
}
