guide-detail = A few questions; no attempt is spent
recovery-title = Recovering the password
recovery-what = For those who confirmed e-mail and phone and set a control word in the profile beforehand. Slips in INN and address are seen at once and spend no attempt.
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
