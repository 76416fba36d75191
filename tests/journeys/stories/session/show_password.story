# Paste and managers are welcome, and what was typed can be looked at.
story "A password is shown while it is typed"
language en
taxpayer debt
played by desk, compose, swift

paste inn {inn}
paste password "{password}\n"
tap password/show
see password "{password}"
tap password/show
not see "{password}"
tap sign-in
screen choose-pin
