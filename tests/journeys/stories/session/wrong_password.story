story "A wrong password"
language en
taxpayer debt
played by desk, compose, swift

type inn {inn}
type password Sandbox-00
tap sign-in
screen sign-in
see fault "INN or password is wrong"
see inn "{inn}"
requests 1 /oauth/token

clear password
type password {password}
tap sign-in
screen choose-pin
not see "INN or password is wrong"
