# An access token lives ten minutes; nobody should notice.
story "An expired access token is renewed without a word"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
expire
operation -100.00 "Новая операция"
refresh
screen home
not see connection
see owed "from the service, just now"
see status "Debt ₽5,746.95"
tap tab-operations
see "9 operations"
see operation-0 "Новая операция"

# Also after its time has simply passed.
later 4m
refresh
later 4m
refresh
later 4m
refresh
not see connection
