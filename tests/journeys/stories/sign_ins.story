# Who signed in; «this was not me» ends that session and advises a new password.
story "This was not me"
language en
taxpayer debt

sign in
choose pin 246810
reinstall
open
sign in
choose pin 246810
tap profile
tap sign-ins
screen sign-ins
service sessions 2
see "this is you"
