# Amounts that come as texts and with exponents are the same amounts.
story "Odd ways to write an amount"
language en
taxpayer odd-amounts
played by desk, compose, swift

sign in
choose pin 246810
screen home
see status "Debt ₽5,646.95"
see balance "−₽5,646.95"
see arrears-1 "₽1,250.75"
tap tab-operations
see "8 operations"
see operation-0 "−₽86.20"
