use fl_domain::{Money, Timestamp, dates::date};
use proptest::prelude::*;

use super::{
    draft::TEXT_LIMIT,
    read::{Fault, value},
    walk::Seen,
    *,
};
use crate::texts::{Language, Texts};

const KINDS: &[OptionSpec] =
    &[OptionSpec { key: "a", label: "form-next" }, OptionSpec { key: "b", label: "form-next" }];
const PARTS: &[FieldSpec] = &[
    FieldSpec::new("sum", "form-next", Kind::Amount { max: Money::from_kopecks(100_000) }),
    FieldSpec::new("why", "form-next", Kind::Words { max: 10 }).optional(),
    FieldSpec::new("more", "form-next", Kind::Words { max: 10 }).when("why", &["x"]),
];

static SPEC: Spec = Spec {
    name: "made-up",
    version: 3,
    title: "form-next",
    steps: &[
        StepSpec {
            key: "one",
            title: "form-next",
            items: &[
                Item::Field(FieldSpec::new("kind", "form-next", Kind::Few(KINDS)).formerly(&["sort"])),
                Item::Field(
                    FieldSpec::new("of-a", "form-next", Kind::Words { max: 10 }).when("kind", &["a"]),
                ),
                Item::Field(
                    FieldSpec::new("of-of-a", "form-next", Kind::Words { max: 10 }).when("of-a", &["x"]),
                ),
                Item::Field(FieldSpec::new("secret", "form-next", Kind::Signature).when("kind", &["b"])),
            ],
        },
        StepSpec {
            key: "two",
            title: "form-next",
            items: &[
                Item::Field(FieldSpec::new(
                    "day",
                    "form-next",
                    Kind::Day(Days::UntilToday(date(1900, 1, 1))),
                )),
                Item::Group(GroupSpec {
                    key: "part",
                    title: "form-next",
                    add: "form-next",
                    remove: "form-next",
                    min: 1,
                    max: 3,
                    fields: PARTS,
                }),
            ],
        },
    ],
};

fn lookup() -> Lookup<'static> {
    Lookup { many: &|_| Vec::new(), today: date(2026, 11, 22) }
}

fn draft() -> Draft {
    Draft::new(DraftId(1), "made-up", 3, Timestamp::UNIX_EPOCH)
}

fn keys(draft: &Draft) -> Vec<String> {
    SPEC.steps.iter().flat_map(|step| seen(&SPEC, step, draft)).map(|seen| seen.key).collect()
}

fn filled() -> Draft {
    let mut draft = draft();
    for (key, text) in [("kind", "a"), ("of-a", "y"), ("day", "22.11.2026"), ("part.1.sum", "1,50")] {
        draft.set(key, text);
    }
    draft
}

/// Every form there is: conditions lead back to a field that stands before, names are their own, every text is there.
#[test]
fn every_form_is_declared_soundly() {
    let forms =
        crate::features::FEATURES.iter().flat_map(|feature| feature.forms().iter().map(|form| form.spec()));
    let forms: Vec<&Spec> = forms.chain([&SPEC]).collect();
    assert!(forms.len() > 1);
    for spec in forms {
        assert!(forms_names_are_their_own(spec), "{}", spec.name);
        for (language, texts) in
            [(Language::Ru, Texts::of(Language::Ru)), (Language::En, Texts::of(Language::En))]
        {
            for key in spec.fields().flat_map(|(_, field)| [Some(field.label), field.hint]).flatten() {
                assert_ne!(texts.say(key), key, "{language:?}");
            }
        }
        let steps: Vec<&str> = spec.steps.iter().map(|step| step.key).collect();
        assert!(steps.iter().all(|key| !key.contains(['/', '.'])), "{steps:?}");
        let mut before: Vec<(Option<&str>, &str)> = Vec::new();
        for (group, field) in spec.fields() {
            let of = group.map(|group| group.key);
            assert!(!field.key.contains(['/', '.']), "{}", field.key);
            if let Some((condition, is)) = field.when {
                assert!(!is.is_empty());
                let stands =
                    before.iter().any(|(of_it, key)| *key == condition && (*of_it == of || of_it.is_none()));
                assert!(stands, "{}: {condition} does not stand before it", field.key);
            }
            before.push((of, field.key));
        }
    }
}

fn forms_names_are_their_own(spec: &Spec) -> bool {
    let mut keys: Vec<(Option<&str>, &str)> =
        spec.fields().map(|(group, field)| (group.map(|it| it.key), field.key)).collect();
    let mut formerly: Vec<&str> = spec.fields().flat_map(|(_, field)| field.formerly).copied().collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    formerly.retain(|former| spec.fields().any(|(_, field)| field.key == *former));
    keys.len() == count && formerly.is_empty()
}

#[test]
fn a_field_is_shown_while_what_it_depends_on_is_answered_so() {
    let mut draft = draft();
    let group = ["part.1.sum", "part.1.why"];
    assert_eq!(keys(&draft), [&["kind", "day"][..], &group].concat());
    draft.set("kind", "a");
    draft.set("of-a", "x");
    assert_eq!(keys(&draft), [&["kind", "of-a", "of-of-a", "day"][..], &group].concat());
    draft.set("kind", "b");
    assert_eq!(
        keys(&draft),
        [&["kind", "secret", "day"][..], &group].concat(),
        "what hangs on a hidden one is hidden"
    );
    draft.set("part.1.why", "x");
    assert_eq!(keys(&draft).last().unwrap(), "part.1.more", "a condition in a group means its neighbour");
}

