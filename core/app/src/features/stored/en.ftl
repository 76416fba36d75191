# What is stored here
stored-title = What is stored here
stored-detail = How much, how it is locked, how to remove it
stored-measuring = Measuring…
stored-cache = Figures, operations, income, profile
stored-cache-detail = So that you can read them without a network; drafts with their files and what is still to be sent are among them
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
