# It came, and the service forgot its keys: nobody can say what became of it. The person opens the draft again at their own risk, and is told
# so wherever it is shown.
story "Nobody knows whether the form came"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
link "fltaxes://pattern?book"
tap wish/visit
tap office
tap option-7701
tap next
type surname "Примерова"
type name "Анна"
type day "20.11.2026"
type month "10.2026"
tap next
tap next
tap agreed
type signature "hush"
tap next
answer /outbox/fate status 503
lose answer /pattern
tap send
answer /outbox/fate as before
fault keys-forgotten
later 2m
refresh
see "It may be at the service all the same"
tap outbox-dismiss
see "it may be at the service already"
see "Send it once more all the same"
kill
open
unlock 246810
tap drafts
see draft-1 "it may be at the service already"
tap draft-1
tap discard
see "What may have come to the service stays there"
tap discard-really
service forms 1
