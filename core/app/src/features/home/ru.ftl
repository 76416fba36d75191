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
nothing-yet-detail = Ваши суммы появятся, как только сервис станет доступен, и с этого момента останутся доступны и без сети.
home-totals = Итоги
home-person = Имя и письма
