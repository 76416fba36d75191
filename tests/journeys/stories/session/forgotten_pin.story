story "A forgotten PIN"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
lock
tap forgot-pin
screen sign-out
back
screen unlock
tap forgot-pin
tap sign-out
screen sign-in
nothing kept
