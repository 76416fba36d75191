# The connection is cut: whether the sign-in arrived nobody knows, and nobody says that it did not.
story "Signing in without a network"
language en
taxpayer debt
played by desk, compose, swift

offline
sign in
screen sign-in
see fault "The connection broke off before the answer came. What you typed is kept"
see inn "{inn}"
online
tap sign-in
screen choose-pin
