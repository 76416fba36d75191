# On a train: a new address is asked for without a network, the app is killed, and it goes by itself, once, when there is a network.
story "Asked for without a network"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
offline
refresh
tap profile
tap email
type email "new@example.test"
tap save
see outbox "Not sent yet. No network. It goes by itself while the app is open and unlocked."
see email "new@example.test"
tap save
kill
open
unlock 246810
see outbox "1 thing is not settled yet"
tap outbox
see outbox-0 "New e-mail address"
see outbox-0 "new@example.test"
online
forget requests
refresh
see outbox-0 "Done"
requests 1 contacts/email
back
not see outbox
refresh
requests 1 contacts/email
