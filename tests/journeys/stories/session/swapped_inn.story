# Two digits swapped are seen here; nothing is sent.
story "An INN with swapped digits"
language en
taxpayer debt
played by desk, compose, swift

type inn 770000001052
type password {password}
forget requests
tap sign-in
see inn "two are swapped"
no requests
paste password "{emoji10k}"
tap sign-in
screen sign-in
no requests
