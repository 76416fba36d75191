story "An expired access token, told in XML"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault expired-in-xml
expire
refresh
screen home
not see connection
see owed "from the service, just now"
