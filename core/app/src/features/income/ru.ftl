income-years = По годам
income-none = У сервиса нет для вас справок о доходах
income-withheld = удержан налог { $amount }
income-title = Доходы
income-detail = 2-НДФЛ по годам
