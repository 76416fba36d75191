story "Неверный пароль"
language ru
taxpayer debt
played by desk, compose, swift

see "Неофициальное приложение"
type inn {inn}
type password Пароль-01
tap sign-in
see fault "Неверный ИНН или пароль"
see fault "Caps Lock"
clear password
type password {password}
tap "Войти"
screen choose-pin
choose pin 246810
screen home
see status "Долг 5 646,95 ₽"
see balance "Сальдо ЕНС"
