name-title = Name of the account
name-what = It is seen on this device before the PIN, so better without surname and INN.
name-label = Name
name-hint = “Mine” or “Kid”, for example
name-too-long = Too long: over { $count } { $count ->
    [one] character
   *[other] characters
}.
name-keep = Keep
profile-name = Name of this account
profile-name-none = not given
