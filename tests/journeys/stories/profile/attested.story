# The attested dialect has nothing of our own contract: each missing part is shown with the way to the website.
story "On the website"
service attested
language en
taxpayer debt
played by desk, compose, swift

tap recovery
see not-offered "it is on the website"
tap open-website
opened "lkfl/login"
back
tap esia
see not-offered "it is on the website"
back
sign in
choose pin 246810
screen home
not see recovery-reminder
tap profile
see password-website "it is on the website"
see sign-ins-website "it is on the website"
see contacts-website "it is on the website"
