//! Made-up answers and the small helpers the tests share.

use fl_domain::{
    Inn, Secret, Timestamp,
    access::{Email, Phone},
    service::{Ask, Contact, Page, Read},
};

use crate::{Gateway, Profile, Response};

pub(crate) fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

pub(crate) fn gateway() -> Gateway {
    let toml = "name = \"made up\"\nbase_url = \"https://service.test\"\nclient_id = \"client\"\n\
                client_secret = \"client-secret\"\nwebsite = \"https://service.test/help\"\n\
                offers = [\"password\", \"recovery\", \"contacts\", \"esia\", \"sign-ins\"]";
    Gateway::new(Profile::parse(toml).unwrap())
}

pub(crate) fn response(status: u16, body: impl AsRef<[u8]>) -> Response {
    Response {
        status,
        content_type: Some("application/json".to_owned()),
        retry_after: None,
        date: None,
        body: body.as_ref().to_vec(),
        received_at: now(),
    }
}

/// Made-up answers: whose they are (a request's operation), their status, their text.
pub(crate) const ANSWERS: [(&str, u16, &str); 53] = [
    ("sign-in", 200, include_str!("../fixtures/sign-in.accepted.json")),
    ("sign-in", 400, include_str!("../fixtures/sign-in.wrong-password.json")),
    ("sign-in", 403, include_str!("../fixtures/sign-in.captcha-wanted.json")),
    ("sign-in", 403, include_str!("../fixtures/sign-in.captcha-wrong.json")),
    ("sign-in", 400, include_str!("../fixtures/sign-in.primary-expired.json")),
    ("sign-in", 400, include_str!("../fixtures/sign-in.not-active.json")),
    ("refresh", 200, include_str!("../fixtures/refresh.accepted.json")),
    ("refresh", 200, include_str!("../fixtures/refresh.without-token.json")),
    ("ens-balance", 200, include_str!("../fixtures/ens-balance.debt.json")),
    ("ens-balance", 200, include_str!("../fixtures/ens-balance.clear.json")),
    ("liability-totals", 200, include_str!("../fixtures/liability-totals.both.json")),
    ("accruals", 200, include_str!("../fixtures/accruals.page.json")),
    ("arrears", 200, include_str!("../fixtures/arrears.page.json")),
    ("history", 200, include_str!("../fixtures/history.page.json")),
    ("incomes", 200, include_str!("../fixtures/incomes.years.json")),
    ("taxpayer", 200, include_str!("../fixtures/taxpayer.person.json")),
    ("payment-totals", 200, include_str!("../fixtures/payment-totals.sums.json")),
    ("payment-totals", 404, ""),
    ("ens-balance", 401, "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}"),
    ("password", 200, include_str!("../fixtures/password.primary.json")),
    ("password", 200, include_str!("../fixtures/password.own.json")),
    ("password", 200, include_str!("../fixtures/password.absent.json")),
    ("contacts", 200, include_str!("../fixtures/contacts.set-up.json")),
    ("contacts", 200, include_str!("../fixtures/contacts.pending.json")),
    ("contacts", 200, include_str!("../fixtures/contacts.none.json")),
    ("sign-ins", 200, include_str!("../fixtures/sign-ins.list.json")),
    ("password-policy", 200, include_str!("../fixtures/password-policy.documented.json")),
    ("password-change", 200, include_str!("../fixtures/done.json")),
    ("password-change", 400, include_str!("../fixtures/password-change.old-wrong.json")),
    ("password-change", 422, include_str!("../fixtures/password-change.refused.json")),
    ("password-confirm", 200, include_str!("../fixtures/done.json")),
    ("recovery-form", 200, include_str!("../fixtures/recovery-form.open.json")),
    ("recovery-form", 200, include_str!("../fixtures/recovery-form.blocked.json")),
    ("recovery", 200, include_str!("../fixtures/recovery.sent.json")),
    ("recovery", 400, include_str!("../fixtures/recovery.mismatch.json")),
    ("recovery", 429, include_str!("../fixtures/recovery.blocked.json")),
    ("recovery-link", 200, include_str!("../fixtures/recovery-link.good.json")),
    ("recovery-link", 410, include_str!("../fixtures/recovery-link.stale.json")),
    ("recovery-link", 410, include_str!("../fixtures/recovery-link.used.json")),
    ("recovery-password", 200, include_str!("../fixtures/done.json")),
    ("recovery-password", 422, include_str!("../fixtures/password-change.refused.json")),
    ("recovery-password", 410, include_str!("../fixtures/recovery-link.stale.json")),
    ("recovery-password", 410, include_str!("../fixtures/recovery-link.used.json")),
    ("contact-email", 200, include_str!("../fixtures/done.json")),
    ("contact-phone", 200, include_str!("../fixtures/done.json")),
    ("control-word", 200, include_str!("../fixtures/done.json")),
    ("contact-confirm", 200, include_str!("../fixtures/done.json")),
    ("contact-confirm", 400, include_str!("../fixtures/contact-confirm.wrong-code.json")),
    ("sign-in-disown", 200, include_str!("../fixtures/done.json")),
    ("esia-url", 200, include_str!("../fixtures/esia-url.page.json")),
    ("esia", 200, include_str!("../fixtures/esia.accepted.json")),
    ("esia", 409, include_str!("../fixtures/esia.forming.json")),
    ("esia", 403, include_str!("../fixtures/esia.not-confirmed.json")),
];

