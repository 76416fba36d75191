# A link leads into the app once its owner has opened it; one that is none of the app's own is named and not followed.
story "A link into the app"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
screen home
link "fltaxes://operations"
screen operations
link "https://nalog-ru.com/lkfl"
see hint "does not belong to it"
link "https://pogoda.invalid/"
see hint "none of the app's own"
screen operations
kill
open
screen unlock
link "fltaxes://income"
screen unlock
unlock 246810
screen income
not see hint
