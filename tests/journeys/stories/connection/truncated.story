story "Answers that break off"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault truncated
refresh
see connection "Try again"
see status "Debt ₽5,646.95"
see balance "−₽5,646.95"
no fault truncated
refresh
not see connection
