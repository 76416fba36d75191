# Every way to get access, what to bring in one's own case and how long it takes: before any sign-in, without a network.
story "Ways to get access, offline"
language en
taxpayer debt
played by desk, compose, swift

offline
forget requests
tap access
screen access
see "There is no registration in the app"
see "From 14 years on one gets the account oneself"
see "The account holds tax secrets"
tap card
see "Any office of the tax service gives out the card, except specialised ones"
see passport "Passport"
not see inn-certificate
see visit "5–10 minutes"
see login "within 1 hour"
see data "within 3 days"
see card-holds "login, first password, and a memo"
see card-month "valid for a month"
tap case/other
see passport "Passport"
see inn-certificate "INN certificate (original or copy)"
tap case/representative
see power "Notarised power of attorney"
tap case/child
see birth "Certificate of birth or adoption"
see contact-centre "8-800-222-22-22"
back
tap mfc
see where "Not every MFC offers this"
see email "An e-mail address"
see visit "up to 30 minutes"
see letter "about 15 days"
back
tap esia
see never "never sees or asks for a password of Gosuslugi"
see sberbank "Sberbank"
see post-bank "Post Bank"
see tinkoff "Tinkoff"
see by-post "does not accept a confirmation by post"
see data "1–2 days"
back
tap signature
see where "CryptoPro CSP"
back
back
screen sign-in
no requests
