# What can be seen to be wrong never reaches the service, so it costs nothing.
story "Slips cost no attempt"
language en
taxpayer recovery
played by desk, compose, swift

tap recovery
forget requests
tap send
see inn "Type your INN"
paste inn "{emoji10k}"
tap send
see inn "not a digit"
clear inn
type inn {inn}
tap send
see email "Type the address"
type email "recovery.example.test"
tap send
see email "exactly one @"
clear email
type email "recovery@"
tap send
see email "server's name"
clear email
paste email "{emoji10k}"
tap send
see email "longer than any address"
clear email
type email {email}
tap send
see word "Type the control word"
paste word "{emoji10k}"
tap send
see word "too long"
no requests
clear word
type word {word}
tap word/show
see word "{word}"
tap send
see letter "on its way"
