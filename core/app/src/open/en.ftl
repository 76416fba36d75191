# Getting in, PIN, connection, device: what is seen whichever feature is open.

app-title = My taxes
unofficial = An unofficial app. It is not made, checked or approved by the tax service.
refresh = Refresh
try-again = Try again
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

# This device
lost-wrong-key = What was kept here is sealed with another key; it was set aside and everything loads anew.
lost-foreign = A file that is not ours lay where the copy is kept; it was set aside and everything loads anew.
lost-damaged = The copy kept here was damaged; it was set aside and everything loads anew.
lost-too-new = The copy kept here is from a newer version of the app; it was set aside and everything loads anew.
cache-disk-full = There is no room left on this device: what is shown is current but cannot be kept.
cache-read-only = The app's folder cannot be written: what is shown is current but cannot be kept.
cache-broken = What is shown is current but could not be kept. Details are in the log.
keep-fault = The session could not be kept: after closing the app, sign in again.

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
use-biometrics = Open with finger or face

# Getting in and getting back in
sign-in-help = Cannot get in?
guide-open = Find out why
primary-expired = The first password of the registration card was not replaced in time, and signing in is closed. Any tax office gives a new card. Your account and what is accrued stay as they are.
not-yet-active = The login is not active yet: after a card is given out it takes up to an hour. No attempt was spent.
active-in = The login works in
active-now = The login should work by now. Try to sign in.
forgot-password = Forgot the password?
forgot-password-detail = A link comes by letter if e-mail and phone are confirmed in the account and a control word is set

# Several accounts
accounts-other = Another account
account-add = Add an account

pin-weak-same = Equal digits are guessed first. Better choose another; if you like, you may keep this one.
pin-weak-run = Digits in a row are guessed first. Better choose another; if you like, you may keep this one.
pin-weak-repeated = Repeated digits are guessed soon. Better choose another; if you like, you may keep this one.
pin-weak-birthday = This looks like a date. Birthdays are guessed first; if you like, you may keep this one.
keep-pin-anyway = Keep this one

# Where one can go from here, and the rest
home-title = Home
operations-title = Operations
offline = No network. What is shown was kept earlier.
no-answer = The service did not answer in time. What is shown was kept earlier.
settings-title = Settings
do-card-button = Where, and what to bring
hint-password-set = The new password is set.
hint-not-kept = It could not be kept on this device. Try once more.
esia-sign-in = Sign in through Gosuslugi
access-title = How to get access
check-link-title = Check a link
check-link-detail = From a letter, a message or a QR code: whether it leads to the tax service
hint-password-confirmed = Confirmed: you go on with the first password for now.
hint-open-first = To confirm the address, open the account first, then open the letter's link again. Nothing was sent.
