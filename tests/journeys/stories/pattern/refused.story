# The service refuses: the form is there again with its words, is mended and sent anew, under another key.
story "Refused, mended, sent anew"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
link "fltaxes://pattern?book"
tap wish/visit
tap office
type find "7713"
tap option-7713
tap next
type surname "Примерова"
type name "Анна"
type day "20.11.2026"
type month "10.2026"
tap next
tap next
tap agreed
type signature "hush"
tap next
tap send
see "Инспекция 7713 не принимает обращения"
service forms 0
kill
open
unlock 246810
tap drafts
tap draft-1
see "Инспекция 7713 не принимает обращения"
tap review-office
tap office
tap option-7702
tap next
tap next
tap next
# The password of the signature was never kept.
see "Password of the signature"
type signature "hush"
tap next
tap send
see "The service has it"
service forms 1
requests 2 /pattern
