# The same address was saved before. Taking back the second wish does not bring back what was said of the first.
story "Taking back says nothing of what was done before"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
tap profile
tap email
type email "first@example.test"
tap save
see done "A letter was sent to first@example.test"
back
back
offline
refresh
tap profile
tap email
type email "first@example.test"
tap save
see outbox "Not sent yet"
not see done
tap outbox-withdraw
not see outbox
not see done
