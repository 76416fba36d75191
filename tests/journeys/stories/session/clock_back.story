# A clock that is set back must not keep the app open.
story "The clock is set back"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
screen home
clock back 2h
later 1m
later 3h
screen unlock
unlock 246810
screen home
see status "Debt ₽5,646.95"
