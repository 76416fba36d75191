# Что говорит сам набор и что говорят несколько разделов. Каждый ключ есть и в en.ftl, с теми же аргументами; за этим следит тест.
# Суммы, даты, давность
spoken-minus = минус
spoken-roubles = { $count ->
    [one] { $count } рубль
    [few] { $count } рубля
   *[many] { $count } рублей
}
spoken-kopecks = { $count ->
    [one] { $count } копейка
    [few] { $count } копейки
   *[many] { $count } копеек
}
date-long = { $day } { $month } { $year } г.
date-time = { $day } { $month }, { $time }
date-time-year = { $date }, { $time }
date-month = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
age-now = только что
age-minutes = { $count ->
    [one] { $count } минуту назад
    [few] { $count } минуты назад
   *[many] { $count } минут назад
}
age-hours = { $count ->
    [one] { $count } час назад
    [few] { $count } часа назад
   *[many] { $count } часов назад
}
age-unknown = когда — неизвестно
origin-live = от сервиса, { $when }
origin-cached = сохранено, { $when }
origin-computed = вычислено по данным сервиса, { $when }
remaining-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[many] { $count } минут
}
remaining-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
password-show = Показать
password-hide = Скрыть
# Пароль: правила и подсказки
policy-title = Новый пароль
check-open = Пока неизвестно: { $rule }
check-met = Выполнено: { $rule }
check-failed = Не выполнено: { $rule }
rule-length = не меньше { $count } { $count ->
    [one] символа
   *[many] символов
}
rule-latin = только латинские буквы
rule-upper = есть заглавная буква
rule-lower = есть строчная буква
rule-digit = есть цифра
rule-special = есть один из знаков { $signs }
rule-no-spaces = нет пробелов
rule-known-signs = нет других знаков
suspicion-line-end = В пароль попал конец строки — так бывает при копировании.
suspicion-leading-space = В начале пробел — он мог скопироваться вместе с паролем.
suspicion-trailing-space = В конце пробел — он мог скопироваться вместе с паролем.
suspicion-cyrillic = «{ $letter }», символ { $position }, — русская буква. Переключите раскладку на латинскую.
suspicion-caps-lock = Все буквы заглавные. Возможно, включён Caps Lock.
new-password-label = Новый пароль
new-password-hint = Можно вставить или взять из менеджера паролей.
new-password-refused = Сервис не принял новый пароль: { $words } Прежний пароль действует.
new-password-unknown = Связь прервалась раньше, чем пришёл ответ: пароль мог и смениться. Сначала попробуйте войти с новым, потом — с прежним.
password-weak = Так сервис пароль не примет. Ниже отмечено, чего не хватает. Ничего не отправлено.
# Смена пароля
password-change = Сменить пароль
closed = Сервис закрыт на обслуживание. Показано то, что было сохранено раньше.
closed-until = Сервис закрыт на обслуживание до { $time }, ещё { $remaining }. Показано то, что было сохранено раньше.
for-this-run-only = На этом устройстве нет защищённого хранилища, поэтому кабинет хранится только до закрытия приложения.
settings-inn = ИНН { $inn }
guide-title = Почему пароль не подходит
email-label = Электронная почта
word-label = Контрольное слово
esia-never-asks = Приложение не видит и не спрашивает пароль от Госуслуг: его вводят только на сайте Госуслуг, в браузере.
profile-title = Профиль
profile-detail = Почта, телефон, пароль, кто входил
size-kilobytes = { $size } КБ
size-megabytes = { $size } МБ
profile-unknown = сервис ещё не сообщил
# Госуслуги
esia-confirmations = Где подтвердить личность
esia-centre = Центр обслуживания, лично
esia-mfc = МФЦ, лично
esia-sberbank = Онлайн-банк: Сбербанк
esia-post-bank = Онлайн-банк: Почта Банк
esia-tinkoff = Онлайн-банк: Тинькофф
esia-signature = Квалифицированная электронная подпись
esia-not-by-post = Подтверждение письмом по почте налоговая не принимает.
bring-title = Что взять
document-passport = Паспорт
document-inn = Свидетельство об ИНН (оригинал или копия)
document-power = Нотариальная доверенность
document-birth = Свидетельство о рождении или об усыновлении
document-email = Адрес электронной почты
document-esia = Учётная запись Госуслуг с подтверждённой личностью
document-certificate = Сертификат аккредитованного удостоверяющего центра
email-empty = Введите адрес почты.
email-at = В адресе должен быть один знак @. Ничего не отправлено.
email-no-name = Перед @ ничего нет. Ничего не отправлено.
email-no-domain = После @ не хватает имени сервера, например example.ru. Ничего не отправлено.
email-cyrillic = Символ { $position } — русская буква; в адресах их нет. Ничего не отправлено.
email-character = Символа { $position } в адресе быть не может. Ничего не отправлено.
email-too-long = Это длиннее любого адреса: больше 254 символов. Ничего не отправлено.
word-empty = Введите контрольное слово.
word-too-short = В контрольном слове не меньше { $count } { $count ->
    [one] символа
   *[many] символов
}. Ничего не отправлено.
word-too-long = Это слишком длинно: больше { $count } { $count ->
    [one] символа
   *[many] символов
}. Ничего не отправлено.
word-control = Символа { $position } не видно; наберите слово заново. Ничего не отправлено.
refresh = Обновить
inn-empty = Введите ИНН: 12 цифр.
inn-not-a-digit = Символ { $position } — не цифра.
inn-length = В ИНН 12 цифр, а здесь { $digits }.
inn-check-digit = Контрольные цифры не сходятся: в номере опечатка или две цифры переставлены. Ничего не отправлено.
inn-not-a-person = Это ИНН организации. Этот кабинет — для людей: 12 цифр.
unlock = Открыть
