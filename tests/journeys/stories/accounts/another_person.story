# Nothing of one account is reachable from another.
story "Someone else on the same device"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap tab-operations
type search транспортный
tap tab-settings
tap sign-out
tap sign-out
taxpayer empty
sign in
choose pin 246810
screen home
see status "No debt"
see balance "₽0.00"
not see "5,646.95"
tap tab-operations
see no-operations "There are no operations yet"
