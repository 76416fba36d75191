# The language changes everywhere at once, and all of it outlives the app.
story "Language, contrast, text size, lock time"
language ru
taxpayer no-debt
played by desk, compose, swift

tap settings
screen settings
tap language/en
see language "Language"
tap high-contrast
tap text-size/large
tap lock-after/lock-1
back
screen sign-in
see "An unofficial app"
sign in
choose pin 246810
see status "No debt"
tap tab-settings
see inn "INN {inn}"

kill
open
screen unlock
see "Enter your PIN"
unlock 246810
see status "No debt"
tap tab-settings
tap language/ru
see lock-after "Закрывать через"
tap tab-home
see status "Долга нет"
