story "Wrong PINs, with the attempts left"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
lock
type pin 12345
tap unlock
see pin "A PIN has 6 to 16 digits. No attempt was spent"
clear pin
unlock 111111
see pin "Wrong PIN. 9 attempts are left"
unlock 222222
see pin "Wrong PIN. 8 attempts are left"

# The count is on disk before an attempt is tried: ending the app does not give it back.
kill
open
see pin "8 attempts are left"
unlock 333333
see pin "7 attempts are left"
unlock 246810
screen home
# A right one gives all of them back.
lock
unlock 111111
see pin "9 attempts are left"
