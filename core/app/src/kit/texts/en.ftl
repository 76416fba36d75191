# The texts in English. Every key stands in ru.ftl too, with the same arguments; a test says so.

app-title = My taxes
unofficial = An unofficial app. It is not made, checked or approved by the tax service.
refresh = Refresh
try-again = Try again
stop = Stop
loading = Loading…
starting = Opening…
settings-open = Language and appearance
step-sign-in = Sign in
step-pin = PIN

# Getting in
sign-in-title = Sign in
sign-in = Sign in
signing-in = Signing in…
inn-label = INN
inn-hint = 12 digits, on your registration card
inn-empty = Type your INN: 12 digits.
inn-not-a-digit = Character { $position } is not a digit.
inn-length = An INN has 12 digits, and here { $digits ->
    [one] is { $digits }
   *[other] are { $digits }
}.
inn-check-digit = The check digits do not match: a digit is mistyped, or two are swapped. Nothing was sent.
inn-not-a-person = This is the INN of an organisation. This account is for people: 12 digits.
password-label = Password
password-hint = Latin letters; capitals matter. You may paste it.
password-empty = Type your password.
password-too-long = This is longer than any password: over 256 characters. Was something else pasted? Nothing was sent.
wrong-password = INN or password is wrong. Check the keyboard's language and Caps Lock; the password needs Latin letters.
access-where = No password yet? Any tax office gives a registration card with a first password; take your passport. There is no registration in the app.
sign-in-offline = No network. Nothing was sent, no attempt was spent. What you typed is kept.
sign-in-no-answer = The service did not answer in time. What you typed is kept; try again in a minute.
refused = The service refused: { $words }
open-website = Open the website
on-the-website = This service does not offer it here. On the website: { $website }
trouble = Something unexpected came from the service. For support: { $code }.
sign-in-again = Sign in again
sign-in-again-why = The service ended the session. Your PIN and all that is kept here stay.
session-ended = The service ended the session. What is shown was kept earlier.

captcha-title = Digits from the picture
captcha-why = The service wants to see that a person is signing in.
captcha-picture = Picture with digits
captcha-label = Digits
captcha-wrong = Those were other digits. Here is a new picture.
captcha-empty = Type the digits from the picture.
captcha-another = Another picture

choose-pin-title = Choose a PIN
choose-pin-why = The PIN opens the app on this device and locks what is kept here. Ten wrong PINs destroy that copy.
pin-label = PIN
pin-again-label = The PIN once more
pin-hint = 6 to 16 digits
pin-form = A PIN has 6 to 16 digits. No attempt was spent.
pin-differ = The two PINs differ.
keep-pin = Keep the PIN
pin-wrong = Wrong PIN. { $left ->
    [one] { $left } attempt is left; after it the copy on this device is destroyed.
   *[other] { $left } attempts are left.
}
pin-left = { $left ->
    [one] { $left } attempt is left.
   *[other] { $left } attempts are left.
}
pin-in-use = Another window has this account open. Close it and try again.
pin-disk-full = There is no room left on this device. Free some and try again; nothing was lost.
pin-read-only = The app's folder cannot be written. Check its permissions and try again; nothing was lost.
pin-platform = The device's secure storage refused. Unlock the device and try again.
pin-broken = The app's folder cannot be used. Details are in the log.
blocked = The app cannot open its folder
unlock-title = Enter your PIN
unlock = Open
forgot-pin = Forgot the PIN
lost-pins = After ten wrong PINs the copy on this device was destroyed. Nothing happened to your account: sign in again.
lost-secret = The device no longer holds the secret that opened the copy kept here. Nothing happened to your account: sign in again.
lost-key-file = The key of the copy kept here is damaged. Nothing happened to your account: sign in again.
sign-out = Sign out and remove
sign-out-title = Remove this account from the device?
sign-out-what = The figures, operations and PIN kept on this device are deleted. Your account at the tax service stays as it is; sign in with your password at any time.
sign-out-stay = Stay

