story "Maintenance until a time, and its end"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault closed 2h
refresh
see connection "The service is closed for maintenance until 14:00"
see connection "2 hours more"
see status "Debt ₽5,646.95"
see owed "kept, just now"

# It is not asked again before that time, whatever is pressed by the clock.
forget requests
later 4m
no requests
see connection "1 hour 56 minutes more"
later 1h
unlock 246810
later 57m
unlock 246810
not see connection
see owed "from the service, just now"
