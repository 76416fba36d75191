# A mistyped INN costs no attempt: it is named here, and nothing leaves the device.
story "A wrong check digit is named before anything is sent"
language en
taxpayer debt
played by desk, compose, swift

type inn 770000010268
type password {password}
tap sign-in
screen sign-in
see inn "The check digits do not match"
see inn "Nothing was sent"
no requests

# The other slips, each by its name.
clear inn
tap sign-in
see inn "Type your INN: 12 digits"
type inn 7700
tap sign-in
see inn "An INN has 12 digits, and here are 4"
clear inn
type inn 77000001O267
tap sign-in
see inn "Character 9 is not a digit"
clear inn
type inn 7707083893
tap sign-in
see inn "This is the INN of an organisation"
clear inn
type inn {inn}
clear password
tap sign-in
see password "Type your password"
no requests

# What was typed is still there, so only the slip has to be mended.
type password {password}
tap sign-in
screen choose-pin
