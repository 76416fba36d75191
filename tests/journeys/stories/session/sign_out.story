story "Signing out leaves nothing"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap tab-settings
tap sign-out
screen sign-out
see "Your account at the tax service stays as it is"
tap stay
screen home
tap tab-settings
tap sign-out
tap sign-out
screen sign-in
nothing kept
kill
open
screen sign-in
not see lost
see inn "12 digits"
nothing kept
