# The answer to a change is lost: nobody says that it failed.
story "A change whose answer was lost"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap password
type old-password {password}
type new-password "Good-pass1"
fault answer-lost
tap send
see fault "new"
service password is "Good-pass1"
