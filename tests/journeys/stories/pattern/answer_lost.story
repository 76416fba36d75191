# The answer to a form with files is lost: it is asked after, never sent blindly again, and the draft cannot be sent a second time.
story "The answer to a form is lost"
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
picks receipt.pdf
tap papers/file
tap agreed
type signature "hush"
tap next
answer /outbox/fate status 503
lose answer /pattern
tap send
not see send
see "cannot be changed"
kill
open
unlock 246810
# It is with what was sent, not with what was begun.
not see drafts
tap profile
tap drafts
tap draft-1
not see send
see "cannot be changed"
answer /outbox/fate as before
later 2m
refresh
see "The service has it"
requests 1 /pattern
service forms 1
