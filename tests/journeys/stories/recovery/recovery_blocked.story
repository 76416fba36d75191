# Three wrong entries close it for 24 hours by the service's clock: a restart, another clock or a new phone change nothing.
story "Three wrong entries and a day to wait"
language en
taxpayer recovery
played by desk, compose, swift

tap recovery
type inn {inn}
type email "somebody@example.test"
type word "ромашка"
tap send
see fault "knows something else"
see attempts "2 attempts are left"
tap send
see attempts "1 attempt is left"
tap send
see blocked "closed recovery for 24 hours"
see opens "24 hours"
see in-person "In person"
clock forward 48h
later 1h
see opens "23 hours"
clock back 60h
later 1h
see opens "22 hours"
kill
open
tap recovery
see opens "22 hours"
reinstall
open
tap recovery
type inn {inn}
type email {email}
type word {word}
tap send
see opens "22 hours"
later 21h
see opens "1 hour"
later 1h
not see opens
tap send
see letter "on its way"
