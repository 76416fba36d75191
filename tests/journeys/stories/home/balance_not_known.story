# One answer is missing or makes no sense, all others are there: they are shown, and what is missing is named.
story "The balance is not known, and all else is"
language en
taxpayer debt
played by desk

answer /ens/general status 500 empty
sign in
choose pin 246810
screen home
not see "Nothing is kept here yet"
see "ENS balance could not be read"
see "Something unexpected came from the service"
see arrears-0 "Транспортный налог"
see accruals-0 "₽3,400.00"
see letters "12 new"

answer /ens/general set /ens/balanceAmount raw "NaN"
refresh
not see "Nothing is kept here yet"
not see "NaN"
see arrears-0 "Транспортный налог"

answer /ens/general set /ens/balanceAmount 1e400
refresh
not see "Nothing is kept here yet"
not see "1e400"
see arrears-0 "Транспортный налог"

answer /ens/general json {"ens": {"balanceAmount": -1, "balanceAmount": -2}}
refresh
not see "Nothing is kept here yet"
see arrears-0 "Транспортный налог"

tap income
see year-0 "₽1,240,000.00"
back
answer /ens/general as before
refresh
see balance "−₽5,646.95"
not see "could not be read"
