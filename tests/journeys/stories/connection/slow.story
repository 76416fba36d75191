story "A slow service"
language en
taxpayer debt
played by desk, compose, swift

fault slow 1s
sign in
screen choose-pin
choose pin 246810
screen home
see status "Debt ₽5,646.95"
see owed "from the service, just now"
