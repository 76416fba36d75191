# Notices, demands and receipts by kind and year; what was read here is read without a network too.
story "Documents by kind and year"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap documents
screen documents
see document-0 "for 20"
tap filter-document/notice
see list "Found"
see document-0 "Налоговое уведомление"
not see "Квитанция"
tap clear-filters
type search "Квитанция"
see document-0 "Receipt"
offline
kill
open
unlock 246810
tap documents
see document-0 "for 20"
see "kept, just now"
back
screen home
