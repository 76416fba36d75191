story "The service ends the session"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
revoke
refresh
see connection "The service ended the session. What is shown was kept earlier"
see status "Debt ₽5,646.95"

# It can wait: everything kept stays readable, also after a new start.
kill
open
unlock 246810
screen home
see status "Debt ₽5,646.95"
see connection "Sign in again"
tap connection
screen sign-in
back
screen home
tap connection
type password {password}
tap sign-in
screen home
not see connection
see owed "from the service, just now"
