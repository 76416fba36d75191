//! What is to be done once, as the store keeps it: one record each, in postcard's form.

use fl_app::{Draft, Sending, SendingState};
use fl_domain::{
    Timestamp,
    service::{Ask, OnceKey},
};
use fl_store::{Store, StoreError};
use serde::{Deserialize, Serialize};

use crate::drafts;

/// Their kind among the store's records.
const KIND: &str = "outbox";

/// The form of a record: a later one has another number, and what is in an older form is carried over, never dropped.
const FORM: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Record {
    form: u8,
    key: OnceKey,
    /// The question's name, and its own form.
    name: String,
    ask: Vec<u8>,
    made_at: Timestamp,
    state: SendingState,
    times_sent: u32,
    left_at: Option<Timestamp>,
    times_asked: u32,
    tries: u32,
    not_before: Option<Timestamp>,
}

/// All of them, in the order in which they were wanted. One that is not understood stays where it is: a later version may.
pub(crate) fn all(store: &mut Store) -> Result<Vec<Sending>, StoreError> {
    let records = store.records(KIND)?;
    let sendings: Vec<Sending> = records.iter().filter_map(|bytes| read(bytes)).collect();
    if sendings.len() < records.len() {
        tracing::warn!(target: "fl::log", "{} of the outbox are not understood", records.len() - sendings.len());
    }
    sendings.iter().filter(|sending| !sending.is_settled()).for_each(tell);
    Ok(sendings)
}

/// An earlier version kept them among the records of the cache: they are kept here first, and go from there then. One that is not understood
/// stays where it is.
pub(crate) fn carry_over(cache: &mut Store, own: &mut Store) -> Result<(), StoreError> {
    for bytes in cache.records(KIND)? {
        let Some(sending) = read(&bytes) else { continue };
        let name = sending.key.to_string();
        // What is here already went on since.
        if own.record(KIND, &name)?.is_none() {
            own.put_record(KIND, &name, &bytes, None)?;
        }
        cache.remove_record(KIND, &name)?;
    }
    Ok(())
}

/// A new one, on disk when this returns. Its key is random: no other device, and no other time, makes the same.
pub(crate) fn submit(
    store: &mut Store,
    ask: Ask,
    at: Timestamp,
    instead: Option<OnceKey>,
    draft: Option<Draft>,
) -> Result<Sending, StoreError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Encoding)?;
    let sending = Sending::new(OnceKey::from_bytes(bytes), ask, at);
    put(store, &sending, instead, draft)?;
    if let Some(instead) = instead {
        tracing::info!(target: "fl::log", "outbox {instead}: gives way to {}", sending.key);
    }
    Ok(sending)
}

/// Where it is now.
pub(crate) fn keep(store: &mut Store, sending: &Sending) -> Result<(), StoreError> {
    put(store, sending, None, None)
}

/// It goes.
pub(crate) fn remove(store: &mut Store, key: OnceKey) -> Result<(), StoreError> {
    store.remove_record(KIND, &key.to_string())?;
    tracing::info!(target: "fl::log", "outbox {key}: gone");
    Ok(())
}

fn put(
    store: &mut Store,
    sending: &Sending,
    instead: Option<OnceKey>,
    draft: Option<Draft>,
) -> Result<(), StoreError> {
    let bytes = write(sending).ok_or(StoreError::Encoding)?;
    let (key, instead) = (sending.key.to_string(), instead.map(|key| key.to_string()));
    let gone = instead.as_deref().map(|instead| (KIND, instead));
    // The draft that it was made of is handed over in the same step: neither is ever kept without the other.
    match draft {
        None => store.put_records(&[(KIND, &key, &bytes)], gone)?,
        Some(mut draft) => {
            draft.hand_over(sending.key);
            let (name, handed) = (drafts::name(draft.id), drafts::write(&draft).ok_or(StoreError::Encoding)?);
            store.put_records(&[(KIND, &key, &bytes), (drafts::KIND, &name, &handed)], gone)?;
        }
    }
    tell(sending);
    Ok(())
}

/// Where it is, for the console: a key says nothing of anybody.
fn tell(Sending { key, ask, state, times_sent, times_asked, .. }: &Sending) {
    let state = match state {
        SendingState::Waiting(_) => "waiting",
        SendingState::Left => "left",
        SendingState::Forgotten => "nobody knows",
        SendingState::Accepted { .. } => "accepted",
        SendingState::Refused { .. } => "refused",
    };
    tracing::info!(
        target: "fl::log",
        "outbox {key} {}: {state}, sent {times_sent}, asked {times_asked}",
        ask.name()
    );
}

fn write(sending: &Sending) -> Option<Vec<u8>> {
    let mut serializer = postcard::Serializer { output: postcard::ser_flavors::StdVec::new() };
    sending.ask.keep(&mut serializer).ok()?;
    let record = Record {
        form: FORM,
        key: sending.key,
        name: sending.ask.name().to_owned(),
        ask: postcard::ser_flavors::Flavor::finalize(serializer.output).ok()?,
        made_at: sending.made_at,
        state: sending.state.clone(),
        times_sent: sending.times_sent,
        left_at: sending.left_at,
        times_asked: sending.times_asked,
        tries: sending.tries,
        not_before: sending.not_before,
    };
    postcard::to_stdvec(&record).ok()
}

fn read(bytes: &[u8]) -> Option<Sending> {
    let (record, rest) = postcard::take_from_bytes::<Record>(bytes).ok()?;
    if record.form != FORM || !rest.is_empty() {
        return None;
    }
    let mut deserializer = postcard::Deserializer::from_bytes(&record.ask);
    let ask = Ask::recall(&record.name, &mut deserializer)?.ok()?;
    if !deserializer.finalize().ok()?.is_empty() {
        return None;
    }
    Some(Sending {
        key: record.key,
        ask,
        made_at: record.made_at,
        state: record.state,
        times_sent: record.times_sent,
        left_at: record.left_at,
        times_asked: record.times_asked,
        tries: record.tries,
        not_before: record.not_before,
    })
}

#[cfg(test)]
mod tests;
