# A device that cannot share says so, in words, and the next touch takes them away.
story "The log for support"
language en
taxpayer no-debt
played by desk, compose, swift

tap settings
tap share-log
see hint "This device has nothing that can do that."
tap high-contrast
not see hint
back
sign in
choose pin 246810
tap tab-settings
tap share-log
see hint "nothing that can do that"
tap tab-home
not see hint
