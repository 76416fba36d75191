# Every rule is named as one types, the cause where it can be told; nothing is sent before all of them hold.
story "A password is chosen by the rules"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap password
screen password
forget requests
type old-password {password}
type new-password "Пароль"
see new-password "Cyrillic letter"
see policy "Latin letters only"
tap send
screen password
clear new-password
type new-password "ABCDEFG"
see new-password "Caps Lock may be on"
clear new-password
paste new-password "Spaced-pass1 "
see new-password "ends with a space"
tap send
clear new-password
paste new-password "{emoji10k}"
tap send
screen password
no requests
clear new-password
paste new-password "Good-pass1\n"
tap new-password/show
tap new-password/show
tap send
screen profile
see hint "password"
service password is "Good-pass1"
