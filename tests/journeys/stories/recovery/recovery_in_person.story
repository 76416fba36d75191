# Потеряны почта или телефон, пароль украден: только лично. Пароль Госуслуг восстанавливают сами Госуслуги.
story "Восстановление лично"
language ru
taxpayer recovery
played by desk, compose, swift

tap recovery
see in-person "Потеряны почта или телефон, пароль украден"
tap gosuslugi
opened "https://www.gosuslugi.ru"
see contact-centre "8-800-222-22-22"
tap in-person
screen card
see passport "Паспорт"
see where "в любой инспекции"
