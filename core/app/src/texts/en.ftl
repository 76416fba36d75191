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
