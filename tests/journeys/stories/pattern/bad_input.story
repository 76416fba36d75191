# What people type and paste by mistake: each is named in its place, nothing is sent, nothing is lost.
story "Bad input is named where it stands"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
link "fltaxes://pattern?book"
clear subject
paste subject "{emoji10k}"
see "At most 100 characters fit"
tap wish/refund
paste story "{emoji10k}{emoji10k}{emoji10k}"
see "of 4000 characters"
tap next
see "Something on this page is not right yet"
see office "Choose one."
tap next-all-the-same
screen pattern-who
paste surname "{emoji10k}"
see "Character 1 cannot stand in a name"
paste address "{emoji10k}"
see "At most 300 characters fit"
paste paper "12 34🙂"
see "Character 6 is not a digit"
type day "31.12.1899"
see "Not before 1 January 1900"
clear day
type day "01.01.2199"
see "Not after 22 November 2026"
clear day
type day "31.02.2026"
tap next
see "There is no such day"
clear day
type day "22.11.26"
see "Type the day as 22.11.2026"
type month "13.2026"
see "A year has twelve months"
tap next-all-the-same
screen pattern-money
type amount "12,345"
tap next
see "Kopecks have two digits, and here are 3"
clear amount
type amount "-5"
see "more than nothing"
clear amount
type amount "1e5"
see "Character 2 cannot stand in an amount"
clear amount
type amount "99999999999999999999"
see "At most ₽1,000,000.00"
type bank "0445252"
see "9 digits are needed, and here are 7"
clear bank
type bank "044525225"
type account "30101814000000000225"
see "does not fit the bank"
tap next-all-the-same
screen pattern-papers
picks empty.pdf
tap papers/file
see papers "The file is empty"
picks huge.pdf
tap papers/file
see papers "larger than 10.0 MB"
picks program.pdf
tap papers/file
see papers "whatever its name says"
picks locked.pdf
tap papers/file
see papers "protected by a password"
picks wide.png
tap papers/gallery
see papers "20000 × 20000"
picks scan.tiff
tap papers/file
see papers "TIFF"
picks cut.jpg
tap papers/camera
see papers "not whole"
picks vanished
tap papers/file
see papers "could not be read"
picks refused
tap papers/camera
see papers "did not let the app have it"
# A picture called a PDF is a picture, and is called so.
picks liar.pdf
tap papers/file
see papers "liar.jpg"
picks nothing
tap papers/file
see papers "liar.jpg"
tap next
tap next-all-the-same
screen pattern-review
see "lines are not right yet"
tap send
screen pattern
service forms 0
kill
open
unlock 246810
tap drafts
tap draft-1
see "At most 100 characters fit"
