# Ready answers and reasons for refusal.

## In a case

ready-answer-button = Готова відповідь
ready-reason-button = Готові причини
ready-list-answer = { $number } · Готові відповіді
ready-list-reason = { $number } · Готові причини відмови
ready-list-choose = Оберіть або напишіть слово, щоб знайти. Написане нікому не надсилається.
ready-list-not-found = З таким словом нічого немає. Напишіть інше.
ready-list-none = Тут ще порожньо.
ready-list-more = Ще є: { $count }. Їх можна знайти за словом.
ready-own-button = Готові відповіді: змінити
ready-preview-answer = Мешканець прочитає:
ready-preview-reason = Звернення буде відхилено. Мешканець прочитає:
ready-preview-answer-aloud = Це Ви скажете людині:
ready-preview-reason-aloud = Звернення буде відхилено. Це Ви скажете людині:
ready-send-answer-button = Надіслати
ready-send-reason-button = Відхилити
ready-change-button = Змінити
ready-another-button = Інша
ready-sent-answer = Надіслано: «{ $title }».
ready-sent-reason = Відхилено з причиною: «{ $title }».
ready-kept = Збережено: «{ $title }».
ready-change-answer = Скопіюйте текст, змініть і надішліть. Ваше наступне повідомлення прочитає мешканець.
ready-change-answer-aloud = Скопіюйте текст, змініть і надішліть. Ваше наступне повідомлення скажете людині Ви.
ready-change-reason = Скопіюйте текст, змініть і надішліть. Ваше наступне повідомлення буде причиною відмови.
ready-changed = Текст або дані звернення змінилися. Відкрийте перегляд ще раз.
ready-nothing-left = У цьому зверненні від тексту нічого не лишається: даних для підстановок немає.

## By themselves

ready-all-button = Готові відповіді
ready-all-title = Готові відповіді
ready-all-explained = 💬 відповіді · ✋ причини відмови
ready-all-none = Тут ще порожньо. Додайте те, що пишете найчастіше.
ready-new-answer-button = Нова відповідь
ready-new-reason-button = Нова причина відмови
ready-whose = Хто зможе її надсилати?
ready-of-officer = Лише я
ready-of-area = Офіцери дільниці: { $area }
ready-of-oblast = Уся область: { $oblast }
ready-of-others = Змінити може координатор або офіцер, який тут служить.
ready-ask-title = Напишіть коротку назву для кнопки.
ready-ask-text = Напишіть текст українською.
ready-ask-uk = Напишіть новий текст українською.
ready-ask-en = Напишіть текст англійською. Його прочитає мешканець, який обрав англійську.
ready-places = Підстановки зі звернення: { $places }. Чого немає, те випаде разом із комою; рядок без кабінету чи годин випаде весь.
ready-used = Надіслано разів: { $count }
ready-english = Англійською:
ready-edit-title-button = Змінити назву
ready-edit-uk-button = Змінити текст
ready-edit-en-button = Англійською
ready-drop-en-button = Без англійської
ready-remove-button = Видалити
ready-ask-remove = Видалити назавжди? Надіслані відповіді лишаться.
ready-remove-yes-button = Так, видалити
ready-removed = Видалено.
ready-unwritten = Потрібно написати словами.
ready-too-long = Задовго. Найбільше знаків: { $limit }.
ready-too-many = Більше не поміститься: { $limit }. Видаліть зайві.
ready-unknown-place = Невідома підстановка: { $word }. Можна так: { $known }.
