# The first password of the card has to be changed, or its further use confirmed: here it is changed.
story "A first password is changed"
language en
taxpayer card-fresh
played by desk, compose, swift

sign in
choose pin 246810
screen first-password
see what "first password from your registration card"
see validity "28 days are left"
tap change
screen password
see policy "at least 7 characters"
paste old-password "wrong-One1#"
paste new-password "Brand-new1\n"
tap send
see old-password "another"
clear old-password
paste old-password {password}
tap send
screen home
service password is "Brand-new1"
lock
unlock 246810
screen home
