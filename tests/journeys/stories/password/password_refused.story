# The service's rules are its own data and may have changed a moment ago: what it refuses leaves the old password in force.
story "A new password the service refuses"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
tap profile
tap password
policy min 20
type old-password {password}
type new-password "Good-pass1"
tap send
see fault "old password"
service password is "{password}"
