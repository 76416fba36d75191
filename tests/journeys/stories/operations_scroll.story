# From the newest to the oldest, and nothing is lost or doubled on the way.
story "To the end of a long history"
language en
taxpayer ops-10k

sign in
choose pin 246810
tap tab-operations
tap load-all
scroll end
see operation-9999 "₽"
not see older
see newer "newer"
