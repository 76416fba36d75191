use crate::{
    Intent, Place, Platform, device,
    screen::{FieldId, ScreenId},
    testing::Stand,
    texts::Language,
};

fn checked(link: &str, language: Language) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.intent(Intent::Go(Place::CheckLink));
    stand.type_in(FieldId::Link, link);
    stand.tap("check");
    assert_eq!(stand.screen().id, ScreenId::CheckLink);
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
        stand.intent(Intent::Links(super::Intent::Open));
        stand.intent(Intent::Device(device::Intent::OpenLink(link.to_owned())));
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

#[test]
fn screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let link = "https://nаlog.ru/";
        insta::assert_snapshot!(format!("fake-{code}"), checked(link, language).seen());
        insta::assert_snapshot!(format!("good-{code}"), checked("https://nalog.gov.ru/", language).seen());
    }
}

#[test]
fn a_parameter_stands_once() {
    let table = [
        ("token=abc", Some("abc")),
        ("x=1&token=abc#rest", Some("abc")),
        ("token=", None),
        ("token=a&token=b", None),
        ("tokens=a", None),
        ("", None),
    ];
    for (query, expected) in table {
        assert_eq!(super::parameter(query, "token"), expected, "{query}");
    }
}
