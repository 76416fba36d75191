# One question is always answered with 401, all others are fine with the same token: that question failed, not the session.
story "One question is rejected, the session goes on"
language en
taxpayer debt
played by desk

answer /taxpayer/2ndfl/v2 status 401 json {"error":"invalid_token","error_description":"Invalid access token"}
sign in
choose pin 246810
screen home
not see "The service ended the session"
see status "Debt ₽5,646.95"
see owed "from the service, just now"
tap income
not see "The service ended the session"
not see "has no income certificates"
see "The service rejected this one question, although the session is good"
back
refresh
not see "The service ended the session"
service sessions 1
answer /taxpayer/2ndfl/v2 as before
refresh
tap income
see year-0 "₽1,240,000.00"
