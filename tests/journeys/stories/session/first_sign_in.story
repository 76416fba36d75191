# From nothing to one's own figures: password, PIN, home.
story "First sign-in with a PIN"
language en
taxpayer debt
played by desk, compose, swift

screen sign-in
see "An unofficial app"
type inn {inn}
type password {password}
tap sign-in

screen choose-pin
see "Ten wrong PINs destroy that copy"
type pin 246810
type pin-again 246810
tap keep-pin

screen home
see status "Debt ₽"
see balance "ENS balance"
