# Recovery from end to end: set up in the profile, asked for with the control word, by the letter's link to a new password and in.
story "Recovery is set up, and used"
language en
taxpayer no-debt
played by desk, compose, swift

sign in
choose pin 246810
see "you cannot recover it here"
tap recovery-reminder
screen profile
tap email
screen contact-email
type email "anna@example"
tap save
see email "Nothing was sent"
clear email
type email "anna@example.test"
tap save
letter code code
tap confirm
back
tap phone
type phone "+7 900 000-00-67"
tap save
letter code code
tap confirm
back
tap control-word
type control-word "ромашка"
tap save
back
see recovery "recovered"
tap sign-out
tap sign-out
screen sign-in

type inn {inn}
tap recovery
screen recovery
see inn "{inn}"
type email "anna@example.test"
type word "ромашка"
tap send
see letter "on its way"
letter open
screen new-password
type new-password "Weak"
tap set-password
screen new-password
clear new-password
type new-password "Brand-new1"
tap set-password
screen choose-pin
choose pin 135791
screen home
service password is "Brand-new1"