#[test]
fn what_is_hidden_is_kept_and_never_becomes_an_answer() {
    let mut draft = filled();
    draft.set("of-of-a", "hidden");
    let answers = read(&SPEC, &draft, &Typed::new(), &lookup()).unwrap();
    assert_eq!((answers.text("of-a"), answers.text("of-of-a")), (Some("y".to_owned()), None));
    draft.set("of-a", "x");
    let answers = read(&SPEC, &draft, &Typed::new(), &lookup()).unwrap();
    assert_eq!(answers.text("of-of-a").as_deref(), Some("hidden"), "it is back when the field is");
    assert_eq!(answers.keys("part", "sum"), ["part.1.sum"]);
    assert_eq!(answers.amount("part.1.sum").map(Money::kopecks), Some(150));
}

#[test]
fn a_secret_is_wanted_and_is_not_in_the_draft() {
    let mut draft = filled();
    draft.set("kind", "b");
    let wrong = faults(&SPEC, &draft, &Typed::new(), &lookup());
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].0 == "one" && wrong[0].1.key == "secret" && wrong[0].2 == Fault::Missing);
    let typed = Typed::from([("secret".to_owned(), "hush".into())]);
    assert!(read(&SPEC, &draft, &typed, &lookup()).unwrap().signature("secret").is_some());
    assert!(!draft.entries.values().any(|text| text.contains("hush")));
}

#[test]
fn one_of_a_group_goes_with_what_it_holds_and_its_number_never_comes_back() {
    let mut draft = filled();
    draft.add("part", 1);
    draft.set("part.2.sum", "2");
    assert_eq!(draft.numbers("part", 1), [1, 2]);
    draft.remove("part", 1, 1);
    assert_eq!((draft.numbers("part", 1), draft.text("part.1.sum")), (vec![2], ""));
    draft.add("part", 1);
    assert_eq!(draft.numbers("part", 1), [2, 3]);
    assert_eq!(draft.text("part.2.sum"), "2", "the others stay theirs");
}

#[test]
fn a_draft_of_an_earlier_version_still_opens() {
    let mut draft = filled();
    draft.version = 1;
    draft.entries.remove("kind");
    for (key, text) in [("sort", "a"), ("gone", "what nobody asks any more"), ("part.1.gone", "nor this")] {
        draft.set(key, text);
    }
    assert!(draft.fit(&SPEC));
    assert_eq!((draft.version, draft.text("kind"), draft.text("of-a")), (3, "a", "y"));
    assert_eq!(draft.left_over(&SPEC), ["what nobody asks any more", "nor this"]);
    assert!(read(&SPEC, &draft, &Typed::new(), &lookup()).is_some());
    assert!(!draft.fit(&SPEC), "once");
    draft.set("kind", "c");
    let wrong = faults(&SPEC, &draft, &Typed::new(), &lookup());
    assert_eq!(wrong[0].2, Fault::NotOffered, "what can be chosen no longer is named");
}

#[test]
fn what_the_service_changed_meanwhile_is_told_once() {
    let mut draft = draft();
    let said = |name: &str| vec![("of-a", name.to_owned())];
    draft.acknowledge(&said("Anna"), true);
    assert!(draft.is_untouched() && draft.changed(&said("Anna")).is_empty());
    draft.set("of-a", "Anna B");
    assert!(draft.changed(&said("Anna")).is_empty(), "what a person typed is no change of the service");
    let changed = draft.changed(&said("Maria"));
    assert_eq!(changed, [("of-a", "Anna".to_owned(), "Maria".to_owned())]);
    draft.acknowledge(&said("Maria"), false);
    assert!(draft.changed(&said("Maria")).is_empty());
    assert_eq!(draft.text("of-a"), "Anna B");
    draft.acknowledge(&said("Maria"), true);
    assert_eq!(draft.text("of-a"), "Maria");
}

#[test]
fn far_too_long_a_text_is_cut_and_that_is_said() {
    let mut draft = draft();
    assert!(draft.set("of-a", &"я".repeat(TEXT_LIMIT)));
    assert!(!draft.set("of-a", &"я".repeat(TEXT_LIMIT + 1)));
    assert_eq!(draft.text("of-a").chars().count(), TEXT_LIMIT);
}

proptest! {
    #[test]
    fn whatever_is_in_every_field_it_is_named_or_read(text in "\\PC{0,40}|[0-9., ]{0,12}|[a-z]|(🙂){2000}") {
        let mut draft = draft();
        draft.add("part", 1);
        let all: Vec<String> = SPEC.fields().map(|(group, field)| match group {
            None => field.key.to_owned(),
            Some(group) => format!("{}.2.{}", group.key, field.key),
        }).collect();
        for key in &all {
            draft.set(key, &text);
        }
        let typed = Typed::new();
        let wrong = faults(&SPEC, &draft, &typed, &lookup());
        prop_assert_eq!(wrong.is_empty(), read(&SPEC, &draft, &typed, &lookup()).is_some());
        let texts = Texts::of(Language::En);
        for (_, Seen { field, .. }, fault) in &wrong {
            prop_assert!(!super::faults::words(fault, &field.kind, texts).is_empty());
        }
        for step in SPEC.steps {
            for seen in seen(&SPEC, step, &draft) {
                let _ = value(&seen, &draft, &typed, &lookup());
            }
        }
    }
}
