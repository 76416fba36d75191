# A temporary complaint about a refresh is no verdict on the session: it goes on, also after a restart, and is renewed later.
story "A refresh is refused for a while"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
screen home
answer /oauth/token with grant_type=refresh_token status 400 json {"status":500,"message":"temporarily unavailable"}
expire
refresh
not see "The service ended the session"
see connection "The service did not renew the session just now"
see status "Debt ₽5,646.95"
service sessions 1

# With 200, and still no verdict.
answer /oauth/token with grant_type=refresh_token json {"status":500,"message":"temporarily unavailable"}
refresh
not see "The service ended the session"
service sessions 1

kill
open
unlock 246810
screen home
not see "The service ended the session"
answer /oauth/token as before
refresh
not see connection
see owed "from the service, just now"
service sessions 1

# The protocol's own verdict ends it.
answer /oauth/token with grant_type=refresh_token status 400 json {"error":"invalid_grant","error_description":"Invalid refresh token"} once
expire
refresh
see connection "The service ended the session"
see status "Debt ₽5,646.95"
