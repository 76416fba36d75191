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
# Forms
form-next = Go on
form-next-all-the-same = Go on all the same
form-not-yet = Something on this page is not right yet. You can mend it now or later: everything is kept.
form-review = Read and send
form-read-all = Read it all once more. A line leads back to where it can be changed.
form-wrong = { $count ->
    [one] { $count } line is not right yet. It is marked; touch it to mend it.
   *[other] { $count } lines are not right yet. They are marked; touch one to mend it.
}
form-optional = { $label } (may stay empty)
form-left-empty = left empty
form-agreed = agreed
form-unchosen = Not chosen
form-count = { $count } of { $max } characters
form-calendar = Calendar
form-calendar-take = Take this day
form-calendar-cancel = Close the calendar
form-fill-in = Fill this in.
form-choose = Choose one.
form-bring = Bring at least one file along.
form-not-agreed = Without this it cannot be sent.
form-signature-missing = Type the password of the signature. It is not kept, so it is asked each time.
form-control = Character { $position } cannot be seen: it came along with what was copied. Type this place anew.
form-too-long = At most { $max } characters fit; { $over } are too many.
form-cut = Not all of what was pasted was taken over: it is far too long.
form-not-a-digit = Character { $position } is not a digit.
form-digits = { $count } digits are needed, and here { $digits ->
    [one] is { $digits }
   *[other] are { $digits }
}.
form-digits-between = { $min } to { $max } digits are needed, and here { $digits ->
    [one] is { $digits }
   *[other] are { $digits }
}.
form-amount-character = Character { $position } cannot stand in an amount.
form-decimals = Kopecks have two digits, and here are { $count } after the mark. Type thousands without a mark: 12345.
form-separators = This is not clear as an amount. Type it as 12345.67.
form-not-positive = The amount has to be more than nothing.
form-too-much = At most { $amount }.
form-day-shape = Type the day as 22.11.2026.
form-no-such-day = There is no such day.
form-too-early = Not before { $day }.
form-too-late = Not after { $day }.
form-month-shape = Type the month as 11.2026.
form-no-such-month = A year has twelve months.
form-name-character = Character { $position } cannot stand in a name.
form-account-key = The account does not fit the bank: a digit of one of the two is wrong.
form-not-offered = What was chosen can be chosen no longer.
form-too-many-files = At most { $count } { $count ->
    [one] file
   *[other] files
}.
form-left-over = From an earlier form
form-left-over-what = The form has no place for this any longer. It is not sent.
# Files
file-from-files = A file
file-from-gallery = A picture
file-from-camera = Take a picture
file-join = Join the pictures to one PDF
file-remove = Remove { $name }
file-reading = The file is being read
file-detail = { $kind }, { $size }
file-pages = { $kind }, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $size }
file-room = PDF, JPEG, PNG or XML, up to { $file } each. Room for { $left } more (our own limits).
file-empty = The file is empty.
file-too-large = The file is larger than { $limit }. Make it smaller, or divide it.
file-too-large-together = All files together would be larger than { $limit }. Remove one first.
file-protected = The PDF is protected by a password, so nobody could read it. Save it without one.
file-damaged = The file begins as { $kind } and is not whole. Choose it anew, or another copy.
file-tiff = A TIFF keeps the place where it was made, and the app cannot take that out. Save it as PDF or JPEG.
file-heic = The picture came in a phone's own format (HEIC). Save it as JPEG.
file-not-accepted = This is no PDF, JPEG, PNG or XML, whatever its name says.
file-too-many-pixels = The picture is too large: { $width } × { $height } pixels. Make it smaller.
file-too-many-pages = At most { $count } pages become one PDF.
file-needs-jpeg = This PNG cannot become a page of a PDF. Save it as JPEG.
