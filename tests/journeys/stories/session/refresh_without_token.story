# A renewed session that brings no refresh token goes on with the one it has.
story "A refresh without a refresh token"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault refresh-without-token
expire
refresh
not see connection
expire
refresh
not see connection
kill
open
unlock 246810
expire
refresh
not see connection
see owed "from the service, just now"
