//! What comes with a key is done once.

use fl_domain::service::{
    OnceKey, Question,
    contacts::SetEmail,
    outbox::{Fate, FateTold},
    sign_ins::Disown,
};

use super::*;
use crate::FaultKind;

fn key(number: u8) -> OnceKey {
    OnceKey::from_bytes([number; 16])
}

fn email(text: &str) -> SetEmail {
    SetEmail(Email::parse(text).unwrap())
}

impl Caller {
    async fn send<Q: Question>(
        &self,
        token: &Secret,
        question: Q,
        key: OnceKey,
    ) -> Option<Result<Q::Told, Failure>> {
        let request = self.gateway.ask_once(&question.clone().ask(), &key).unwrap();
        let answer = self.exchange(&request, Some(token)).await?;
        Some(told(&self.gateway, question, &answer))
    }

    async fn fate(&self, token: &Secret, number: u8) -> FateTold {
        self.ask(Some(token), Fate(key(number))).await.unwrap()
    }

    fn letters(&self, inn: &str) -> usize {
        self.double.control().letters(inn).len()
    }
}

#[tokio::test]
async fn the_same_key_is_done_once_and_answered_always() {
    let caller = Caller::new();
    let (token, inn) = (caller.tokens("debt").await.access, caller.inn("debt").as_str().to_owned());
    assert_eq!(caller.fate(&token, 1).await, FateTold::Unheard { known_since: None });
    for _ in 0..3 {
        assert_eq!(caller.send(&token, email("a@b.test"), key(1)).await, Some(Ok(Done)));
    }
    assert_eq!(caller.letters(&inn), 1);
    assert_eq!(caller.double.control().done_under(&inn), [key(1)]);
    let at = caller.double.control().now();
    caller.double.control().advance(DAY * 400);
    let token = caller.tokens("debt").await.access;
    assert_eq!(caller.fate(&token, 1).await, FateTold::Accepted { at: Some(at) });
    // The same key for something else is nothing anybody meant.
    assert!(matches!(
        caller.send(&token, email("c@b.test"), key(1)).await,
        Some(Err(Failure::Refused { .. }))
    ));
    // Another person's key is another key.
    let other = caller.tokens("no-debt").await.access;
    assert_eq!(caller.fate(&other, 1).await, FateTold::Unheard { known_since: None });
    assert_eq!(caller.send(&other, email("c@b.test"), key(1)).await, Some(Ok(Done)));
}

#[tokio::test]
async fn a_refusal_is_kept_too_and_a_failure_is_not() {
    let caller = Caller::new();
    let (token, inn) = (caller.tokens("debt").await.access, caller.inn("debt").as_str().to_owned());
    let nobody = || Disown { id: "nobody".to_owned() };
    let refused = caller.send(&token, nobody(), key(1)).await.unwrap().unwrap_err();
    let Failure::Refused { words } = &refused else { panic!("{refused:?}") };
    assert_eq!(caller.send(&token, nobody(), key(1)).await, Some(Err(refused.clone())));
    assert_eq!(caller.fate(&token, 1).await, FateTold::Refused { words: Some(words.clone()) });
    let everyone = || Scope::Everyone;
    caller.double.control().set(Fault::ServerError, everyone());
    assert!(caller.send(&token, email("a@b.test"), key(2)).await.unwrap().is_err());
    caller.double.control().clear(FaultKind::ServerError, &everyone());
    assert_eq!(caller.fate(&token, 2).await, FateTold::Unheard { known_since: None });
    assert_eq!(
        caller.send(&Secret::new("not a token"), email("a@b.test"), key(2)).await,
        Some(Err(Failure::SignInAgain))
    );
    assert_eq!(caller.send(&token, email("a@b.test"), key(2)).await, Some(Ok(Done)));
    assert_eq!(caller.letters(&inn), 1);
}

#[tokio::test]
async fn every_way_of_getting_lost_leaves_one_of_it() {
    let caller = Caller::new();
    let (token, inn) = (caller.tokens("debt").await.access, caller.inn("debt").as_str().to_owned());
    let control = caller.double.control();
    let mine = || Scope::Taxpayer(inn.clone());
    control.set(Fault::RequestLost, mine());
    assert_eq!(caller.send(&token, email("a@b.test"), key(1)).await, None);
    assert_eq!(caller.fate(&token, 1).await, FateTold::Unheard { known_since: None });
    control.set(Fault::AnswerLost, mine());
    assert_eq!(caller.send(&token, email("a@b.test"), key(1)).await, None);
    assert!(matches!(caller.fate(&token, 1).await, FateTold::Accepted { .. }));
    control.set(Fault::AnsweredTwice, mine());
    assert_eq!(caller.send(&token, email("b@b.test"), key(2)).await, Some(Ok(Done)));
    assert_eq!((caller.letters(&inn), control.done_under(&inn).len()), (2, 2));
    // A restart that forgot says since when it knows.
    control.set(Fault::KeysForgotten, Scope::Everyone);
    assert_eq!(caller.fate(&token, 1).await, FateTold::Unheard { known_since: Some(control.now()) });
    assert_eq!(control.done_under(&inn).len(), 2);
}

#[tokio::test]
async fn nothing_is_done_without_a_key_or_under_what_is_none() {
    let caller = Caller::new();
    let (token, inn) = (caller.tokens("debt").await.access, caller.inn("debt").as_str().to_owned());
    let good = caller.gateway.ask_once(&email("a@b.test").ask(), &key(1)).unwrap();
    for header in [
        None,
        Some(""),
        Some("1"),
        Some("\"\""),
        Some("0101010101010101010101010101010101"),
        Some("\"010101010101010101010101010101zz\""),
    ] {
        let headers = good.headers.iter().filter(|(name, _)| *name != "Idempotency-Key");
        let mut headers: Vec<(&str, String)> = headers.map(|(name, value)| (*name, value.clone())).collect();
        headers.push(("Authorization", format!("Bearer {}", token.expose())));
        headers.extend(header.map(|value| ("Idempotency-Key", value.to_owned())));
        let Body::Json(text) = &good.body else { panic!() };
        let (status, ..) = caller.double.call("POST", &good.url, headers, text.expose()).await.unwrap();
        assert_eq!(status, 400, "{header:?}");
    }
    assert_eq!(caller.letters(&inn), 0);
}
