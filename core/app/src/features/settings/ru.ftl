biometrics-not-enrolled = Чтобы открывать по отпечатку или лицу, сначала добавьте их в настройках устройства.

settings-language = Язык
settings-contrast = Высокая контрастность
settings-text-size = Размер текста
text-normal = Обычный
text-large = Крупный
text-largest = Самый крупный
settings-lock = Закрывать через
settings-account = Кабинет
settings-biometrics = Открывать по отпечатку или лицу
settings-share-log = Отправить журнал в поддержку
settings-lock-now = Закрыть сейчас
