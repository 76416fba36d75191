home-balance = Сальдо ЕНС
home-recommended = Рекомендуемый платёж
home-accrued = К уплате всего
home-overdue = Просрочено
home-confirmed = Подтверждённые платежи
home-nearest = Ближайшее начисление
home-arrears = Задолженность
home-accruals = Начисления
home-more = Ещё
home-letters = Письма
letters-new = { $count ->
    [0] новых нет
    [one] { $count } новое
    [few] { $count } новых
   *[many] { $count } новых
}
tax-code = Налог с кодом { $code }
by-date = до { $date }
was-due = срок был { $date }
standing-clear = Долга нет
standing-debt = Долг { $amount }
standing-debt-since = Срок был { $date } Пени растут каждый день.
standing-debt-overdue = Срок прошёл. Пени растут каждый день.
standing-due-by = К уплате { $amount } до { $date }
standing-due = К уплате { $amount }
standing-overpaid = На счёте { $amount }
standing-unknown = Сервис не сообщил сальдо
home-totals = Итоги
home-person = Имя и письма
home-owed = Должны сейчас
home-falls-due = Предстоит уплатить
home-covered = Чем покрыто и что осталось
home-group-unknown = Здесь пока ничего не известно
home-not-said = сервис не сообщил
home-confirmed-none = Сервис не знает о платежах
home-arrears-none = Задолженности в списке сервиса нет
home-accruals-none = Предстоящего к уплате в списке сервиса нет
home-not-all = { $what }: возможно, это не всё. { $why }
tax-transport = Транспортный налог
tax-land = Земельный налог
tax-property = Налог на имущество физических лиц
explain-balance = Сальдо единого налогового счёта (ЕНС): все уплаченные деньги за вычетом всех обязанностей, срок которых наступил. Ниже нуля — это долг. (НК РФ, статья 11.3)
explain-overdue = То, что уже должно было быть уплачено: сумма задолженности по налогам. У каждого налога свой срок, и пени растут каждый день. (НК РФ, статья 75)
explain-accrued = То, что начислено, но срок ещё не наступил: сумма начислений по налогам. Просроченным сервис из этого ничего не считает.
explain-nearest = Начисление, срок которого наступит первым. Деньги, которые лежат на счёте к этому дню, покроют его сами.
explain-recommended = Сколько сервис рекомендует уплатить сейчас, чтобы покрыть и долг, и ближайшие начисления. Как он это считает, он не сообщает.
explain-confirmed = Платежи, которые сервис подтвердил. Платежа, который ещё в пути, среди них нет.
explain-source = Сумму назвал сервис; приложение ничего в ней не меняет.
explain-parts = По налогам
explain-parts-unknown = Из чего она складывается, здесь неизвестно.
explain-difference = Налоги ниже дают в сумме { $sum }, а сервис называет { $total }. Какая сумма верна, знает только сервис.
