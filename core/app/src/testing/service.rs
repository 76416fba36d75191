use fl_domain::{
    access::PasswordPolicy,
    account::{EnsBalance, Liability, LiabilityTotals, Operation, PaymentTotals, Taxpayer, YearIncome},
    service::{
        Ask, Contacts, Failure, Page, PasswordStatus, Read, Reading, RecoveryField, RecoveryForm,
        SignInRecord, Told,
    },
};

use super::inn;

/// What the service knows.
#[derive(Default)]
pub(crate) struct Service {
    pub(crate) ens: EnsBalance,
    pub(crate) accruals: Vec<Liability>,
    pub(crate) arrears: Vec<Liability>,
    pub(crate) history: Vec<Operation>,
    pub(crate) taxpayer: Taxpayer,
    pub(crate) payments: Option<PaymentTotals>,
    pub(crate) incomes: Vec<YearIncome>,
    /// The person's own where nothing is said.
    pub(crate) password: Option<PasswordStatus>,
    pub(crate) contacts: Contacts,
    pub(crate) sign_ins: Vec<SignInRecord>,
    /// Which passwords it takes, or why it does not say so.
    pub(crate) policy: Option<Result<PasswordPolicy, Failure>>,
    /// The largest page it gives.
    pub(crate) cap: Option<u32>,
    /// Operations that come in after so many more questions about the history.
    pub(crate) arriving: Option<(usize, Vec<Operation>)>,
}

impl Service {
    fn page<T: Clone>(&self, rows: &[T], page: Page) -> Vec<T> {
        let size = self.cap.unwrap_or(u32::MAX).min(page.size) as usize;
        rows.iter().skip(page.number as usize * size).take(size).cloned().collect()
    }

    pub(super) fn answer(&mut self, read: Read) -> Reading {
        match read {
            Read::EnsBalance => Reading::EnsBalance(self.ens.clone()),
            Read::LiabilityTotals => Reading::LiabilityTotals(LiabilityTotals {
                accruals: self.accruals.iter().map(|l| l.amount).sum(),
                arrears: self.arrears.iter().map(|l| l.amount).sum(),
            }),
            Read::Accruals(page) => Reading::Accruals(self.page(&self.accruals, page)),
            Read::Arrears(page) => Reading::Arrears(self.page(&self.arrears, page)),
            Read::History(page) => {
                if let Some((left, operations)) = self.arriving.take() {
                    if left == 0 {
                        self.history.splice(0..0, operations);
                    } else {
                        self.arriving = Some((left - 1, operations));
                    }
                }
                Reading::History(self.page(&self.history, page))
            }
            Read::Incomes => Reading::Incomes(self.incomes.clone()),
            Read::Taxpayer => Reading::Taxpayer(self.taxpayer.clone()),
            Read::PaymentTotals => Reading::PaymentTotals(self.payments.clone()),
            Read::Password => {
                Reading::Password(self.password.clone().unwrap_or(PasswordStatus::Own { changed: None }))
            }
            Read::Contacts => Reading::Contacts(self.contacts.clone()),
            Read::SignIns => Reading::SignIns(self.sign_ins.clone()),
        }
    }
}

/// What a service says where all goes well.
pub(super) fn usual(ask: &Ask) -> Told {
    match ask {
        Ask::PasswordPolicy => Told::Policy(PasswordPolicy::default()),
        Ask::RecoveryForm { .. } => Told::RecoveryForm(RecoveryForm {
            fields: vec![RecoveryField::Email, RecoveryField::ControlWord],
            attempts_left: 3,
            blocked_seconds: None,
        }),
        Ask::Recover { .. } => Told::LetterSent { minutes: Some(10) },
        Ask::OpenRecoveryLink { .. } => Told::Link { inn: inn(), policy: PasswordPolicy::default() },
        Ask::ChangePassword { .. }
        | Ask::ConfirmPassword
        | Ask::SetPassword { .. }
        | Ask::SetEmail(_)
        | Ask::SetPhone(_)
        | Ask::SetControlWord(_)
        | Ask::ConfirmContact { .. }
        | Ask::DisownSignIn { .. } => Told::Done,
    }
}
