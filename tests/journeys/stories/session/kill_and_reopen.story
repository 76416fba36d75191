story "Killed and opened again"
language en
taxpayer debt
played by desk, compose, swift

# In the middle of signing in nothing is kept.
sign in
screen choose-pin
kill
open
screen sign-in
nothing kept
sign in
choose pin 246810
tap tab-operations
see "8 operations"
kill
open
screen unlock
see "Enter your PIN"
not see "5,646.95"
forget requests
unlock 246810
screen home
# The session goes on without the password: one renewal, with the refresh token that was kept.
requests 1 /oauth/token
see status "Debt ₽5,646.95"
see owed "from the service, just now"
