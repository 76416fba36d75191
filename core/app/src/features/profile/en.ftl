# Profile
profile-contacts = How you are reached
profile-contacts-title = E-mail, phone, control word
profile-getting-in = Getting in
profile-here = On this device
profile-name = Name of this account
profile-name-none = not given
profile-unknown = the service has not said yet
password-row = Password
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
