# Several pictures become the pages of one PDF, turned upright, with nothing in it of where they were taken.
story "Pictures become one PDF"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
link "fltaxes://pattern?book"
tap wish/visit
tap office
tap option-7701
tap next
type surname "Примерова"
type name "Анна"
type day "20.11.2026"
type month "10.2026"
tap next
tap next
screen pattern-papers
picks photo.jpg
tap papers/camera
picks scan.png
tap papers/gallery
see papers "scan.png"
tap papers/join
see papers "pages.pdf"
see papers "2 pages"
not see "photo.jpg"
tap agreed
type signature "hush"
tap next
tap send
see "The service has it"
service forms 1
service form "pages.pdf"
