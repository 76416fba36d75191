story "A day without a network"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
offline
later 24h
screen unlock
unlock 246810
see connection "No network"
see balance "−₽5,646.95"
see owed "kept, 22 November, 12:00"
