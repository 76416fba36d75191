# Wanted without a network and refused once there was one, after a restart: it is said where one begins, and where it was wanted.
story "A refusal is in sight"
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
see outbox "Not sent yet"
kill
answer /contacts/email status 409 json {"code":"x","message":"Taken","additionalInfo":null}
online
open
unlock 246810
see outbox "The service did not do 1 thing. See why."
tap profile
tap email
see outbox "Taken"
tap outbox-dismiss
not see outbox
