story "A page for people where an answer belongs"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault html
refresh
see connection "Try again"
see status "Debt ₽5,646.95"
not see "<html"
no fault html
refresh
not see connection
