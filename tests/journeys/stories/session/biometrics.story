# A finger opens it, spends no PIN attempt, and after new fingers the PIN is asked for.
story "A finger opens it"
language en
taxpayer debt
played by desk, compose, swift

finger enrolled
sign in
choose pin 246810
tap tab-settings
tap biometrics
lock
tap use-biometrics
see status "Debt"
lock
finger refuses
tap use-biometrics
screen unlock
finger changed
tap use-biometrics
see fault "changed"
not see use-biometrics
unlock 246810
screen home
