# The service wants digits from a picture; wrong ones bring another picture and cost nothing else.
story "Digits from a picture, wrong ones first"
language en
taxpayer captcha
played by desk, compose, swift

sign in
screen captcha
see "The service wants to see that a person is signing in"
see picture "Picture with digits"
tap send
see captcha "Type the digits from the picture"

type captcha 000000
tap send
screen captcha
see captcha "Those were other digits. Here is a new picture"

tap another
see picture "Picture with digits"
captcha answer
tap send
screen choose-pin
choose pin 246810
screen home
