use crate::{
    open::Place,
    testing::{Stand, debtor},
    texts::Language,
};

#[test]
fn years_of_income() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let mut stand = Stand::new(language);
        debtor(&mut stand);
        let mut stand = stand.signed_in();
        stand.tap("income");
        insta::assert_snapshot!(format!("income-{code}"), stand.seen());
    }
}

#[test]
fn it_lies_over_the_first_room() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.tap("tab-operations");
    stand.go(Place::Income);
    assert_eq!(stand.screen().path, ["home", "income"]);
    stand.back();
    assert_eq!(stand.screen().path, ["home"]);
}

#[test]
fn what_the_service_does_not_offer_is_on_the_website_and_no_error() {
    for (question, is_income) in [("incomes", true), ("payment-totals", false)] {
        let mut stand = Stand::new(Language::En);
        debtor(&mut stand);
        stand.service.incomes.clear();
        stand.not_offered = Some(question);
        let mut stand = stand.signed_in();
        assert_eq!(stand.screen().notice, None);
        stand.tap("income");
        assert_eq!(stand.seen().contains("https://example.test"), is_income, "{}", stand.seen());
    }
}
