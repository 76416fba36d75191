# What is stored here, and the button that removes it.
story "What is stored on this phone"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap stored
screen stored
see cache "kB"
tap sign-out
screen sign-out
tap sign-out
nothing kept
