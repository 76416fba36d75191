# New address, save, a letter to the new address, confirmed by its link; until then the old one stays in force.
story "Another e-mail address"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap email
see in-force "{email}"
type email "new@example.test"
tap save
see in-force "{email}"
see pending "new@example.test"
type code 000000
tap confirm
see code "code"
letter open
see in-force "new@example.test"
not see pending
