# The service gives its newest page whichever is asked for. Loading all of it ends, no row stands twice, and it is said that
# nobody knows whether this is all.
story "A page that comes again and again"
language en
taxpayer ops-10k
played by desk

answer /ens/historyOperations request set /pagination/page 0
sign in
choose pin 246810
screen home
tap tab-operations
screen operations
see "50 operations"
not see load-all
see "The service gives no more than this. Whether this is all cannot be known"
