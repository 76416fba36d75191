# What was begun is in sight, says how old it is and how much room its files take, and goes when the person says so.
story "Drafts, their age, their files"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap drafts
see "No drafts"
back
back
link "fltaxes://pattern?flat"
type subject "Of the flat"
back
link "fltaxes://pattern?car"
type subject "Of the car"
tap wish/visit
back
see drafts "2 forms were begun"
later 26h
unlock 246810
tap drafts
see draft-1 "flat"
see draft-2 "car"
see draft-2 "22 November"
tap draft-1
see "Of the flat"
tap discard
see "Nothing of it was sent"
tap keep
see "Of the flat"
tap discard
tap discard-really
screen drafts
not see draft-1
see draft-2 "car"
# Signing out says what goes with it.
kill
open
unlock 246810
see drafts "1 form was begun"
