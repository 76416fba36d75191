use super::*;

fn facts() -> Facts {
    Facts {
        has_sandbox: true,
        active: vec![FaultName::AnswerLost],
        taxpayers: vec![("debt".to_owned(), "A debt".to_owned(), "77".to_owned(), "p".to_owned())],
        picked: None,
        standing: None,
        has_page: false,
        shortest: 7,
        time: String::new(),
    }
}

fn group(facts: &Facts, title: &str) -> (Option<String>, Vec<(String, Act)>) {
    let group = facts.groups().into_iter().find(|group| group.title == title).unwrap();
    (group.note, group.items.into_iter().map(|item| (item.label, item.act)).collect())
}

#[test]
fn every_fault_can_be_switched_and_says_whether_it_is_on() {
    let (_, faults) = group(&facts(), "Faults, for everyone");
    assert_eq!(faults.len(), FaultName::ALL.len());
    assert!(faults.contains(&("[x] answer-lost".to_owned(), Act::Fault(FaultName::AnswerLost))));
    assert!(faults.contains(&("[ ] html".to_owned(), Act::Fault(FaultName::Html))));
}

#[test]
fn a_sign_in_page_is_answered_here_while_it_is_open() {
    let title = "Gosuslugi, in the browser";
    assert_eq!(group(&facts(), title), (Some("no sign-in page is open".to_owned()), vec![]));
    let open = Facts { has_page: true, picked: Some("debt".to_owned()), ..facts() };
    let answers = vec![("agree as debt".to_owned(), Act::Agree), ("say no".to_owned(), Act::Deny)];
    assert_eq!(group(&open, title), (None, answers));
    // The lines above keep their places.
    let (without, with) = (facts().items(), open.items());
    let acts = |items: &[Item]| items.iter().map(|item| item.act.clone()).collect::<Vec<_>>();
    assert_eq!(acts(&with)[..without.len()], acts(&without));
}

#[test]
fn what_the_service_holds_of_whom_is_picked_is_read() {
    let standing = "open sessions: 1; letters: 0; recovery: 2 attempts left".to_owned();
    let known = Facts { standing: Some(standing.clone()), shortest: STRICT, ..facts() };
    let (note, acts) = group(&known, "Their account at the service");
    assert_eq!(note, Some(standing));
    assert!(acts.iter().any(|(_, act)| *act == Act::Letter));
    assert_eq!(group(&known, "What the service takes").1[0].0, "[x] passwords from 10 characters on");
    assert_eq!(group(&facts(), "What the service takes").1[0].0, "[ ] passwords from 10 characters on");
}

#[test]
fn without_the_sandbox_only_the_clocks_are_moved() {
    let foreign = Facts { has_sandbox: false, has_page: true, ..facts() };
    assert!(foreign.groups().iter().all(|group| group.note.is_some() || group.title == "Clocks"));
    let moves = |item: &Item| matches!(item.act, Act::Later(_) | Act::ClockBack(_) | Act::ClockForward(_));
    assert!(foreign.items().iter().all(moves));
}