# Where one stands
home-title = Home
home-balance = ENS balance
home-recommended = Recommended payment
home-accrued = To be paid in all
home-overdue = Overdue
home-confirmed = Confirmed payments
home-nearest = Nearest accrual
home-arrears = Arrears
home-accruals = Accruals
home-more = More
home-letters = Letters
letters-new = { $count ->
    [0] no new ones
    [one] { $count } new
   *[other] { $count } new
}
tax-code = Tax with code { $code }
by-date = by { $date }
was-due = was due on { $date }
standing-clear = No debt
standing-debt = Debt { $amount }
standing-debt-since = Was due on { $date }. A penalty grows every day.
standing-debt-overdue = Its day has passed. A penalty grows every day.
standing-due-by = { $amount } to be paid by { $date }
standing-due = { $amount } to be paid
standing-overpaid = { $amount } on the account
standing-unknown = The service did not say the balance
nothing-yet = Nothing is kept here yet
nothing-yet-detail = Your figures appear as soon as the service can be reached, and stay readable without a network from then on.
income-title = Income
income-detail = 2-NDFL by year
income-years = By year
income-none = The service has no income certificates for you
income-withheld = tax withheld { $amount }
not-offered = This service does not offer it here; it is on the website.

# The history
operations-title = Operations
operations-none = There are no operations yet
operations-count = { $count ->
    [one] { $number } operation
   *[other] { $number } operations
}
operations-found = { $found } found among { $number } { $count ->
    [one] operation
   *[other] operations
}
operation-unnamed = Operation
history-since = Kept here since { $date }. Older ones are at the service.
history-partial = Older ones are at the service.
load-all = Load all of the history
loading-all = Loading… { $number } so far
search-label = Search
search-hint = words, an amount, a date
filter-tax = Tax
filter-kind = Kind
filter-all = All
clear-filters = Show all
nothing-found = Nothing found
more-older = { $number } older
more-newer = { $number } newer
more-from-service = Older ones

# Connection
offline = No network. What is shown was kept earlier.
no-answer = The service did not answer in time. What is shown was kept earlier.
closed = The service is closed for maintenance. What is shown was kept earlier.
closed-until = The service is closed for maintenance until { $time }, { $remaining } more. What is shown was kept earlier.

# This device
lost-wrong-key = What was kept here is sealed with another key; it was set aside and everything loads anew.
lost-foreign = A file that is not ours lay where the copy is kept; it was set aside and everything loads anew.
lost-damaged = The copy kept here was damaged; it was set aside and everything loads anew.
lost-too-new = The copy kept here is from a newer version of the app; it was set aside and everything loads anew.
cache-disk-full = There is no room left on this device: what is shown is current but cannot be kept.
cache-read-only = The app's folder cannot be written: what is shown is current but cannot be kept.
cache-broken = What is shown is current but could not be kept. Details are in the log.
keep-fault = The session could not be kept: after closing the app, sign in again.
for-this-run-only = This device offers no secure storage, so the account is kept for this run only.

hint-started-anew = Something went wrong in the app and it started anew. What was kept here is still here; send the log from the settings if it happens again.
hint-foreign-link = This link is none of the app's own; it was not followed.
hint-device-cannot = This device has nothing that can do that.
hint-device-denied = The device refused. Check the app's permissions in its settings.
hint-device-no-answer = The device did not answer. Nothing was lost; try again.
hint-device-failed = The device could not do that. Nothing was lost; try again.
biometrics-reason = Open what is kept on this device
biometrics-cancel = Use the PIN
biometrics-changed = The fingers or faces on this device changed, so only the PIN opens the app. Turn them on again in the settings.
biometrics-failed = That did not work. Open with the PIN.
biometrics-not-enrolled = To open with a finger or a face, set one up in the device's settings first.
use-biometrics = Open with finger or face

# Settings
settings-title = Settings
settings-language = Language
settings-contrast = High contrast
settings-text-size = Text size
text-normal = Normal
text-large = Large
text-largest = Largest
settings-lock = Lock after
settings-account = Account
settings-inn = INN { $inn }
settings-biometrics = Open with finger or face
settings-share-log = Send the log to support
settings-lock-now = Lock now

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
sign-in-help = Cannot get in?
password-show = Show
password-hide = Hide
guide-open = Find out why
primary-expired = The first password of the registration card was not replaced in time, and signing in is closed. Any tax office gives a new card. Your account and what is accrued stay as they are.
not-yet-active = The login is not active yet: after a card is given out it takes up to an hour. No attempt was spent.
active-in = The login works in
active-now = The login should work by now. Try to sign in.
forgot-password = Forgot the password?
forgot-password-detail = A link comes by letter if e-mail and phone are confirmed in the account and a control word is set

