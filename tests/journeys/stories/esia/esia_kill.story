# The app is killed while the browser is open; the redirect finds it again. A second use of it does not.
story "Killed while the browser was open"
language en
taxpayer debt
played by desk, compose, swift

tap esia
see browser "Go on in the browser"
kill
open
browser agree
screen choose-pin
choose pin 246810
see status "Debt"
