story "Left alone, it locks itself"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
screen home
later 4m
screen home
see balance "₽"
# Anything one does counts as being there.
refresh
later 4m
screen home
later 6m
screen unlock
not see "5,646.95"
unlock 246810
see status "Debt ₽5,646.95"

tap tab-settings
tap lock-after/lock-1
later 1m
screen unlock
unlock 246810
screen home
lock
screen unlock
