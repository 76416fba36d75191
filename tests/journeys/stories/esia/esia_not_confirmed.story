# Confirmed by post is not confirmed: the ways that count.
story "An identity confirmed by post"
language en
taxpayer esia-post
played by desk, compose, swift

tap esia
browser agree
see not-confirmed "not confirmed there"
see centre "in person"
see sberbank "Sberbank"
see by-post "does not accept a confirmation by post"
