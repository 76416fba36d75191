story "Many taxes, and codes that nobody knows"
language en
taxpayer many-taxes
played by desk, compose, swift

sign in
choose pin 246810
screen home
see falls-due "Falls due"
see "Выдуманный налог с очень длинным названием, которое не помещается в одну строку экрана"
see "₽999,999.99"
see "₽0.01"
see "₽12,345.67"
