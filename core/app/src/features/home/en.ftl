home-balance = ENS balance
home-recommended = Recommended payment
home-accrued = To be paid in all
home-overdue = Overdue
home-confirmed = Confirmed payments
home-nearest = Nearest accrual
home-arrears = Arrears
home-accruals = Accruals
home-more = More
home-letters = Letters
letters-new = { $count ->
    [0] no new ones
    [one] { $count } new
   *[other] { $count } new
}
tax-code = Tax with code { $code }
by-date = by { $date }
was-due = was due on { $date }
standing-clear = No debt
standing-debt = Debt { $amount }
standing-debt-since = Was due on { $date }. A penalty grows every day.
standing-debt-overdue = Its day has passed. A penalty grows every day.
standing-due-by = { $amount } to be paid by { $date }
standing-due = { $amount } to be paid
standing-overpaid = { $amount } on the account
standing-unknown = The service did not say the balance
nothing-yet-detail = Your figures appear as soon as the service can be reached, and stay readable without a network from then on.
home-totals = Totals
home-person = Name and letters
