# Thirty days and a calendar month differ: warned at the earlier, refused at the later.
story "A first password in its last days"
language en
taxpayer card-ending
played by desk, compose, swift

sign in
choose pin 246810
screen first-password
see validity "counted as 30 days, it ended on 21 November 2026"
see validity "counted as a month, it ends on 22 November 2026"
tap confirm
screen home
see "counted as a month, it ends on 22 November 2026"
