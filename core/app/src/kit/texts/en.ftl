# What the kit says itself, and what several features say. Every key stands in ru.ftl too, with the same arguments; a test says so.
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
closed = The service is closed for maintenance. What is shown was kept earlier.
closed-until = The service is closed for maintenance until { $time }, { $remaining } more. What is shown was kept earlier.
for-this-run-only = This device offers no secure storage, so the account is kept for this run only.
settings-inn = INN { $inn }
guide-title = Why the password does not fit
email-label = E-mail
word-label = Control word
esia-never-asks = The app never sees or asks for a password of Gosuslugi: it is typed only on the Gosuslugi site, in the browser.
profile-title = Profile
profile-detail = E-mail, phone, password, who signed in
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
profile-unknown = the service has not said yet
# Gosuslugi
esia-confirmations = Where to confirm your identity
esia-centre = A service centre, in person
esia-mfc = An MFC, in person
esia-sberbank = Online bank: Sberbank
esia-post-bank = Online bank: Post Bank
esia-tinkoff = Online bank: Tinkoff
esia-signature = A qualified electronic signature
esia-not-by-post = The tax service does not accept a confirmation by post.
bring-title = What to bring
document-passport = Passport
document-inn = INN certificate (original or copy)
document-power = Notarised power of attorney
document-birth = Certificate of birth or adoption
document-email = An e-mail address
document-esia = A Gosuslugi account with a confirmed identity
document-certificate = A certificate of an accredited centre
email-empty = Type the address.
email-at = An address has exactly one @. Nothing was sent.
email-no-name = Nothing stands before the @. Nothing was sent.
email-no-domain = After the @ a server's name such as example.com is missing. Nothing was sent.
email-cyrillic = Character { $position } is a Cyrillic letter, which no address has. Nothing was sent.
email-character = Character { $position } cannot stand in an address. Nothing was sent.
email-too-long = This is longer than any address: over 254 characters. Nothing was sent.
word-empty = Type the control word.
word-too-short = A control word has at least { $count } { $count ->
    [one] character
   *[other] characters
}. Nothing was sent.
word-too-long = This is too long: over { $count } { $count ->
    [one] character
   *[other] characters
}. Nothing was sent.
word-control = Character { $position } cannot be seen; type the word anew. Nothing was sent.
refresh = Refresh
inn-empty = Type your INN: 12 digits.
inn-not-a-digit = Character { $position } is not a digit.
inn-length = An INN has 12 digits, and here { $digits ->
    [one] is { $digits }
   *[other] are { $digits }
}.
inn-check-digit = The check digits do not match: a digit is mistyped, or two are swapped. Nothing was sent.
inn-not-a-person = This is the INN of an organisation. This account is for people: 12 digits.
unlock = Open
