# A letter's link is good once and for its time; a link to somebody else is named.
story "Stale, used and foreign links"
language en
taxpayer recovery
played by desk, compose, swift

tap recovery
type inn {inn}
type email {email}
type word {word}
tap send
type link "https://nalog-ru.com/recovery?token=1"
tap open-link
see link "does not belong to it"
clear link
type link "not a link"
tap open-link
see link "no link from a recovery letter"
clear link
letter paste link
tap open-link
screen new-password
type new-password "Brand-new1"
fault answer-lost
tap set-password
see fault "may have been changed"
service password is "Brand-new1"
tap set-password
see fault "set by this link already"
back
back
screen sign-in
tap recovery
type email {email}
type word {word}
tap send
later 3d
letter open
see fault "has run out"
