story "A debt: the whole first screen"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
screen home
see status "Debt ₽5,646.95"
see status "Was due on 1 December 2025. A penalty grows every day"
see status "worked out from the service's figures, just now"
see balance "−₽5,646.95"
see owed "from the service, just now"
see recommended "₽11,207.70"
see overdue "₽5,646.95"
see nearest "by 1 December 2026"
see owed "Owed now"
see arrears-0 "Транспортный налог"
see arrears-0 "was due on 1 December 2025"
see accruals-0 "₽3,400.00"
see letters "12 new"

# Each figure says what it means and what it is made of.
tap overdue
screen explained-overdue
see overdue "₽5,646.95"
see "the sum of the arrears by tax"
see arrears-0 "Transport tax"
back
screen home

# A tax leads to its operations, and its filter can be taken away again.
tap arrears-0
screen operations
see "2 found among 8 operations"
see operation-0 "−₽3,400.00"
not see "Земельный налог: начислено"
tap clear-filters
see "8 operations"

tap tab-home
tap income
screen income
see year-0 "2025"
see year-0 "₽1,240,000.00"
see year-0 "tax withheld ₽161,200.00"
back
screen home
