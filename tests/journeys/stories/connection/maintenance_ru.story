story "Технические работы"
language ru
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
fault closed 30m
refresh
see connection "до 12:30"
see connection "30 минут"
see status "Долг 5 646,95 ₽"
no fault closed
refresh
not see connection
