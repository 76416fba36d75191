# A login works within an hour after the card was given out; the countdown lives through a restart and a changed clock.
story "A login that is not active yet"
language en
taxpayer not-active
played by desk, compose, swift

sign in
screen sign-in
see fault "is not active yet"
see active-in "40 minutes"
clock forward 5h
later 10m
see active-in "30 minutes"
clock back 5h
kill
open
see active-in "30 minutes"
see inn "{inn}"
later 30m
see fault "should work by now"
type password {password}
tap sign-in
screen choose-pin
