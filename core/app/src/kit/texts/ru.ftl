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
# Формы
form-next = Дальше
form-next-all-the-same = Дальше, исправлю потом
form-not-yet = На этой странице не всё заполнено верно. Исправить можно сейчас или потом: всё сохранено.
form-review = Проверить и отправить
form-read-all = Прочтите всё ещё раз. Строка ведёт туда, где её можно изменить.
form-wrong = { $count ->
    [one] { $count } строка заполнена неверно. Она отмечена; коснитесь её, чтобы исправить.
    [few] { $count } строки заполнены неверно. Они отмечены; коснитесь, чтобы исправить.
   *[other] { $count } строк заполнены неверно. Они отмечены; коснитесь, чтобы исправить.
}
form-optional = { $label } (можно не заполнять)
form-left-empty = не заполнено
form-agreed = согласие дано
form-unchosen = Не выбрано
form-count = { $count } из { $max } знаков
form-calendar = Календарь
form-calendar-take = Взять этот день
form-calendar-cancel = Закрыть календарь
form-fill-in = Заполните это поле.
form-choose = Выберите одно.
form-bring = Приложите хотя бы один файл.
form-not-agreed = Без этого отправить нельзя.
form-signature-missing = Введите пароль подписи. Он не хранится, поэтому его спрашивают каждый раз.
form-control = Знак { $position } не виден: он попал сюда при копировании. Наберите это место заново.
form-too-long = Помещается не больше { $max } знаков; лишних — { $over }.
form-cut = Вставлено не всё: текст слишком длинный.
form-not-a-digit = Знак { $position } — не цифра.
form-digits = Нужно цифр: { $count }, а здесь: { $digits }.
form-digits-between = Нужно цифр: от { $min } до { $max }, а здесь: { $digits }.
form-amount-character = Знаку { $position } в сумме не место.
form-decimals = У копеек две цифры, а после знака их { $count }. Тысячи пишите без знака: 12345.
form-separators = Такую сумму можно понять по-разному. Напишите её так: 12345,67.
form-not-positive = Сумма должна быть больше нуля.
form-too-much = Не больше { $amount }.
form-day-shape = Напишите день так: 22.11.2026.
form-no-such-day = Такого дня нет.
form-too-early = Не раньше чем { $day }.
form-too-late = Не позже чем { $day }.
form-month-shape = Напишите месяц так: 11.2026.
form-no-such-month = В году двенадцать месяцев.
form-name-character = Знаку { $position } в имени не место.
form-account-key = Счёт не подходит к банку: в одном из них неверная цифра.
form-not-offered = То, что было выбрано, больше выбрать нельзя.
form-too-many-files = Файлов может быть не больше { $count }.
form-left-over = Из прежней формы
form-left-over-what = В форме для этого больше нет места. Отправлено это не будет.
# Файлы
file-from-files = Файл
file-from-gallery = Снимок из галереи
file-from-camera = Снять камерой
file-join = Собрать снимки в один PDF
file-remove = Убрать { $name }
file-reading = Файл читается
file-detail = { $kind }, { $size }
file-pages = { $kind }, { $pages ->
    [one] { $pages } страница
    [few] { $pages } страницы
   *[other] { $pages } страниц
}, { $size }
file-room = PDF, JPEG, PNG или XML, до { $file } каждый. Осталось места на { $left } (пределы наши).
file-empty = Файл пуст.
file-too-large = Файл больше { $limit }. Уменьшите его или разделите.
file-too-large-together = Вместе файлы были бы больше { $limit }. Сначала уберите один.
file-protected = PDF защищён паролем, прочесть его никто не сможет. Сохраните его без пароля.
file-damaged = Файл начинается как { $kind }, но он не целый. Выберите его ещё раз или возьмите другую копию.
file-tiff = В TIFF остаётся место съёмки, и приложение не может его убрать. Сохраните файл как PDF или JPEG.
file-heic = Снимок в собственном формате телефона (HEIC). Сохраните его как JPEG.
file-not-accepted = Это не PDF, не JPEG, не PNG и не XML, что бы ни говорило имя.
file-too-many-pixels = Снимок слишком велик: { $width } × { $height } точек. Уменьшите его.
file-too-many-pages = В один PDF собирается не больше { $count } страниц.
file-needs-jpeg = Этот PNG не может стать страницей PDF. Сохраните его как JPEG.