yes = Yes
no = No

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

# Wrong password: the talk
guide-title = Why the password does not fit
guide-detail = A few questions; no attempt is spent
guide-free = This sends nothing and spends no attempt. It ends in one thing to do.
guide-end = What follows from your answers
ask-typing = Is the password typed as it should be?
ask-typing-more = Use “Show” at the password field and check: the keyboard is Latin, Caps Lock is off, no spaces at either end, no old password filled in by itself, and typed rather than pasted at random.
ask-card = Is it the password from the registration card, never changed?
ask-card-more = The card is given out by a tax office or sent by an MFC: a login and a first password are on it.
ask-card-month = Is the card older than a month?
ask-card-month-more = The day of issue is on the card. The first password is valid for one month from that day.
ask-changed = Did you change the password lately?
ask-changed-more = A new password may have broken the rules, so that the change did not happen; then the old one is in force.
ask-before = Have you tried the password from before the change?
ask-before-more = If the change did not happen, it is the one in force.
ask-esia = Did you always sign in through Gosuslugi only?
ask-esia-more = Then there is no separate password of the tax service: sign in the same way.
ask-hour = Was the card given out less than an hour ago?
ask-hour-more = A login is switched on within an hour after the card is given out.
ask-recovery = Are e-mail and phone confirmed in the account, and a control word set?
ask-recovery-more = That is done in the profile beforehand; then the password is recovered by a link from a letter.
do-type = Type the password once more
do-type-why = Use “Show” and type it by hand, in Latin letters, minding capitals.
do-type-cyrillic = There was a Cyrillic letter in what you typed. Switch the keyboard and type it in sight.
do-type-caps = All letters were capitals: Caps Lock seems to have been on.
do-type-spaces = There were spaces at its ends, which may have been copied along.
do-type-button = Back, and type it
do-type-right = It is typed right, go on
do-card = You need a new registration card
do-card-why = The month of the first password is over and it was not replaced. Any tax office gives a card.
do-card-button = Where, and what to bring
do-before = Sign in with the password from before the change
do-before-why = If the service did not take the new one, the old one is still in force.
do-before-button = Back, and type the old one
do-esia = Sign in through Gosuslugi
do-esia-why = You have no separate password of the tax service. You may set one after the first sign-in.
do-wait = Wait for up to an hour
do-wait-why = The login is being switched on. The password need not be changed.
do-wait-button = Back to signing in
do-recover = Recover the password
do-recover-why = You have e-mail, phone and control word: a link for a new password comes by letter.
do-recover-button = Recover
do-office = Go to a tax office
do-office-why = Any but a specialised one: there you get a new card. If you cannot come, call the contact centre.
do-office-button = What to bring

# Recovery
recovery-title = Recovering the password
recovery-what = For those who confirmed e-mail and phone and set a control word in the profile beforehand. Slips in INN and address are seen at once and spend no attempt.
email-label = E-mail
email-empty = Type the address.
email-at = An address has exactly one @. Nothing was sent.
email-no-name = Nothing stands before the @. Nothing was sent.
email-no-domain = After the @ a server's name such as example.com is missing. Nothing was sent.
email-cyrillic = Character { $position } is a Cyrillic letter, which no address has. Nothing was sent.
email-character = Character { $position } cannot stand in an address. Nothing was sent.
email-too-long = This is longer than any address: over 254 characters. Nothing was sent.
word-label = Control word
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
recovery-attempts = { $left ->
    [one] { $left } attempt is left; three wrong ones close recovery for 24 hours.
   *[other] { $left } attempts are left; three wrong ones close recovery for 24 hours.
}
recovery-send = Send me the link
recovery-have-letter = I have a letter
recovery-mismatch = The service knows something else: check INN, address and control word. One attempt was spent.
recovery-blocked = Three attempts did not fit, and the service closed recovery for 24 hours. Nothing happened to your account.
recovery-opens-in = It opens in
recovery-meanwhile = The service's clock counts: a restart or this phone's clock changes nothing. If you cannot wait, a tax office helps.
recovery-otherwise = If that does not work
recovery-in-person = In person at a tax office
recovery-in-person-detail = E-mail or phone lost, password stolen: the only way. What to bring is inside
recovery-gosuslugi = The password of Gosuslugi
recovery-gosuslugi-detail = Gosuslugi recovers it itself: phone, e-mail or SNILS, a control question, a one-time code
letter-sent = The letter with the link is on its way. Open the link on this device or paste it here.
letter-sent-minutes = The letter with the link is on its way and comes within { $count } { $count ->
    [one] minute
   *[other] minutes
}. Open the link on this device or paste it here.
letter-paste = Paste the link from the letter.
letter-link-label = Link from the letter
letter-open = Go on
letter-none = No letter? Look into the spam folder. Go back to ask for a new one.
link-none = This is no link from a recovery letter. Copy all of it.
link-stale = This link has run out. Go back and ask for a new letter.
link-used = A password was set by this link already. Sign in with it; if it is forgotten, ask for a new letter.
recovery-choose = The link is good. Choose a new password; you are signed in with it at once.
recovery-set = Set it and sign in
hint-password-set = The new password is set.
hint-not-kept = It could not be kept on this device. Try once more.

