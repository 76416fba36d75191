# What the employers told the service, year by year; kept, it is read without a network too.
story "Income by year"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap income
screen income
see year-0 "2025"
see year-0 "₽1,240,000.00"
see year-0 "tax withheld ₽161,200.00"
offline
kill
open
unlock 246810
tap income
see year-0 "₽1,240,000.00"
see "kept, just now"
back
screen home
