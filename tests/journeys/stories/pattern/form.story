# Every kind of field: filled in, left, killed, resumed, sent. On each shell, on its real screen.
story "A form survives whatever comes and is sent once"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
screen home
link "fltaxes://pattern?book"
screen pattern
clear subject
type subject "Paid twice"
tap wish/refund
type story "In March.\nAnd again in April."
see "29 of 4000 characters"
tap office
screen pattern-choose-office
type find "No. 17"
tap option-7717
see office "Made-up office No. 17"
# Nothing is sent by going on, and nothing is lost by a kill.
tap next
screen pattern-who
type surname "Примерова"
kill
open
unlock 246810
see drafts "1 form was begun"
tap drafts
tap draft-1
screen pattern-who
see "Kept on this device"
type name "Анна"
type address "Москва,\nМосковская улица, 1"
type paper "12 34-56"
type day "20.11.2026"
type month "10.2026"
tap next
screen pattern-money
# Bad input is named where it stands.
type amount "12,345"
tap next
see "Kopecks have two digits"
clear amount
type amount "1 250,75"
type bank "044525225"
type account "30101810400000000225"
tap payment.add
type payment.1.amount "500"
type payment.1.day "03.11.2026"
tap next
screen pattern-papers
picks receipt.pdf
tap papers/file
see "receipt.pdf"
picks photo.jpg
tap papers/camera
see "photo.jpg"
tap agreed
type signature "hush"
tap next
screen pattern-review
see "1,250.75"
see "3 November 2026"
offline
refresh
tap send
see "Not sent yet"
online
refresh
see "The service has it"
service forms 1
service form "Paid twice"
service form "receipt.pdf"
