# Getting in, PIN, connection, device: what is seen whichever feature is open.
app-title = My taxes
unofficial = An unofficial app. It is not made, checked or approved by the tax service.
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
forgot-pin = Forgot the PIN
lost-pins = After ten wrong PINs the copy on this device was destroyed. Nothing happened to your account: sign in again.
lost-secret = The device no longer holds the secret that opened the copy kept here. Nothing happened to your account: sign in again.
lost-key-file = The key of the copy kept here is damaged. Nothing happened to your account: sign in again.
sign-out = Sign out and remove
sign-out-title = Remove this account from the device?
sign-out-what = The figures, operations and PIN kept on this device are deleted, with drafts and whatever was still to be sent from here. Your account at the tax service stays as it is; sign in with your password at any time.
sign-out-stay = Stay
# This device
lost-wrong-key = What was kept here is sealed with another key; it was set aside and everything loads anew.
lost-foreign = A file that is not ours lay where the copy is kept; it was set aside and everything loads anew.
lost-damaged = The copy kept here was damaged; it was set aside and everything loads anew.
lost-too-new = The copy kept here is from a newer version of the app; it was set aside and everything loads anew.
lost-own = The file with drafts and with what was still to be sent could not be used and was set aside: they may be gone. What the service knows is in place.
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
# Getting in
sign-in-offline = No network. Nothing was sent, no attempt was spent. What you typed is kept.
sign-in-no-answer = The service did not answer in time. What you typed is kept; try again in a minute.
refused = The service refused: { $words }
open-website = Open the website
on-the-website = This service does not offer it here. On the website: { $website }
trouble = Something unexpected came from the service. For support: { $code }.
# Getting in and getting back in
not-safe-untrusted = The connection is not safe: whoever answers cannot prove to be the tax service. Nothing was sent. Something in between may open connections, such as a network at work or in a hotel, or a virus scanner: try another network.
not-safe-time = The connection is not safe by the clock of this device, on which today is { $date }. If that is wrong, set the date. If it is right, somebody else may be answering. Nothing was sent.
not-safe-host = The connection is not safe: what answers belongs to another site. Nothing was sent. A network often does this until one has signed in to it: open any page in the browser, or try another network.
not-safe-unusable = The connection could not be made safe, and nothing was sent. Try another network.
not-renewed = The service did not renew the session just now. It is not over, and nothing is lost. What the service said: { $why }
why-offline = No network.
why-no-answer = The service did not answer in time.
why-lost = The connection broke off before the answer came.
why-closed = The service is closed for maintenance.
why-closed-until = The service is closed for maintenance until { $time }.
why-session-ended = The service ended the session.
why-rejected = The service rejected this one question, although the session is good.
why-not-read = Not read yet. Touch to read it.
not-known = { $what }: not known
not-known-here = It could not be read, so nobody can say here whether there is anything
not-read = { $what } could not be read. { $why }
try-again-after = { $why } Touch to try again.
gives-no-more = The service gives no more than this. Whether this is all cannot be known.
captcha-cannot-be-drawn = The service wants digits from a picture, and sent one that cannot be shown here. Ask for another one, or sign in on the website or through Gosuslugi.
answer-lost = The connection broke off before the answer came. What you typed is kept; try again when you are online.
session-ended-here = The service ended the session. Sign in again; what you typed here is kept.
change-not-sent = No network. Nothing was sent.
change-session-ended = The service ended the session, so nothing was changed. Sign in again and repeat this.
change-unknown = The connection broke off before the answer came, so it is not known whether this was done. Look at what the service shows now; if nothing has changed, try again.
# Said by several features
loading = Loading…
nothing-yet = Nothing is kept here yet
not-offered = This service does not offer it here; it is on the website.
accounts-apart = Accounts are kept apart, each behind its own PIN.
account-add-detail = A child's, for example; sign in with their INN
contact-centre = Contact centre { $number }
contact-centre-detail = Free, in business hours of your time zone; otherwise recorded answers. The number as of { $date }
esia-forming = The account is being formed, which takes one to two days. There is nothing to do.
esia-formed-in = Ready in
esia-formed = The account should be ready. Sign in through Gosuslugi once more.
stop = Stop
history-since = Kept here since { $date }. Older ones are at the service.
history-partial = Older ones are at the service.
load-all = Load all of the history
loading-all = Loading… { $number } so far
search-label = Search
search-hint = words, an amount, a date
filter-all = All
clear-filters = Show all
nothing-found = Nothing found
more-older = { $number } older
more-newer = { $number } newer
more-from-service = Older ones
verdict-service = The link leads to a site of the tax service.
verdict-esia = The link leads to the Gosuslugi site.
verdict-not-a-link = This is no link.
verdict-foreign = The link leads to { $host }. That is not a site of the tax service; it is not opened from here.
trick-look-alike = Careful: the address only looks like { $of } and does not belong to the tax service. Not opened.
trick-known-fake = Careful: this address is passed off as the tax service's and does not belong to it. Not opened.
trick-homoglyph = Careful: “{ $letter }”, character { $position } of the address, is a look-alike letter of another alphabet. Not opened.
trick-punycode = Careful: the address is written (xn--) so that look-alike letters of another alphabet are not seen. Not opened.
trick-user-info = Careful: the real name of the site stands after the @, and before it a bait. Not opened.
trick-backslash = Careful: because of a backslash this link leads to { $host }, whatever stands behind it. Not opened.
trick-not-https = Careful: this link's connection is not protected (http). Not opened.
trick-numeric-host = Careful: numbers stand in place of the site's name. Not opened.
trick-odd-port = Careful: the address has an unusual port, which sites of the tax service do not have. Not opened.
trick-script = Careful: this is no address of a page but a command. Not opened.
trick-hidden = Careful: there are hidden signs in the link. Not opened.
accounts-title = Accounts on this device
account-number = Account { $number }
account-lost = This account's key is destroyed; sign in again with the password
# Sent exactly once
outbox-on-its-way = Sending…
outbox-going = Taking it off…
outbox-asking = Asking the service whether it got this…
outbox-waits = Not sent yet. It goes by itself while the app is open and unlocked.
outbox-waits-because = Not sent yet. { $why } It goes by itself while the app is open and unlocked.
outbox-waits-for-session = Not sent yet: the service ended the session. Sign in again, and it goes by itself.
outbox-waits-in-turn = Not sent yet: it goes once what you asked for before is settled.
outbox-goes-again = It goes again as soon as it can.
outbox-no-answer = Sent, but there is no answer yet. { $times ->
    [0] The service will be asked whether it got this; it does not go a second time by itself.
    [one] The app tried to ask { $times } time and will ask again; it does not go a second time by itself.
   *[other] The app tried to ask { $times } times and will ask again; it does not go a second time by itself.
}
outbox-nobody-knows = Sent: { $time }. No answer came, and nobody can be asked any more: the service cannot say whether it got this. Look at what it shows now, and decide.
outbox-done = Done: { $time }.
outbox-refused = The service did not do this. { $why }
outbox-withdraw = Do not send
outbox-again = It was not done, send it again
outbox-dismiss = Take off the list
outbox-disk-full = There is no room on this device, so nothing was sent: it has to be kept here first. Make some room and repeat this.
outbox-read-only = Nothing can be kept on this device just now, so nothing was sent. Repeat this once that is over.
outbox-broken = This could not be kept here, so nothing was sent. Repeat it.
outbox-not-read = What is still to be sent could not be read on this device just now, so nothing new goes. It is tried again.
outbox-not-noted = What became of something that was sent could not be written down here just now. It does not go a second time by itself; it is written once that works.
outbox-not-removed = This could not be taken off this device. While the app is open it does not go; it is tried again.
outbox-leaves-with = { $count ->
    [one] { $count } thing is not settled yet. From here nobody will look after it any more.
   *[other] { $count } things are not settled yet. From here nobody will look after them any more.
}
# Drafts and forms
form-send = Send
form-kept = Kept on this device: { $time }
form-kept-from-now = Whatever you fill in is kept on this device at once.
form-unkept = What you typed last could not be kept on this device. It is here as long as the app runs.
form-unkept-disk-full = This device has no room left: what you typed last is here only as long as the app runs. Make room, then type on.
form-unkept-read-only = This device does not let the app write: what you typed last is here only as long as the app runs.
form-discard = Remove this draft
form-discard-what = What was filled in and the files that go along are removed from this device. Nothing of it was sent.
form-discard-what-was-sent = What was filled in and the files that go along are removed from this device. What may have come to the service stays there.
form-doubt = It was handed over before, and nobody says what became of it: it may be at the service already. Look there before you send it again.
form-send-again = Send it once more all the same
form-open-again = Open the draft again
form-open-again-what = It may be at the service all the same. After that nobody asks what became of it.
form-begin = Begin
form-done = The service has it: { $time }
form-to-outbox = What was sent from here
form-discard-keep = Keep it
form-handing-over = It is being handed over.
form-sent = It was handed over to be sent, so it cannot be changed. It goes from the drafts once the service has it.
form-gone = This draft is not here any longer.
form-changed = Since you began, the service says something else:
form-changed-line = { $now }, and before { $then }
form-take-given = Take what the service says now
form-keep-typed = Leave it as it is here
form-find-hint = A part of its name or number
form-nothing-found = Nothing is called so
form-nothing-found-detail = Try fewer letters.
form-chosen = { $label }, chosen
form-more-options = { $count ->
    [one] { $count } more. Type a part of its name.
   *[other] { $count } more. Type a part of the name.
}
drafts-not-read = This device cannot say which drafts it holds. Nothing is lost; try again later.
drafts-files-full = The files of all drafts take { $limit } on this device, which is as much as it keeps. Remove some first.
file-no-way = This device offers no such way to a file.
file-denied = The device did not let the app have it. Its settings may say why.
file-not-read = The file could not be read. It may be gone by now.
file-disk-full = This device has no room left for a copy of the file. Nothing was lost.
file-not-kept = A copy of the file could not be kept on this device. Nothing was lost.
file-not-wanted = The form asks for no file there any more, so the one you chose was not kept.
file-gone = The file is not on this device any longer. Bring it anew.
drafts-leave-with = { $count ->
    [one] { $count } form that you began is on this device alone, and goes with it.
   *[other] { $count } forms that you began are on this device alone, and go with it.
}
why-file-gone = { $name } is not on this device any longer, so nothing was sent. Remove it from the form and bring it anew.
why-some-file-gone = A file that was to go along is not on this device any longer, so nothing was sent. Bring it anew.
