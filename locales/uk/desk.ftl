# The officer's desk: cards, «Звернення», the history of a case.

## What can be done with a case

desk-accept-button = Прийняти
desk-answer-button = Відповісти
desk-ask-button = Запитати
desk-close-button = Закрити
desk-decline-button = Відхилити
desk-crime-signs-button = Ознаки злочину
desk-history-button = Історія
desk-more-button = Ще дії
desk-more-title = Що зробити зі зверненням?
desk-accepted = У роботі.
desk-closed = Закрито.
desk-has-ended = { $number }: закрито.
desk-confirm-close = { $number }: останнє повідомлення мешканця без відповіді. Закрити звернення?
desk-close-with-button = Закрити зі словами
desk-confirm-close-button = Закрити без відповіді
desk-resident-occupied = Громада мешканця під окупацією. Бот не надсилає відповіді: мешканець прочитає її, коли сам відкриє звернення.
desk-answer-waits =
    { $number }: відповідь збережено, але не надіслано, бо громада мешканця під окупацією.
    Мешканець прочитає її, коли сам відкриє звернення. Тоді під нею з’явиться 👍.

## Writing

desk-expects-answer = { $number }: напишіть відповідь.
desk-expects-ask = { $number }: напишіть запитання мешканцю.
desk-expects-decline = { $number }: напишіть причину відмови. Мешканець її прочитає.
desk-expects-close = { $number }: напишіть останні слова. Мешканець їх прочитає, і звернення буде закрито.
desk-sent = { $number }: надіслано мешканцю.
desk-kept = { $number }: збережено.
desk-has-declined = { $number }: звернення відхилено, причину передано.
desk-has-closed = { $number }: звернення закрито, останні слова передано.
desk-has-no-words = { $number }: скасовано.
desk-reply-to-nothing = Те, на що Ви відповіли, вже не чекає на відповідь. Мешканцю нічого не надіслано.
desk-last-words-in-words = Останні слова потрібно написати текстом. Це нікому не передано.
desk-reason-in-words = Причину відмови потрібно написати словами.
reason-in-words = Причину потрібно написати словами.
reason-too-long = Причина задовга. Напишіть коротше, найбільше знаків: { $limit }.
desk-own-contact = Ваш контакт не передано: за ним можна знайти Ваш акаунт. Якщо мешканець має подзвонити, напишіть номер текстом.
desk-whose-title = Кому це?
desk-unsent-until = Бот зберігає це до: { $time }.
desk-words-erased = Минув час, Ваше повідомлення видалено. Напишіть ще раз.
desk-whose = Оберіть звернення або напишіть його номер. Написане зберігається добу.
desk-unsent = { $more ->
    [0] Ще не надіслано: { $what }
    [one] Ще не надіслано: { $what } і ще { $more } повідомлення.
    [few] Ще не надіслано: { $what } і ще { $more } повідомлення.
    [many] Ще не надіслано: { $what } і ще { $more } повідомлень.
   *[other] Ще не надіслано: { $what } і ще { $more } повідомлення.
}
desk-asked-next = Про пізніші повідомлення бот запитає потім: { $count }
desk-unsent-text = «{ $text }»
desk-no-such-case = { $number }: такого звернення у Вас немає.
desk-find-button = Знайти: { $text }
desk-whose-ended = Звернення { $number } завершено. Нічого не надіслано.
desk-send-after-end-button = Надіслати мешканцю
desk-throw-away-button = Не надсилати
desk-thrown-away = Не надіслано. Бот цього не зберіг.
desk-no-open-cases = У Вас немає відкритих звернень. Це повідомлення нікому не передано.
desk-words-dropped = Ви не обрали, кому передати повідомлення, тому його не надіслано.
desk-is-left =
    У Вас зараз немає робочого місця офіцера, тому це повідомлення не потрапить до звернень, які Ви вели.
    Бот приймає його як від мешканця.
desk-writes-as-officer = Зараз Ви працюєте як офіцер. Щоб написати як мешканець, натисніть «Я мешканець».
desk-text-unassigned = Спершу оберіть, кому Ваше повідомлення, або натисніть «Не надсилати».

## Signs of a crime

desk-offer-advice = { $number }: ознаки злочину позначено. Надіслати мешканцю пораду зателефонувати 102 або прийти до станції?
desk-advice-button = Надіслати пораду про 102
desk-advice-sent = { $number }: пораду про 102 надіслано.
desk-crime-advice = У Вашому зверненні є ознаки злочину. Бот не приймає заяв про злочин. Зателефонуйте { $police } або прийдіть до поліцейської станції.
desk-crime-advice-station = Станція: { $station }.

