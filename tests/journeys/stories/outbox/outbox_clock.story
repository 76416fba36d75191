# The device's clock is days ahead at the start, the answer is lost, and the service forgets: it is not taken for one that never heard.
story "A clock that is ahead, and a service that forgets"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
offline
refresh
tap profile
tap email
type email "new@example.test"
tap save
kill
clock forward 2d
online
lose answer contacts/email
answer /outbox/fate dropped
open
unlock 246810
see outbox "1 thing is not settled yet"
requests 1 contacts/email
fault keys-forgotten
answer /outbox/fate as before
later 2m
tap outbox
see outbox-0 "nobody can be asked any more"
requests 1 contacts/email
