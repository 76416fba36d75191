# The picture comes as SVG, which is not drawn here, or as an address in JSON: nobody is asked for digits that cannot be seen, and
# another way in is named.
story "Digits from a picture that cannot be drawn"
language en
taxpayer captcha
played by desk

answer /captcha file captcha.svg
sign in
screen captcha
see "sent one that cannot be shown here"
not see picture
answer /captcha json {"image":"data:image/svg+xml;base64,PHN2Zy8+"}
tap another
see "sent one that cannot be shown here"
answer /captcha as before
tap another
see picture "Picture with digits"
captcha answer
tap send
screen choose-pin
