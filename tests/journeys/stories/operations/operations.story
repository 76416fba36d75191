story "Ten thousand operations: windows, words, filters, all of them"
language en
taxpayer ops-10k
played by desk, compose, swift

sign in
choose pin 246810
tap tab-operations
screen operations
see partial "Older ones are at the service"
see operation-0 "₽"

tap load-all
see list "10,000 operations"
not see load-all
see older "older"

type search транспортный
see list "found among 10,000 operations"
clear search
type search "no such words"
see nothing-found "Nothing found"
tap clear-filters
see list "10,000 operations"
not see nothing-found
