# «Wrong password», talked through: one question at a time, one thing to do at the end, no attempt spent.
story "Why the password does not fit"
language en
taxpayer debt
played by desk, compose, swift

type inn {inn}
type password "Wrong-one1"
tap sign-in
see "INN or password is wrong"
forget requests
tap fault
screen guide
see free "spends no attempt"
see question "typed as it should be"
tap no
see action "Type the password once more"
back
tap yes
see question "from the registration card"
tap yes
see question "older than a month"
tap yes
see action "You need a new registration card"
tap do
screen card
back
screen guide
back
back
tap no
see question "change the password lately"
tap yes
see question "from before the change"
tap no
see action "from before the change"
back
back
tap no
see question "through Gosuslugi only"
tap yes
see action "Sign in through Gosuslugi"
back
tap no
see question "less than an hour ago"
tap yes
see action "Wait for up to an hour"
back
tap no
see question "control word set"
tap yes
see action "Recover the password"
back
tap no
see action "Go to a tax office"
see contact-centre "8-800-222-22-22"
no requests
