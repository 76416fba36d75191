story "Signing in without a network"
language en
taxpayer debt

offline
sign in
screen sign-in
see fault "No network. Nothing was sent, no attempt was spent"
see inn "{inn}"
online
tap sign-in
screen choose-pin
