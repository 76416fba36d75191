# A service without this call says so with an empty 404, as for income: the reason is said, and where else to look.
story "The service offers no history"
language en
taxpayer debt
played by desk

answer /ens/historyOperations status 404 empty
sign in
choose pin 246810
screen home
see status "Debt ₽5,646.95"
tap tab-operations
screen operations
not see "There are no operations yet"
see "This service does not offer it here"
answer /ens/historyOperations as before
refresh
see "8 operations"
