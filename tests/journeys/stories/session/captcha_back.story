story "Back from the picture, what was typed is still there"
language en
taxpayer captcha
played by desk, compose, swift

sign in
screen captcha
back
screen sign-in
see inn "{inn}"
