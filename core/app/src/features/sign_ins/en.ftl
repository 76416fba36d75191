sign-ins-open = { $count ->
    [one] { $count } session is open
   *[other] { $count } sessions are open
} ({ $age })
# Who signed in
sign-ins-title = Who signed in
sign-ins-what = Is there one you do not know? Touch it.
sign-ins-newest = Newest first
sign-ins-none = The service has recorded no sign-in yet
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
