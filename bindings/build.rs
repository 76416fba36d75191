//! How the library is linked, the same for every build of it.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let set = |name| std::env::var(name).unwrap_or_default();
    let arguments: &[&str] = match (set("CARGO_CFG_TARGET_OS").as_str(), set("PROFILE").as_str()) {
        // Relocations packed (Android knows them from API 28 on, our oldest), equal functions once, pages of 16 KB.
        ("android", _) => &["--pack-dyn-relocs=relr", "--icf=all", "-z,max-page-size=16384"],
        ("linux", "release") => &["-z,pack-relative-relocs", "--icf=all"],
        _ => &[],
    };
    for argument in arguments {
        println!("cargo:rustc-cdylib-link-arg=-Wl,{argument}");
    }
}
