# То же по-русски, крупнейшим шрифтом.
story "Как получить доступ"
language ru
taxpayer debt
played by desk, compose, swift

tap settings
tap text-size/largest
back
offline
forget requests
tap access
see "Регистрации в приложении нет"
tap card
tap case/other
see inn-certificate "Свидетельство об ИНН"
tap case/child
see birth "Свидетельство о рождении или об усыновлении"
see login "в течение 1 часа"
back
tap esia
see by-post "письмом по почте налоговая не принимает"
no requests
