# An account takes one to two days to form; the state resolves itself.
story "An account that is being formed"
language en
taxpayer esia-forming
played by desk, compose, swift

tap esia
browser agree
see forming "one to two days"
see formed-in "hours"
back
see forming "one to two days"
kill
open
see formed-in "hours"
later 48h
see forming "should be ready"
tap esia
browser agree
screen choose-pin
