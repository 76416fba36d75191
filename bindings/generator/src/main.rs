//! Writes Kotlin from the library.

fn main() {
    uniffi::uniffi_bindgen_main();
}