# Gosuslugi
esia-title = Signing in through Gosuslugi
esia-sign-in = Sign in through Gosuslugi
esia-asking = Asking the service…
esia-browser = Go on in the browser. Once you have agreed there, you come back here.
esia-open-again = Open the browser once more
esia-finishing = Signing in…
esia-never-asks = The app never sees or asks for a password of Gosuslugi: it is typed only on the Gosuslugi site, in the browser.
esia-not-confirmed = Gosuslugi knows you, but your identity is not confirmed there the way the tax service needs. Confirm it in one of these ways and sign in again.
esia-confirmations = Where to confirm your identity
esia-centre = A service centre, in person
esia-mfc = An MFC, in person
esia-sberbank = Online bank: Sberbank
esia-post-bank = Online bank: Post Bank
esia-tinkoff = Online bank: Tinkoff
esia-signature = A qualified electronic signature
esia-not-by-post = The tax service does not accept a confirmation by post.
esia-forming = The account is being formed, which takes one to two days. There is nothing to do.
esia-formed-in = Ready in
esia-formed = The account should be ready. Sign in through Gosuslugi once more.
esia-cancelled = The sign-in was cancelled. Nothing has changed.
esia-foreign = This comes back from another sign-in: it was not begun here, or is over. Nothing was sent; begin anew.
esia-somebody-else = Somebody else signed in at Gosuslugi. The open account stays as it is; the other session is forgotten.
esia-again = Try once more

# How to get access
access-title = How to get access
access-what = There is no registration in the app. Sign in with your INN and the password of a registration card, or through Gosuslugi. All of this can be read without a network.
access-age = From { $age } years on one gets the account oneself; before that a parent, adoptive parent or representative does.
access-secrecy = The account holds tax secrets: only you see them.
way-card = Registration card
way-card-detail = At any tax office, 5–10 minutes
way-mfc = MFC
way-mfc-detail = Where it is offered; the card comes by letter
way-esia = Gosuslugi
way-esia-detail = At once, if your identity is confirmed
way-signature = Electronic signature
way-signature-detail = On a computer only
card-where = Any office of the tax service gives out the card, except specialised ones.
card-holds = On the card: day of issue, code of the office, your name, login, first password, and a memo.
card-month = The first password is valid for a month from the day of issue. At the first sign-in it is changed, or confirmed to go on.
case-label = Who comes
case-own = To one's own office
case-other = To another office
case-representative = A representative
case-child = For a child under 14
mfc-where = Not every MFC offers this; ask beforehand.
esia-where = You sign in in the browser, on the Gosuslugi site. You need an account there whose identity was confirmed in person, by a bank or by a signature.
signature-where = Not on a phone: it takes a computer, the program CryptoPro CSP and a certificate of an accredited centre. You sign in on the website.
bring-title = What to bring
document-passport = Passport
document-inn = INN certificate (original or copy)
document-power = Notarised power of attorney
document-birth = Certificate of birth or adoption
document-email = An e-mail address
document-esia = A Gosuslugi account with a confirmed identity
document-certificate = A certificate of an accredited centre
takes-title = How long it takes
takes-visit = At the office: { $from }–{ $to } minutes
takes-visit-up-to = On the spot: up to { $to } minutes
takes-login = The login works within { $count } { $count ->
    [one] hour
   *[other] hours
}
takes-data = The data come in { $from }–{ $to } days
takes-data-within = The data come within { $count } { $count ->
    [one] day
   *[other] days
}
takes-letter = The card comes by letter in about { $count } { $count ->
    [one] day
   *[other] days
}
takes-at-once = You are in at once
contact-centre = Contact centre { $number }
contact-centre-detail = Free, in business hours of your time zone; otherwise recorded answers. The number as of { $date }

