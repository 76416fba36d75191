# A time that lies in another century is none: closed, until nobody knows when. It opens when the service answers again.
story "Closed until another century"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
screen home
answer * status 503 header Retry-After 2147483647 empty
refresh
see connection "closed for maintenance"
not see "2094"
not see "hours"
see status "Debt ₽5,646.95"
answer * as before
tap connection
not see connection
see status "Debt ₽5,646.95"
