//! Writes Swift from the library.

fn main() {
    uniffi::uniffi_bindgen_swift();
}
