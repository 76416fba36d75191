# What has not left can be taken back; a newer wish takes the place of an older one that has not left.
story "Taken back before it left"
language ru
taxpayer debt
played by desk, compose

sign in
choose pin 246810
offline
refresh
tap profile
tap email
type email "first@example.test"
tap save
clear email
type email "second@example.test"
tap save
back
back
tap outbox
see outbox-0 "second@example.test"
not see outbox-1
tap outbox-0
tap outbox-withdraw
see "Отправлять нечего"
forget requests
online
refresh
requests 0 contacts/email