/// The text of one answer, by the start of its file's name.
pub(crate) fn answer(operation: &str, nth: usize) -> &'static str {
    ANSWERS.iter().filter(|(name, ..)| *name == operation).nth(nth).unwrap().2
}

/// Every question once.
pub(crate) fn reads() -> [Read; 11] {
    let page = Page { number: 0, size: 10 };
    [
        Read::EnsBalance,
        Read::LiabilityTotals,
        Read::Accruals(page),
        Read::Arrears(page),
        Read::History(page),
        Read::Incomes,
        Read::Taxpayer,
        Read::PaymentTotals,
        Read::Password,
        Read::Contacts,
        Read::SignIns,
    ]
}

/// Every ask once, each in all its forms of a request.
pub(crate) fn asks() -> Vec<Ask> {
    let inn = || Inn::made_up(7_700_000_001);
    let secret = || Secret::new("Made-up1");
    let email = || Email::parse("maria@example.test").unwrap();
    vec![
        Ask::PasswordPolicy,
        Ask::ChangePassword { old: secret(), new: Secret::new("Made-up2") },
        Ask::ConfirmPassword,
        Ask::RecoveryForm { inn: inn() },
        Ask::Recover { inn: inn(), email: Some(email()), control_word: Some(secret()) },
        Ask::OpenRecoveryLink { token: secret() },
        Ask::SetPassword { token: secret(), new: Secret::new("Made-up2") },
        Ask::SetEmail(email()),
        Ask::SetPhone(Phone::parse("+79000000001").unwrap()),
        Ask::SetControlWord(secret()),
        Ask::ConfirmContact { contact: Contact::Email, code: secret() },
        Ask::DisownSignIn { id: "made-up-1".to_owned() },
        Ask::ChangePassword { old: Secret::default(), new: Secret::new("Made-up2") },
        Ask::Recover { inn: inn(), email: None, control_word: None },
        Ask::ConfirmContact { contact: Contact::Phone, code: secret() },
    ]
}

/// Bodies that no operation expects, with the code that names each in a 2xx answer.
pub(crate) fn surprises() -> Vec<(Vec<u8>, &'static str)> {
    vec![
        (Vec::new(), "empty-body"),
        (b" \n".to_vec(), "empty-body"),
        (b"<!DOCTYPE html><html><body>maintenance</body></html>".to_vec(), "html-instead-of-json"),
        (b"\xef\xbb\xbf<html>".to_vec(), "html-instead-of-json"),
        (b"<".to_vec(), "html-instead-of-json"),
        (vec![0xff, 0xfe, 0x00], "not-text"),
        (vec![b'x'; 1 << 20], "not-json"),
        (vec![b'['; 1 << 20], "truncated-json"),
        (b"{\"a\":".repeat(100_000), "truncated-json"),
        (b"<a>".repeat(100_000), "html-instead-of-json"),
        (b"{".to_vec(), "truncated-json"),
        (b"null".to_vec(), "unexpected-shape"),
        (b"17".to_vec(), "unexpected-shape"),
    ]
}
