# Who signed in; «this was not me» ends that session and advises a new password.
story "This was not me"
language en
taxpayer debt
played by desk, compose, swift

sign in
choose pin 246810
stranger "A phone nobody knows" "Kazan"
service sessions 2
refresh
tap profile
tap sign-ins
screen sign-ins
see sign-in-0 "A phone nobody knows"
see sign-in-0 "Kazan"
tap sign-in-1
see current "you are"
tap sign-in-0
tap not-me
tap disown
see disowned "ended"
see advice "password"
service sessions 1
tap change
screen password
