stop = Остановить

operations-none = Операций ещё нет
operations-count = { $count ->
    [one] { $number } операция
    [few] { $number } операции
   *[many] { $number } операций
}
operations-found = Найдено { $found } из { $number } { $count ->
    [one] операции
   *[many] операций
}
operation-unnamed = Операция
history-since = Здесь сохранено с { $date } Более ранние — у сервиса.
history-partial = Более ранние — у сервиса.
load-all = Загрузить всю историю
loading-all = Загружаем… уже { $number }
search-label = Поиск
search-hint = слова, сумма, дата
filter-tax = Налог
filter-kind = Вид
filter-all = Все
clear-filters = Показать все
nothing-found = Ничего не найдено
more-older = Ещё { $number } более ранних
more-newer = Ещё { $number } более поздних
more-from-service = Более ранние