# Links
check-link-title = Check a link
check-link-detail = From a letter, a message or a QR code: whether it leads to the tax service
check-link-what = Paste a link from a letter, a message or a QR code. It is looked at here, on the device, and sent nowhere.
check-link-label = Link
check-link-check = Check
check-link-open = Open in the browser
verdict-service = The link leads to a site of the tax service.
verdict-esia = The link leads to the Gosuslugi site.
verdict-not-a-link = This is no link.
verdict-foreign = The link leads to { $host }. That is not a site of the tax service; it is not opened from here.
trick-look-alike = Careful: the address only looks like { $of } and does not belong to the tax service. Not opened.
trick-known-fake = Careful: this address is passed off as the tax service's and does not belong to it. Not opened.
trick-homoglyph = Careful: “{ $letter }”, character { $position } of the address, is a look-alike letter of another alphabet. Not opened.
trick-punycode = Careful: the address is written (xn--) so that look-alike letters of another alphabet are not seen. Not opened.
trick-user-info = Careful: the real name of the site stands after the @, and before it a bait. Not opened.
trick-not-https = Careful: this link's connection is not protected (http). Not opened.
trick-numeric-host = Careful: numbers stand in place of the site's name. Not opened.
trick-odd-port = Careful: the address has an unusual port, which sites of the tax service do not have. Not opened.
trick-script = Careful: this is no address of a page but a command. Not opened.
trick-hidden = Careful: there are hidden signs in the link. Not opened.

# Several accounts
accounts-title = Accounts on this device
accounts-other = Another account
accounts-apart = Accounts are kept apart, each behind its own PIN.
account-number = Account { $number }
account-add = Add an account
account-add-detail = A child's, for example; sign in with their INN
account-lost = This account's key is destroyed; sign in again with the password
name-title = Name of the account
name-what = It is seen on this device before the PIN, so better without surname and INN.
name-label = Name
name-hint = “Mine” or “Kid”, for example
name-too-long = Too long: over { $count } { $count ->
    [one] character
   *[other] characters
}.
name-keep = Keep

pin-weak-same = Equal digits are guessed first. Better choose another; if you like, you may keep this one.
pin-weak-run = Digits in a row are guessed first. Better choose another; if you like, you may keep this one.
pin-weak-repeated = Repeated digits are guessed soon. Better choose another; if you like, you may keep this one.
pin-weak-birthday = This looks like a date. Birthdays are guessed first; if you like, you may keep this one.
keep-pin-anyway = Keep this one

# Profile
profile-title = Profile
profile-detail = E-mail, phone, password, who signed in
profile-contacts = How you are reached
profile-contacts-title = E-mail, phone, control word
profile-getting-in = Getting in
profile-here = On this device
profile-name = Name of this account
profile-name-none = not given
profile-unknown = the service has not said yet
password-row = Password
password-own = your own, does not run out
password-own-since = your own since { $date }, does not run out
password-absent = not set: you sign in through Gosuslugi; you can set one
recovery-possible = A forgotten password can be recovered: a link comes to your e-mail.
recovery-missing = A forgotten password cannot be recovered yet. Missing: { $missing }.
missing-email = a confirmed e-mail address
missing-phone = a confirmed phone
missing-word = a control word
recovery-reminder = If you forget your password, you cannot recover it here. Missing: { $missing }.
recovery-reminder-open = Set it up
recovery-reminder-off = Do not remind me
sign-ins-open = { $count ->
    [one] { $count } session is open
   *[other] { $count } sessions are open
} ({ $age })

