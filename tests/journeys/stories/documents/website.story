# A service that has no documents here: its website is named, and nothing is asked in vain.
story "Documents on the website"
language ru
taxpayer debt
service attested
played by desk

sign in
choose pin 246810
requests 0 /api/fl/v1/documents
see documents "на сайте"
