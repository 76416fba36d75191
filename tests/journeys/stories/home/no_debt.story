story "No debt"
language en
taxpayer no-debt
played by desk, compose, swift

sign in
choose pin 246810
screen home
see status "No debt"
see status "to be paid by 1 December 2026"
not see "Arrears"
not see "Overdue ₽5"
