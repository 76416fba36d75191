# How to get access
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
