# Through the broker and the system's browser: the app never sees a password of Gosuslugi.
story "Signing in through Gosuslugi"
language en
taxpayer esia
played by desk, compose, swift

tap esia
screen esia
see browser "Go on in the browser"
browser deny
see cancelled "Nothing has changed"
tap again
browser foreign
see foreign "another sign-in"
tap again
browser agree
screen choose-pin
choose pin 246810
screen home
tap profile
see password "Gosuslugi"
tap password
type new-password "Brand-new1"
tap send
service password is "Brand-new1"
