# The service has renewed the session, but the answer never came: the old tokens are worth nothing. One sign-in mends
# it; PIN and data stay.
story "The answer to a refresh is lost"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault refresh-answer-lost
expire
refresh
see status "Debt ₽5,646.95"
refresh
see connection "The service ended the session"
see status "Debt ₽5,646.95"
tap connection
screen sign-in
see "Your PIN and all that is kept here stay"
see inn "{inn}"
type password {password}
tap sign-in
screen home
not see connection
see owed "from the service, just now"
lock
unlock 246810
screen home
not see connection
