story "Money on the account"
language en
taxpayer overpaid
played by desk, compose, swift

sign in
choose pin 246810
screen home
see status "No debt"
see balance "₽5,000.00"
not see arrears
