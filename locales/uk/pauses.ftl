# Pauses: an officer stops what comes from a case for some days.

## At the desk

pause-button = Призупинити
pause-lift-button = Зняти паузу
pause-choose-term = На який час призупинити звернення? Нові повідомлення мешканця збережуться, але не надходитимуть у Ваш чат. Слова про небезпеку надійдуть Вам і координатору. Мешканець побачить строк і причину.
pause-ask-reason = Пауза: { $days }. Напишіть причину. Її прочитають мешканець і координатор.
pause-until = Призупинено до: { $time }
pause-came = { $count ->
    [one] За час паузи: { $count } повідомлення
    [few] За час паузи: { $count } повідомлення
    [many] За час паузи: { $count } повідомлень
   *[other] За час паузи: { $count } повідомлення
}
pause-lifted = Паузу знято.
pause-holds-already = Це звернення вже призупинено.
pause-is-over = Паузу вже завершено.

## For the resident

pause-own-until = Офіцер призупинив це звернення. Пауза до: { $time }
pause-own-kept = Пишіть, як і раніше: усе зберігається, офіцер прочитає це пізніше.
pause-own-danger = Слова про небезпеку бот передає одразу. Якщо є небезпека, телефонуйте 102.
pause-own-reason = Причина:
pause-own-over = Паузу завершено. Бот знову передає Ваші повідомлення.
pause-own-open-button = Відкрити звернення
pause-appeal-button = Звернутися до координатора
pause-appealed = Координатор поліції області отримає Ваше прохання.
pause-appealed-already = Координатор уже має Ваше прохання переглянути паузу.

## For coordinators

pause-appeal-came = Мешканець просить переглянути паузу.
pause-list-title = Призупинені звернення
pause-list-explained = Доки триває пауза, нові повідомлення зберігаються, але не надходять офіцеру. Кожне читання записується.
pause-list-empty = Призупинених звернень немає.
