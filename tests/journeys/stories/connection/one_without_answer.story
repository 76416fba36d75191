# One question never gets an answer while all others do: that one is named, and nobody says that there is no network or that the
# service is closed.
story "One question without an answer"
language en
taxpayer debt
played by desk

answer /ens/general dropped
sign in
choose pin 246810
see connection "ENS balance could not be read. The connection broke off before the answer came."
see missing-ens-balance "ENS balance: not known"
see owed "from the service, just now"
not see "No network"
answer /ens/general status 503 empty
refresh
see connection "ENS balance could not be read. The service is closed for maintenance."
see overdue "₽5,646.95"
# It is asked again by itself.
answer /ens/general as before
later 2m
not see connection
see balance "−₽5,646.95"
# Where nobody answers, that is said.
offline
refresh
see connection "No network. What is shown was kept earlier."