# Who signed in
sign-ins-title = Who signed in
sign-ins-what = Is there one you do not know? Touch it.
sign-ins-newest = Newest first
sign-ins-none = The service has recorded no sign-in yet
sign-ins-unknown = The service has not said yet who signed in
sign-in-unnamed = Device without a name
sign-in-current = this is you
sign-in-open = open
sign-in-ended = ended
way-by-password = by password
way-by-esia = through Gosuslugi
way-by-other = in another way
sign-in-current-what = This is the session you are in. To end it, sign out.
sign-in-not-me = This was not me
sign-in-ask = End this session? Wherever it is open, one has to sign in again. If it was you after all, no harm is done.
sign-in-disown = End the session
sign-in-keep = Leave it
sign-in-disowned = The session is ended.
sign-in-ended-what = This session has ended already.
sign-in-password-known = If it was not you, somebody else knows your password: change it now.
sign-in-esia-known = If it was not you, somebody else gets into your Gosuslugi: change the password there.
sign-in-open-gosuslugi = Open Gosuslugi

# What is stored here
stored-title = What is stored here
stored-detail = How much, how it is locked, how to remove it
stored-measuring = Measuring…
stored-cache = Figures, operations, income, profile
stored-cache-detail = So that you can read them without a network
stored-keys = Key and session
stored-keys-detail = So that a PIN opens the account without the password
stored-not-measured = It could not be measured. Nothing happened to what is stored.
stored-taste = Language and appearance
stored-taste-detail = Shared by all accounts; nothing in them is personal
stored-locked = How it is locked
stored-lock = All that is about you is encrypted. Opening it takes both your PIN and a secret that the device itself holds. Ten wrong PINs destroy the key. Before the PIN only the account's name can be seen, if you gave it one.
stored-biometrics = A finger or a face opens the account too: the device holds a second copy of the key.
stored-never = Your password and your control word are not stored here.
stored-remove = Remove from this device
size-kilobytes = { $size } kB
size-megabytes = { $size } MB

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
password-change = Change the password
password-not-sent = No network. Nothing was sent: the old password is valid. What you typed is kept.
password-not-done = { $words } The old password is valid.
change-not-sent = No network. Nothing was sent.
change-session-ended = The service ended the session, so nothing was changed. Sign in again and repeat this.
change-unknown = The connection broke off before the answer came, so it is not known whether this was done. Look at what the service shows now; if nothing has changed, try again.

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
hint-password-confirmed = Confirmed: you go on with the first password for now.

# E-mail, phone, control word
email-what = A letter with a link comes here if you forget your password. The address counts once you have confirmed it.
email-new-label = New address
email-hint = For example anna@example.com
email-old-stays = Until it is confirmed, the old address counts
email-code-hint = The code from the letter. Opening its link on this device does the same.
email-again = Send the letter again
email-saved = A letter was sent to { $email }. Not there? Look in the spam folder.
email-confirmed = The address is confirmed.
phone-title = Phone
phone-what = The number is needed to recover a forgotten password. It counts once you have confirmed it.
phone-new-label = New number
phone-hint = A mobile number that begins with +7 or 8
phone-old-stays = Until it is confirmed, the old number counts
phone-code-hint = The code from the message.
phone-again = Send the message again
phone-saved = A message was sent to { $phone }.
phone-confirmed = The number is confirmed.
phone-empty = Type a phone number.
phone-character = Character { $position } has no place in a number. Nothing was sent.
phone-length = A number has 11 digits with its 7 or 8, and here { $digits ->
    [one] is { $digits }
   *[other] are { $digits }
}. Nothing was sent.
phone-country = Only a number that begins with +7 or 8 will do. Nothing was sent.
word-what = You are asked for it if you forget your password. Choose what you will surely remember and others do not know. It cannot be shown later, only replaced.
word-set = set
word-not-set = not set
word-new-label = New control word
word-hint = 3 to 64 characters, in any script. The service may tell capitals from small letters.
word-space = There is a space at its beginning or end: it becomes part of the word.
word-saved = The control word is saved.
contacts-unknown = The service has not said yet what is in force now.
contact-in-force = Now
contact-none = not given
contact-pending = Waits for its confirmation
contact-not-yet = Until it is confirmed, it does not count
contact-changing = { $old }; { $new } waits for its confirmation
contact-unconfirmed = { $new }: waits for its confirmation
contact-same = This is confirmed already. Nothing was sent.
contact-confirm = Confirm
contact-save = Save
contact-saving = Sending…
contact-not-sent = No network. Nothing was sent; what you typed is kept.
code-label = Code
code-empty = Type the code.
code-too-long = This is longer than any code. Nothing was sent.
code-wrong = The code does not match. Check that it is from the last letter or message, or ask for a new one.
hint-open-first = To confirm the address, open the account first, then open the letter's link again. Nothing was sent.
