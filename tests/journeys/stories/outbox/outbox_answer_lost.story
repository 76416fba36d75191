# The service did it and the answer was lost: it is asked what became of it, and nothing goes a second time. One letter came, not two.
story "An answer is lost, and nothing is done twice"
language en
taxpayer debt
played by desk, swift

sign in
choose pin 246810
tap profile
tap email
type email "new@example.test"
fault answer-lost
tap save
see done "A letter was sent to new@example.test"
see pending "new@example.test"
requests 1 contacts/email
requests 1 outbox/fate
# A request that was lost on its way goes again, under its key.
type email "other@example.test"
fault request-lost
tap save
see done "A letter was sent to other@example.test"
requests 3 contacts/email
# One that comes twice is done once.
type email "third@example.test"
fault answered-twice
tap save
see done "A letter was sent to third@example.test"
letter code code
tap confirm
see in-force "third@example.test"
