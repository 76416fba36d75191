# The app dies while the service still works at it. Afterwards nobody here knows whether it was done, so the service is asked.
story "Killed before the answer"
language ru
taxpayer debt
played by desk

sign in
choose pin 246810
tap profile
tap email
type email "new@example.test"
answer /outbox/fate dropped
answer /contacts/email status 409 json {"code":"outbox.in-work","message":"Запрос ещё выполняется","additionalInfo":null} once
tap save
see outbox "Отправлено, но ответа пока нет. Пробовали спросить 1 раз"
not see outbox-withdraw
kill
open
unlock 246810
see outbox "Ещё не завершено: 1 дело"
answer /outbox/fate status 200 json {"state":"in-work"} once
later 6m
unlock 246810
tap outbox
see outbox-0 "Новый адрес электронной почты"
answer /outbox/fate status 200 json {"state":"accepted","at":"2026-11-22T09:00:00Z"} once
refresh
see outbox-0 "Сделано"
requests 1 contacts/email
