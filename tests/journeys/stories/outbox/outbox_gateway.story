# The service did it, and a gateway before it said that it is closed. Nothing is taken back that may have been done.
story "A gateway that speaks for the service"
language en
taxpayer debt
played by desk

sign in
choose pin 246810
tap profile
tap email
type email "new@example.test"
answer /contacts/email done status 503 json {"message":"upstream reset"} once
tap save
see outbox "Sent, but there is no answer yet."
not see outbox-withdraw
later 2m
see pending "new@example.test"
requests 1 contacts/email
