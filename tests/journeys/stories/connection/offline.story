story "The network is cut: the figures stay, with their age"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
see owed "from the service, just now"
offline
refresh
see connection "No network. What is shown was kept earlier"
see status "Debt ₽5,646.95"
see balance "−₽5,646.95"
see owed "kept, just now"
tap tab-operations
see "8 operations"
see operation-7 "+₽5,560.75"
tap tab-home
tap income
see year-0 "₽1,240,000.00"

# The age goes on by itself.
back
later 3m
see owed "kept, 3 minutes ago"

# A new start without a network: all of it is there after the PIN.
kill
later 2h
open
screen unlock
unlock 246810
screen home
see connection "No network"
see status "Debt ₽5,646.95"
see owed "kept, 2 hours ago"

# And when it is back, by itself.
online
later 1m
not see connection
see owed "from the service, just now"
