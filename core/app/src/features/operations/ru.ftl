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
filter-tax = Налог
filter-kind = Вид
