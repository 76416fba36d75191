# From the newest to the oldest, and nothing is lost or doubled on the way.
story "To the end of a long history"
language en
taxpayer ops-10k
played by desk, compose, swift

sign in
choose pin 246810
tap tab-operations
# Without asking for all of them: older ones come as they come into view.
scroll end
see operation-9999 "₽"
not see older
not see load-all
# Looking for what is above brings it into view, and with it newer ones.
see newer "newer"
tap tab-home
tap tab-operations
scroll end
see operation-9999 "₽"
not see older
see newer "newer"
