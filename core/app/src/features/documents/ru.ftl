documents-title = Документы
documents-none = Документов нет
documents-none-short = нет
documents-unknown = Есть ли документы, пока неизвестно
documents-unread = { $count ->
    [one] { $count } непрочитанный
    [few] { $count } непрочитанных
   *[many] { $count } непрочитанных
}
documents-all-read = прочитаны все
documents-count = { $count ->
    [one] { $number } документ
    [few] { $number } документа
   *[many] { $number } документов
}
documents-found = { $count ->
    [one] Найдено { $found } из { $number } документа
   *[other] Найдено { $found } из { $number } документов
}
filter-document = Вид
filter-year = За год
filter-state = Прочитано
document-notice = Уведомление
document-demand = Требование
document-receipt = Квитанция
document-other = Другой документ
document-read = прочитано
document-unread = не прочитано
document-number = № { $number }
document-year = за { $year } год
