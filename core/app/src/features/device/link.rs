use crux_core::Command;

use super::{Hint, Next};
use crate::{
    app::{Place, go},
    model::{Model, Stage},
};

/// The scheme is our own: links of the service's hosts cannot be given to an app that is not the service's.
const SCHEME: &str = "fltaxes://";

/// Follows a link into the app; one that is none of ours is said and not followed. Before the account is open its place is
/// kept in mind.
pub(crate) fn follow(url: &str, model: &mut Model) -> Next {
    let Some(place) = place(url) else {
        model.hint = Some(Hint::ForeignLink);
        return Command::done();
    };
    if matches!(model.stage, Stage::Open(_)) || place == Place::Settings {
        return go(place, model);
    }
    model.wanted = Some(place);
    Command::done()
}

fn place(url: &str) -> Option<Place> {
    let rest = url.get(..SCHEME.len()).filter(|s| s.eq_ignore_ascii_case(SCHEME)).map(|s| &url[s.len()..])?;
    match rest.trim_end_matches('/') {
        "" | "home" => Some(Place::Home),
        "operations" => Some(Place::Operations),
        "income" => Some(Place::Income),
        "settings" => Some(Place::Settings),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_links_lead_somewhere() {
        let table = [
            ("fltaxes://home", Some(Place::Home)),
            ("FLTAXES://operations/", Some(Place::Operations)),
            ("fltaxes://income", Some(Place::Income)),
            ("fltaxes://settings", Some(Place::Settings)),
            ("fltaxes://", Some(Place::Home)),
            ("fltaxes://operations/../home", None),
            ("fltaxes://user@home", None),
            ("fltaxes:home", None),
            ("https://example.test/home", None),
            ("", None),
            ("фл", None),
            ("fltaxes:/\u{301}/home", None),
        ];
        for (url, expected) in table {
            assert_eq!(place(url), expected, "{url}");
        }
    }
}
