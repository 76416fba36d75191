# What the kit says itself, and what several features say. Every key stands in ru.ftl too, with the same arguments; a test says so.

# Getting in
sign-in-offline = No network. Nothing was sent, no attempt was spent. What you typed is kept.
sign-in-no-answer = The service did not answer in time. What you typed is kept; try again in a minute.
refused = The service refused: { $words }
open-website = Open the website
on-the-website = This service does not offer it here. On the website: { $website }
trouble = Something unexpected came from the service. For support: { $code }.

# Amounts, dates, ages
spoken-minus = minus
spoken-roubles = { $count ->
    [one] { $count } rouble
   *[other] { $count } roubles
}
spoken-kopecks = { $count ->
    [one] { $count } kopeck
   *[other] { $count } kopecks
}
date-long = { $day } { $month } { $year }
date-time = { $day } { $month }, { $time }
date-time-year = { $date }, { $time }
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
age-now = just now
age-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
age-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
age-unknown = at an unknown time
origin-live = from the service, { $when }
origin-cached = kept, { $when }
origin-computed = worked out from the service's figures, { $when }
remaining-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
remaining-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}

# Getting in and getting back in
answer-lost = The connection broke off before the answer came. What you typed is kept; try again when you are online.
session-ended-here = The service ended the session. Sign in again; what you typed here is kept.
password-show = Show
password-hide = Hide

# Passwords: rules and hints
policy-title = The new password
check-open = Not known yet: { $rule }
check-met = Met: { $rule }
check-failed = Not met: { $rule }
rule-length = at least { $count } { $count ->
    [one] character
   *[other] characters
}
rule-latin = Latin letters only
rule-upper = a capital letter
rule-lower = a small letter
rule-digit = a digit
rule-special = one of the signs { $signs }
rule-no-spaces = no spaces
rule-known-signs = no other signs
suspicion-line-end = An end of line got into the password, as happens when copying.
suspicion-leading-space = It begins with a space, which may have been copied along.
suspicion-trailing-space = It ends with a space, which may have been copied along.
suspicion-cyrillic = “{ $letter }”, character { $position }, is a Cyrillic letter. Switch the keyboard to Latin.
suspicion-caps-lock = All letters are capitals. Caps Lock may be on.
new-password-label = New password
new-password-hint = You may paste it or take it from a password manager.
new-password-refused = The service did not take the new password: { $words } The old password is still valid.
new-password-unknown = The connection broke off before the answer came: the password may have been changed. Try the new one first, then the old one.
password-weak = The service would not take this password. What is missing is marked below. Nothing was sent.

# Changing the password
password-change = Change the password
change-not-sent = No network. Nothing was sent.
change-session-ended = The service ended the session, so nothing was changed. Sign in again and repeat this.
change-unknown = The connection broke off before the answer came, so it is not known whether this was done. Look at what the service shows now; if nothing has changed, try again.

# Said by several features
loading = Loading…
nothing-yet = Nothing is kept here yet
income-title = Income
not-offered = This service does not offer it here; it is on the website.
closed = The service is closed for maintenance. What is shown was kept earlier.
closed-until = The service is closed for maintenance until { $time }, { $remaining } more. What is shown was kept earlier.
for-this-run-only = This device offers no secure storage, so the account is kept for this run only.
settings-inn = INN { $inn }
guide-title = Why the password does not fit
email-label = E-mail
word-label = Control word
esia-never-asks = The app never sees or asks for a password of Gosuslugi: it is typed only on the Gosuslugi site, in the browser.
accounts-apart = Accounts are kept apart, each behind its own PIN.
account-add-detail = A child's, for example; sign in with their INN
profile-title = Profile
profile-detail = E-mail, phone, password, who signed in
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
phone-title = Phone
word-set = set
word-not-set = not set
