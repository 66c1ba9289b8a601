# Under which number the police registered the crime of which a case shows signs.

journal-button = № ЄО, дата
case-journal = ЄО: № { $number }, { $day }
journal-ask = Напишіть номер і дату за журналом єдиного обліку (ЄО): 12345 від 03.12.2026.
journal-for-desk = Мешканець цього не побачить.
journal-ask-day = Якого дня? Напишіть дату: 03.12.2026.
journal-today-button = Сьогодні
journal-noted = { $number }: номер ЄО записано.
unmark-crime-button = Зняти ознаки злочину
unmark-crime-ask = Чому ознак злочину немає? Напишіть причину, її буде видно в історії.
unmark-crime-done = { $number }: ознаки злочину знято.
journal-removed = Номер ЄО прибрано.
journal-remove-button = Прибрати номер
journal-not-understood = Не схоже на номер ЄО. Напишіть так: 12345 від 03.12.2026.
journal-wrong-day = Такої дати не може бути. Напишіть так: 03.12.2026.
