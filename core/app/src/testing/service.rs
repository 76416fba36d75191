use fl_domain::{
    access::PasswordPolicy,
    account::{EnsBalance, Liability, LiabilityTotals, Operation, PaymentTotals, Taxpayer, YearIncome},
    service::{
        Ask, Contacts, Done, Failure, Page, PasswordStatus, Question, RecoveryField, RecoveryForm,
        SignInRecord, Told, account, contacts,
        documents::{self, Document},
        outbox, password, pattern, recovery, sign_ins,
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
    pub(crate) documents: Vec<Document>,
    /// The largest page it gives.
    pub(crate) cap: Option<u32>,
    /// It looks at no page's number: always the newest.
    pub(crate) ignores_number: bool,
    /// It cuts its pages first, and then leaves out so many rows of each.
    pub(crate) hides: usize,
    /// Operations that come in after so many more questions about the history.
    pub(crate) arriving: Option<(usize, Vec<Operation>)>,
}

impl Service {
    pub(crate) fn page<T: Clone>(&self, rows: &[T], page: Page) -> Vec<T> {
        let size = self.cap.unwrap_or(u32::MAX).min(page.size) as usize;
        let number = if self.ignores_number { 0 } else { page.number as usize };
        let cut: Vec<T> = rows.iter().skip(number * size).take(size).cloned().collect();
        let shown = cut.len().saturating_sub(self.hides).max(cut.len().min(1));
        cut.into_iter().take(shown).collect()
    }

    pub(super) fn answer(&mut self, ask: &Ask) -> Result<Told, Failure> {
        Ok(match ask {
            Ask::Account(ask) => self.of_account(ask),
            Ask::Password(password::Ask::Status(_)) => {
                password::Status::tell(self.password.clone().unwrap_or(PasswordStatus::Own { changed: None }))
            }
            Ask::Password(password::Ask::Policy(_)) => {
                return self
                    .policy
                    .clone()
                    .unwrap_or_else(|| Ok(PasswordPolicy::default()))
                    .map(password::Policy::tell);
            }
            Ask::Contacts(contacts::Ask::Read(_)) => contacts::Read::tell(self.contacts.clone()),
            Ask::SignIns(sign_ins::Ask::Read(_)) => sign_ins::Read::tell(self.sign_ins.clone()),
            Ask::Documents(documents::Ask::List(documents::List(page))) => {
                documents::List::tell(self.page(&self.documents, *page))
            }
            ask => usual(ask),
        })
    }

    fn of_account(&mut self, ask: &account::Ask) -> Told {
        match ask {
            account::Ask::EnsBalance(_) => account::EnsBalance::tell(self.ens.clone()),
            account::Ask::LiabilityTotals(_) => account::LiabilityTotals::tell(LiabilityTotals {
                accruals: Some(self.accruals.iter().map(|l| l.amount).sum()),
                arrears: Some(self.arrears.iter().map(|l| l.amount).sum()),
            }),
            account::Ask::Accruals(account::Accruals(page)) => {
                account::Accruals::tell(self.page(&self.accruals, *page))
            }
            account::Ask::Arrears(account::Arrears(page)) => {
                account::Arrears::tell(self.page(&self.arrears, *page))
            }
            account::Ask::History(account::History(page)) => {
                if let Some((left, operations)) = self.arriving.take() {
                    if left == 0 {
                        self.history.splice(0..0, operations);
                    } else {
                        self.arriving = Some((left - 1, operations));
                    }
                }
                account::History::tell(self.page(&self.history, *page))
            }
            account::Ask::Incomes(_) => account::Incomes::tell(self.incomes.clone()),
            account::Ask::Taxpayer(_) => account::Taxpayer::tell(self.taxpayer.clone()),
            account::Ask::PaymentTotals(_) => account::PaymentTotals::tell(self.payments.clone()),
        }
    }
}

/// What a service says where all goes well.
fn usual(ask: &Ask) -> Told {
    match ask {
        Ask::Password(password::Ask::Change(_)) => password::Change::tell(password::Changed::Done),
        Ask::Password(password::Ask::Confirm(_)) => password::Confirm::tell(Done),
        Ask::Recovery(recovery::Ask::Form(_)) => recovery::Form::tell(RecoveryForm {
            fields: vec![RecoveryField::Email, RecoveryField::ControlWord],
            attempts_left: 3,
            blocked_seconds: None,
        }),
        Ask::Recovery(recovery::Ask::Recover(_)) => {
            recovery::Recover::tell(recovery::Recovered::LetterSent { minutes: Some(10) })
        }
        Ask::Recovery(recovery::Ask::OpenLink(_)) => {
            recovery::OpenLink::tell(recovery::Link::Good { inn: inn(), policy: PasswordPolicy::default() })
        }
        Ask::Recovery(recovery::Ask::SetPassword(_)) => {
            recovery::SetPassword::tell(recovery::PasswordSet::Done)
        }
        Ask::Contacts(contacts::Ask::SetEmail(_)) => contacts::SetEmail::tell(Done),
        Ask::Contacts(contacts::Ask::SetPhone(_)) => contacts::SetPhone::tell(Done),
        Ask::Contacts(contacts::Ask::SetControlWord(_)) => contacts::SetControlWord::tell(Done),
        Ask::Contacts(contacts::Ask::Confirm(_)) => contacts::Confirm::tell(contacts::Confirmed::Done),
        Ask::SignIns(sign_ins::Ask::Disown(_)) => sign_ins::Disown::tell(Done),
        Ask::Pattern(pattern::Ask::Send(_)) => pattern::Send::tell(Done),
        // Whatever was lost on the way never came.
        Ask::Outbox(outbox::Ask::Fate(_)) => {
            outbox::Fate::tell(outbox::FateTold::Unheard { known_since: None })
        }
        other => panic!("nothing is made up for {}", other.name()),
    }
}
