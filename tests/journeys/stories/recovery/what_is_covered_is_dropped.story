# Something is opened over a control word: it is gone, the field is empty, and no attempt is spent on what nobody sees.
story "A control word that was covered is typed anew"
language en
taxpayer recovery
played by desk, compose, swift

tap recovery
screen recovery
type inn "{inn}"
type email "{email}"
type word "{word}"
tap guide
screen guide
back
screen recovery
forget requests
tap send
see word "control word"
requests 0 /api/fl/v1/recovery
type word "{word}"
tap send
see letter "letter"
requests 1 /api/fl/v1/recovery
