# One address has no answer yet, another waits behind it, and then the first is wanted again: the last wish counts.
story "The last wish counts"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
tap profile
tap email
type email "first@example.test"
fault answer-lost
answer /outbox/fate dropped
tap save
see outbox "Sent, but there is no answer yet."
clear email
type email "second@example.test"
tap save
see outbox "it goes once what you asked for before is settled"
clear email
type email "first@example.test"
tap save
answer /outbox/fate as before
later 2m
see pending "first@example.test"
not see "second@example.test"
