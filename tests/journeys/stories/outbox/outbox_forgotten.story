# The answer is lost, and the service restarts and forgets what it got. Nobody knows any more, so the person is told and decides.
story "Nobody knows whether it was done"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
tap profile
tap email
type email "new@example.test"
fault answer-lost
answer /outbox/fate dropped
tap save
see outbox "Sent, but there is no answer yet."
fault keys-forgotten
answer /outbox/fate as before
later 2m
see outbox "nobody can be asked any more: the service cannot say whether it got this"
see pending "new@example.test"
requests 1 contacts/email
tap outbox-dismiss
not see outbox
requests 1 contacts/email
# Where it was not done it goes again, and is done once.
clear email
type email "other@example.test"
fault request-lost
answer /outbox/fate dropped
tap save
fault keys-forgotten
answer /outbox/fate as before
later 2m
tap outbox-again
see pending "other@example.test"
requests 3 contacts/email
