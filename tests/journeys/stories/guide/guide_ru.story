# Раскладка видна по самому паролю: вопросов нет.
story "Пароль набран русскими буквами"
language ru
taxpayer debt
played by desk, compose, swift

type inn {inn}
type password "Пароль-1"
see password "русская буква"
tap sign-in
tap fault
see action "Наберите пароль ещё раз"
tap do
screen sign-in
