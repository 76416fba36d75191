# The other choice: its further use is confirmed. The days it has left stay in sight.
story "A first password goes on"
language en
taxpayer card-fresh
played by desk, compose, swift

sign in
choose pin 246810
screen first-password
tap confirm
screen home
tap profile
see password "days"