## What the resident did

desk-moved-claim = Людина відкрила звернення в боті. Тепер відповіді приходять їй у чат.
desk-moved-close = Мешканець закрив звернення.
desk-moved-merge = Мешканець підтвердив: це одна справа з іншим зверненням. Це звернення завершено.
desk-moved-join = Мешканець підтвердив: сюди приєднано інше звернення.
desk-moved-reopen = Мешканець відкрив звернення повторно.
desk-moved-erase = Звернення видалено на прохання мешканця. Відповідати не потрібно.
desk-moved-unlink = Мешканець просив забути, чиє це звернення. Відповісти вже не можна, закрити можна.
desk-moved-rate = Оцінка мешканця: { $rating } з 5.
desk-moved-rate-words = Мешканець додав до оцінки ({ $rating } з 5):
desk-moved-rate-unread = Мешканець додав слова до оцінки ({ $rating } з 5).

## Lists

desk-list-mine-title = Чекають на Вас
desk-list-resident-title = Чекаємо на мешканця
desk-list-overdue-title = Прострочені
desk-list-closed-title = Закриті
desk-list-empty = Тут порожньо.
desk-tab-mine = Відповісти: { $count }
desk-tab-resident = Чекаємо: { $count }
desk-tab-overdue = Прострочені: { $count }
desk-tab-closed = Закриті: { $count }
desk-line-due = відповісти до: { $time }
desk-line-resolve = вирішити до: { $time }
desk-line-closed = закрито: { $date }
desk-line-forwarded = передано за належністю: { $date }
desk-line-merged = об’єднано: { $date }
desk-line-overdue = прострочено
desk-line-paused = пауза до: { $date }
desk-line-unnamed = без імені
desk-cases-handed = { $count ->
    [one] До Вас перейшло { $count } звернення.
    [few] До Вас перейшли { $count } звернення.
    [many] До Вас перейшло { $count } звернень.
   *[other] До Вас перейшло { $count } звернення.
}
desk-unseen = { $count ->
    [one] { $count } повідомлення Ви ще не бачили.
    [few] { $count } повідомлення Ви ще не бачили.
    [many] { $count } повідомлень Ви ще не бачили.
   *[other] { $count } повідомлення Ви ще не бачили.
}

## History

desk-copy-button = Скопіювати: { $text }
desk-plain-text-button = Текст для ЄО
desk-files-button = Показати вкладення
desk-coordinator = Координатор
desk-event-send = Надіслано.
desk-event-accept = Взято в роботу.
desk-event-close = Закрито.
desk-event-decline = Відхилено.
desk-event-forward = Передано за належністю.
desk-event-hand_over = Документи передано.
desk-event-merge = Об’єднано з іншим зверненням.
desk-event-join = Приєднано інше звернення мешканця.
desk-event-reopen = Відкрито повторно.
desk-event-erase = Видалено на прохання мешканця.
desk-event-unlink = Мешканець просив забути, чиє це звернення.
desk-event-queue = Повернуто до черги координатора.
desk-event-hand = Передано: { $rank } { $name }.
desk-event-transfer = Передано: { $rank } { $name }.
desk-event-give_back = Повернуто: { $rank } { $name }.
desk-event-relocate = Передано іншій дільниці чи громаді.
desk-event-turn = Передано за чергою: { $rank } { $name }.
desk-event-share = Передано до спільної черги дільниці.
desk-event-give_back-coordinator = Повернуто координатору.
desk-bot = Бот
desk-event-journal = Змінено номер ЄО.
desk-event-cover = На час відсутності офіцера.
desk-event-return = Офіцер знову на службі.
desk-event-no_crime_signs = Знято ознаки злочину.
desk-event-crime_signs = Позначено ознаки злочину.
desk-event-crime_advice = Надіслано пораду про 102.
desk-event-undelivered = Відповідь не доставлено.
desk-event-recall = Відповідь відкликано.
desk-event-note = Тексту вже немає.
desk-event-pause = Призупинено.
desk-event-resume = Паузу завершено.
desk-event-hold = Текст зберігається довше звичайного строку.
desk-event-prolong = Зберігання продовжено.
desk-event-release = Зберігання понад строк завершено.
desk-event-rate = Оцінка: { $rating } з 5.

desk-event-record = Записано зі слів людини.
desk-event-correct = Виправлено ім’я, телефон або місце.
desk-event-read_out = Відповідь сказано.
desk-event-hand_out = Відповідь віддано на папері.
desk-event-claim = Мешканець відкрив звернення в боті.
