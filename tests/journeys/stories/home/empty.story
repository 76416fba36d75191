story "A new account with nothing in it"
language en
taxpayer empty
played by desk, compose, swift

sign in
choose pin 246810
screen home
see status "No debt"
see balance "₽0.00"
not see arrears
not see accruals
tap tab-operations
screen operations
see no-operations "There are no operations yet"
tap tab-home
tap income
see no-income "The service has no income certificates for you"
