use fl_domain::service::OnceKey;
use fl_store::DataKey;
use serde_json::json;

use super::*;

/// One with all that a draft can hold.
fn full() -> Draft {
    serde_json::from_value(json!({
        "id": 7, "form": "pattern", "version": 2, "object": "flat", "about": "The flat",
        "begun_at": "2026-11-22T09:00:00Z", "changed_at": "2026-11-23T10:00:00Z", "step": "pattern-who",
        "entries": { "subject": "ы", "payment.2.amount": "5" },
        "groups": { "payment": [2] }, "numbered": { "payment": 2 },
        "files": { "papers": [{
            "id": "07070707070707070707070707070707", "name": "a.pdf", "kind": "pdf", "size": 300, "pages": 2,
        }] },
        "given": { "subject": "я" },
        "sent": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "edition": 300,
    }))
    .unwrap()
}

fn edition(edition: u64, text: &str) -> Draft {
    let mut value = serde_json::to_value(full()).unwrap();
    value["edition"] = json!(edition);
    value["entries"] = json!({ "subject": text });
    serde_json::from_value(value).unwrap()
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
    (folder, store)
}

/// What an earlier version wrote is what a person filled in over days: its form is carried over, never dropped. Where this fails, an older
/// form has to be read beside the new one.
#[test]
fn the_form_of_a_draft_is_known() {
    let bytes = write(&full()).unwrap();
    let shown = bytes.iter().fold(String::new(), |shown, byte| shown + &format!("{byte:02x}"));
    assert_eq!(shown, GOLDEN);
    assert_eq!(read(&bytes), Some(full()));
}

const GOLDEN: &str = "0107077061747465726e020104666c6174010854686520666c617414323032362d31312d32325430393a30303a30305a14323032362d31312d323354\
    31303a30303a30305a0b7061747465726e2d77686f02107061796d656e742e322e616d6f756e740135077375626a65637402d18b01077061796d656e\
    74010201077061796d656e740201067061706572730120303730373037303730373037303730373037303730373037303730373037303705612e7064\
    6600ac02010201077375626a65637402d18f0101010101010101010101010101010101ac02";

#[test]
fn an_earlier_edition_never_takes_the_place_of_a_later_one() {
    let (_folder, mut store) = store();
    keep(&mut store, &edition(2, "second")).unwrap();
    keep(&mut store, &edition(1, "first, and late")).unwrap();
    assert_eq!(all(&mut store).unwrap(), (vec![edition(2, "second")], 0));
    keep(&mut store, &edition(3, "third")).unwrap();
    assert_eq!(all(&mut store).unwrap().0, [edition(3, "third")]);
    remove(&mut store, DraftId(7)).unwrap();
    assert_eq!(all(&mut store).unwrap(), (Vec::new(), 0));
}

#[test]
fn what_is_not_understood_is_counted_and_stays() {
    let (_folder, mut store) = store();
    keep(&mut store, &full()).unwrap();
    store.put_record(KIND, "later", &[FORM + 1, 1, 2, 3], None).unwrap();
    assert_eq!(all(&mut store).unwrap(), (vec![full()], 1));
    assert_eq!(store.records(KIND).unwrap().len(), 2);
}

/// Handing over is one step: what is to be sent and that the draft was handed over are both on disk, or neither is; and an edit that was
/// under way when it was handed over changes nothing after it.
#[test]
fn a_draft_is_handed_over_in_one_step_with_what_is_sent() {
    use fl_domain::{
        Timestamp,
        access::Email,
        service::{Question, contacts::SetEmail},
    };
    let (_folder, mut store) = store();
    let mut draft = edition(4, "whole");
    draft.sent = None;
    keep(&mut store, &draft).unwrap();
    let ask = SetEmail(Email::parse("a@b.test").unwrap()).ask();
    let sending =
        crate::sendings::submit(&mut store, ask, Timestamp::UNIX_EPOCH, None, Some(draft.clone())).unwrap();
    keep(&mut store, &draft).unwrap();
    let kept = all(&mut store).unwrap().0;
    assert_eq!((kept.len(), kept[0].sent), (1, Some(sending.key)));
    assert_ne!(kept[0].sent, Some(OnceKey::from_bytes([1; 16])));
}
