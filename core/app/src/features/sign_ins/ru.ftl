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
