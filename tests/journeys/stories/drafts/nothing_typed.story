# A form that was only looked at is no draft; one draft is not begun twice.
story "Only looked at"
language ru
taxpayer debt
played by desk

sign in
choose pin 246810
link "fltaxes://pattern?book"
see "Всё, что вы заполните, сразу сохраняется на этом устройстве."
back
not see drafts
link "fltaxes://pattern?book"
type subject "Тема"
link "fltaxes://pattern?book"
see subject "Тема"
back
see drafts "1 форма начата и ещё не отправлена"
kill
open
unlock 246810
tap drafts
see draft-2 "Книга образцов"
