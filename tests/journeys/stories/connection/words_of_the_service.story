# A data call is answered with words for people: they are said as they are, with what was asked for, and all else goes on.
story "The service says why it does not answer"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
screen home
answer /ens/general status 426 json {"message":"Update the app\u001b[2J to version 7"}
refresh
see "Update the app"
see "to version 7"
not see "Something unexpected"
see status "Debt ₽5,646.95"
see arrears-0 "Транспортный налог"

answer /ens/general json {"status":200,"message":"Data is being renewed, come back in an hour"}
refresh
see "Data is being renewed, come back in an hour"
not see "Something unexpected"
answer /ens/general as before
refresh
not see connection
not see "come back in an hour"
