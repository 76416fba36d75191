password-own = your own, does not run out
password-own-since = your own since { $date }, does not run out
password-absent = not set: you sign in through Gosuslugi; you can set one
# Changing the password
password-title = Change the password
password-set-title = Set a password
password-what = The new password holds at once and does not run out. If the service does not take it, the old one stays.
password-set-what = You sign in through Gosuslugi now. With a password, either way works.
policy-asked = These rules are from the service's description; the service itself is being asked.
policy-documented = These rules are from the service's description: it did not answer now. It has the last word.
old-password-label = Password in force now
old-password-hint = You may paste it.
old-password-empty = Type the password that is in force now. Nothing was sent.
old-password-wrong = The service knows another password. Nothing was changed: the old one is valid.
new-password-empty = Choose a new password. Nothing was sent.
new-password-same = This is the password you have now. Nothing was sent.
password-line-end-cut = The end of line that was copied with the password was cut off.
password-sending = Sending…
password-not-sent = No network. Nothing was sent: the old password is valid. What you typed is kept.
password-not-done = { $words } The old password is valid.
# The first password
first-password-title = The first password
first-password-what = You signed in with the first password from your registration card. Change it to one of your own, or confirm that you go on with it.
first-password-confirm = Keep this one for now
first-password-confirm-what = It does not last longer by that. The app reminds you when its time comes near.
first-password-later = Decide later, when the service answers
first-password-expired = It was not changed in time, and signing in with it is being closed. You need a new registration card: any tax office but a specialised one gives it. Nothing happened to your figures.
first-password-own-office = To take to your own office
first-password-other-office = To take to another office
primary-valid = The first password is valid through { $date }: { $count ->
    [one] { $count } day is left
   *[other] { $count } days are left
}, today included.
primary-last-days = The first password is about to run out: counted as 30 days, it ended on { $earlier }; counted as a month, it ends on { $later }. { $count ->
    [one] { $count } day is left
   *[other] { $count } days are left
}, today included.
primary-expired-since = The first password has not been valid since { $date }.
profile-getting-in = Getting in
password-row = Password
