//! The walks themselves.

use fl_app::SendingState;
use fl_sandbox::{Fault, Scope};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::phone::{Death, Phone, Way};

const WALKS: u32 = 10_000;
const TESTS: u32 = 2;
/// Asked after, sent again, the next one sent: so often for as many as can wait behind each other.
const ROUNDS: usize = 4;

/// What a person, the network, the disk and the system may do.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// One of three addresses.
    Want(u8),
    Way(Way),
    Full,
    Death(Death),
    Dies,
    Lock,
    Unlock,
    Later(u16),
    NetworkBack,
    Refresh,
    LateArrives,
    Forgets,
    Withdraw,
    Again,
    Dismiss,
}

fn step() -> impl Strategy<Value = Step> {
    let way = prop_oneof![
        1 => Just(Way::NoNetwork),
        1 => Just(Way::LostBefore),
        3 => Just(Way::LostAfter),
        2 => Just(Way::Late),
        1 => Just(Way::Twice),
        1 => Just(Way::Fails),
    ];
    prop_oneof![
        8 => (0..3_u8).prop_map(Step::Want),
        8 => way.prop_map(Step::Way),
        1 => Just(Step::Full),
        4 => (0..6_u8, any::<bool>()).prop_map(|(effects, is_done)| Step::Death(Death { effects, is_done })),
        2 => Just(Step::Dies),
        1 => Just(Step::Lock),
        2 => Just(Step::Unlock),
        4 => (1..4000_u16).prop_map(Step::Later),
        2 => Just(Step::NetworkBack),
        2 => Just(Step::Refresh),
        2 => Just(Step::LateArrives),
        1 => Just(Step::Forgets),
        1 => Just(Step::Withdraw),
        1 => Just(Step::Again),
        1 => Just(Step::Dismiss),
    ]
}

fn act(phone: &mut Phone, step: Step) {
    match step {
        Step::Want(which) => {
            phone.go("contact-email", &["profile", "email"]);
            if phone.screen.key() == "contact-email" {
                phone.type_in("email", ["a@b.test", "b@b.test", "c@b.test"][usize::from(which)]);
                phone.tap("save");
            }
        }
        Step::Way(way) => phone.ways.push_back(way),
        Step::Full => phone.full += 1,
        Step::Death(death) => phone.death = Some(death),
        Step::Dies => phone.dies(),
        Step::Lock => {
            phone.later(3601);
        }
        Step::Unlock => phone.unlock(),
        Step::Later(seconds) => phone.later(seconds.into()),
        Step::NetworkBack => phone.network_back(),
        Step::Refresh => phone.refresh(),
        Step::LateArrives => {
            phone.late_arrives();
        }
        Step::Forgets => {
            phone.service.control().set(Fault::KeysForgotten, Scope::Everyone);
            let done = phone.service.control().done_under(phone.inn.as_str()).len();
            phone.judge.forgot(done);
        }
        Step::Withdraw => touch(phone, "outbox-withdraw"),
        Step::Again => {
            phone.go("outbox", &["outbox"]);
            let stuck = |phone: &Phone| {
                phone.disk.iter().find(|one| one.state == SendingState::Forgotten).map(|one| one.key)
            };
            if let Some(key) = stuck(phone) {
                phone.judge.again(key);
            }
            touch(phone, "outbox-again");
        }
        Step::Dismiss => touch(phone, "outbox-dismiss"),
    }
}

/// On the list, the oldest that can be touched so.
fn touch(phone: &mut Phone, key: &str) {
    phone.go("outbox", &["outbox"]);
    for index in (0..phone.disk.len()).rev() {
        phone.tap(&format!("outbox-{index}"));
        if phone.tap(key) {
            return;
        }
    }
}

fn judge(phone: &Phone) {
    let control = phone.service.control();
    let done = control.done_under(phone.inn.as_str());
    phone.judge.judge(&phone.disk, &done, control.letters(phone.inn.as_str()).len());
}

fn walk(steps: &[Step]) -> Phone {
    let mut phone = Phone::new();
    for step in steps {
        act(&mut phone, *step);
        judge(&phone);
    }
    // Everything heals.
    (phone.full, phone.death) = (0, None);
    phone.ways.clear();
    while phone.late_arrives() {}
    phone.unlock();
    for _ in 0..ROUNDS {
        phone.network_back();
        judge(&phone);
    }
    phone.judge.is_settled(&phone.disk);
    phone
}

fn walks(seed: u8) {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let cases = wanted.unwrap_or(WALKS).div_ceil(TESTS);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut ends = std::collections::BTreeMap::<&str, u32>::new();
    let ends_of = std::cell::RefCell::new(&mut ends);
    TestRunner::new_with_rng(config, rng)
        .run(&vec(step(), 1..24), |steps| {
            let phone = walk(&steps);
            for sending in &phone.disk {
                let name = match sending.state {
                    SendingState::Waiting(_) => "waits",
                    SendingState::Left => "left",
                    SendingState::Forgotten => "nobody knows",
                    SendingState::Accepted { .. } if sending.times_sent > 1 => "done, after it went again",
                    SendingState::Accepted { .. } if sending.times_asked > 0 => "done, and asked after",
                    SendingState::Accepted { .. } => "done",
                    SendingState::Refused { .. } => "refused",
                };
                *ends_of.borrow_mut().entry(name).or_default() += 1;
            }
            Ok(())
        })
        .unwrap();
    println!("{ends:?}");
    for name in ["nobody knows", "done, after it went again", "done, and asked after", "done"] {
        assert!(ends.get(name).copied().unwrap_or(0) >= cases / 200, "{name} was hardly reached: {ends:?}");
    }
}

#[test]
fn the_first_half() {
    walks(1);
}

#[test]
fn the_second_half() {
    walks(2);
}
