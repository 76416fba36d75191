story "Filters by tax and kind"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap tab-operations
see "8 operations"
tap filter-kind/Пени
see "1 found among 8 operations"
see operation-0 "−₽86.20"
tap filter-kind/all
see "8 operations"
tap "Земельный налог"
see "2 found among 8 operations"
type search 2025
see "1 found among 8 operations"
see operation-0 "−₽1,250.75"
# The words stay while one looks at another room.
tap tab-home
tap tab-operations
see search "2025"
see "1 found among 8 operations"
tap clear-filters
see "8 operations"
not see "found among"
