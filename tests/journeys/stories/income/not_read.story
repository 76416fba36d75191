# Not read, refused and none are three things: only an answer that says none is one.
story "Income that could not be read is not none"
language en
taxpayer debt
played by desk

answer /taxpayer/2ndfl/v2 status 500 empty
sign in
choose pin 246810
screen home
see status "Debt ₽5,646.95"
tap income
screen income
not see "has no income certificates"
see "Something unexpected came from the service"

answer /taxpayer/2ndfl/v2 status 403 json {"error":"access_denied","error_description":"Access is denied"}
refresh
not see "has no income certificates"
see "Access is denied"

answer /taxpayer/2ndfl/v2 json []
refresh
see "The service has no income certificates for you"

answer /taxpayer/2ndfl/v2 as before
refresh
see year-0 "₽1,240,000.00"
not see "has no income certificates"
