# Профиль
profile-contacts = Как с вами связаться
profile-contacts-title = Почта, телефон, контрольное слово
profile-getting-in = Вход в кабинет
profile-here = На этом устройстве
profile-name = Название кабинета
profile-name-none = не задано
profile-unknown = сервис ещё не сообщил
password-row = Пароль
recovery-possible = Забытый пароль можно восстановить: ссылка придёт на вашу почту.
recovery-missing = Забытый пароль пока не восстановить. Не хватает: { $missing }.
missing-email = подтверждённой почты
missing-phone = подтверждённого телефона
missing-word = контрольного слова
recovery-reminder = Если вы забудете пароль, восстановить его здесь не получится. Не хватает: { $missing }.
recovery-reminder-open = Настроить
recovery-reminder-off = Больше не напоминать
sign-ins-open = { $count ->
    [one] открыт { $count } сеанс
    [few] открыто { $count } сеанса
   *[many] открыто { $count } сеансов
} ({ $age })

# Кто входил
sign-ins-title = Кто входил
sign-ins-what = Не узнаёте вход? Нажмите на него.
sign-ins-newest = Сначала новые
sign-ins-none = Сервис ещё не записал ни одного входа
sign-ins-unknown = Сервис ещё не сообщил, кто входил
sign-in-unnamed = Устройство не названо
sign-in-current = это вы
sign-in-open = открыт
sign-in-ended = завершён
way-by-password = по паролю
way-by-esia = через Госуслуги
way-by-other = другим способом
sign-in-current-what = Это сеанс, в котором вы сейчас. Чтобы завершить его, выйдите.
sign-in-not-me = Это был не я
sign-in-ask = Завершить этот сеанс? Там, где он открыт, придётся войти заново. Если это всё-таки вы, ничего страшного не случится.
sign-in-disown = Завершить сеанс
sign-in-keep = Оставить
sign-in-disowned = Сеанс завершён.
sign-in-ended-what = Этот сеанс уже завершён.
sign-in-password-known = Если входили не вы, ваш пароль знает кто-то ещё: смените его сейчас.
sign-in-esia-known = Если входили не вы, кто-то входит в ваши Госуслуги: смените пароль там.
sign-in-open-gosuslugi = Открыть Госуслуги

# Что хранится здесь
stored-title = Что хранится здесь
stored-detail = Сколько, под каким замком и как удалить
stored-measuring = Считаем…
stored-cache = Суммы, операции, доходы, профиль
stored-cache-detail = Чтобы читать их без сети
stored-keys = Ключ и сеанс
stored-keys-detail = Чтобы открывать кабинет ПИН-кодом, без пароля
stored-not-measured = Посчитать не удалось. С сохранённым ничего не случилось.
stored-taste = Язык и внешний вид
stored-taste-detail = Общие для всех кабинетов; личного в них ничего нет
stored-locked = Как это закрыто
stored-lock = Всё о вас зашифровано. Чтобы открыть, нужны сразу и ваш ПИН-код, и секрет, который хранит само устройство. После десяти неверных ПИН-кодов ключ уничтожается. До ПИН-кода видно только название кабинета, если вы его дали.
stored-biometrics = Кабинет открывается ещё и по отпечатку или лицу: вторую копию ключа хранит устройство.
stored-never = Пароль и контрольное слово здесь не хранятся.
stored-remove = Удалить с этого устройства
