story "Back from the picture, what was typed is still there"
language en
taxpayer captcha

sign in
screen captcha
back
screen sign-in
see inn "{inn}"
