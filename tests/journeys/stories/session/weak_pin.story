# Easily guessed PINs are warned of, not refused.
story "A PIN that is guessed first"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 000000
screen choose-pin
see pin "Equal digits"
clear pin
clear pin-again
choose pin 19840301
see pin "looks like a date"
tap keep-pin
screen home
