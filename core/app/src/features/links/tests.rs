use crate::{
    kit::{effects::Platform, texts::Language},
    open::{Place, device, nav},
    testing::Stand,
};

fn checked(link: &str, language: Language) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.go(Place::CheckLink);
    stand.type_in("link", link);
    stand.tap("check");
    assert_eq!(stand.screen().key(), "check-link");
    stand
}

#[test]
fn look_alikes_are_named_and_not_opened() {
    let emoji = "🙂".repeat(2_560);
    let table = [
        ("https://nalog-ru.com/pay", "passed off as the tax service's"),
        ("tax.ru", "passed off as the tax service's"),
        ("https://nalog.gov.ru.pay.invalid/", "only looks like"),
        ("https://nalog.ru@pay.invalid/", "after the @"),
        ("https://xn--nlog-5cd.ru/", "xn--"),
        ("https://nаlog.ru/", "another alphabet"),
        ("http://nalog.ru/", "not protected"),
        ("https://185.1.2.3/", "numbers stand"),
        ("https://pogoda.invalid/", "leads to pogoda.invalid"),
        ("javascript:alert(1)", "a command"),
        ("", "This is no link"),
        (emoji.as_str(), "This is no link"),
    ];
    for (link, words) in table {
        let mut stand = checked(link, Language::En);
        assert!(stand.seen().contains(words), "{link:.40}: {}", stand.seen());
        // Neither from here nor from anywhere else.
        stand.touch(super::Intent::Open);
        stand.touch(device::Intent::OpenLink(link.to_owned()));
        assert!(stand.asked.is_empty(), "{link:.40}: {:?}", stand.asked);
    }
}

#[test]
fn the_services_own_are_opened() {
    for link in ["https://lkfl2.nalog.ru/lkfl/login", "www.nalog.gov.ru", "https://www.gosuslugi.ru/"] {
        let mut stand = checked(link, Language::En);
        stand.tap("open");
        let url = if link.starts_with("https") { link.to_owned() } else { format!("https://{link}") };
        assert_eq!(stand.asked, [Platform::OpenLink(url)]);
    }
}

/// The field looks empty once another page lay over it: nothing is opened that nobody sees.
#[test]
fn a_link_is_dropped_when_something_else_is_opened() {
    let mut stand = checked("https://nalog.gov.ru/", Language::En);
    let revision = stand.field("link").revision;
    stand.go(Place::Access);
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "check-link");
    assert_ne!(stand.field("link").revision, revision);
    assert!(!stand.screen().blocks.iter().any(|block| block.key() == "open"), "{}", stand.seen());
    stand.touch(super::Intent::Open);
    assert!(stand.asked.is_empty(), "{:?}", stand.asked);
    stand.tap("check");
    assert!(stand.seen().contains("This is no link"), "{}", stand.seen());
}

#[test]
fn screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let link = "https://nаlog.ru/";
        insta::assert_snapshot!(format!("fake-{code}"), checked(link, language).seen());
        insta::assert_snapshot!(format!("good-{code}"), checked("https://nalog.gov.ru/", language).seen());
    }
}
