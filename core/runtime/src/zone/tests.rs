use std::sync::{
    atomic::{AtomicI32, AtomicUsize, Ordering},
    mpsc,
};

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const NOW: &str = "2026-11-22T09:00:00Z";

fn summer(moment: Timestamp) -> i32 {
    if moment < at("2026-10-25T01:00:00Z") { 120 } else { 60 }
}

impl ZoneKeeper {
    /// Waits until the platform has said all it was asked.
    fn settled(&self) -> Option<Zone> {
        let is_asking = |state: &mut State| state.is_asking;
        let state = self.kept.told.wait_while(self.kept.lock(), is_asking).unwrap();
        state.zone
    }
}

#[test]
fn the_first_moment_has_its_offset_and_later_ones_the_table() {
    let keeper = ZoneKeeper::new(|moment| Some(summer(moment)));
    assert_eq!(keeper.zone(at(NOW), Duration::ZERO).offset_minutes(at(NOW)), 60);
    let zone = keeper.settled().unwrap();
    assert_eq!(zone.offset_minutes(at("2026-07-01T09:00:00Z")), 120);
    assert_eq!(keeper.zone(at(NOW), Duration::ZERO), zone);
}

#[test]
fn who_travels_sees_it_within_a_minute_and_a_day_makes_the_table_anew() {
    let (place, asked) = (Arc::new(AtomicI32::new(180)), Arc::new(AtomicUsize::new(0)));
    let (is_at, count) = (Arc::clone(&place), Arc::clone(&asked));
    let keeper = ZoneKeeper::new(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        Some(is_at.load(Ordering::Relaxed))
    });
    let look = |now: &str, second: u64| {
        keeper.zone(at(now), Duration::from_secs(second));
        let zone = keeper.settled().unwrap();
        (zone, asked.swap(0, Ordering::Relaxed))
    };
    let (zone, table) = look(NOW, 0);
    assert!(zone == Zone::fixed(180) && table > 300, "{table}");
    assert_eq!(look(NOW, 59), (zone, 0));
    assert_eq!(look(NOW, 60), (zone, 1), "nothing is new");
    place.store(600, Ordering::Relaxed);
    assert_eq!(look(NOW, 119), (zone, 0));
    assert_eq!(look(NOW, 120), (Zone::fixed(600), table));
    assert_eq!(look("2026-11-23T08:59:59Z", 200).1, 1);
    assert_eq!(look("2026-11-23T09:00:00Z", 300).1, table);
    assert_eq!(look("2026-11-20T09:00:00Z", 400).1, table, "a clock that is set back");
}

#[test]
fn a_platform_that_fails_leaves_what_is_known() {
    let failures: [fn() -> Option<i32>; 2] = [|| None, || panic!("a shell's mistake")];
    for fails in failures {
        let works = Arc::new(AtomicI32::new(0));
        let is_working = Arc::clone(&works);
        let keeper = ZoneKeeper::new(move |moment| match is_working.load(Ordering::Relaxed) {
            0 => fails(),
            _ => Some(summer(moment)),
        });
        assert_eq!(keeper.zone(at(NOW), Duration::ZERO), Zone::default());
        works.store(1, Ordering::Relaxed);
        keeper.settled();
        keeper.zone(at(NOW), LOOK_EVERY);
        let zone = keeper.settled().unwrap();
        assert_eq!(zone.offset_minutes(at(NOW)), 60);
        works.store(0, Ordering::Relaxed);
        keeper.zone(at("2026-12-22T09:00:00Z"), LOOK_EVERY * 2);
        assert_eq!(keeper.settled(), Some(zone));
    }
}

#[test]
fn a_platform_that_hangs_is_waited_for_once() {
    let (let_go, held) = mpsc::channel::<()>();
    let (held, asked) = (Mutex::new(held), Arc::new(AtomicUsize::new(0)));
    let count = Arc::clone(&asked);
    let mut keeper = ZoneKeeper::new(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        // Ends with an error, once the test lets go.
        let _ = held.lock().unwrap().recv();
        None
    });
    keeper.patience = Duration::from_millis(1);
    for minute in 0..1_000 {
        assert_eq!(keeper.zone(at(NOW), LOOK_EVERY * minute), Zone::default());
    }
    drop(let_go);
    assert_eq!(keeper.settled(), None);
    assert_eq!(asked.load(Ordering::Relaxed), 1, "one that hangs is not asked again");
}
