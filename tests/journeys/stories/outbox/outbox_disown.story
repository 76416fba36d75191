# A stranger's session is to be ended on the last bar of a network: it is ended once there is one, even after a lock.
story "This was not me, without a network"
language en
taxpayer debt
played by desk

stranger "A tablet" "Omsk"
sign in
choose pin 246810
tap profile
tap sign-ins
tap sign-in-1
tap not-me
offline
tap disown
see outbox "Sent, but there is no answer yet. The app tried to ask 1 time and will ask again"
back
back
lock
online
unlock 246810
service sessions 1
not see outbox
