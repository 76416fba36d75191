biometrics-not-enrolled = To open with a finger or a face, set one up in the device's settings first.

settings-language = Language
settings-contrast = High contrast
settings-text-size = Text size
text-normal = Normal
text-large = Large
text-largest = Largest
settings-lock = Lock after
settings-account = Account
settings-biometrics = Open with finger or face
settings-share-log = Send the log to support
settings-lock-now = Lock now
