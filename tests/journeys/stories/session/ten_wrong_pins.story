story "Ten wrong PINs destroy the copy, not the account"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
lock
unlock 111111
unlock 111111
unlock 111111
unlock 111111
unlock 111111
unlock 111111
unlock 111111
unlock 111111
unlock 111111
see pin "1 attempt is left; after it the copy on this device is destroyed"
unlock 111111
screen sign-in
see lost "After ten wrong PINs the copy on this device was destroyed"
not see "5,646.95"

# The right one comes too late, also after a start anew.
kill
open
screen sign-in
see lost "After ten wrong PINs"
sign in
choose pin 135790
screen home
see status "Debt ₽5,646.95"
