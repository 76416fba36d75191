//! Why the allocator of what ships is another than the system's: this program has the system's, and what it freed is found.
#![cfg(all(test, target_os = "linux"))]
#![forbid(unsafe_code)]

use fl_security::{Masked, Needle, mask, memory};

const HELD: [u8; 14] = mask("left-behind-37");

#[test]
fn what_the_system_frees_can_still_be_read() {
    let needles = [Needle::new("needle", Masked::new(&HELD))];
    assert!(memory::scan(&needles).unwrap().is_empty(), "a masked needle is not found itself");
    let held =
        format!("far from both ends of what holds it: {}; and on it goes", needles[0].text.secret().expose());
    drop(held);
    assert!(!memory::scan(&needles).unwrap().is_empty());
}
