# Not replaced in time: blocked, and what to do and to bring.
story "A first password that ran out"
language en
taxpayer card-expired
played by desk, compose, swift

sign in
screen sign-in
see "was not replaced in time"
tap fault
screen card
see passport "Passport"
see where "Any office"
