# One question the service answers with 404 takes nothing else away.
story "No sums of payments"
language en
taxpayer no-taxinfo
played by desk, compose, swift

sign in
choose pin 246810
screen home
see status "No debt"
see balance "ENS balance"
see confirmed "The service knows of no payments"
not see connection
