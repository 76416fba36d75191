name-title = Название кабинета
name-what = Видно на этом устройстве до ввода ПИН-кода, поэтому лучше без фамилии и ИНН.
name-label = Название
name-hint = Например, «Мой» или «Детский»
name-too-long = Слишком длинно: больше { $count } { $count ->
    [one] символа
   *[many] символов
}.
name-keep = Сохранить
profile-name = Название кабинета
profile-name-none = не задано
