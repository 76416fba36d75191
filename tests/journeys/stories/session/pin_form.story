story "What a PIN may be"
language en
taxpayer debt
played by desk, compose, swift

sign in
screen choose-pin
choose pin 12345
see pin "A PIN has 6 to 16 digits"
clear pin
clear pin-again
type pin 246810
type pin-again 246811
tap keep-pin
see pin-again "The two PINs differ"
back
screen sign-in
nothing kept
