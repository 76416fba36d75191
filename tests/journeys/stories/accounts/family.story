# Parent and child on one phone, strictly apart.
story "Parent and child on one phone"
language en
taxpayer parent
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap name
type name "Mine"
tap keep-name
tap accounts
screen sign-in
type inn {child.inn}
type password {child.password}
tap sign-in
choose pin 135791
screen home
lock
tap accounts
screen accounts
see account-1 "Mine"
tap account-1
unlock 135791
see pin "attempts are left"
unlock 246810
screen home
tap profile
see who "{inn}"
not see "{child.inn}"
tap sign-out
tap sign-out
screen unlock
unlock 135791
screen home
