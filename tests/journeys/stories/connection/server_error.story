story "500"
language en
taxpayer debt
played by desk, compose, swift

fault server-error
sign in
screen sign-in
see fault "Something unexpected came from the service. For support:"
no fault server-error
tap sign-in
choose pin 246810
fault server-error
refresh
see connection "Something unexpected came from the service"
see status "Debt ₽5,646.95"
no fault server-error
tap connection
not see connection
see status "Debt ₽5,646.95"
